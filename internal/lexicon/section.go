package lexicon

// A Section is what a group of patterns in a tone file tells.
// locales/README.md describes each for those who write the patterns.
type Section uint8

const (
	AddressV Section = iota
	AddressT
	RegisterFormal
	RegisterInformal

	EmotionAnger
	EmotionFrustration
	EmotionWorry
	EmotionDisappointment
	EmotionConfusion
	EmotionJoy
	EmotionGratitude

	FactHarm
	FactRecurrence
	FactImpact
	FactUrgent
	FactThreat
	FactInsult
	FactSarcasm
	FactCredit
	FactProblem
	FactSolved

	AskWhy
	AskWhen
	AskOffer

	ActGreet
	ActWish
	ActInvite
	ActAcknowledge
	ActApologize
	ActThank
	ActWarm
	ActAsk
	ActParaphrase
	ActExplain
	ActPropose
	ActOfferChoice
	ActPromiseTime
	ActReassure
	ActDecline
	ActHandOver
	ActWait
	ActConfirm
	ActClose
	ActFeedback

	FaultBlame
	FaultArgue
	FaultDismiss
	FaultPress
	FaultCapitulate
	FaultGrovel
	FaultBoilerplate
	FaultEffort
	FaultCheerful

	modifierNegators
	modifierIntensifiers
	modifierHedges
	modifierConditionals

	// Sections is how many there are.
	Sections = int(modifierConditionals) + 1
)

var sectionNames = [Sections]string{
	"address.V", "address.T", "register.formal", "register.informal",
	"emotion.anger", "emotion.frustration", "emotion.worry", "emotion.disappointment", "emotion.confusion", "emotion.joy", "emotion.gratitude",
	"fact.harm", "fact.recurrence", "fact.impact", "fact.urgent", "fact.threat", "fact.insult", "fact.sarcasm", "fact.credit", "fact.problem", "fact.solved",
	"ask.why", "ask.when", "ask.offer",
	"act.greet", "act.wish", "act.invite", "act.acknowledge", "act.apologize", "act.thank", "act.warm", "act.ask", "act.paraphrase", "act.explain", "act.propose",
	"act.offer-choice", "act.promise-time", "act.reassure", "act.decline", "act.hand-over", "act.wait", "act.confirm", "act.close", "act.feedback",
	"fault.blame", "fault.argue", "fault.dismiss", "fault.press", "fault.capitulate", "fault.grovel", "fault.boilerplate", "fault.effort", "fault.cheerful",
	"modifier.negators", "modifier.intensifiers", "modifier.hedges", "modifier.conditionals",
}

// String returns the section's name in tone files.
func (s Section) String() string {
	if int(s) < Sections {
		return sectionNames[s]
	}
	return ""
}

// ParseSection finds a section by its name in tone files.
func ParseSection(name string) (Section, bool) {
	for i, n := range sectionNames {
		if n == name {
			return Section(i), true
		}
	}
	return 0, false
}

// IsEmotion reports whether the section is a feeling, whose strengths are
// mild, strong and extreme.
func (s Section) IsEmotion() bool { return s >= EmotionAnger && s <= EmotionGratitude }

// dropsNegated reports whether a negator before a match takes the match away.
func (s Section) dropsNegated() bool {
	return s.IsEmotion() || s >= FaultBlame && s <= FaultCheerful
}

// A Strength is how much a match says. Feelings use Mild, Strong and Extreme,
// which are intensities 1 to 3; other sections Weak and Strong.
type Strength uint8

const (
	Weak    Strength = 1
	Mild    Strength = 1
	Strong  Strength = 2
	Extreme Strength = 3
)

const exceptStrength Strength = 0

// parseStrength reads the key under which a pattern stands in its section.
func (s Section) parseStrength(key string) (Strength, bool) {
	switch {
	case key == "except":
		return exceptStrength, true
	case key == "strong":
		return Strong, true
	case s.IsEmotion() && key == "mild":
		return Mild, true
	case s.IsEmotion() && key == "extreme":
		return Extreme, true
	case !s.IsEmotion() && key == "weak":
		return Weak, true
	}
	return 0, false
}
