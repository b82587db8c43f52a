package empathy

// A Stage is a part of a customer-service conversation that has one purpose.
// The order of the constants is the usual order of a conversation; the zero
// Stage means that none is given.
//
// The stages gather what six practitioners' articles on empathy in customer
// service (Romanian, Polish, Russian, Greek, Chinese) ask of a good
// conversation: listen to the end, paraphrase and check, say no well, wait for
// the customer's agreement, follow up.
type Stage uint8

const (
	AnyStage      Stage = iota // no stage is given
	Opening                    // greets and says who is there
	Listening                  // invites the customer to tell, and to go on
	Acknowledging              // recognises what the customer feels
	Clarifying                 // asks what is missing, with permission
	Paraphrasing               // gives back what was understood and checks it
	Apologizing                // says sorry for what went wrong
	Explaining                 // names the cause, or says it is being found out
	Resolving                  // proposes, offers a choice, says the next step
	Declining                  // says no, with empathy and a way on
	Reassuring                 // says who owns it and how it is kept from recurring
	Waiting                    // asks to hold, thanks for waiting, calls back
	Confirming                 // asks whether the solution works
	Closing                    // thanks, wishes, invites back
	FollowUp                   // comes back afterwards, asks for feedback, warns ahead
)

var stageNames = names{"", "opening", "listening", "acknowledging", "clarifying", "paraphrasing", "apologizing", "explaining", "resolving", "declining", "reassuring", "waiting", "confirming", "closing", "followup"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (s Stage) String() string { return stageNames.text(int(s)) }

// ParseStage reads the text form of a stage; the error is an [*UnknownNameError].
func ParseStage(s string) (Stage, error) {
	i, err := stageNames.parse("stage", s)
	return Stage(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseStage] accepts.
func (s *Stage) UnmarshalText(b []byte) error {
	parsed, err := ParseStage(string(b))
	if err == nil {
		*s = parsed
	}
	return err
}

// Stages returns all stages in the usual order of a conversation.
func Stages() []Stage {
	stages := make([]Stage, 0, len(stageNames)-1)
	for s := Opening; s <= FollowUp; s++ {
		stages = append(stages, s)
	}
	return stages
}
