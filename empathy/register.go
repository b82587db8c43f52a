package empathy

// A Register is how formal a message is. Registers are ordered: [Informal] <
// [Neutral] < [Formal]; the zero Register is Neutral, which is what a message
// without any cue is.
type Register int8

const (
	Informal Register = iota - 1 // familiar address, slang, chat spelling, emoji
	Neutral                      // polite and plain
	Formal                       // polite address, full forms, letter conventions
)

var registerNames = names{"informal", "neutral", "formal"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (r Register) String() string { return registerNames.text(int(r) + 1) }

// ParseRegister reads the text form of a register; the error is an [*UnknownNameError].
func ParseRegister(s string) (Register, error) {
	i, err := registerNames.parse("register", s)
	if err != nil {
		return Neutral, err
	}
	return Register(i - 1), nil
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (r Register) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseRegister] accepts.
func (r *Register) UnmarshalText(b []byte) error {
	parsed, err := ParseRegister(string(b))
	if err == nil {
		*r = parsed
	}
	return err
}

// Registers returns the registers, the most formal first.
func Registers() []Register { return []Register{Formal, Neutral, Informal} }
