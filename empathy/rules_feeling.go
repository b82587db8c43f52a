package empathy

import (
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
)

// checkFeeling: is the feeling met?
func checkFeeling(p *pair) {
	if p.reply.Has(lexicon.FaultDismiss) && p.somethingToDismiss() {
		p.add(RuleDismissive, 0.8, p.reply.spanOf(lexicon.FaultDismiss), p.feelingSpan())
	}
	if p.customer == nil {
		return
	}
	p.checkAcknowledgement()
	p.checkCheerful()
	p.checkCold()
}

// somethingToDismiss reports whether the customer has told of a feeling or a
// problem; without a customer's message there may be one.
func (p *pair) somethingToDismiss() bool {
	return p.customer == nil || p.c.Emotion.Negative() ||
		p.has(lexicon.FactHarm) || p.has(lexicon.FactProblem) || p.has(lexicon.FactUrgent) || p.has(lexicon.FactImpact)
}

// business is what a reply should not begin with towards an upset customer.
var business = []lexicon.Section{lexicon.ActAsk, lexicon.ActPropose, lexicon.ActExplain, lexicon.ActPromiseTime, lexicon.ActDecline, lexicon.ActHandOver}

func (p *pair) checkAcknowledgement() {
	if !p.upset() {
		return
	}
	recognised := p.reply.firstSentence(lexicon.ActAcknowledge)
	if recognised < 0 {
		// Agreeing against one's own company recognises the feeling, however
		// badly; checkCapitulation says so.
		if p.reply.takesUp(p.content()) || p.reply.Has(lexicon.FaultCapitulate) {
			return
		}
		p.add(RuleNoAcknowledgement, 0.7, Span{}, p.feelingSpan())
		return
	}
	first := slices.IndexFunc(p.reply.sentences, func(s sentenceActs) bool {
		return s.doesAny(business...) || s.question && !s.does(lexicon.ActInvite)
	})
	sorry := p.reply.firstSentence(lexicon.ActApologize)
	if first >= 0 && first < recognised && (sorry < 0 || sorry > first) {
		p.add(RuleLateAcknowledgement, 0.6, p.reply.sentences[recognised].Span, p.feelingSpan())
	}
}

// checkCheerful: upbeat words or smiles towards somebody who is upset.
func (p *pair) checkCheerful() {
	if !p.upset() {
		return
	}
	switch {
	case p.reply.Has(lexicon.FaultCheerful):
		p.add(RuleCheerful, 0.75, p.reply.spanOf(lexicon.FaultCheerful), p.feelingSpan())
	case len(p.reply.Smiles) > 0:
		p.add(RuleCheerful, 0.75, Span(p.reply.Smiles[0]), p.feelingSpan())
	}
}

// checkCold: gratitude or joy met with no warmth at all.
func (p *pair) checkCold() {
	if !p.c.Emotion.Positive() {
		return
	}
	warm := p.reply.does(lexicon.ActThank, lexicon.ActWarm, lexicon.ActWish, lexicon.FaultCheerful) ||
		p.reply.Hints(lexicon.ActWarm) || p.reply.Hints(lexicon.FaultCheerful) || len(p.reply.Smiles) > 0
	if !warm {
		p.add(RuleCold, 0.7, Span{}, p.feelingSpan())
	}
}
