package empathy

import (
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// harmed reports whether the company has done this customer harm: it is told,
// or somebody is plainly upset over something that came back, went wrong or
// upset their life. A single fault that is told in passing, by somebody who
// is not upset and asks nothing about it, may be nobody's.
func harmed(m *tone.Message, t Tone) bool {
	if t.Emotion.Positive() || m.Has(lexicon.FactSolved) && !t.upset() {
		return false // it is over
	}
	upsetBy := m.Has(lexicon.FactRecurrence) || m.Has(lexicon.FactImpact)
	if m.Has(lexicon.FactHarm) {
		if t.Emotion == Confusion {
			return upsetBy // what puzzles need not have harmed
		}
		weak, strong := m.Count(lexicon.FactHarm)
		return t.Intensity >= Strong || upsetBy || m.Has(lexicon.AskWhy) || m.Has(lexicon.AskWhen) || m.Has(lexicon.FactUrgent) ||
			weak+strong > 1 || t.Register == Formal
	}
	aimed := t.Emotion == Anger || t.Emotion == Frustration || t.Emotion == Disappointment
	return aimed && t.Intensity >= Strong && (upsetBy || m.Has(lexicon.FactProblem))
}

// upset reports whether the customer shows a negative feeling that a reply
// has to meet.
func (t Tone) upset() bool { return t.Emotion.Negative() && t.Intensity >= Strong }
