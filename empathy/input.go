package empathy

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"
)

// Reasons for which a message cannot be judged. They stand inside an
// [*InputError]; test for them with [errors.Is].
var (
	ErrEmpty           = errors.New("there are no words in it")
	ErrTooLong         = errors.New("it is longer than the limit")
	ErrUnknownLanguage = errors.New("its language is not known here")
)

// An InputError says which message could not be judged, and why.
type InputError struct {
	Message  string       // "customer's message" or "reply"
	Language language.Tag // what was told, for ErrUnknownLanguage; may be language.Und
	Err      error        // ErrEmpty, ErrTooLong or ErrUnknownLanguage
}

func (e *InputError) Error() string {
	if errors.Is(e.Err, ErrUnknownLanguage) && e.Language != language.Und {
		return fmt.Sprintf("empathy: the %s: %v (it looks like %v)", e.Message, e.Err, e.Language)
	}
	return fmt.Sprintf("empathy: the %s: %v", e.Message, e.Err)
}

func (e *InputError) Unwrap() error { return e.Err }

// A CanceledError says which message was being read when the context was done.
// It wraps the context's cause, such as [context.Canceled] or
// [context.DeadlineExceeded].
type CanceledError struct {
	Message string // "customer's message", "reply" or "message"
	Err     error
}

func (e *CanceledError) Error() string {
	return fmt.Sprintf("empathy: gave up reading the %s: %v", e.Message, e.Err)
}

func (e *CanceledError) Unwrap() error { return e.Err }
