package empathy

// An Address is the T-V form used towards the other person: tu/dumneavoastră,
// ty/Pan, ты/вы, εσύ/εσείς, 你/您. English has no such form and is always
// [NoAddress]. The name T-V is from Brown and Gilman, "The Pronouns of Power
// and Solidarity" (1960).
type Address uint8

const (
	NoAddress Address = iota // nobody is addressed, or the language does not tell
	T                        // the familiar form
	V                        // the polite form
	Mixed                    // the same person is addressed with both
)

var addressNames = names{"none", "T", "V", "mixed"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (a Address) String() string { return addressNames.text(int(a)) }

// ParseAddress reads the text form of an address; the error is an [*UnknownNameError].
func ParseAddress(s string) (Address, error) {
	i, err := addressNames.parse("address", s)
	return Address(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (a Address) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseAddress] accepts.
func (a *Address) UnmarshalText(b []byte) error {
	parsed, err := ParseAddress(string(b))
	if err == nil {
		*a = parsed
	}
	return err
}
