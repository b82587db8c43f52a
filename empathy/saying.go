package empathy

import (
	"slices"
	"strings"

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
			p.customer, p.remembered = m, h.content
		}
	} else if hint != "" && c.course.spoke(TheCustomer) {
		report.Customer = c.course.carried(Tone{Language: c.course.language(), supported: true})
	}
	p.judge(&report, reply, hint, nil)
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
	return c.listen("customer's message", h.text, h.trace.Language, "")
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
	s.turn.Echoes = p.customer != nil && p.reply.takesUp(p.content())
	s.prints = p.reply.sentencePrints()
	asks := slices.ContainsFunc(s.prints, func(s sentencePrint) bool { return s.question })
	for _, a := range Acts() {
		if a == ActClose && !p.reply.takesLeave() {
			continue
		}
		if p.reply.does(sectionsOf[a]...) || p.says(a) || a == ActAsk && asks {
			s.turn.Acts = append(s.turn.Acts, a)
		}
	}
	s.turn.Levels = p.reply.levels()
	s.meets = p.meets(s.turn)
	return s
}

// says reports whether the reply is known to hold a phrase of the catalog
// that does the act.
func (p *pair) says(a Act) bool {
	return slices.ContainsFunc(p.phrases, func(id string) bool {
		name, _, _ := strings.Cut(id, ".")
		stage, err := ParseStage(name)
		return err == nil && stage != AnyStage && actOf[stage] == a
	})
}

// actOf says what the catalog's phrases of a stage do.
var actOf = map[Stage]Act{
	Opening: ActGreet, Listening: ActInvite, Acknowledging: ActAcknowledge, Clarifying: ActAsk, Paraphrasing: ActParaphrase,
	Apologizing: ActApologize, Explaining: ActExplain, Resolving: ActPropose, Declining: ActDecline, Reassuring: ActReassure,
	Waiting: ActWait, Confirming: ActConfirm, Closing: ActWish, FollowUp: ActFeedback,
}

// lastWords is how many sentences from the end a farewell stands.
const lastWords = 3

// takesLeave reports whether the reply ends by closing the case. Who asks, or
// gives back that a case was closed, does not close it.
func (r *replyReading) takesLeave() bool {
	for _, s := range r.sentences[max(0, len(r.sentences)-lastWords):] {
		if s.does(lexicon.ActClose) && !s.question && !s.does(lexicon.ActParaphrase) {
			return true
		}
	}
	return false
}

// sectionsOf says by which signals an act is told.
var sectionsOf = map[Act][]lexicon.Section{
	ActGreet: {lexicon.ActGreet}, ActInvite: {lexicon.ActInvite}, ActAcknowledge: {lexicon.ActAcknowledge}, ActApologize: {lexicon.ActApologize},
	ActThank: {lexicon.ActThank}, ActAsk: {lexicon.ActAsk}, ActParaphrase: {lexicon.ActParaphrase}, ActExplain: {lexicon.ActExplain},
	ActPropose: {lexicon.ActPropose}, ActOfferChoice: {lexicon.ActOfferChoice}, ActPromiseTime: {lexicon.ActPromiseTime}, ActReassure: {lexicon.ActReassure},
	ActDecline: {lexicon.ActDecline}, ActHandOver: {lexicon.ActHandOver}, ActWait: {lexicon.ActWait}, ActConfirm: {lexicon.ActConfirm},
	ActWish: {lexicon.ActWish}, ActClose: {lexicon.ActClose}, ActFeedback: {lexicon.ActFeedback},
	ActBlame: {lexicon.FaultBlame}, ActArgue: {lexicon.FaultArgue}, ActDismiss: {lexicon.FaultDismiss}, ActPress: {lexicon.FaultPress},
	ActCapitulate: {lexicon.FaultCapitulate, lexicon.FaultGrovel}, ActBoilerplate: {lexicon.FaultBoilerplate},
}

// stage returns the stage that an act belongs to; thanks may stand in any.
func (a Act) stage() Stage {
	switch a {
	case ActGreet:
		return Opening
	case ActInvite:
		return Listening
	case ActAcknowledge:
		return Acknowledging
	case ActAsk:
		return Clarifying
	case ActParaphrase:
		return Paraphrasing
	case ActApologize:
		return Apologizing
	case ActExplain:
		return Explaining
	case ActPropose, ActOfferChoice, ActHandOver:
		return Resolving
	case ActDecline:
		return Declining
	case ActReassure, ActPromiseTime:
		return Reassuring
	case ActWait:
		return Waiting
	case ActConfirm:
		return Confirming
	case ActWish, ActClose:
		return Closing
	case ActFeedback:
		return FollowUp
	}
	return AnyStage
}

// meets returns the needs that the reply meets, by the measure of the rules
// that look for them.
func (p *pair) meets(t Turn) []Need {
	given := func(section lexicon.Section) bool { return p.reply.does(section) || p.reply.Hints(section) }
	var needs []Need
	for _, met := range []struct {
		need  Need
		there bool
	}{
		{Reassurance, given(lexicon.ActReassure)},
		{Explanation, given(lexicon.ActExplain) || p.reply.isAccount()},
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

// levels returns how human and business alternate in the reply. A sentence
// that does nothing which is known says nothing of its level, but one with a
// number in it is business.
func (r *replyReading) levels() []Level {
	var levels []Level
	add := func(l Level) {
		if n := len(levels); (n == 0 || levels[n-1] != l) && n < mostLevels {
			levels = append(levels, l)
		}
	}
	for i := range r.sentences {
		s := &r.sentences[i]
		if s.doesAny(toPerson...) {
			add(Human)
		}
		if s.doesAny(toMatter...) || s.numbers {
			add(Business)
		}
	}
	return levels
}
