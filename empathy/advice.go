package empathy

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// Advice says what to say next, and how.
type Advice struct {
	Language  language.Tag
	Register  Register
	Address   Address
	Emotion   Emotion
	Intensity Intensity
	Needs     []Need // still open, the weightiest first
	Steps     []Step // in the order in which to take them
}

// A Step is one thing to say.
type Step struct {
	Stage  Stage
	Intent string // an intent of locales/intents.toml, "apologizing.error"
}

// Advise says what to answer a customer's first message: see [Checker.Advise].
func Advise(customer string) (Advice, error) { return standard().Advise(customer) }

// Advise reads a customer's message and says which stages a reply to it goes
// through: the human ones first, the answer in the middle, the human ones
// last. The answer itself, where the stage is [Resolving], is the agent's.
// The errors are those of [Checker.Analyze].
func (c *Checker) Advise(customer string) (Advice, error) {
	m, err := c.listen("customer's message", customer, baseOf(c.language), "")
	if err != nil {
		return Advice{}, err
	}
	t := toneOf(m)
	a := Advice{Language: t.Language, Register: t.Register, Address: t.Address, Emotion: t.Emotion, Intensity: t.Intensity}
	a.Register = answeringRegister(t)
	a.Needs = needsOf(m, t)
	a.Steps = slices.Concat(before(m, t), answer(m), after(m, t))
	return a, nil
}

// answeringRegister is the register to answer in: the customer's, but familiar
// address only to somebody who uses it. Polite words never offend a customer
// who writes casually; familiar ones may.
func answeringRegister(t Tone) Register {
	if t.Register != Informal {
		return t.Register
	}
	switch baseOf(t.Language) {
	case "en": // has no familiar address
		return Informal
	case "zh": // 你 says little about the customer, and 您 is never wrong to one
		return Neutral
	}
	if t.Address == T {
		return Informal
	}
	return Neutral
}

// needsOf reads the needs off the message, the weightiest first.
func needsOf(m *tone.Message, t Tone) []Need {
	open := []Need{Dignity}
	for _, rest := range []struct {
		need  Need
		there bool
	}{
		{Reassurance, m.Has(lexicon.FactRecurrence) && t.Emotion.Negative()},
		{Explanation, m.Has(lexicon.AskWhy)},
		{Thanks, m.Has(lexicon.FactCredit) || t.Emotion == Gratitude},
		{Hearing, t.Emotion.Negative() && t.Intensity >= Strong},
		{Apology, harmed(m, t)},
		{Predictability, m.Has(lexicon.AskWhen) || m.Has(lexicon.FactUrgent)},
	} {
		if rest.there {
			open = append(open, rest.need)
		}
	}
	return open
}

// before is what to say to the person before the answer.
func before(m *tone.Message, t Tone) []Step {
	var steps []Step
	switch {
	case t.Emotion == NoEmotion:
		steps = append(steps, Step{Opening, "opening.greeting"})
	case m.Has(lexicon.FactImpact) && t.Emotion.Negative():
		steps = append(steps, Step{Acknowledging, "acknowledging.personal_impact"})
	default:
		steps = append(steps, Step{Acknowledging, acknowledging(t.Emotion)})
	}
	if harmed(m, t) {
		apology := "apologizing.error"
		switch {
		case m.Has(lexicon.FactRecurrence):
			apology = "apologizing.recurrence"
		case t.Emotion == Worry: // whether there was a mistake is what worries
			apology = "apologizing.delay"
		}
		steps = append(steps, Step{Apologizing, apology})
	}
	return steps
}

// answer is the business in the middle.
func answer(m *tone.Message) []Step {
	var steps []Step
	if m.Has(lexicon.AskWhy) {
		steps = append(steps, Step{Explaining, "explaining.cause_known"})
	}
	return append(steps, Step{Resolving, "resolving.proposal"})
}

// after is what to say to the person after the answer.
func after(m *tone.Message, t Tone) []Step {
	var steps []Step
	credit := m.Has(lexicon.FactCredit) && !m.Mockery
	if t.Emotion.Positive() {
		if credit || t.Emotion == Joy {
			steps = append(steps, Step{Closing, "closing.thanks"})
		}
		return append(steps, Step{Closing, "closing.invitation_back"})
	}
	if credit {
		steps = append(steps, Step{Closing, "closing.thanks"})
	}
	if m.Has(lexicon.FactRecurrence) && t.Emotion.Negative() {
		steps = append(steps, Step{Reassuring, "reassuring.prevention"})
	}
	if m.Has(lexicon.AskWhen) || m.Has(lexicon.FactUrgent) {
		steps = append(steps, Step{Reassuring, "reassuring.certainty"})
	}
	if m.Has(lexicon.FactProblem) || m.Has(lexicon.FactHarm) || t.Emotion.Negative() {
		return append(steps, Step{Confirming, "confirming.works"})
	}
	return append(steps, Step{Confirming, "confirming.anything_else"})
}
