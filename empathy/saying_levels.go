package empathy

import (
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// toPerson and toMatter are what speaks on the human level and on that of
// business.
var (
	toPerson = []lexicon.Section{
		lexicon.ActGreet, lexicon.ActWish, lexicon.ActInvite, lexicon.ActAcknowledge, lexicon.ActApologize,
		lexicon.ActThank, lexicon.ActWarm, lexicon.ActParaphrase, lexicon.ActReassure,
	}
	toMatter = []lexicon.Section{
		lexicon.ActAsk, lexicon.ActExplain, lexicon.ActPropose, lexicon.ActOfferChoice, lexicon.ActPromiseTime,
		lexicon.ActDecline, lexicon.ActHandOver, lexicon.ActWait, lexicon.ActConfirm, lexicon.ActFeedback,
	}
)

// mostLevels is where the series of levels of a reply is cut.
const mostLevels = 8

// levelsOf returns how human and business alternate in the reply. A sentence
// that does nothing which is known says nothing of its level, but one with a
// number in it is business.
func levelsOf(r *tone.Reply) []Level {
	var levels []Level
	add := func(l Level) {
		if n := len(levels); (n == 0 || levels[n-1] != l) && n < mostLevels {
			levels = append(levels, l)
		}
	}
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if s.DoesAny(toPerson...) {
			add(Human)
		}
		if s.DoesAny(toMatter...) || s.Numbers {
			add(Business)
		}
	}
	return levels
}
