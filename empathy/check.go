package empathy

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// Check checks a reply with the embedded data: see [Checker.Check].
func Check(customer, reply string) Report { return standard().Check(customer, reply) }

// Check reads the customer's message and the agent's reply and applies all
// rules of TONE_RULES.md. customer may be empty: then the rules that need
// only the reply are applied.
func (c *Checker) Check(customer, reply string) Report {
	return c.CheckContext(context.Background(), customer, reply)
}

// CheckContext is Check, which gives up when ctx is done: messages may be
// long. [Report.Err] is then a [*CanceledError], and there are no findings.
func (c *Checker) CheckContext(ctx context.Context, customer, reply string) Report {
	p, report := c.readContext(ctx, customer, reply)
	defer p.release()
	var canceled *CanceledError
	if errors.As(report.err, &canceled) {
		return report
	}
	if p.reply != nil {
		p.checkAll()
	}
	report.findings = p.finish()
	return report
}

// read is readContext without end.
func (c *Checker) read(customer, reply string) (*pair, Report) {
	return c.readContext(context.Background(), customer, reply)
}

// readContext reads both messages. The pair has no reply where that cannot be
// judged; if it is in another language than the customer's, this is found
// already.
func (c *Checker) readContext(ctx context.Context, customer, reply string) (*pair, Report) {
	var report Report
	p := &pair{checker: c}
	var customerErr error
	if hasContent(customer) {
		p.customer, customerErr = c.listenContext(ctx, "customer's message", customer, baseOf(c.language), "")
		p.heard[0] = p.customer
		if p.customer != nil && !p.customer.HasLetters() { // an emoji, a question mark: nothing to go by
			p.customer, customerErr = nil, nil
		}
	}
	if p.customer != nil {
		report.Customer = toneOf(p.customer)
	}
	hint := baseOf(c.language)
	if p.customer != nil && p.customer.Known {
		hint = p.customer.Language
	}
	p.readReply(ctx, &report, reply, hint, customerErr)
	return p, report
}

// readReply reads the reply to a customer whose tone is in the report
// already; hint is the language to assume.
func (p *pair) readReply(ctx context.Context, report *Report, reply, hint string, customerErr error) {
	reading, replyErr := p.checker.listenContext(ctx, "reply", reply, "", hint)
	if reading != nil {
		p.heard[1] = reading
		report.Reply = toneOf(reading)
		emotion, intensity := reading.ToldFeeling()
		report.Reply.Emotion, _ = ParseEmotion(emotion)
		report.Reply.Intensity = Intensity(intensity)
	}
	if again := p.hearAgain(reading); again != nil {
		report.Customer, customerErr = toneOf(again), nil
	}
	report.err = errors.Join(customerErr, replyErr)
	if !report.Customer.supported {
		p.customer = nil
	}
	if otherLanguage(report.Customer, report.Reply, reading != nil) {
		p.add(RuleLanguage, 0.95, Span{0, len(reply)}, Span{})
	} else if replyErr == nil {
		p.reply = tone.ReadReply(reading)
		p.tones(report.Customer, report.Reply)
	}
}

// hearAgain reads the customer's message in the language of the reply, where
// its own was told by few words and may be that one: whoever answered has seen
// more of the customer than we. It returns nil where the first reading stands.
func (p *pair) hearAgain(reply *tone.Message) *tone.Message {
	c := p.customer
	if c == nil || reply == nil || !reply.Known || reply.Doubtful || !c.Doubtful || c.Language == reply.Language || !c.MayBe(reply.Language) {
		return nil
	}
	again, err := p.checker.listen("customer's message", c.Doc.Source, reply.Language, "")
	if err != nil {
		return nil
	}
	p.customer = again
	p.checker.listener.Release(p.heard[0])
	p.heard[0] = again
	return again
}

// otherLanguage reports whether customer and agent write different languages.
// The customer's has to be one that is known here: of others we cannot be
// sure enough. A reply whose language could not be told was taken for the
// customer's where its script allows that.
func otherLanguage(customer, reply Tone, read bool) bool {
	return read && customer.supported && baseOf(customer.Language) != baseOf(reply.Language)
}

// A pair is what the rules look at.
type pair struct {
	checker  *Checker
	customer *tone.Message // nil where there is none that could be read
	reply    *tone.Reply
	c, r     Tone
	findings []Finding
	heard    [2]*tone.Message // to be given back

	options struct { // of the reply, once counted
		span        Span
		many, known bool
	}

	course  *course  // of the conversation, if the pair is a part of one
	phrases []string // that the reply is known to be made of
	saying  saying   // what the reply does, then
	missing Need     // the weightiest that RuleUnmetNeed misses
}

// release gives the messages' buffers back; the findings stay valid.
func (p *pair) release() {
	for _, m := range p.heard {
		p.checker.listener.Release(m)
	}
}

func (p *pair) tones(customer, reply Tone) { p.c, p.r = customer, reply }

// A check is one family's rules.
type check func(*pair)

func (p *pair) checkAll() {
	p.checkRules()
	if p.judged() {
		p.weigh()
	}
	checkBrand(p)
	checkCourse(p)
}

func (p *pair) checkRules() {
	for _, check := range [...]check{checkVoice, checkFeeling, checkNeeds, checkDignity, checkProcess} {
		check(p)
	}
}

func (p *pair) add(rule Rule, confidence float64, inReply, inCustomer Span) {
	if confidence < p.checker.threshold {
		return
	}
	p.findings = append(p.findings, Finding{
		Rule: rule, Severity: rule.Severity(), Confidence: confidence, Span: inReply, Customer: inCustomer,
		Message: p.checker.explainer.ofRule(rule),
	})
}

// finish sorts the findings and looks for better words.
func (p *pair) finish() []Finding {
	slices.SortStableFunc(p.findings, func(x, y Finding) int { return cmp.Compare(x.Rule, y.Rule) })
	for i := range p.findings {
		p.suggest(&p.findings[i])
	}
	return p.findings
}

// has reports whether the customer's message tells the section.
func (p *pair) has(section lexicon.Section) bool { return p.customer != nil && p.customer.Has(section) }

// calledBy returns where the customer's message tells the section.
func (p *pair) calledBy(sections ...lexicon.Section) Span {
	if p.customer == nil {
		return Span{}
	}
	for _, section := range sections {
		if match, ok := p.customer.First(section); ok {
			return Span(p.customer.SpanOf(match))
		}
	}
	return Span{}
}

// upset reports whether the customer shows a negative feeling that the reply
// has to meet.
func (p *pair) upset() bool { return p.c.upset() }

// feelingSpan returns the first words that show the customer's feeling.
func (p *pair) feelingSpan() Span {
	for _, e := range p.c.Evidence {
		if e.Field == "emotion" && e.Value == p.c.Emotion.String() {
			return e.Span
		}
	}
	return p.calledBy(lexicon.FactThreat, lexicon.FactInsult, lexicon.FactHarm, lexicon.FactImpact)
}
