package empathy

// A Need is something that customers want from a conversation, beyond the
// solution. The zero Need means none.
type Need uint8

const (
	NoNeed         Need = iota // no need is given
	Dignity                    // to be treated with respect
	Reassurance                // that it will not happen again
	Explanation                // why it happened
	Thanks                     // to be thanked
	Hearing                    // to be heard out
	Apology                    // to hear an apology
	Control                    // to have a say: choices, consent
	Predictability             // to know what happens when
)

var needNames = names{"", "dignity", "reassurance", "explanation", "thanks", "hearing", "apology", "control", "predictability"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (n Need) String() string { return needNames.text(int(n)) }

// ParseNeed reads the text form of a need; the error is an [*UnknownNameError].
func ParseNeed(s string) (Need, error) {
	i, err := needNames.parse("need", s)
	return Need(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (n Need) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseNeed] accepts.
func (n *Need) UnmarshalText(b []byte) error {
	parsed, err := ParseNeed(string(b))
	if err == nil {
		*n = parsed
	}
	return err
}

// needWeights are the shares of customers who want each need to be met. The
// first six were published by Forrester and quoted in the Romanian article
// that the project rests on. Control and Predictability have no published
// figure; they are set just below the smallest published one.
var needWeights = [...]float64{
	Dignity: 0.92, Reassurance: 0.76, Explanation: 0.74, Thanks: 0.72,
	Hearing: 0.63, Apology: 0.62, Control: 0.60, Predictability: 0.60,
}

// Weight returns how much the need matters, from 0 to 1: the share of
// customers who want it, after Forrester; 0.60 for [Control] and
// [Predictability], for which no figure was published.
func (n Need) Weight() float64 {
	if int(n) >= len(needWeights) {
		return 0
	}
	return needWeights[n]
}

// Needs returns all needs, the weightiest first.
func Needs() []Need {
	needs := make([]Need, 0, len(needNames)-1)
	for n := Dignity; n <= Predictability; n++ {
		needs = append(needs, n)
	}
	return needs
}
