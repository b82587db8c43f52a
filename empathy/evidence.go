package empathy

import (
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/tone"
)

// A pair's evidence is everything that may speak for or against a finding, as
// numbers from 0 to 1 in a fixed order. The judge weighs it.
//
// The order is part of the format of locales/judge.bin: what is added goes to
// the end, and `go generate ./empathy` makes the file anew.
type evidence struct {
	inputs []model.Input
	next   int
}

// add appends the next number.
func (e *evidence) add(value float64) {
	if value != 0 {
		e.inputs = append(e.inputs, model.Input{Number: e.next, Value: float32(value)})
	}
	e.next++
}

func (e *evidence) addIf(yes bool) {
	if yes {
		e.add(1)
	} else {
		e.add(0)
	}
}

// evidenceSize is how many numbers there are at the most.
const evidenceSize = 320

// evidenceOf collects the evidence. fired are the rules that the patterns
// alone would report.
func (p *pair) evidenceOf(fired []Finding) *evidence {
	e := &evidence{inputs: make([]model.Input, 0, evidenceSize)}
	p.collect(e, fired)
	return e
}

func (p *pair) collect(e *evidence, fired []Finding) {
	for _, rule := range Rules() {
		e.addIf(slices.ContainsFunc(fired, func(f Finding) bool { return f.Rule == rule }))
	}
	p.addCustomer(e)
	p.addReply(e)
	p.addTogether(e)
}

var judgedEmotions = [...]string{"neutral", "anger", "frustration", "worry", "disappointment", "confusion", "joy", "gratitude"}
var judgedRegisters = [...]string{"neutral", "formal", "informal"}

// addCustomer adds what is known of the customer's message.
func (p *pair) addCustomer(e *evidence) {
	c := p.customer
	for _, emotion := range judgedEmotions {
		e.add(c.LikelyEmotion(emotion))
	}
	for least := 1; least <= 3; least++ {
		e.add(c.LikelyIntensity(least))
	}
	for _, register := range judgedRegisters {
		e.add(c.LikelyRegister(register))
	}
	e.addIf(p.c.Address == V)
	e.addIf(p.c.Address == T)
	for s := lexicon.FactHarm; s <= lexicon.AskOffer; s++ {
		e.add(c.Likely(s))
		e.addIf(c.Has(s))
	}
	e.addIf(c.Mockery)
	for _, code := range [...]string{"ro", "pl", "ru", "el", "zh", "en"} {
		e.addIf(c.Language == code)
	}
}

// addReply adds what is known of the reply.
func (p *pair) addReply(e *evidence) {
	r := p.reply
	for s := lexicon.ActGreet; s <= lexicon.FaultCheerful; s++ {
		most, _ := r.LikelyAnywhere(s)
		e.add(most)
		e.addIf(r.Has(s))
		e.addIf(r.Hints(s))
	}
	for _, register := range judgedRegisters {
		e.add(r.LikelyRegister(register))
	}
	e.addIf(p.r.Address == V)
	e.addIf(p.r.Address == T)
	e.addIf(p.r.Address == Mixed)
	e.addIf(r.Has(lexicon.RegisterInformal))
	e.addIf(r.CountOf(lexicon.RegisterFormal) > 0)
	e.addIf(r.CountOf(lexicon.RegisterFormal) > 1)
	e.addIf(len(r.Shouted) > 0)
	e.addIf(len(r.Smiles) > 0)
	questions := r.Questions(len(r.Sentences))
	for _, n := range [...]int{1, 2, 3, 4, 5} {
		e.addIf(questions >= n)
	}
	for _, n := range [...]int{1, 2, 3, 5} {
		e.addIf(len(r.Sentences) > n)
	}
	words, numbers, longestSeries := 0, 0, 0
	for i := range r.Sentences {
		words += r.Sentences[i].Words
		if r.Sentences[i].Numbers {
			numbers++
		}
		longestSeries = max(longestSeries, r.SeriesIn(i, 1))
	}
	if r.Language == "zh" {
		words = words * 2 / 3 // characters
	}
	for _, n := range [...]int{8, 16, 30, 50} {
		e.addIf(words > n)
	}
	e.addIf(numbers > 0)
	e.addIf(numbers > 1)
	for _, n := range [...]int{3, 4, 5, 6} {
		e.addIf(longestSeries >= n)
	}
	_, many := p.manyOptions()
	e.addIf(many)
	e.addIf(r.IsAccount())
	apologies := 0.0
	for i := range r.Sentences {
		apologies += r.Likely(i, lexicon.ActApologize)
	}
	e.addIf(apologies > 1.6)
	e.addIf(apologies > 2.4)
}

