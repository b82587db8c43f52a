package empathy

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// An adviser finds out what to say next in a conversation.
type adviser struct {
	checker *Checker
	course  *course
	heard   *heard        // nil where it is the customer's turn
	message *tone.Message // what was heard, without its words
	tone    Tone
	now     string // where the conversation stands: the key of its explanation
	steps   []Step
}

func (c *Conversation) adviser() *adviser {
	a := &adviser{checker: c.judgeBy(), course: &c.course, heard: c.course.heard}
	if a.heard != nil {
		a.message = a.heard.trace.Message()
		a.tone = toneOf(a.message)
		return a
	}
	a.tone.Language = c.course.language()
	return a
}

// advise goes through what may be the case, the most particular first.
func (c *Conversation) advise(situations []Situation) Advice {
	a := c.adviser()
	is := func(s Situation) bool { return slices.Contains(situations, s) }
	switch {
	case is(ProblemAhead):
		a.warn()
	case is(CustomerUnreachable):
		a.callBack()
	case is(TakesLonger):
		a.apologizeForDelay()
	case is(TakesAMoment):
		a.hold()
	case len(c.course.turns) == 0:
		a.at("begin")
		a.take("opening.greeting", "listening.invite")
	case a.heard == nil && (is(SolutionDone) || is(TwoWays) || is(NothingCanBeDone)):
		a.comeBack(is)
	case a.heard == nil:
		a.waitForCustomer()
	case is(NothingCanBeDone):
		a.decline()
	case a.isCorrected():
		a.goBack()
	case a.heard.vague && !is(SolutionDone) && !is(TwoWays) && !is(DetailsMissing):
		a.listen()
	case a.mayClose():
		a.close()
	case is(DetailsMissing):
		a.clarify()
	case a.isLong() && !is(SolutionDone):
		a.paraphrase()
	default:
		a.solve(is)
	}
	return a.advice()
}

// at says where the conversation stands.
func (a *adviser) at(now string) { a.now = now }

// take adds steps.
func (a *adviser) take(intents ...string) {
	for _, intent := range intents {
		name, _, _ := strings.Cut(intent, ".")
		stage, _ := ParseStage(name)
		a.steps = append(a.steps, Step{Stage: stage, Intent: intent, Why: a.checker.explainer.message("advice." + intent)})
	}
}

func (a *adviser) takeIf(there bool, intents ...string) {
	if there {
		a.take(intents...)
	}
}

// advice puts it together, in the voice that suits the customer and the brand.
func (a *adviser) advice() Advice {
	t := a.course.carried(a.tone)
	advice := Advice{
		Language: t.Language, Register: answeringRegister(t), Address: t.Address, Emotion: t.Emotion, Intensity: t.Intensity,
		Needs: a.course.needs.open(), Steps: a.steps, Why: a.checker.explainer.message("advice.now." + a.now),
		Used: slices.Clone(a.course.used), brand: a.checker.brand,
	}
	if advice.Language == language.Und {
		advice.Language = a.checker.language
	}
	advice.Register = a.checker.brand.tune(advice.Language, advice.Register)
	if address := a.checker.brand.address(advice.Language); address != NoAddress {
		advice.Address = address
	}
	return advice
}

// has reports whether what was heard tells the section.
func (a *adviser) has(section lexicon.Section) bool {
	return a.message != nil && a.message.Has(section)
}

// open reports whether the customer still needs it.
func (a *adviser) open(n Need) bool { return a.course.needs.isOpen(n) }

// first reports whether the agent has not said anything yet.
func (a *adviser) first() bool { return a.course.replies() == 0 }
