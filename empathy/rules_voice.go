package empathy

import "github.com/empathykit/empathykit/internal/lexicon"

// checkVoice: does the reply speak as this customer speaks?
func checkVoice(p *pair) {
	if p.r.Address == Mixed {
		p.add(RuleMixedAddress, 0.8, p.spanOfAddress(T), Span{})
	}
	if p.customer == nil {
		return
	}
	p.checkTooInformal()
	p.checkTooFormal()
}

func (p *pair) spanOfAddress(a Address) Span {
	for _, e := range p.r.Evidence {
		if e.Field == "address" && e.Value == a.String() {
			return e.Span
		}
	}
	return Span{}
}

// checkTooInformal: slang and familiar address offend a formal customer, and
// surprise one who gave no cue. Emoji offend only a formal one.
func (p *pair) checkTooInformal() {
	if p.c.Register == Informal || p.c.Address == T {
		return
	}
	formal := p.c.Register == Formal || p.c.Address == V
	if p.r.Address == T {
		p.add(RuleTooInformal, 0.75, p.spanOfAddress(T), Span{})
		return
	}
	if p.reply.Has(lexicon.RegisterInformal) {
		p.add(RuleTooInformal, 0.7, Span(p.reply.SpanOfSection(lexicon.RegisterInformal)), Span{})
		return
	}
	if formal && len(p.reply.Smiles) > 0 {
		p.add(RuleTooInformal, 0.7, Span(p.reply.Smiles[0]), Span{})
	}
}

// checkTooFormal: officialese to somebody who writes as to a friend.
func (p *pair) checkTooFormal() {
	if p.c.Register != Informal || p.reply.CountOf(lexicon.RegisterFormal) == 0 {
		return
	}
	p.add(RuleTooFormal, 0.6, Span(p.reply.SpanOfSection(lexicon.RegisterFormal)), Span{})
}
