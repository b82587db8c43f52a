package lexicon

import (
	"slices"

	"github.com/empathykit/empathykit/internal/text"
)

// A reading is what a token is to the automaton.
type reading struct {
	has     uint64 // bits of its classes
	next    uint64 // bits of what may follow it
	gapNext uint64 // bits of what may follow it behind a gap
	columns int32  // where its classes begin; they end where those of the next token do
	cost    int32  // of skipping it; 0: a mark
}

// read finds the classes of all tokens.
func (sc *Scanner) read(latin bool) {
	v := &sc.a.vocabulary
	sc.readings = slices.Grow(sc.readings, len(sc.doc.Tokens)+1)
	for i := range sc.doc.Tokens {
		kind := sc.doc.Tokens[i].Kind
		r := reading{columns: int32(len(sc.columns)), cost: costOf(kind)}
		fold := sc.doc.Fold(i)
		if latin && kind == text.Word {
			fold = text.Skeleton(fold)
		}
		if kind == text.Number && v.numbers != noClass {
			sc.columns = append(sc.columns, columnOf(v.numbers, v.step))
		}
		if w := v.words.find(fold); w == nil {
			sc.columns = v.byAffixes(sc.columns, fold)
		} else if w.exacts == 0 {
			sc.columns = v.append(sc.columns, w.class)
		} else if latin {
			sc.columns = v.append(sc.columns, v.written(w, fold))
		} else {
			sc.columns = v.append(sc.columns, v.written(w, sc.doc.Exact(i)))
		}
		for _, c := range sc.columns[r.columns:] {
			r.has |= bitOf(c.class)
		}
		sc.readings = append(sc.readings, r)
	}
	sc.readings = append(sc.readings, reading{columns: int32(len(sc.columns))})
}

func costOf(k text.Kind) int32 {
	switch k {
	case text.Punct:
		return 0
	case text.Han:
		return hanCost
	}
	return wordCost
}

// lookAhead notes for each token of the sentence what may follow it.
func (sc *Scanner) lookAhead() {
	first, last := sc.sentence.First, sc.sentence.Last
	readings := sc.readings[:last]
	for i := first; i < last; i++ {
		var seen uint64
		budget, marks := int32(gapBudget), 0
		next := true
		for j := i + 1; j < last; j++ {
			r := &readings[j]
			seen |= r.has
			if next {
				readings[i].next = seen
			}
			if r.cost == 0 {
				if marks++; marks > maxMarks {
					break
				}
				continue
			}
			next = false
			if budget -= r.cost; budget < 0 {
				break
			}
		}
		readings[i].gapNext = seen
	}
}
