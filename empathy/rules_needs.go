package empathy

import "github.com/empathykit/empathykit/internal/lexicon"

// checkNeeds: is what the customer needs there?
func checkNeeds(p *pair) {
	if p.customer == nil {
		return
	}
	if p.has(lexicon.FactHarm) && !p.reply.does(lexicon.ActApologize) {
		p.add(RuleNoApology, 0.7, Span{}, p.calledBy(lexicon.FactHarm))
	}
	if p.has(lexicon.AskWhy) && !p.reply.does(lexicon.ActExplain) && !p.reply.Hints(lexicon.ActExplain) {
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
