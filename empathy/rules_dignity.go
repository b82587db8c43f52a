package empathy

import "github.com/empathykit/empathykit/internal/lexicon"

// checkDignity: is the customer, and the agent, treated as an equal?
func checkDignity(p *pair) {
	if p.reply.Has(lexicon.FaultBlame) {
		p.add(RuleBlame, 0.75, Span(p.reply.SpanOfSection(lexicon.FaultBlame)), Span{})
	}
	if p.reply.Has(lexicon.FaultArgue) {
		p.add(RuleArguing, 0.7, Span(p.reply.SpanOfSection(lexicon.FaultArgue)), Span{})
	}
	p.checkCapitulation()
	if len(p.reply.Shouted) > 0 {
		p.add(RuleShouting, 0.75, Span(p.reply.Shouted[0]), Span{})
	}
	if p.reply.Has(lexicon.FaultPress) && !p.has(lexicon.AskOffer) {
		p.add(RulePressure, 0.75, Span(p.reply.SpanOfSection(lexicon.FaultPress)), Span{})
	}
}

// apologiesToGrovel is TONE_RULES.md's "three apologies and more".
const apologiesToGrovel = 3

func (p *pair) checkCapitulation() {
	switch {
	case p.reply.Has(lexicon.FaultCapitulate):
		p.add(RuleCapitulation, 0.75, Span(p.reply.SpanOfSection(lexicon.FaultCapitulate)), Span{})
	case p.reply.Has(lexicon.FaultGrovel):
		p.add(RuleCapitulation, 0.75, Span(p.reply.SpanOfSection(lexicon.FaultGrovel)), Span{})
	case p.reply.SentencesWith(lexicon.ActApologize) >= apologiesToGrovel:
		p.add(RuleCapitulation, 0.6, Span(p.reply.SpanOfSection(lexicon.ActApologize)), Span{})
	}
}
