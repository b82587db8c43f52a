package lexicon

import (
	"cmp"
	"slices"

	"github.com/empathykit/empathykit/internal/text"
)

// The reference scanner is the one that the automaton has taken the place of:
// it follows a list of threads through the graph, one symbol of one token at
// a time. It is slow and easily seen to be right, and says what a Scanner has
// to find.

// maxThreads bounds how many patterns it follows at once. Where it has to let
// one go it says so.
const maxThreads = 512

// A thread is a pattern that has been matched up to a state.
type thread struct {
	state int32
	first int32
	gap   int32 // what may still be skipped before the next element
}

type referenceScanner struct {
	active, next []thread
	symbols      []symbol
	marks        []uint32 // by symbol: the stamp of the token that it was last seen on
	stamp        uint32
	matches      []Match
	excepted     []Match
	overflowed   bool
}

// Scan finds the patterns of a graph in a document.
func (sc *referenceScanner) Scan(g *graph, doc *text.Document, latin bool) []Match {
	sc.matches, sc.excepted, sc.overflowed = sc.matches[:0], sc.excepted[:0], false
	for i := range doc.Sentences {
		sc.sentence(g, doc, &doc.Sentences[i], latin)
	}
	sc.settle(doc)
	return sc.matches
}

func (sc *referenceScanner) sentence(a *graph, doc *text.Document, s *text.Sentence, latin bool) {
	sc.active = sc.active[:0]
	atStart := true
	for i := s.First; i < s.Last; i++ {
		token := &doc.Tokens[i]
		sc.symbols = sc.symbolsOf(a, doc, i, latin)
		sc.mark(a)
		sc.next = sc.next[:0]
		for _, t := range sc.active {
			sc.advance(a, doc, s, t, i)
			if token.Kind == text.Punct {
				sc.keep(t)
			} else if cost := costOf(token.Kind); t.gap >= cost {
				t.gap -= cost
				sc.keep(t)
			}
		}
		sc.advance(a, doc, s, thread{state: rootAnywhere, first: int32(i)}, i)
		if atStart && token.Kind != text.Punct {
			sc.advance(a, doc, s, thread{state: rootAtStart, first: int32(i)}, i)
			atStart = false
		}
		sc.active, sc.next = sc.next, sc.active
	}
}

func (sc *referenceScanner) keep(t thread) {
	if len(sc.next) == maxThreads {
		sc.overflowed = true
		return
	}
	sc.next = append(sc.next, t)
}

// advance moves a thread over token i, by every symbol of the token.
func (sc *referenceScanner) advance(a *graph, doc *text.Document, s *text.Sentence, t thread, i int) {
	for _, e := range a.states[t.state].edges {
		if sc.marks[e.symbol] == sc.stamp {
			sc.enter(a, doc, s, t, e.target, i)
		}
	}
}

// enter takes a thread to a state.
func (sc *referenceScanner) enter(a *graph, doc *text.Document, s *text.Sentence, t thread, target int32, i int) {
	to := &a.states[target]
	for _, id := range to.accepts {
		sc.accept(a, doc, s, id, int(t.first), i+1)
	}
	if len(to.edges) > 0 {
		sc.keep(thread{state: target, first: t.first})
	}
	if to.gap != 0 {
		sc.keep(thread{state: to.gap, first: t.first, gap: gapBudget})
	}
}

// mark notes which symbols the token has, so that a state with few edges
// need not search.
func (sc *referenceScanner) mark(a *graph) {
	if n := a.symbols.count; len(sc.marks) < n {
		sc.marks, sc.stamp = make([]uint32, n), 0
	}
	if sc.stamp++; sc.stamp == 0 {
		clear(sc.marks)
		sc.stamp = 1
	}
	for _, symbol := range sc.symbols {
		sc.marks[symbol] = sc.stamp
	}
}

func (sc *referenceScanner) accept(a *graph, doc *text.Document, s *text.Sentence, id int32, first, last int) {
	p := &a.patterns[id]
	if p.end && !(&Scanner{doc: doc, sentence: s}).endsSentence(last) {
		return
	}
	m := Match{Section: p.section, Strength: p.strength, First: first, Last: last, Line: int(p.line), Pattern: id}
	if p.strength == exceptStrength {
		sc.excepted = append(sc.excepted, m)
		return
	}
	sc.matches = append(sc.matches, m)
}

func (sc *referenceScanner) symbolsOf(a *graph, doc *text.Document, i int, latin bool) []symbol {
	symbols := sc.symbols[:0]
	token := &doc.Tokens[i]
	if token.Kind == text.Number {
		symbols = append(symbols, a.symbols.numbers...)
	}
	fold := doc.Fold(i)
	if latin && token.Kind == text.Word {
		fold = text.Skeleton(fold)
	}
	exact := doc.Exact(i)
	if latin {
		exact = fold
	}
	symbols = a.symbols.lookup(fold, exact, symbols)
	if len(symbols) > 1 {
		slices.Sort(symbols)
		symbols = slices.Compact(symbols)
	}
	return symbols
}

// settle turns what was accepted into what is told: exceptions and negated
// feelings go, of matches in one section the longest stays, and degrees are
// moved by the words beside them.
func (sc *referenceScanner) settle(doc *text.Document) {
	slices.SortFunc(sc.matches, func(x, y Match) int {
		return cmp.Or(cmp.Compare(x.Section, y.Section), cmp.Compare(x.First, y.First),
			cmp.Compare(y.Last, x.Last), cmp.Compare(y.Strength, x.Strength), cmp.Compare(x.Pattern, y.Pattern))
	})
	sc.matches = longest(sc.matches)
	slices.SortFunc(sc.excepted, func(x, y Match) int {
		return cmp.Or(cmp.Compare(x.Section, y.Section), cmp.Compare(x.First, y.First))
	})
	sc.dropExcepted()
	modifiers := sc.takeModifiers()
	kept := sc.matches[:0]
	for _, m := range sc.matches {
		if !m.Section.dropsNegated() || modify(doc, &m, modifiers) {
			kept = append(kept, m)
		}
	}
	sc.matches = kept
	slices.SortStableFunc(sc.matches, func(x, y Match) int { return cmp.Compare(x.First, y.First) })
}

// longest drops matches that lie inside a longer one of the same section.
func longest(matches []Match) []Match {
	kept := matches[:0]
	for _, m := range matches {
		if n := len(kept); n > 0 && kept[n-1].Section == m.Section && m.Last <= kept[n-1].Last {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// dropExcepted drops matches that overlap an exception of their section.
func (sc *referenceScanner) dropExcepted() {
	if len(sc.excepted) == 0 {
		return
	}
	sc.matches = slices.DeleteFunc(sc.matches, func(m Match) bool {
		i, _ := slices.BinarySearchFunc(sc.excepted, m, func(e, m Match) int {
			return cmp.Or(cmp.Compare(e.Section, m.Section), cmp.Compare(e.First, m.Last))
		})
		for i--; i >= 0 && sc.excepted[i].Section == m.Section; i-- {
			if sc.excepted[i].Last > m.First {
				return true
			}
			if m.First-sc.excepted[i].First > longestException {
				return false
			}
		}
		return false
	})
}

// takeModifiers moves the modifiers out of the matches.
func (sc *referenceScanner) takeModifiers() []Match {
	i := slices.IndexFunc(sc.matches, func(m Match) bool { return m.Section >= modifierNegators })
	if i < 0 {
		return nil
	}
	modifiers := sc.matches[i:]
	sc.matches = sc.matches[:i]
	slices.SortStableFunc(modifiers, func(x, y Match) int { return cmp.Compare(x.First, y.First) })
	return modifiers
}