// addTogether adds what only shows when both are seen together: a need and
// that it is not met.
func (p *pair) addTogether(e *evidence) {
	c, r := p.customer, p.reply
	negative := 0.0
	for _, emotion := range judgedEmotions[1:6] {
		negative += c.LikelyEmotion(emotion)
	}
	upset := negative * c.LikelyIntensity(2)
	positive := c.LikelyEmotion("joy") + c.LikelyEmotion("gratitude")
	lacks := func(sections ...lexicon.Section) float64 {
		absent := 1.0
		for _, s := range sections {
			most, _ := r.LikelyAnywhere(s)
			if r.Has(s) {
				most = max(most, 0.7)
			}
			absent *= 1 - most
		}
		return absent
	}
	content := r.Taken(c)
	e.add(negative)
	e.add(upset)
	e.add(positive)
	e.addIf(content >= 1)
	e.addIf(content >= 2)
	e.addIf(content >= 3)
	e.addIf(content >= 5)
	e.addIf(r.TakesUp(c))
	e.add(upset * lacks(lexicon.ActAcknowledge))
	e.add(upset * lacks(lexicon.ActAcknowledge, lexicon.ActApologize))
	e.add(upset * p.lateness())
	most, _ := r.LikelyAnywhere(lexicon.FaultCheerful)
	e.add(upset * most)
	e.add(positive * lacks(lexicon.ActThank, lexicon.ActWarm, lexicon.ActWish))
	harm := max(c.Likely(lexicon.FactHarm), c.Likely(lexicon.FactRecurrence)*0.8, c.Likely(lexicon.FactImpact)*0.8)
	e.add(harm * lacks(lexicon.ActApologize))
	e.add(c.Likely(lexicon.FactHarm) * upset * lacks(lexicon.ActApologize))
	e.add(harm * lacks(lexicon.ActApologize, lexicon.ActAcknowledge))
	e.add(max(c.Likely(lexicon.AskWhy), hard(c, lexicon.AskWhy)) * lacks(lexicon.ActExplain))
	e.add(max(c.Likely(lexicon.FactRecurrence), hard(c, lexicon.FactRecurrence)) * lacks(lexicon.ActReassure))
	e.add(max(c.Likely(lexicon.FactRecurrence), hard(c, lexicon.FactRecurrence)) * negative * lacks(lexicon.ActReassure))
	when := max(c.Likely(lexicon.AskWhen), hard(c, lexicon.AskWhen))
	e.add(when * lacks(lexicon.ActPromiseTime))
	e.add(max(when, c.Likely(lexicon.FactUrgent), hard(c, lexicon.FactUrgent)) * lacks(lexicon.ActPromiseTime))
	e.add(max(c.Likely(lexicon.FactCredit), hard(c, lexicon.FactCredit)) * lacks(lexicon.ActThank))
	e.add(positive * lacks(lexicon.ActThank))
	dismiss, _ := r.LikelyAnywhere(lexicon.FaultDismiss)
	e.add(negative * dismiss)
	press, _ := r.LikelyAnywhere(lexicon.FaultPress)
	e.add(press * (1 - c.Likely(lexicon.AskOffer)))
	e.add(press * c.Likely(lexicon.FactProblem))
	closes, _ := r.LikelyAnywhere(lexicon.ActClose)
	open := (1 - c.Likely(lexicon.FactSolved)) * max(c.Likely(lexicon.FactProblem), c.Likely(lexicon.FactHarm))
	e.add(closes * open * lacks(lexicon.ActConfirm))
	script, _ := r.LikelyAnywhere(lexicon.FaultBoilerplate)
	specific := lacks(lexicon.ActPropose, lexicon.ActPromiseTime, lexicon.ActExplain)
	e.add(script * specific)
	e.add(specific)
	informal := r.LikelyRegister("informal")
	e.add(c.LikelyRegister("formal") * informal)
	e.add(c.LikelyRegister("neutral") * informal)
	e.add(c.LikelyRegister("informal") * r.LikelyRegister("formal"))
	e.addIf(p.c.Address == V && p.r.Address == T)
	e.addIf(p.c.Address == NoAddress && p.r.Address == T)
	e.addIf(p.c.Register == Formal && len(r.Smiles) > 0)
	e.addIf(p.c.Register == Informal && r.CountOf(lexicon.RegisterFormal) > 0)
	before := len(r.Sentences)
	if _, at := r.LikelyAnywhere(lexicon.ActAcknowledge); at >= 0 && r.Likely(at, lexicon.ActAcknowledge) > 0.4 {
		before = at
	}
	early := r.Questions(before)
	e.add(negative * boolean(early >= 2))
	e.add(negative * boolean(early >= 3))
	e.add(negative * boolean(early >= 4))
	e.addIf(p.upset())
	e.addIf(harmed(c, p.c))
}

func boolean(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// hard is how surely the patterns alone tell a section.
func hard(m *tone.Message, s lexicon.Section) float64 {
	if m.Has(s) {
		return 0.7
	}
	return 0
}

// lateness returns how probable it is that business comes before the feeling
// is recognised.
func (p *pair) lateness() float64 {
	late, before := 0.0, 0.0
	for i := range p.reply.Sentences {
		recognises := max(p.reply.Likely(i, lexicon.ActAcknowledge), 0.6*p.reply.Likely(i, lexicon.ActApologize))
		late = max(late, before*p.reply.Likely(i, lexicon.ActAcknowledge))
		here := boolean(p.reply.Sentences[i].Question) * 0.8
		for _, s := range business {
			here = max(here, p.reply.Likely(i, s))
		}
		if recognises > 0.5 && before < 0.3 {
			return 0 // recognised at once
		}
		before = max(before, here*(1-recognises))
	}
	return late
}
