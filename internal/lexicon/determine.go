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

	maxWide = 64 // bits in a word
)

// A determiner turns a graph into an automaton by the subset construction.
type determiner struct {
	graph   *graph
	a       *automaton
	members [][]class // by symbol
	bySet   map[string]int32
	sets    [][]int32 // by junction: its states
	ofRow   []uint64  // by junction: bits of the classes of its row
	entries int       // in rows so far
	key     []byte
}

// automaton makes the graph fast.
func (g *graph) automaton() *automaton {
	d := &determiner{graph: g, a: &automaton{patterns: g.patterns}, bySet: map[string]int32{}}
	d.a.vocabulary, d.members = classify(g.symbols)
	ofSymbol := d.addSymbols()
	d.junction([]int32{rootAnywhere})
	d.junction([]int32{rootAtStart})
	d.start()
	for i := int(atStart); i < len(d.sets); i++ {
		d.expand(d.sets[i])
	}
	d.a.junctions = append(d.a.junctions, junction{arcs: int32(len(d.a.arcs)), accepts: int32(len(d.a.accepts))})
	d.a.link(ofSymbol, d.ofRow)
	return d.a
}

// addSymbols lays out which classes each symbol has. It returns their bits.
func (d *determiner) addSymbols() []uint64 {
	a := d.a
	ofSymbol := make([]uint64, len(d.members))
	for s, members := range d.members {
		r := a.table.begin(len(members), a.vocabulary.step)
		for _, c := range members {
			ofSymbol[s] |= bitOf(c)
			r.add(c, 1)
		}
		a.symbols = append(a.symbols, r.end())
		if len(members) >= manyClasses {
			a.wide = append(a.wide, symbol(s))
		}
	}
	slices.SortStableFunc(a.wide, func(x, y symbol) int { return cmp.Compare(len(d.members[y]), len(d.members[x])) })
	a.wide = a.wide[:min(len(a.wide), maxWide)]
	a.wideBits = make([]uint64, a.vocabulary.count)
	for i, s := range a.wide {
		for _, c := range d.members[s] {
			a.wideBits[c] |= 1 << i
		}
	}
	return ofSymbol
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
	d.a.junctions = append(d.a.junctions, junction{})
	d.ofRow = append(d.ofRow, 0)
}

// expand builds the junction of a set of states.
func (d *determiner) expand(set []int32) {
	a := d.a
	j := junction{arcs: int32(len(a.arcs)), accepts: int32(len(a.accepts))}
	var gaps []int32
	var edges []edge
	for _, s := range set {
		from := &d.graph.states[s]
		a.accepts = append(a.accepts, from.accepts...)
		if from.gap != 0 {
			gaps = append(gaps, from.gap)
		}
		edges = append(edges, from.edges...)
	}
	if len(gaps) > 0 {
		j.gap = d.junction(gaps)
	}
	row := d.determine(d.addArcs(edges))
	d.entries += len(row)
	r := a.table.begin(len(row), a.vocabulary.step)
	var bits uint64
	for _, e := range row {
		r.add(e.class, e.value)
		bits |= bitOf(e.class)
	}
	j.row = r.end()
	a.junctions = append(a.junctions, j)
	d.ofRow = append(d.ofRow, bits)
}

// addArcs makes arcs of the edges that shall be arcs, and returns the others.
func (d *determiner) addArcs(edges []edge) []edge {
	slices.SortFunc(edges, func(x, y edge) int { return cmp.Compare(x.symbol, y.symbol) })
	symbols := 0
	for i, e := range edges {
		if i == 0 || e.symbol != edges[i-1].symbol {
			symbols++
		}
	}
	onlyArcs := symbols <= fewSymbols || d.entries > maxEntries
	var others []edge
	for len(edges) > 0 {
		s := edges[0].symbol
		n := 1
		for n < len(edges) && edges[n].symbol == s {
			n++
		}
		if onlyArcs || len(d.members[s]) >= manyClasses {
			d.a.arcs = append(d.a.arcs, arc{symbol: s, target: d.junction(targetsOf(edges[:n]))})
		} else {
			others = append(others, edges[:n]...)
		}
		edges = edges[n:]
	}
	return others
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
