package lexicon

import (
	"cmp"
	"slices"

	"github.com/empathykit/empathykit/internal/text"
)

// A Match is a pattern found in a message.
type Match struct {
	Section     Section
	Strength    Strength
	First, Last int   // tokens [First, Last) of the document
	Line        int   // of the pattern in the tone file
	Pattern     int32 // which one it is, counted through the tone file
	Conditional bool
}

// A gap spans up to three words or six Chinese characters.
const (
	gapBudget = 6
	wordCost  = 2
	hanCost   = 1
)

// maxThreads bounds how many patterns are followed at once, so that no text
// can make the scan other than linear. Real text stays far below.
const maxThreads = 512

// A thread is a pattern that has been matched up to a state.
type thread struct {
	state int32
	first int32
	gap   int32 // what may still be skipped before the next element
}

// A Scanner holds the buffers of a scan, so that they can be used again. It
// is not safe for concurrent use; the zero Scanner is ready.
type Scanner struct {
	active, next []thread
	symbols      []symbol
	marks        []uint32 // by symbol: the stamp of the token that it was last seen on
	stamp        uint32
	matches      []Match
	excepted     []Match
}

// Scan finds the patterns in a document. latin asks for the reading of Greek
// typed in Latin letters. The result is in the order of the text and stays
// valid until the next Scan.
func (sc *Scanner) Scan(l *Lexicon, doc *text.Document, latin bool) []Match {
	a := l.main
	if latin && l.latin != nil {
		a = l.latin
	}
	sc.matches, sc.excepted = sc.matches[:0], sc.excepted[:0]
	for i := range doc.Sentences {
		sc.sentence(a, doc, &doc.Sentences[i], latin && l.latin != nil)
	}
	sc.settle(doc)
	return sc.matches
}

func (sc *Scanner) sentence(a *automaton, doc *text.Document, s *text.Sentence, latin bool) {
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
			} else if cost := skipCost(token.Kind); t.gap >= cost {
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

func skipCost(k text.Kind) int32 {
	if k == text.Han {
		return hanCost
	}
	return wordCost
}

func (sc *Scanner) keep(t thread) {
	if len(sc.next) < maxThreads {
		sc.next = append(sc.next, t)
	}
}

// advance moves a thread over token i, by every symbol of the token.
func (sc *Scanner) advance(a *automaton, doc *text.Document, s *text.Sentence, t thread, i int) {
	from := &a.states[t.state]
	if len(from.edges) <= edgesASearch*len(sc.symbols) {
		for _, e := range from.edges {
			if sc.marks[e.symbol] == sc.stamp {
				sc.enter(a, doc, s, t, e.target, i)
			}
		}
		return
	}
	for _, symbol := range sc.symbols {
		for _, e := range from.next(symbol) {
			sc.enter(a, doc, s, t, e.target, i)
		}
	}
}

// edgesASearch is how many edges can be looked at in the time of one search
// among them.
const edgesASearch = 8

// enter takes a thread to a state.
func (sc *Scanner) enter(a *automaton, doc *text.Document, s *text.Sentence, t thread, target int32, i int) {
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
func (sc *Scanner) mark(a *automaton) {
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

func (sc *Scanner) accept(a *automaton, doc *text.Document, s *text.Sentence, id int32, first, last int) {
	p := &a.patterns[id]
	if p.end && !endsSentence(doc, s, last) {
		return
	}
	m := Match{Section: p.section, Strength: p.strength, First: first, Last: last, Line: int(p.line), Pattern: id}
	if p.strength == exceptStrength {
		sc.excepted = append(sc.excepted, m)
		return
	}
	sc.matches = append(sc.matches, m)
}

// endsSentence reports whether only marks and emoji follow.
func endsSentence(doc *text.Document, s *text.Sentence, last int) bool {
	for i := last; i < s.Last; i++ {
		if k := doc.Tokens[i].Kind; k != text.Punct && k != text.Emoji {
			return false
		}
	}
	return true
}

func (sc *Scanner) symbolsOf(a *automaton, doc *text.Document, i int, latin bool) []symbol {
	symbols := sc.symbols[:0]
	token := &doc.Tokens[i]
	if token.Kind == text.Number {
		symbols = append(symbols, a.symbols.numbers...)
	}
	fold := doc.Fold(i)
	if latin && token.Kind == text.Word {
		fold = text.Skeleton(fold)
	}
	exact := func() string {
		if latin {
			return fold
		}
		return doc.Exact(i)
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
func (sc *Scanner) settle(doc *text.Document) {
	slices.SortFunc(sc.matches, func(x, y Match) int {
		return cmp.Or(cmp.Compare(x.Section, y.Section), cmp.Compare(x.First, y.First),
			cmp.Compare(y.Last, x.Last), cmp.Compare(y.Strength, x.Strength))
	})
	sc.matches = longest(sc.matches)
	slices.SortFunc(sc.excepted, func(x, y Match) int {
		return cmp.Or(cmp.Compare(x.Section, y.Section), cmp.Compare(x.First, y.First))
	})
	sc.dropExcepted()
	modifiers := sc.takeModifiers()
	kept := sc.matches[:0]
	for _, m := range sc.matches {
		if modify(doc, &m, modifiers) {
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
// Both lists are in the order of section and place.
func (sc *Scanner) dropExcepted() {
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

// longestException bounds how far back an exception that still overlaps can
// begin, in tokens: it keeps the search short.
const longestException = 64
