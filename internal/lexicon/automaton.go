package lexicon

import (
	"cmp"
	"errors"
	"slices"
)

// An automaton holds all patterns of one language as a graph over symbols.
// Patterns that begin alike share their beginning; behind a choice the
// branches of a pattern meet again, so that its size is that of the pattern
// and not that of all its readings.
type automaton struct {
	symbols  *symbolTable
	states   []state
	patterns []accepted
	targets  map[from]int32 // while building only: the edges that patterns share
}

type from struct {
	state  int32
	symbol symbol
}

// A state is a place reached after the same elements.
type state struct {
	edges   []edge // by symbol; several may have the same
	gap     int32  // the state behind a gap; 0 if none
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

// A front is the places that a pattern may have been matched up to.
type front []place

// A place is a state, perhaps with a gap behind it that nothing has followed
// yet.
type place struct {
	state int32
	gap   bool
}

// add builds one pattern into the graph. It is an error if the pattern could
// match nothing at all.
func (a *automaton) add(p pattern, e entry) error {
	root := rootAnywhere
	if p.start {
		root = rootAtStart
	}
	end := a.build(p.root, front{{state: root}})
	id := int32(len(a.patterns))
	a.patterns = append(a.patterns, accepted{e.section, e.strength, p.end, int32(e.line)})
	for _, at := range end {
		if at.state == root {
			return errors.New("the pattern matches nothing, or everything")
		}
		if s := &a.states[at.state]; !slices.Contains(s.accepts, id) {
			s.accepts = append(s.accepts, id)
		}
	}
	return nil
}

// build puts a node behind a front and returns the front behind the node.
func (a *automaton) build(n *node, at front) front {
	switch n.kind {
	case setNode:
		return front{{state: a.step(at, a.symbols.of(n))}}
	case gapNode:
		behind := make(front, len(at))
		for i, p := range at {
			// A gap at the beginning would match anything.
			behind[i] = place{p.state, p.state > rootAtStart}
		}
		return behind
	case sequenceNode:
		for _, inner := range n.inner {
			at = a.build(inner, at)
		}
		return at
	case optionalNode:
		return union(at, a.build(n.inner[0], at))
	}
	var behind front
	for _, branch := range n.inner {
		behind = union(behind, a.build(branch, at))
	}
	return behind
}

func union(x, y front) front {
	z := slices.Clone(x)
	for _, p := range y {
		if !slices.Contains(z, p) {
			z = append(z, p)
		}
	}
	return z
}

// step leads from all places of a front over a symbol to one state. From a
// single place the edge may be shared with other patterns.
func (a *automaton) step(at front, s symbol) int32 {
	if len(at) == 1 {
		origin := a.behindGap(at[0])
		if target, ok := a.targets[from{origin, s}]; ok {
			return target
		}
		target := a.connect(origin, s, a.newState())
		a.targets[from{origin, s}] = target
		return target
	}
	target := a.newState()
	for _, p := range at {
		a.connect(a.behindGap(p), s, target)
	}
	return target
}

func (a *automaton) newState() int32 {
	a.states = append(a.states, state{})
	return int32(len(a.states) - 1)
}

func (a *automaton) connect(origin int32, s symbol, target int32) int32 {
	a.states[origin].edges = append(a.states[origin].edges, edge{s, target})
	return target
}

// behindGap returns the state to go on from: the place's own, or the one
// behind its gap, which patterns share.
func (a *automaton) behindGap(p place) int32 {
	if !p.gap {
		return p.state
	}
	if a.states[p.state].gap == 0 {
		gap := a.newState()
		a.states[p.state].gap = gap
	}
	return a.states[p.state].gap
}

// seal ends the building: edges are sorted for the search.
func (a *automaton) seal() {
	a.targets, a.symbols.bySet = nil, nil
	for i := range a.states {
		slices.SortFunc(a.states[i].edges, func(x, y edge) int { return cmp.Compare(x.symbol, y.symbol) })
	}
}

// next returns the edges that the symbol leads over.
func (s *state) next(want symbol) []edge {
	i, _ := slices.BinarySearchFunc(s.edges, want, func(e edge, want symbol) int { return cmp.Compare(e.symbol, want) })
	j := i
	for j < len(s.edges) && s.edges[j].symbol == want {
		j++
	}
	return s.edges[i:j]
}
