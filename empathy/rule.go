package empathy

// A Rule is one thing that a careful quality reviewer would object to in a
// reply. The zero Rule means none.
type Rule uint8

const (
	NoRule Rule = iota

	// Voice: does the reply speak as this customer speaks?
	RuleLanguage     // another language than the customer's
	RuleTooInformal  // familiar words to a formal or neutral customer
	RuleTooFormal    // officialese to an informal customer
	RuleMixedAddress // one person addressed with both T and V

	// Feeling: is the feeling met?
	RuleNoAcknowledgement   // a strong negative feeling, and nothing recognises it
	RuleLateAcknowledgement // the feeling is recognised only after the business
	RuleCheerful            // upbeat towards a strong negative feeling
	RuleCold                // gratitude or joy met without warmth
	RuleDismissive          // the feeling or the problem is minimised

	// Needs: is what the customer needs there?
	RuleNoApology     // the company did harm and says no sorry
	RuleNoExplanation // asked why, no cause named
	RuleNoReassurance // it recurred, and nothing says that it will not again
	RuleNoTimeframe   // asked when, or urgent, and no time named
	RuleNoThanks      // praise, feedback, patience or loyalty without thanks

	// Dignity: is the customer, and the agent, treated as an equal?
	RuleBlame        // the fault is put on the customer
	RuleArguing      // contradicts, lectures, tries to win
	RuleCapitulation // agrees against one's own company, grovels
	RuleShouting     // capitals for emphasis, runs of exclamation marks
	RulePressure     // sells to somebody who came with a problem

	// Process: is the conversation led well?
	RuleBoilerplate     // script phrases where an answer should be
	RuleQuestionBarrage // many questions without acknowledgement
	RuleRushedClose     // closes while the problem is open
	RuleTooManyOptions  // five and more options
	RuleCustomerEffort  // sends the customer to do the company's work
)

// A Family is a group of rules that answer one question about the reply.
type Family uint8

const (
	NoFamily Family = iota
	Manner          // does the reply speak as this customer speaks?
	Feeling         // is the feeling met?
	Needed          // is what the customer needs there?
	Equality        // is the customer, and the agent, treated as an equal?
	Process         // is the conversation led well?
	Course          // how does the conversation go, as a whole?
)

var familyNames = names{"", "voice", "feeling", "needs", "dignity", "process", "conversation"}

// String returns the family's name in TONE_RULES.md, in lower case.
func (f Family) String() string { return familyNames.text(int(f)) }

var ruleNames = append(names{
	"",
	"language", "too-informal", "too-formal", "mixed-address",
	"no-acknowledgement", "late-acknowledgement", "cheerful", "cold", "dismissive",
	"no-apology", "no-explanation", "no-reassurance", "no-timeframe", "no-thanks",
	"blame", "arguing", "capitulation", "shouting", "pressure",
	"boilerplate", "question-barrage", "rushed-close", "too-many-options", "customer-effort",
}, conversationRuleNames...)

// Severity returns the weight that TONE_RULES.md, or the table of
// [RuleUnmetNeed], gives the rule.
func (r Rule) Severity() Severity {
	switch r {
	case RuleLanguage, RuleDismissive, RuleBlame, RuleArguing:
		return Error
	case RuleTooFormal, RuleLateAcknowledgement, RuleCold, RuleNoExplanation, RuleNoReassurance,
		RuleNoTimeframe, RuleNoThanks, RuleTooManyOptions, RuleCustomerEffort,
		RuleNeverParaphrased, RulePhraseRepeated, RuleRegisterDrift, RuleHumanBalance:
		return Note
	}
	return Warning
}

// Family returns the group that the rule belongs to.
func (r Rule) Family() Family {
	switch {
	case r == NoRule || r > RuleOffBrand:
		return NoFamily
	case r == RuleOffBrand:
		return Manner
	case r > RuleCustomerEffort:
		return Course
	case r <= RuleMixedAddress:
		return Manner
	case r <= RuleDismissive:
		return Feeling
	case r <= RuleNoThanks:
		return Needed
	case r <= RulePressure:
		return Equality
	}
	return Process
}

// Rules returns the rules on a pair of messages, in the order of
// TONE_RULES.md; [ConversationRules] are the others.
func Rules() []Rule {
	rules := make([]Rule, 0, RuleCustomerEffort)
	for r := RuleLanguage; r <= RuleCustomerEffort; r++ {
		rules = append(rules, r)
	}
	return rules
}

// String returns the rule's id, as TONE_RULES.md writes it.
func (r Rule) String() string { return ruleNames.text(int(r)) }

// ParseRule reads a rule's id; the error is an [*UnknownNameError].
func ParseRule(s string) (Rule, error) {
	i, err := ruleNames.parse("rule", s)
	return Rule(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the id.
func (r Rule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseRule] accepts.
func (r *Rule) UnmarshalText(b []byte) error {
	parsed, err := ParseRule(string(b))
	if err == nil {
		*r = parsed
	}
	return err
}
