package empathy

import "fmt"

// A table of text forms serves String, Parse and MarshalText of one type, so
// that the three can never disagree.
type names []string

func (n names) text(i int) string {
	if i < 0 || i >= len(n) {
		return ""
	}
	return n[i]
}

func (n names) parse(kind, s string) (int, error) {
	for i, name := range n {
		if name == s {
			return i, nil
		}
	}
	return 0, &UnknownNameError{Kind: kind, Name: s}
}

// UnknownNameError tells that a text is not a name in the vocabulary.
type UnknownNameError struct {
	Kind string // which vocabulary: "stage", "emotion", …
	Name string // the text that was given
}

func (e *UnknownNameError) Error() string {
	return fmt.Sprintf("empathy: %q is not a %s", e.Name, e.Kind)
}
