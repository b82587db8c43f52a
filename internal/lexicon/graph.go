package lexicon

import (
	"errors"
	"slices"
)

// A graph holds all patterns of one language as a network over symbols.
// Patterns that begin alike share their beginning; behind a choice the
// branches of a pattern meet again, so that its size is that of the pattern
// and not that of all its readings.
type graph struct {
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

func newGraph() *graph {
	return &graph{symbols: newSymbolTable(), states: make([]state, 2), targets: map[from]int32{}}
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
func (g *graph) add(p pattern, e entry) error {
	root := rootAnywhere
	if p.start {
		root = rootAtStart
	}
	end := g.build(p.root, front{{state: root}})
	id := int32(len(g.patterns))
	g.patterns = append(g.patterns, accepted{e.section, e.strength, p.end, int32(e.line)})
	for _, at := range end {
		if at.state == root {
			return errors.New("the pattern matches nothing, or everything")
		}
		if s := &g.states[at.state]; !slices.Contains(s.accepts, id) {
			s.accepts = append(s.accepts, id)
		}
	}
	return nil
}

// build puts a node behind a front and returns the front behind the node.
func (g *graph) build(n *node, at front) front {
	switch n.kind {
	case setNode:
		return front{{state: g.step(at, g.symbols.of(n))}}
	case gapNode:
		behind := make(front, len(at))
		for i, p := range at {
			// A gap at the beginning would match anything.
			behind[i] = place{p.state, p.state > rootAtStart}
		}
		return behind
	case sequenceNode:
		for _, inner := range n.inner {
			at = g.build(inner, at)
		}
		return at
	case optionalNode:
		return union(at, g.build(n.inner[0], at))
	}
	var behind front
	for _, branch := range n.inner {
		behind = union(behind, g.build(branch, at))
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
func (g *graph) step(at front, s symbol) int32 {
	if len(at) == 1 {
		origin := g.behindGap(at[0])
		if target, ok := g.targets[from{origin, s}]; ok {
			return target
		}
		target := g.connect(origin, s, g.newState())
		g.targets[from{origin, s}] = target
		return target
	}
	target := g.newState()
	for _, p := range at {
		g.connect(g.behindGap(p), s, target)
	}
	return target
}

func (g *graph) newState() int32 {
	g.states = append(g.states, state{})
	return int32(len(g.states) - 1)
}

func (g *graph) connect(origin int32, s symbol, target int32) int32 {
	g.states[origin].edges = append(g.states[origin].edges, edge{s, target})
	return target
}

// behindGap returns the state to go on from: the place's own, or the one
// behind its gap, which patterns share.
func (g *graph) behindGap(p place) int32 {
	if !p.gap {
		return p.state
	}
	if g.states[p.state].gap == 0 {
		gap := g.newState()
		g.states[p.state].gap = gap
	}
	return g.states[p.state].gap
}
