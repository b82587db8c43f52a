package empathy

// A Severity says how much a finding matters. The order is by weight: [Note] <
// [Warning] < [Error].
type Severity uint8

const (
	Note    Severity = iota // could be better
	Warning                 // should be mended
	Error                   // must not be sent
)

var severityNames = names{"note", "warning", "error"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (s Severity) String() string { return severityNames.text(int(s)) }

// ParseSeverity reads the text form of a severity; the error is an [*UnknownNameError].
func ParseSeverity(s string) (Severity, error) {
	i, err := severityNames.parse("severity", s)
	return Severity(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseSeverity] accepts.
func (s *Severity) UnmarshalText(b []byte) error {
	parsed, err := ParseSeverity(string(b))
	if err == nil {
		*s = parsed
	}
	return err
}
