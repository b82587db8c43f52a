package empathy

// Rules over a whole conversation, and over the brand's voice. A [Conversation]
// applies them beside those of TONE_RULES.md; off-brand is applied by every
// checker that has a [Voice].
//
//	id                       sev  flag when
//	unmet-need                W   the reply closes, and something that the customer asked for or showed is
//	                              still open: an apology, a cause, a time, thanks, prevention, being heard
//	never-paraphrased         N   the reply closes, the customer told a long story, and nobody ever gave
//	                              back what was understood, in the customer's words or as a summary
//	closed-without-agreement  W   the reply closes after a proposal that the customer has not agreed to
//	                              and was not asked about
//	phrase-repeated           N   the reply says a whole sentence that the agent has said before in (nearly)
//	                              the same words; greetings, wishes and facts do not count
//	register-drift            N   the agent was formal and is informal now, or the other way round, and the
//	                              customer was not first
//	address-drift             W   the agent changes between T and V from one reply to another, and the
//	                              customer was not first
//	human-balance             N   the first reply to somebody who shows a feeling, or the one that closes,
//	                              speaks of nothing but business
//	question-repeated         W   the agent asks again what the customer has answered
//	feeling-rising            W   the customer is plainly more upset after the agent's reply than before it
//	off-brand                 W   the reply leaves the brand's voice: register, address, emoji, exclamation
//	                              marks, words
//
// As with TONE_RULES.md: in doubt, do not flag.
const (
	RuleUnmetNeed              Rule = RuleCustomerEffort + 1 + iota // something is still open at the close
	RuleNeverParaphrased                                            // nobody gave back what was understood
	RuleClosedWithoutAgreement                                      // closed, and the customer has not agreed
	RulePhraseRepeated                                              // the same sentence as in an earlier reply
	RuleRegisterDrift                                               // formal before, informal now, or the other way round
	RuleAddressDrift                                                // T before, V now, or the other way round
	RuleHumanBalance                                                // begins or ends on business
	RuleQuestionRepeated                                            // asks what has been answered
	RuleFeelingRising                                               // more upset after the reply than before
	RuleOffBrand                                                    // not in the brand's voice
)

// conversationRuleNames are the ids, in the order of the constants.
var conversationRuleNames = names{
	"unmet-need", "never-paraphrased", "closed-without-agreement", "phrase-repeated", "register-drift", "address-drift",
	"human-balance", "question-repeated", "feeling-rising", "off-brand",
}

// ConversationRules returns the rules that look beyond one pair of messages,
// and [RuleOffBrand].
func ConversationRules() []Rule {
	rules := make([]Rule, 0, len(conversationRuleNames))
	for r := RuleUnmetNeed; r <= RuleOffBrand; r++ {
		rules = append(rules, r)
	}
	return rules
}
