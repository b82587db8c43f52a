package lexicon

import (
	"cmp"
	"slices"

	"github.com/empathykit/empathykit/internal/text"
)

// How far a modifier reaches, in words (Chinese: half as many characters
// again would be a word, so characters count the same as words there).
const (
	negatorReach     = 3
	intensifierReach = 2
	hedgeReach       = 3

	modifierReach = 24 // in tokens: no modifier further away is looked at
)

// takeModifiers moves the modifiers out of the matches. Both stay in the
// order of the text.
func (sc *Scanner) takeModifiers() {
	kept := sc.matches[:0]
	for _, m := range sc.matches {
		if m.Section >= modifierNegators {
			sc.modifiers = append(sc.modifiers, m)
		} else {
			kept = append(kept, m)
		}
	}
	sc.matches = kept
}

// modify lets the modifiers beside a match work on it, and reports whether
// the match stays.
func modify(doc *text.Document, m *Match, modifiers []Match) bool {
	raise, lower := false, false
	from, _ := slices.BinarySearchFunc(modifiers, m.First-modifierReach, func(mod Match, first int) int { return cmp.Compare(mod.First, first) })
	for _, mod := range modifiers[from:] {
		if mod.First >= m.Last+modifierReach {
			break
		}
		before := wordsBetween(doc, mod.Last, m.First)
		switch mod.Section {
		case modifierNegators:
			if before >= 0 && before < negatorReach {
				return false
			}
		case modifierIntensifiers:
			after := wordsBetween(doc, m.Last, mod.First)
			inside := mod.First >= m.First && mod.Last <= m.Last
			raise = raise || inside || before >= 0 && before < intensifierReach || after >= 0 && after < intensifierReach
		case modifierHedges:
			lower = lower || before >= 0 && before < hedgeReach
		case modifierConditionals:
			m.Conditional = m.Conditional || before >= 0
		}
	}
	if m.Section.IsEmotion() {
		if raise && m.Strength < Strong {
			m.Strength++
		}
		if lower && m.Strength > Mild {
			m.Strength--
		}
	}
	return true
}

// wordsBetween counts the words from token i up to token j, or returns -1
// where j comes first or a clause ends between them.
func wordsBetween(doc *text.Document, i, j int) int {
	if i > j || i < len(doc.Tokens) && j < len(doc.Tokens) && doc.Tokens[i].Sentence != doc.Tokens[j].Sentence {
		return -1
	}
	n := 0
	for ; i < j; i++ {
		if doc.Tokens[i].Kind == text.Punct {
			return -1
		}
		n++
	}
	return n
}
