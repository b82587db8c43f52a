package empathy

import "github.com/empathykit/empathykit/internal/lexicon"

// checkNeeds: is what the customer needs there?
func checkNeeds(p *pair) {
	if p.customer == nil {
		return
	}
	if p.harmed() && !p.regrets() {
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

// harmed reports whether the company has done this customer harm: it is told,
// or somebody is plainly upset over something that came back, went wrong or
// upset their life. A single fault that is told in passing, by somebody who
// is not upset and asks nothing about it, may be nobody's.
func (p *pair) harmed() bool {
	if p.c.Emotion.Positive() || p.has(lexicon.FactSolved) && !p.upset() {
		return false // it is over
	}
	upsetBy := p.has(lexicon.FactRecurrence) || p.has(lexicon.FactImpact)
	if p.has(lexicon.FactHarm) {
		if p.c.Emotion == Confusion {
			return upsetBy // what puzzles need not have harmed
		}
		return p.c.Intensity >= Strong || upsetBy || p.has(lexicon.AskWhy) || p.has(lexicon.AskWhen) || p.has(lexicon.FactUrgent) ||
			len(p.customer.In(lexicon.FactHarm)) > 1 || p.c.Register == Formal
	}
	aimed := p.c.Emotion == Anger || p.c.Emotion == Frustration || p.c.Emotion == Disappointment
	return aimed && p.c.Intensity >= Strong && (upsetBy || p.has(lexicon.FactProblem))
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
