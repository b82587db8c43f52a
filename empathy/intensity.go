package empathy

import "strconv"

// An Intensity is how strongly a feeling is shown, from 0 to 3.
type Intensity uint8

const (
	NoIntensity Intensity = iota // no feeling is shown
	Mild                         // shown in passing
	Strong                       // plain to see
	Extreme                      // insults, shouting, threats to leave or sue
)

// String returns the number as text.
func (i Intensity) String() string { return strconv.Itoa(int(i)) }

// ParseIntensity reads "0" to "3"; the error is an [*UnknownNameError].
func ParseIntensity(s string) (Intensity, error) {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '3' {
		return Intensity(s[0] - '0'), nil
	}
	return NoIntensity, &UnknownNameError{Kind: "intensity", Name: s}
}

// MarshalText implements [encoding.TextMarshaler].
func (i Intensity) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseIntensity] accepts.
func (i *Intensity) UnmarshalText(b []byte) error {
	parsed, err := ParseIntensity(string(b))
	if err == nil {
		*i = parsed
	}
	return err
}

// MarshalJSON writes the number, as the corpus and the JSON Lines have it.
func (i Intensity) MarshalJSON() ([]byte, error) { return i.MarshalText() }

// UnmarshalJSON reads the number.
func (i *Intensity) UnmarshalJSON(b []byte) error { return i.UnmarshalText(b) }
