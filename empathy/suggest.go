package empathy

import (
	"hash/fnv"
	"slices"
)

// suggest adds wordings of the intent that would mend the finding.
func (p *pair) suggest(f *Finding) {
	if p.checker.suggester == nil {
		return
	}
	intent, rewording := p.reword(f)
	switch {
	case rewording:
	case f.Rule == RuleUnmetNeed:
		intent = remedyOfNeed[p.missing]
	default:
		intent = p.remedy(f.Rule)
	}
	if intent == "" {
		return
	}
	lang, register := p.r.Language, Neutral
	if p.customer != nil {
		lang, register = p.c.Language, answeringRegister(p.c)
	}
	brand := p.checker.brand
	seed := fnv.New64a()
	seed.Write([]byte(intent))
	wordings := p.checker.suggester.Suggest(lang, intent, brand.tune(lang, register), p.c.Emotion, seed.Sum64())
	f.Suggestions = slices.DeleteFunc(wordings, func(s string) bool { return !brand.allows(lang, s) })
}

// remedyOfNeed names the intent that meets a need.
var remedyOfNeed = map[Need]string{
	Reassurance: "reassuring.prevention", Explanation: "explaining.cause_unknown", Thanks: "closing.thanks",
	Hearing: "acknowledging.personal_impact", Apology: "apologizing.experience", Predictability: "reassuring.certainty",
}

// remedy names the intent whose words would mend a rule's finding.
func (p *pair) remedy(rule Rule) string {
	switch rule {
	case RuleNoAcknowledgement, RuleLateAcknowledgement, RuleDismissive, RuleCheerful, RuleArguing, RuleQuestionBarrage:
		return acknowledging(p.c.Emotion)
	case RuleNoApology:
		return "apologizing.error"
	case RuleCapitulation, RuleBlame:
		return "apologizing.experience"
	case RuleNoExplanation:
		return "explaining.cause_unknown"
	case RuleNoReassurance:
		return "reassuring.prevention"
	case RuleNoTimeframe:
		return "reassuring.certainty"
	case RuleNoThanks, RuleCold:
		return "acknowledging.gratitude"
	case RuleRushedClose:
		return "confirming.works"
	case RuleBoilerplate, RuleCustomerEffort:
		return "reassuring.ownership"
	case RuleNeverParaphrased:
		return "paraphrasing.check"
	case RuleClosedWithoutAgreement:
		return "confirming.works"
	case RuleHumanBalance:
		if p.closes() {
			return "closing.thanks"
		}
		return acknowledging(p.c.Emotion)
	case RuleFeelingRising:
		return acknowledging(p.c.Emotion)
	case RuleTooInformal, RuleTooFormal, RuleMixedAddress, RuleShouting:
		return acknowledging(p.c.Emotion)
	case RuleTooManyOptions:
		return "clarifying.preference"
	}
	return ""
}

func acknowledging(e Emotion) string {
	if e == NoEmotion {
		return "listening.invite"
	}
	return "acknowledging." + e.String()
}
