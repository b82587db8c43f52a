package empathy

import (
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// hear takes in a customer's message.
func (c *Conversation) hear(message string) Report {
	checker := c.judgeBy()
	m, err := checker.listenOn(message, baseOf(c.course.language()))
	report := Report{err: err}
	if m != nil {
		report.Customer = toneOf(m)
	}
	if err != nil {
		return report
	}
	answer, err := c.answerIn(m)
	if err != nil {
		report.err = err
		return report
	}
	turn := turnOfCustomer(report.Customer, answer, m.Words())
	if c.keep {
		turn.Text = message
	}
	before := c.course.heard != nil && c.course.heard.rising
	c.course.takeIn(m, turn, message)
	if c.course.heard.rising && !before {
		p := pair{checker: checker, customer: m, c: report.Customer, r: report.Customer}
		p.add(RuleFeelingRising, 0.65, Span{}, p.feelingSpan())
		report.findings = p.finish()
	}
	return report
}

// fewWords is how many words do not tell that a customer has changed to
// another language with the same letters: "ok super" is Polish, too.
const fewWords = 4

// listenOn reads a message in a conversation that was in some language so far.
func (c *Checker) listenOn(message, before string) (*tone.Message, error) {
	const name = "customer's message"
	m, err := c.listen(name, message, baseOf(c.language), before)
	if m != nil && before != "" && m.Language != before && m.Words() <= fewWords && m.MayBe(before) {
		return c.listen(name, message, before, "")
	}
	return m, err
}

// answerIn reads how the customer takes what was said. A bare no after a
// summary or a question whether it works corrects; when all is agreed, it says
// that there is nothing else.
func (c *Conversation) answerIn(m *tone.Message) (Answer, error) {
	a, err := c.judgeBy().listener.Answer(m)
	reply, _ := c.course.last(TheAgent)
	switch {
	case err != nil:
		return NoAnswer, err
	case a.Corrects:
		return Corrects, nil
	case a.Agrees:
		return Agrees, nil
	case a.Refuses && c.course.proposal() == agreed:
		return Agrees, nil
	case a.Refuses && (reply.does(ActParaphrase) || c.course.proposal() == asked):
		return Corrects, nil
	}
	return NoAnswer, nil
}

func turnOfCustomer(t Tone, answer Answer, words int) Turn {
	return Turn{
		Speaker: TheCustomer, Language: t.Language, Register: t.Register, Address: t.Address,
		Emotion: t.Emotion, Intensity: t.Intensity, Answer: answer, Words: min(words, mostWords),
	}
}

// mostWords is where counting words stops.
const mostWords = 9999

// takeIn notes what a message tells. Messages that wait for a reply together
// become one.
func (c *course) takeIn(m *tone.Message, turn Turn, message string) {
	t := toneOf(m)
	h := &heard{trace: m.Trace(), text: message, words: turn.Words, vague: isVague(m, turn), answer: turn.Answer}
	h.rising = c.rises(turn)
	for i := range c.said {
		s := &c.said[i]
		s.answered = s.answered || s.question && answers(m, t, turn.Answer, turn.Words, h.trace.Content, s.sketch)
	}
	if c.heard != nil {
		h.join(c.heard)
	}
	c.heard = h
	c.needs.show(needsOf(m, t), h.rising)
	if turn.Answer == Agrees {
		c.needs.meet(Control)
	}
	c.remember(turn)
}

// join adds what the customer said before, in the same breath.
func (h *heard) join(before *heard) {
	h.text = ""
	h.trace = before.trace.Join(h.trace)
	h.words = min(h.words+before.words, mostWords)
	h.vague = h.vague && before.vague
	h.rising = h.rising || before.rising
	if h.answer == NoAnswer {
		h.answer = before.answer
	}
}

// vagueWords is how many words leave open what a message is about, if
// nothing is asked or told in them.
const vagueWords = 7

func isVague(m *tone.Message, t Turn) bool {
	few := vagueWords
	if m.Language == "zh" {
		few += few / 2
	}
	if t.Words > few || t.Answer != NoAnswer || t.Emotion.Positive() {
		return false
	}
	for _, s := range m.Doc.Sentences {
		if s.Final == '?' {
			return false
		}
	}
	for _, told := range []lexicon.Section{
		lexicon.FactHarm, lexicon.FactRecurrence, lexicon.FactSolved, lexicon.FactCredit, lexicon.FactThreat, lexicon.AskWhen, lexicon.AskWhy, lexicon.AskOffer,
	} {
		if m.Has(told) {
			return false
		}
	}
	for i := range m.Doc.Tokens {
		if isCode(m.Doc, i) {
			return false
		}
	}
	return true
}

// rises reports whether the customer is plainly more upset than before the
// agent's last reply, and by it: who was only greeted, or invited to tell, tells
// now what has upset them all along.
func (c *course) rises(now Turn) bool {
	if !now.Emotion.Negative() || now.Intensity < Strong {
		return false
	}
	i := len(c.turns)
	group := func(s Speaker) []Turn { // the turns of one speaker before i
		end := i
		for i > 0 && c.turns[i-1].Speaker == s {
			i--
		}
		return c.turns[i:end]
	}
	group(TheCustomer) // what waits for the reply together with this
	replies, before := group(TheAgent), group(TheCustomer)
	answered := func(t Turn) bool { return !t.does(ActInvite) && slices.ContainsFunc(t.Acts, aboutTheMatter) }
	if len(before) == 0 || !slices.ContainsFunc(replies, answered) {
		return false
	}
	for _, t := range before {
		if t.Emotion.Negative() && t.Intensity >= now.Intensity {
			return false
		}
	}
	return true
}

// aboutTheMatter reports whether an act is more than a greeting.
func aboutTheMatter(a Act) bool { return a != ActGreet && a != ActThank && a != ActWish }
