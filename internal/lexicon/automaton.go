package lexicon

import (
	"cmp"
	"slices"
)

// An automaton holds all patterns of one language as a tree over symbols:
// patterns that begin alike share their beginning.
type automaton struct {
	symbols  *symbolTable
	states   []state
	patterns []accepted
	targets  map[from]int32 // while building only: finds an edge without a search
}

type from struct {
	state  int32
	symbol symbol
}

// A state is a place reached after the same elements.
type state struct {
	edges   []edge
	gap     int32 // the state behind a gap, 0 if none
	accepts []int32
}

type edge struct {
	symbol symbol
	target int32
}

// accepted is what a pattern tells when it has been matched.
type accepted struct {
	section  Section
	strength Strength
	end      bool // only at the end of a sentence
	line     int32
}

const (
	rootAnywhere int32 = iota
	rootAtStart
)

func newAutomaton() *automaton {
	return &automaton{symbols: newSymbolTable(), states: make([]state, 2), targets: map[from]int32{}}
}

// add puts one sequence into the tree.
func (a *automaton) add(s sequence, e entry) {
	at := rootAnywhere
	if s.start {
		at = rootAtStart
	}
	for _, el := range s.elements {
		if el.gap {
			at = a.gapAfter(at)
		} else {
			at = a.step(at, a.symbols.of(el))
		}
	}
	id := int32(len(a.patterns))
	a.patterns = append(a.patterns, accepted{e.section, e.strength, s.end, int32(e.line)})
	a.states[at].accepts = append(a.states[at].accepts, id)
}

func (a *automaton) gapAfter(at int32) int32 {
	if a.states[at].gap == 0 {
		a.states = append(a.states, state{})
		a.states[at].gap = int32(len(a.states) - 1)
	}
	return a.states[at].gap
}

func (a *automaton) step(at int32, s symbol) int32 {
	if target, ok := a.targets[from{at, s}]; ok {
		return target
	}
	a.states = append(a.states, state{})
	target := int32(len(a.states) - 1)
	a.targets[from{at, s}] = target
	a.states[at].edges = append(a.states[at].edges, edge{s, target})
	return target
}

// seal ends the building: edges are sorted for the search.
func (a *automaton) seal() {
	a.targets = nil
	for i := range a.states {
		slices.SortFunc(a.states[i].edges, func(x, y edge) int { return cmp.Compare(x.symbol, y.symbol) })
	}
}

// next finds the state that the symbol leads to, 0 if none.
func (s *state) next(want symbol) int32 {
	if len(s.edges) <= 4 {
		for _, e := range s.edges {
			if e.symbol == want {
				return e.target
			}
		}
		return 0
	}
	i, ok := slices.BinarySearchFunc(s.edges, want, func(e edge, want symbol) int { return cmp.Compare(e.symbol, want) })
	if !ok {
		return 0
	}
	return s.edges[i].target
}
