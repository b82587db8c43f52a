package empathy

// A Level says whether words speak to the person or to the matter. A good reply
// begins and ends on the human level and has the business in between.
type Level uint8

const (
	Human    Level = iota // to the person
	Business              // to the matter
)

var levelNames = names{"human", "business"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (l Level) String() string { return levelNames.text(int(l)) }

// ParseLevel reads the text form of a level; the error is an [*UnknownNameError].
func ParseLevel(s string) (Level, error) {
	i, err := levelNames.parse("level", s)
	return Level(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseLevel] accepts.
func (l *Level) UnmarshalText(b []byte) error {
	parsed, err := ParseLevel(string(b))
	if err == nil {
		*l = parsed
	}
	return err
}
