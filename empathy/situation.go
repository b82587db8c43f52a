package empathy

// A Situation is what only the agent knows: whether something can be done at
// all, whether it takes time, whether a detail is missing. [Conversation.Advise]
// takes them beside what it has heard by itself.
type Situation uint8

const (
	NoSituation         Situation = iota // nothing particular is known
	DetailsMissing                       // something has to be asked before it can be solved
	TwoWays                              // there are two ways to solve it: the customer chooses
	SolutionDone                         // it is done already
	NothingCanBeDone                     // what is asked for cannot be had
	TakesAMoment                         // the customer is kept waiting for minutes
	TakesLonger                          // it takes longer than was said
	CustomerUnreachable                  // nobody answered the call; it will be tried again
	ProblemAhead                         // we know of something that the customer has not noticed yet
)

var situationNames = names{"", "details-missing", "two-ways", "done", "nothing-can-be-done", "takes-a-moment", "takes-longer", "unreachable", "problem-ahead"}

// String returns the text form, such as "nothing-can-be-done".
func (s Situation) String() string { return situationNames.text(int(s)) }

// ParseSituation reads the text form of a situation; the error is an [*UnknownNameError].
func ParseSituation(s string) (Situation, error) {
	i, err := situationNames.parse("situation", s)
	return Situation(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (s Situation) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseSituation] accepts.
func (s *Situation) UnmarshalText(b []byte) error {
	parsed, err := ParseSituation(string(b))
	if err == nil {
		*s = parsed
	}
	return err
}

// Situations returns all situations but [NoSituation].
func Situations() []Situation {
	situations := make([]Situation, 0, len(situationNames)-1)
	for s := DetailsMissing; s <= ProblemAhead; s++ {
		situations = append(situations, s)
	}
	return situations
}
