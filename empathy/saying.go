package empathy

import (
	"context"
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// A saying is what a reply changes in the course of a conversation.
type saying struct {
	turn   Turn
	meets  []Need
	prints []sentencePrint
	spoken bool // it could be read, in the customer's language
}

// judge checks a reply in the light of the conversation.
func (c *Conversation) judge(reply string, phrases []string) (Report, saying) {
	checker := c.judgeBy()
	p := pair{checker: checker, course: &c.course, phrases: phrases}
	var report Report
	hint := baseOf(c.course.language())
	if hint == "" {
		hint = baseOf(checker.language)
	}
	if h := c.course.heard; h != nil {
		m, err := h.message(checker)
		if err != nil {
			report.err = err
			return report, saying{}
		}
		report.Customer = c.course.carried(toneOf(m))
		if h.words > 0 { // an emoji, a question mark: nothing to go by
			p.customer = m
		}
	} else if hint != "" && c.course.spoke(TheCustomer) {
		report.Customer = c.course.carried(Tone{Language: c.course.language(), supported: true})
	}
	p.readReply(context.Background(), &report, reply, hint, nil)
	if p.reply != nil {
		p.checkAll()
	}
	report.findings = p.finish()
	s := saying{turn: Turn{Speaker: TheAgent, Language: report.Reply.Language}}
	if p.reply != nil {
		s = p.saying
	}
	if c.keep {
		s.turn.Text = reply
	}
	return report, s
}

// message returns what the customer said, with its words where they are
// still there.
func (h *heard) message(c *Checker) (*tone.Message, error) {
	if h.text == "" {
		return h.trace.Message(), nil
	}
	m, err := c.listen("customer's message", h.text, h.trace.Language, "")
	if err == nil {
		m.Recall(h.trace)
	}
	return m, err
}

// carried completes a customer's tone with the voice that the customer has
// shown before: a short answer shows none.
func (c *course) carried(t Tone) Tone {
	register, address := c.customerVoice()
	if t.Register == Neutral {
		t.Register = register
	}
	if t.Address == NoAddress {
		t.Address = address
	}
	return t
}

// say notes that a reply was sent.
func (c *Conversation) say(s saying) {
	course := &c.course
	if s.turn.Language == (Turn{}).Language && !s.spoken {
		return // nothing could be read
	}
	if s.spoken {
		course.needs.meet(s.meets...)
		if s.turn.does(ActPropose) && !s.turn.does(ActConfirm, ActOfferChoice, ActParaphrase, ActAsk) {
			course.needs.show([]Need{Control}, false)
		}
		course.said = append(course.said, s.prints...)
		if extra := len(course.said) - mostSentences; extra > 0 {
			course.said = slices.Delete(course.said, 0, extra)
		}
		course.heard = nil
	}
	course.remember(s.turn)
}

// sayingOf reads what a reply does.
func (p *pair) sayingOf() saying {
	s := saying{turn: Turn{Speaker: TheAgent, Language: p.r.Language, Register: p.r.Register, Address: p.r.Address}, spoken: true}
	s.turn.Echoes = p.customer != nil && p.reply.TakesUp(p.customer)
	s.prints = sentencePrints(p.reply)
	for _, a := range Acts() {
		if p.does(a) {
			s.turn.Acts = append(s.turn.Acts, a)
		}
	}
	s.turn.Levels = levelsOf(p.reply)
	s.meets = p.meets(s.turn)
	return s
}

// does reports whether the reply does an act. A conversation turns on who asks
// and who closes, so these are looked at more closely.
func (p *pair) does(a Act) bool {
	switch a {
	case ActAsk:
		return p.says(a) || slices.ContainsFunc(p.reply.Sentences, func(s tone.Sentence) bool { return inquires(&s) })
	case ActClose:
		return takesLeave(p.reply)
	}
	return p.says(a) || p.reply.Does(sectionsOf[a]...)
}

// meets returns the needs that the reply meets, by the measure of the rules
// that look for them.
func (p *pair) meets(t Turn) []Need {
	given := func(section lexicon.Section) bool { return p.reply.Does(section) || p.reply.Hints(section) }
	var needs []Need
	for _, met := range []struct {
		need  Need
		there bool
	}{
		{Reassurance, given(lexicon.ActReassure)},
		{Explanation, given(lexicon.ActExplain) || p.reply.IsAccount()},
		{Thanks, t.does(ActThank)},
		{Hearing, t.does(ActAcknowledge, ActParaphrase) || t.Echoes},
		{Apology, p.regrets()},
		{Control, t.does(ActOfferChoice, ActConfirm)},
		{Predictability, given(lexicon.ActPromiseTime)},
	} {
		if met.there {
			needs = append(needs, met.need)
		}
	}
	return needs
}
