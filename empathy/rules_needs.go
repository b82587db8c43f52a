package empathy

import "github.com/empathykit/empathykit/internal/lexicon"

// checkNeeds: is what the customer needs there?
func checkNeeds(p *pair) {
	if p.customer == nil {
		return
	}
	if harmed(p.customer, p.c) && !p.regrets() {
		p.add(RuleNoApology, 0.7, Span{}, p.calledBy(lexicon.FactHarm, lexicon.FactRecurrence, lexicon.FactImpact, lexicon.FactProblem))
	}
	if p.has(lexicon.AskWhy) && !p.reply.does(lexicon.ActExplain) && !p.reply.Hints(lexicon.ActExplain) && !p.reply.isAccount() {
		p.add(RuleNoExplanation, 0.7, Span{}, p.calledBy(lexicon.AskWhy))
	}
	if p.has(lexicon.FactRecurrence) && p.c.Emotion.Negative() && !p.reply.does(lexicon.ActReassure) && !p.reply.Hints(lexicon.ActReassure) {
		p.add(RuleNoReassurance, 0.6, Span{}, p.calledBy(lexicon.FactRecurrence))
	}
	if (p.has(lexicon.AskWhen) || p.has(lexicon.FactUrgent)) && !p.reply.does(lexicon.ActPromiseTime) && !p.reply.Hints(lexicon.ActPromiseTime) {
		p.add(RuleNoTimeframe, 0.65, Span{}, p.calledBy(lexicon.AskWhen, lexicon.FactUrgent))
	}
	if p.has(lexicon.FactCredit) && !p.customer.Mockery && !p.reply.does(lexicon.ActThank) {
		p.add(RuleNoThanks, 0.65, Span{}, p.calledBy(lexicon.FactCredit))
	}
}

// regrets reports whether the reply says sorry: in so many words, or by
// recognising how it hit the customer and putting it right.
func (p *pair) regrets() bool {
	if p.reply.does(lexicon.ActApologize) || p.reply.Hints(lexicon.ActApologize) || p.reply.Has(lexicon.FaultGrovel) {
		return true
	}
	return p.reply.does(lexicon.ActAcknowledge) && p.reply.does(lexicon.ActPropose, lexicon.ActReassure)
}

// isAccount reports whether the reply is long and full of particulars: then
// the cause is told somewhere in it, in words that no pattern foresees.
func (r *replyReading) isAccount() bool {
	words, particulars := 0, 0
	for i := range r.sentences {
		s := &r.sentences[i]
		words += s.words
		if s.numbers || s.doesAny(lexicon.ActPropose, lexicon.ActPromiseTime) {
			particulars++
		}
	}
	if r.Language == "zh" {
		words /= 2 // characters
	}
	return words >= 30 && particulars >= 2
}
