package lexicon

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// What keeps an automaton small. A symbol of many classes and a junction of
// few symbols keep their arcs. Once the rows have grown past all measure, all
// junctions do: then several are followed at a time, which is slower but
// finds the same.
const (
	manyClasses = 64
	fewSymbols  = 8
	maxEntries  = 4 << 20
)

// A determiner turns a graph into an automaton by the subset construction.
type determiner struct {
	graph   *graph
	a       *automaton
	members [][]class // by symbol
	bySet   map[string]int32
	sets    [][]int32 // by junction: its states
	rows    map[string]int
	entries int // in rows so far
	key     []byte
}

// automaton makes the graph fast.
func (g *graph) automaton() *automaton {
	d := &determiner{graph: g, a: &automaton{patterns: g.patterns}, bySet: map[string]int32{}, rows: map[string]int{}}
	d.a.vocabulary, d.members = classify(g.symbols)
	for _, members := range d.members {
		d.addSymbol(members)
	}
	d.junction([]int32{rootAnywhere})
	d.junction([]int32{rootAtStart})
	d.start()
	for i := int(atStart); i < len(d.sets); i++ {
		d.expand(d.sets[i])
	}
	d.a.prepare()
	return d.a
}

// addSymbol writes which classes a symbol has.
func (d *determiner) addSymbol(members []class) {
	cells := make([]cell, len(members))
	for i, c := range members {
		cells[i] = cell{c, 1}
	}
	var w writer
	w.table(cells)
	d.a.symbols.add(w.data)
}

// junction returns the junction of a set of states.
func (d *determiner) junction(set []int32) int32 {
	slices.Sort(set)
	set = slices.Compact(set)
	d.key = d.key[:0]
	for _, s := range set {
		d.key = binary.AppendUvarint(d.key, uint64(s))
	}
	if known, ok := d.bySet[string(d.key)]; ok {
		return known
	}
	made := int32(len(d.sets))
	d.bySet[string(d.key)] = made
	d.sets = append(d.sets, slices.Clone(set))
	return made
}

// start builds what follows from the root that any token may begin at. It is
// looked up for every token, so that every class has its own place.
func (d *determiner) start() {
	d.a.starts = make([]int32, d.a.vocabulary.count)
	for _, e := range d.determine(d.graph.states[rootAnywhere].edges) {
		d.a.starts[e.class] = e.value
	}
	d.a.junctions.add((&writer{}).junction(0, nil, nil, -1))
}

// expand builds the junction of a set of states.
func (d *determiner) expand(set []int32) {
	var gaps, accepts []int32
	var edges []edge
	for _, s := range set {
		from := &d.graph.states[s]
		accepts = append(accepts, from.accepts...)
		if from.gap != 0 {
			gaps = append(gaps, from.gap)
		}
		edges = append(edges, from.edges...)
	}
	gap := int32(0)
	if len(gaps) > 0 {
		gap = d.junction(gaps)
	}
	arcs, others := d.divide(edges)
	d.a.junctions.add((&writer{}).junction(gap, accepts, arcs, d.row(others)))
}

// row returns the number of the row for some edges, or -1 if there are none.
// It is written in the shorter one of two ways: all cells, or symbols and only
// the cells that these do not give.
func (d *determiner) row(edges []edge) int {
	if len(edges) == 0 {
		return -1
	}
	cells := d.determine(edges)
	d.entries += len(cells)
	var plain, grouped writer
	plain.row(nil, cells)
	grouped.row(d.group(edges, cells))
	shorter := plain.data
	if len(grouped.data) < len(plain.data) {
		shorter = grouped.data
	}
	n, ok := d.rows[string(shorter)]
	if !ok {
		n = d.a.rows.count()
		d.rows[string(shorter)] = n
		d.a.rows.add(shorter)
	}
	return n
}

// group returns the edges that give cells of theirs right, and the cells that
// they do not.
func (d *determiner) group(edges []edge, cells []cell) (groups []edge, exceptions []cell) {
	symbols := map[class]int{} // how many of them a class has
	target := map[class]int32{}
	for _, e := range cells {
		target[e.class] = e.value
	}
	for i, e := range edges {
		if i > 0 && e.symbol == edges[i-1].symbol {
			continue
		}
		for _, c := range d.members[e.symbol] {
			symbols[c]++
		}
	}
	given := map[class]bool{}
	for i, e := range edges {
		if i > 0 && e.symbol == edges[i-1].symbol {
			continue
		}
		own := slices.IndexFunc(d.members[e.symbol], func(c class) bool { return symbols[c] == 1 })
		if own < 0 {
			continue
		}
		groups = append(groups, edge{e.symbol, target[d.members[e.symbol][own]]})
		for _, c := range d.members[e.symbol] {
			given[c] = symbols[c] == 1
		}
	}
	for _, e := range cells {
		if !given[e.class] {
			exceptions = append(exceptions, e)
		}
	}
	return groups, exceptions
}

// divide makes arcs, from symbols to junctions, of the edges that shall be
// arcs, and returns the others with them.
func (d *determiner) divide(edges []edge) (arcs, others []edge) {
	slices.SortFunc(edges, func(x, y edge) int { return cmp.Compare(x.symbol, y.symbol) })
	symbols := 0
	for i, e := range edges {
		if i == 0 || e.symbol != edges[i-1].symbol {
			symbols++
		}
	}
	onlyArcs := symbols <= fewSymbols || d.entries > maxEntries
	for len(edges) > 0 {
		s := edges[0].symbol
		n := 1
		for n < len(edges) && edges[n].symbol == s {
			n++
		}
		if onlyArcs || len(d.members[s]) >= manyClasses {
			arcs = append(arcs, edge{s, d.junction(targetsOf(edges[:n]))})
		} else {
			others = append(others, edges[:n]...)
		}
		edges = edges[n:]
	}
	return arcs, others
}

func targetsOf(edges []edge) []int32 {
	set := make([]int32, len(edges))
	for i, e := range edges {
		set[i] = e.target
	}
	return set
}

// determine finds the junction that each class leads to over some edges. The
// result is in the order of classes.
func (d *determiner) determine(edges []edge) []cell {
	var cells []cell
	for _, e := range edges {
		for _, c := range d.members[e.symbol] {
			cells = append(cells, cell{c, e.target})
		}
	}
	slices.SortFunc(cells, func(x, y cell) int { return cmp.Compare(x.class, y.class) })
	joined := cells[:0]
	var set []int32
	for len(cells) > 0 {
		c := cells[0].class
		set = set[:0]
		for len(cells) > 0 && cells[0].class == c {
			set = append(set, cells[0].value)
			cells = cells[1:]
		}
		joined = append(joined, cell{c, d.junction(set)})
	}
	return joined
}
