package lexicon

// An automaton is a graph made fast. It runs over the classes of whole words
// and not over the symbols that a word has; the states that are reached
// together have become one junction; and each junction knows at a glance
// which words it has no use for.
type automaton struct {
	vocabulary vocabulary
	patterns   []accepted
	starts     []int32 // by class: the junction that it leads to from anywhere; 0 if none
	junctions  []junction
	arcs       []arc   // grouped by junction
	accepts    []int32 // patterns, grouped by junction
	table      table
	symbols    []row    // by symbol: the classes that have it
	wide       []symbol // those that so many classes have that a bit tells them
	wideBits   []uint64 // by class: which of the wide symbols it has
}

// A junction is a set of states of the graph. Its arcs and its patterns end
// where those of the next junction begin.
type junction struct {
	wanted    uint64 // bits of the classes that lead on
	gapWanted uint64 // bits of those that lead on behind the gap
	row       row    // where a class leads to
	gap       int32  // the junction behind a gap; 0 if none
	arcs      int32
	accepts   int32
}

// An arc leads on over all classes of a symbol. Junctions have arcs where a
// row would be too large, as for a symbol of a thousand words.
type arc struct {
	wide   uint64 // the bit of the symbol, if it is a wide one
	has    uint64 // bits of the classes of the symbol
	symbol symbol
	target int32
	wanted uint64 // by the target
	always bool   // the target has a pattern or a gap, and so wants no word
}

// The first junctions are those of the roots. No pattern leads back to them.
const (
	anywhere int32 = iota
	atStart
)

// bitOf returns the bit by which junctions want a class.
func bitOf(c class) uint64 { return 1 << (uint32(c) & 63) }

// leads reports whether an arc is one over the class.
func (a *automaton) leads(e *arc, c column) bool {
	if e.wide != 0 {
		return e.wide&a.wideBits[c.class] != 0
	}
	return a.table.find(a.symbols[e.symbol], c) != 0
}

// link fills in what follows from the rest: what junctions and arcs want.
// bits are those of the classes of each symbol, and of each junction's row.
func (a *automaton) link(ofSymbol, ofRow []uint64) {
	wide := make([]uint64, len(a.symbols))
	for i, s := range a.wide {
		wide[s] = 1 << i
	}
	last := len(a.junctions) - 1
	for i := range last {
		j := &a.junctions[i]
		j.wanted = ofRow[i]
		for _, e := range a.arcs[j.arcs:a.junctions[i+1].arcs] {
			j.wanted |= ofSymbol[e.symbol]
		}
	}
	for i := range last {
		j := &a.junctions[i]
		if j.gap != 0 {
			j.gapWanted = a.junctions[j.gap].wanted
		}
	}
	for i := range a.arcs {
		e := &a.arcs[i]
		to := &a.junctions[e.target]
		e.wide, e.has, e.wanted = wide[e.symbol], ofSymbol[e.symbol], to.wanted
		e.always = to.gap != 0 || to.accepts < a.junctions[e.target+1].accepts
	}
}
