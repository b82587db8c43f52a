package phrases

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/empathykit/empathykit/empathy"
)

// An ID names a phrase within its language: stage.intent.register.variant.
type ID struct {
	Intent   string // "acknowledging.delay": the stage and the intent
	Register empathy.Register
	Variant  int // from 1
}

// String returns the text form, such as "acknowledging.delay.formal.1".
func (id ID) String() string {
	return id.Intent + "." + id.Register.String() + "." + strconv.Itoa(id.Variant)
}

// ParseID reads the text form of an ID.
func ParseID(s string) (ID, error) {
	parts := strings.Split(s, ".")
	if len(parts) != 4 {
		return ID{}, fmt.Errorf("phrases: %q is no stage.intent.register.variant", s)
	}
	if _, err := empathy.ParseStage(parts[0]); err != nil || parts[0] == "" {
		return ID{}, fmt.Errorf("phrases: %q: %q is no stage", s, parts[0])
	}
	register, err := empathy.ParseRegister(parts[2])
	if err != nil {
		return ID{}, fmt.Errorf("phrases: %q: %q is no register", s, parts[2])
	}
	variant, err := strconv.Atoi(parts[3])
	if err != nil || variant < 1 || parts[3][0] == '0' || parts[3][0] == '+' {
		return ID{}, fmt.Errorf("phrases: %q: %q is no variant; they count from 1", s, parts[3])
	}
	if parts[1] == "" {
		return ID{}, fmt.Errorf("phrases: %q has no intent", s)
	}
	return ID{parts[0] + "." + parts[1], register, variant}, nil
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseID] accepts.
func (id *ID) UnmarshalText(b []byte) error {
	parsed, err := ParseID(string(b))
	if err == nil {
		*id = parsed
	}
	return err
}
