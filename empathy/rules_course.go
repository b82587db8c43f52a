package empathy

import (
	"slices"
	"strings"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// checkCourse applies the rules over the whole conversation: see the table at
// [RuleUnmetNeed].
func checkCourse(p *pair) {
	if p.course == nil {
		return
	}
	p.saying = p.sayingOf()
	p.lighten()
	p.checkAgreement()
	p.checkUnmetNeed()
	p.checkParaphrased()
	p.checkRepeated()
	p.checkDrift()
	p.checkBalance()
}

// closes reports whether the reply closes the case, or says goodbye twice.
func (p *pair) closes() bool { return p.saying.turn.does(ActClose) }

// found reports whether one of the rules has been broken in this reply.
func (p *pair) found(rules ...Rule) bool {
	return slices.ContainsFunc(p.findings, func(f Finding) bool { return slices.Contains(rules, f.Rule) })
}

// lighten takes back what earlier replies have dealt with: nobody wants the
// same apology in every message. Where the feeling has risen, it was not
// enough. Who listens, asks or gives back what was understood first may
// explain and promise later; [RuleUnmetNeed] sees to it that it comes.
func (p *pair) lighten() {
	t := p.saying.turn
	met := func(n Need) bool { return p.course.needs[n].met && (p.course.heard == nil || !p.course.heard.rising) }
	later := !p.closes() && t.does(ActAsk, ActParaphrase, ActInvite)
	done := map[Rule]bool{
		RuleNoApology: met(Apology), RuleNoThanks: met(Thanks), RuleNoAcknowledgement: met(Hearing), RuleLateAcknowledgement: met(Hearing),
		RuleNoReassurance: met(Reassurance) || later, RuleNoExplanation: later, RuleNoTimeframe: later,
		RuleRushedClose: p.course.proposal() == agreed,
	}
	p.findings = slices.DeleteFunc(p.findings, func(f Finding) bool { return done[f.Rule] })
}

// checkAgreement: a proposal was made in an earlier reply, the customer has
// not agreed, and this one closes. Who was asked and has not answered is
// waited for no longer: that is no fault.
func (p *pair) checkAgreement() {
	if !p.closes() || p.saying.turn.does(ActConfirm) || p.reply.CountOf(lexicon.ActClose) == 0 {
		return
	}
	state := p.course.proposal()
	if state != proposed && (state != asked || p.course.heard == nil) {
		return
	}
	if p.customer != nil && p.has(lexicon.FactSolved) {
		return
	}
	p.findings = slices.DeleteFunc(p.findings, func(f Finding) bool { return f.Rule == RuleRushedClose })
	p.add(RuleClosedWithoutAgreement, 0.65, Span(p.reply.SpanOfSection(lexicon.ActClose)), Span{})
}

// ruleOfNeed are the rules that object to a missing need in the very reply
// that should meet it.
var ruleOfNeed = map[Need]Rule{
	Reassurance: RuleNoReassurance, Explanation: RuleNoExplanation, Thanks: RuleNoThanks,
	Hearing: RuleNoAcknowledgement, Apology: RuleNoApology, Predictability: RuleNoTimeframe,
}

// checkUnmetNeed: the reply closes and something is still open. A customer who
// is glad in the end and says thanks misses nothing; one whose problem is
// solved does not miss the time any more, or the cause.
func (p *pair) checkUnmetNeed() {
	if !p.closes() || p.course.replies() == 0 || p.glad() {
		return
	}
	after := p.course.needs
	after.meet(p.saying.meets...)
	solved := p.has(lexicon.FactSolved)
	var missing []Need
	for _, n := range after.open() {
		rule, ok := ruleOfNeed[n]
		if !ok || p.found(rule) || solved && (n == Explanation || n == Predictability || n == Hearing) {
			continue
		}
		missing = append(missing, n)
	}
	if len(missing) == 0 {
		return
	}
	p.missing = missing[0]
	p.say(RuleUnmetNeed, 0.65, Span{}, "rule.unmet-need.message", map[string]any{"Needs": p.checker.NeedNames(missing)})
}

// glad reports whether the customer is plainly glad: in strong words, or in
// words of thanks.
func (p *pair) glad() bool {
	return p.customer != nil && p.c.Emotion.Positive() && (p.c.Intensity >= Strong || p.customer.Hints(lexicon.ActThank))
}

// longStory is how many words of a customer call for a summary; in Chinese,
// half as many characters more.
const longStory = 60

// checkParaphrased: a long story, and nobody ever gave it back.
func (p *pair) checkParaphrased() {
	if !p.closes() || p.course.replies() == 0 || p.saying.turn.does(ActParaphrase) || p.saying.turn.Echoes {
		return
	}
	words, heardOut := 0, false
	for _, t := range p.course.turns {
		words += t.Words
		heardOut = heardOut || t.Echoes || t.does(ActParaphrase)
	}
	story := longStory
	if baseOf(p.c.Language) == "zh" {
		story += story / 2
	}
	if words >= story && !heardOut {
		p.add(RuleNeverParaphrased, 0.6, Span{}, Span{})
	}
}

// checkRepeated: a sentence that was said before, or a question that was
// answered.
func (p *pair) checkRepeated() {
	var phrase, question bool
	enough := alike
	if p.reply.Language == "zh" {
		enough = alikeChinese
	}
	for i := range p.reply.Sentences {
		s, ok := printOfSentence(p.reply, i)
		if !ok {
			continue
		}
		again := func(old sentencePrint) bool {
			return old.question == s.question && (!s.question || old.answered) && resemblance(old.sketch, s.sketch) >= enough
		}
		if !slices.ContainsFunc(p.course.said, again) {
			continue
		}
		span := trimmed(p.reply, i)
		switch {
		case s.question && !question:
			p.add(RuleQuestionRepeated, 0.65, span, Span{})
			question = true
		case !s.question && !phrase:
			p.add(RulePhraseRepeated, 0.7, span, Span{})
			phrase = true
		}
	}
}

// trimmed returns where a sentence is, without the space around it.
func trimmed(r *tone.Reply, sentence int) Span {
	s := Span(r.Sentences[sentence].Span)
	words := r.Doc.Source[s.Start:s.End]
	s.Start += len(words) - len(strings.TrimLeft(words, " \t\r\n"))
	s.End -= len(words) - len(strings.TrimRight(words, " \t\r\n"))
	return s
}

// checkDrift: the agent's register or address is another than before, and it
// is not the customer's.
func (p *pair) checkDrift() {
	var wasT, wasV, wasMixed, wasFormal, wasInformal bool
	for _, t := range p.course.turns {
		if t.Speaker != TheAgent || t.Language != p.r.Language {
			continue
		}
		wasT, wasV, wasMixed = wasT || t.Address == T, wasV || t.Address == V, wasMixed || t.Address == Mixed
		wasFormal, wasInformal = wasFormal || t.Register == Formal, wasInformal || t.Register == Informal
	}
	drifted := p.r.Address == T && wasV && !wasT || p.r.Address == V && wasT && !wasV
	if drifted && !wasMixed && p.c.Address != p.r.Address {
		p.add(RuleAddressDrift, 0.7, p.spanOfAddress(p.r.Address), Span{})
		return
	}
	if p.found(RuleTooInformal, RuleTooFormal) || p.c.Register == p.r.Register {
		return
	}
	if p.r.Register == Informal && wasFormal && !wasInformal || p.r.Register == Formal && wasInformal && !wasFormal {
		p.add(RuleRegisterDrift, 0.6, p.spanOfRegister(p.r.Register), Span{})
	}
}

func (p *pair) spanOfRegister(r Register) Span {
	for _, e := range p.r.Evidence {
		if e.Field == "register" && e.Value == r.String() {
			return e.Span
		}
	}
	return Span{}
}

// checkBalance: nothing but business in the first reply to somebody who shows
// a feeling, or in the one that closes.
func (p *pair) checkBalance() {
	t := p.saying.turn
	if slices.Contains(t.Levels, Human) || t.Echoes || p.hintsAtPerson() {
		return
	}
	switch {
	case p.course.replies() == 0 && p.customer != nil && slices.Contains(t.Levels, Business) && p.c.Emotion != NoEmotion && !p.found(RuleNoAcknowledgement, RuleCold, RuleNoApology):
		p.say(RuleHumanBalance, 0.6, Span{}, "rule.human-balance.begins", nil)
	case p.course.replies() > 0 && p.closes() && !p.found(RuleRushedClose, RuleClosedWithoutAgreement, RuleCold):
		p.say(RuleHumanBalance, 0.6, trimmed(p.reply, len(p.reply.Sentences)-1), "rule.human-balance.ends", nil)
	}
}

func (p *pair) hintsAtPerson() bool {
	return slices.ContainsFunc(toPerson, p.reply.Hints) || len(p.reply.Smiles) > 0
}

// say adds a finding with words of its own, and returns it unless the
// threshold drops it.
func (p *pair) say(rule Rule, confidence float64, inReply Span, id string, data map[string]any) *Finding {
	before := len(p.findings)
	p.add(rule, confidence, inReply, Span{})
	if len(p.findings) == before {
		return nil
	}
	f := &p.findings[before]
	f.Message = p.checker.explainer.fill(id, data)
	return f
}
