package lexicon

import (
	"slices"
	"sync/atomic"
)

// An automaton is a graph made fast. It runs over the classes of whole words
// and not over the symbols that a word has; the states that are reached
// together have become one junction; and each junction knows at a glance
// which words it has no use for.
//
// A language has tens of thousands of junctions, of which a message comes to a
// few dozen and a year of messages to a tenth. So they are kept as they are
// written in a file, and each is read when it is first come to.
type automaton struct {
	vocabulary vocabulary
	patterns   []accepted
	starts     []int32 // by class: the junction that it leads to from anywhere; 0 if none

	symbols, rows, junctions pieces

	symbolsRead   []atomic.Pointer[members]
	rowsRead      []atomic.Pointer[table]
	junctionsRead []atomic.Pointer[junction]
}

// A junction is a set of states of the graph.
type junction struct {
	wanted    uint64 // bits of the classes that lead on
	gapWanted uint64 // bits of those that lead on behind the gap
	gap       int32  // the junction behind a gap; 0 if none
	accepts   []int32
	arcs      []arc
	row       *table // where a class leads to; nil if nowhere
}

// An arc leads on over all classes of a symbol. Junctions have arcs where a
// row would be too large, as for a symbol of a thousand words.
type arc struct {
	has     uint64 // bits of the classes of the symbol
	members *members
	target  int32
	always  bool // the target has a pattern or a gap, and so wants no word
}

// The first junctions are those of the roots. No pattern leads back to them.
const (
	anywhere int32 = iota
	atStart
)

// bitOf returns the bit by which junctions want a class.
func bitOf(c class) uint64 { return 1 << (uint32(c) & 63) }

// prepare makes room for what will be read.
func (a *automaton) prepare() {
	a.symbolsRead = make([]atomic.Pointer[members], a.symbols.count())
	a.rowsRead = make([]atomic.Pointer[table], a.rows.count())
	a.junctionsRead = make([]atomic.Pointer[junction], a.junctions.count())
}

// junction returns a junction.
func (a *automaton) junction(at int32) *junction {
	if j := a.junctionsRead[at].Load(); j != nil {
		return j
	}
	return readOnce(&a.junctionsRead[at], a.readJunction(at))
}

// readOnce keeps what was read, unless another has read it meanwhile.
func readOnce[T any](to *atomic.Pointer[T], read *T) *T {
	if to.CompareAndSwap(nil, read) {
		return read
	}
	return to.Load()
}

// readJunction reads a junction, and of those that it leads to what it has to
// know of them.
func (a *automaton) readJunction(at int32) *junction {
	r := reader{data: a.junctions.piece(int(at)), at: 1}
	head := int(r.data[0])
	j := &junction{}
	if head&hasGap != 0 {
		j.gap = int32(r.int())
		j.gapWanted = a.junction(j.gap).wanted
	}
	if n := r.things(head >> acceptsShift); n > 0 {
		j.accepts = make([]int32, n)
	}
	for i := range j.accepts {
		j.accepts[i] = int32(r.int())
	}
	if n := r.things(head >> arcsShift); n > 0 {
		j.arcs = make([]arc, n)
	}
	for i, e := range r.edges(len(j.arcs)) {
		m := a.members(e.symbol)
		j.arcs[i] = arc{m.bits, m, e.target, a.always(e.target)}
		j.wanted |= m.bits
	}
	if head&hasRow != 0 {
		j.row = a.row(r.int())
		j.wanted |= j.row.bits
	}
	return j
}

// things reads how many of something there are.
func (r *reader) things(code int) int {
	if code &= manyThings; code < manyThings {
		return code
	}
	return r.int()
}

// always reports whether a junction has a gap or a pattern.
func (a *automaton) always(at int32) bool {
	return a.junctions.piece(int(at))[0]&(hasGap|manyThings<<acceptsShift) != 0
}

// row returns a row. Many junctions have the same.
func (a *automaton) row(n int) *table {
	if t := a.rowsRead[n].Load(); t != nil {
		return t
	}
	return readOnce(&a.rowsRead[n], a.readRow(n))
}

// readRow spreads out the symbols of a row. Where its last cells, which are
// right, say otherwise, they stand.
func (a *automaton) readRow(n int) *table {
	r := reader{data: a.rows.piece(n)}
	var spread []uint64 // class, then target: so they are put in order fast
	for _, e := range r.edges(r.int()) {
		members := reader{data: a.symbols.piece(int(e.symbol))}
		for _, member := range members.cells() {
			spread = append(spread, uint64(member.class)<<32|uint64(e.target))
		}
	}
	right := r.cells()
	slices.Sort(spread)
	cells := make([]cell, 0, len(spread)+len(right))
	for len(spread) > 0 || len(right) > 0 {
		next := emptyCell
		if len(spread) > 0 {
			next = class(spread[0] >> 32)
		}
		if len(right) > 0 && right[0].class <= next {
			next = right[0].class
			cells = append(cells, right[0])
			right = right[1:]
		} else {
			cells = append(cells, cell{next, int32(spread[0])})
		}
		for len(spread) > 0 && class(spread[0]>>32) == next {
			spread = spread[1:]
		}
	}
	return tableOf(cells, a.vocabulary.step)
}

// members returns the classes of a symbol.
func (a *automaton) members(s symbol) *members {
	if m := a.symbolsRead[s].Load(); m != nil {
		return m
	}
	r := reader{data: a.symbols.piece(int(s))}
	return readOnce(&a.symbolsRead[s], newMembers(r.cells(), a.vocabulary.count))
}

// members are the classes of a symbol. Of few it keeps a table; of many, a bit
// for each class that there is.
type members struct {
	bits uint64
	few  *table
	many []uint64
}

func newMembers(entries []cell, classes int32) *members {
	m := &members{}
	if len(entries) < manyClasses {
		m.few = tableOf(entries, stepOf(classes))
		m.bits = m.few.bits
		return m
	}
	m.many = make([]uint64, classes/64+1)
	for _, e := range entries {
		m.bits |= bitOf(e.class)
		m.many[e.class/64] |= bitOf(e.class)
	}
	return m
}

// has reports whether a class is among them.
func (m *members) has(c column) bool {
	if m.many != nil {
		return m.many[c.class/64]&bitOf(c.class) != 0
	}
	return m.few.find(c) != 0
}

// pieces are data in pieces that are found by their numbers.
type pieces struct {
	data []byte
	ends []uint32
}

func (p *pieces) count() int { return len(p.ends) }

func (p *pieces) piece(n int) []byte {
	start := uint32(0)
	if n > 0 {
		start = p.ends[n-1]
	}
	return p.data[start:p.ends[n]]
}

func (p *pieces) add(piece []byte) {
	p.data = append(p.data, piece...)
	p.ends = append(p.ends, uint32(len(p.data)))
}
