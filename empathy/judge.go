package empathy

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
)

// The rules of rules_*.go say what a finding is; the judge says how sure it
// is. It is a linear model over the pair's evidence, trained on the corpus,
// whose probabilities are the confidences of findings. It drops what a rule
// reports on thin evidence, and adds what no single pattern shows. Without a
// judge, or where a language has no model, the rules' own confidences stand.

// judgeFile holds the judge, beside intents.toml.
const judgeFile = "judge.bin"

func loadJudge(fsys fs.FS) (*model.Model, error) {
	data, err := fs.ReadFile(fsys, judgeFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the judge: %w", err)
	}
	judge, err := model.Unmarshal(data)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", judgeFile, err)
	}
	if !judgesRules(judge) {
		return nil, nil // of an older program
	}
	return judge, nil
}

func judgesRules(judge *model.Model) bool {
	groups := judge.Groups()
	if len(groups) != 1 || len(groups[0].Outputs) != len(Rules()) {
		return false
	}
	for i, rule := range Rules() {
		if groups[0].Outputs[i] != rule.String() {
			return false
		}
	}
	return true
}

// judged reports whether the judge can weigh this pair.
func (p *pair) judged() bool {
	return p.checker.judge != nil && p.customer != nil && p.customer.Judged() && p.reply.Judged()
}

// A judgement is what weighing a pair needs room for; it is used again.
type judgement struct {
	evidence
	confidences []float32
}

var judging = sync.Pool{New: func() any { return &judgement{evidence: evidence{inputs: make([]model.Input, 0, evidenceSize)}} }}

// surelyMild is how improbable a strong feeling has to be for the customer to
// be plainly one who is not upset.
const surelyMild = 0.45

// weigh gives each finding its confidence, and adds the findings that the
// evidence speaks for though no rule alone reported them.
func (p *pair) weigh() {
	fired := p.findings
	j := judging.Get().(*judgement)
	defer judging.Put(j)
	j.next, j.inputs = 0, j.inputs[:0]
	p.collect(&j.evidence, fired)
	j.confidences = p.checker.judge.Scores(&model.Features{Dense: j.inputs}, j.confidences[:0])
	confidences := j.confidences
	p.findings = nil
	for i, rule := range Rules() {
		if float64(confidences[i]) < p.checker.threshold {
			continue
		}
		finding := Finding{Rule: rule, Severity: rule.Severity()}
		found := false
		for _, f := range fired {
			if f.Rule == rule {
				finding, found = f, true
			}
		}
		if !found {
			if rule == RuleLanguage || rule == RuleShouting || rule == RuleMixedAddress {
				continue // what is seen and not told
			}
			finding.Span, finding.Customer = p.spansOf(rule)
		}
		if rule == RuleNoAcknowledgement && p.customer.LikelyIntensity(2) < surelyMild {
			continue // TONE_RULES.md: of intensity 2 or 3
		}
		p.add(rule, float64(confidences[i]), finding.Span, finding.Customer)
	}
}

// spansOf returns where a finding that only the evidence shows lies in the
// reply, and what in the customer's message called for it.
func (p *pair) spansOf(rule Rule) (inReply, inCustomer Span) {
	if section, ok := faultOf[rule]; ok {
		if span := Span(p.reply.SpanOfSection(section)); span != (Span{}) {
			return span, p.feelingSpan()
		}
		if _, at := p.reply.LikelyAnywhere(section); at >= 0 {
			inReply = Span(p.reply.Sentences[at].Span)
		}
	}
	switch rule.Family() {
	case Feeling:
		return inReply, p.feelingSpan()
	case Needed:
		return inReply, p.calledBy(callOf[rule]...)
	}
	return inReply, Span{}
}

// faultOf is what a rule points at in the reply.
var faultOf = map[Rule]lexicon.Section{
	RuleTooInformal: lexicon.RegisterInformal, RuleTooFormal: lexicon.RegisterFormal,
	RuleLateAcknowledgement: lexicon.ActAcknowledge, RuleCheerful: lexicon.FaultCheerful, RuleDismissive: lexicon.FaultDismiss,
	RuleBlame: lexicon.FaultBlame, RuleArguing: lexicon.FaultArgue, RuleCapitulation: lexicon.FaultCapitulate, RulePressure: lexicon.FaultPress,
	RuleBoilerplate: lexicon.FaultBoilerplate, RuleRushedClose: lexicon.ActClose, RuleCustomerEffort: lexicon.FaultEffort,
	RuleTooManyOptions: lexicon.ActOfferChoice,
}

// callOf is what in the customer's message calls for what is missing.
var callOf = map[Rule][]lexicon.Section{
	RuleNoApology:     {lexicon.FactHarm, lexicon.FactRecurrence, lexicon.FactImpact, lexicon.FactProblem},
	RuleNoExplanation: {lexicon.AskWhy},
	RuleNoReassurance: {lexicon.FactRecurrence},
	RuleNoTimeframe:   {lexicon.AskWhen, lexicon.FactUrgent},
	RuleNoThanks:      {lexicon.FactCredit},
}
