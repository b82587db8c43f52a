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
	if p.has(lexicon.AskWhy) && !p.reply.Does(lexicon.ActExplain) && !p.reply.Hints(lexicon.ActExplain) && !p.reply.IsAccount() {
		p.add(RuleNoExplanation, 0.7, Span{}, p.calledBy(lexicon.AskWhy))
	}
	if p.has(lexicon.FactRecurrence) && p.c.Emotion.Negative() && !p.reply.Does(lexicon.ActReassure) && !p.reply.Hints(lexicon.ActReassure) {
		p.add(RuleNoReassurance, 0.6, Span{}, p.calledBy(lexicon.FactRecurrence))
	}
	if (p.has(lexicon.AskWhen) || p.has(lexicon.FactUrgent)) && !p.reply.Does(lexicon.ActPromiseTime) && !p.reply.Hints(lexicon.ActPromiseTime) {
		p.add(RuleNoTimeframe, 0.65, Span{}, p.calledBy(lexicon.AskWhen, lexicon.FactUrgent))
	}
	if p.has(lexicon.FactCredit) && !p.customer.Mockery && !p.reply.Does(lexicon.ActThank) {
		p.add(RuleNoThanks, 0.65, Span{}, p.calledBy(lexicon.FactCredit))
	}
}

// regrets reports whether the reply says sorry: in so many words, or by
// recognising how it hit the customer and putting it right.
func (p *pair) regrets() bool {
	if p.reply.Does(lexicon.ActApologize) || p.reply.Hints(lexicon.ActApologize) || p.reply.Has(lexicon.FaultGrovel) {
		return true
	}
	return p.reply.Does(lexicon.ActAcknowledge) && p.reply.Does(lexicon.ActPropose, lexicon.ActReassure)
}
