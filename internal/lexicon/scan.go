package lexicon

import "github.com/empathykit/empathykit/internal/text"

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

// Between two words of a pattern any marks may stand, but not more than this:
// a line of marks does not hold words together.
const maxMarks = 8

// A Scanner holds the buffers of a scan, so that they can be used again. It
// is not safe for concurrent use; the zero Scanner is ready.
type Scanner struct {
	a        *automaton
	doc      *text.Document
	sentence *text.Sentence
	readings []reading // of the tokens, and one more
	columns  []column  // the classes of all tokens

	first     int   // the token that what is being followed began at
	hits      []hit // from there
	ends      [Sections]int
	matches   []Match
	excepted  []Match
	modifiers []Match
	stopped   func() bool // asked from time to time whether to give up; may be nil
	exempts   uint64      // sections that have something excepted
	steps     int         // taken so far
}

// Scan finds the patterns in a document. latin asks for the reading of Greek
// typed in Latin letters. The result is in the order of the text and stays
// valid until the next Scan.
func (sc *Scanner) Scan(l *Lexicon, doc *text.Document, latin bool) []Match {
	return sc.ScanUntil(nil, l, doc, latin)
}

// tokensToAsk is after how many tokens a scan asks whether to give up.
const tokensToAsk = 4096

// ScanUntil is Scan, which gives up once stopped says so: then what it returns
// is of no use.
func (sc *Scanner) ScanUntil(stopped func() bool, l *Lexicon, doc *text.Document, latin bool) []Match {
	sc.stopped = stopped
	defer func() { sc.stopped = nil }()
	sc.a, sc.doc = l.main, doc
	if latin = latin && l.latin != nil; latin {
		sc.a = l.latin()
	}
	sc.clear()
	sc.read(latin)
	for i := range doc.Sentences {
		sc.sentence = &doc.Sentences[i]
		sc.lookAhead()
		sc.scanSentence()
	}
	sc.settle()
	sc.doc, sc.sentence = nil, nil
	return sc.matches
}

// scanSentence follows all patterns from each token of the sentence.
func (sc *Scanner) scanSentence() {
	marksOnly := true
	for i := sc.sentence.First; i < sc.sentence.Last; i++ {
		if i%tokensToAsk == 0 && sc.stopped != nil && sc.stopped() {
			return
		}
		sc.first = i
		r := &sc.readings[i]
		for _, c := range sc.columns[r.columns:sc.readings[i+1].columns] {
			if start := sc.a.starts[c.class]; start != 0 {
				sc.enter(start, i)
			}
		}
		if marksOnly && r.cost > 0 {
			marksOnly = false
			sc.follow(atStart, i-1, 0)
		}
		if len(sc.hits) > 0 {
			sc.keep()
		}
	}
}

// enter comes to a junction with token i.
func (sc *Scanner) enter(at int32, i int) {
	sc.steps++
	j := sc.a.junction(at)
	r := &sc.readings[i]
	if len(j.accepts) > 0 {
		sc.accept(j.accepts, i+1)
	}
	if j.wanted&r.next|j.gapWanted&r.gapNext == 0 {
		return // as in most cases
	}
	if j.wanted&r.next != 0 {
		sc.follow(at, i, 0)
	}
	if j.gapWanted&r.gapNext != 0 {
		sc.follow(j.gap, i, gapBudget)
	}
}

// follow goes on from a junction over the tokens behind i, of which those
// that the budget allows may be skipped.
func (sc *Scanner) follow(at int32, i int, budget int32) {
	a := sc.a
	j := a.junction(at)
	marks := 0
	for i++; i < sc.sentence.Last; i++ {
		r := &sc.readings[i]
		if j.wanted&r.has != 0 {
			for _, c := range sc.columns[r.columns:sc.readings[i+1].columns] {
				if j.row != nil {
					if target := j.row.find(c); target != 0 {
						sc.enter(target, i)
					}
				}
				for k := range j.arcs {
					if e := &j.arcs[k]; e.has&bitOf(c.class) != 0 && (e.always || r.next != 0) && e.members.has(c) {
						sc.enter(e.target, i)
					}
				}
			}
		}
		if r.cost == 0 {
			if marks++; marks > maxMarks {
				return
			}
			continue
		}
		if budget -= r.cost; budget < 0 {
			return
		}
	}
}

// accept notes the patterns that have been matched up to token last. Those
// that lie in what was matched from an earlier token are not worth noting.
func (sc *Scanner) accept(ids []int32, last int) {
	for _, id := range ids {
		p := &sc.a.patterns[id]
		if p.strength != exceptStrength && last <= sc.ends[p.section] || p.end && !sc.endsSentence(last) {
			continue
		}
		sc.hits = append(sc.hits, hitOf(p, id, last-sc.first))
	}
}

// endsSentence reports whether only marks and emoji follow.
func (sc *Scanner) endsSentence(last int) bool {
	for i := last; i < sc.sentence.Last; i++ {
		if k := sc.doc.Tokens[i].Kind; k != text.Punct && k != text.Emoji {
			return false
		}
	}
	return true
}
