package phrases

import (
	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/inflect"
)

// A Person is a customer or an agent, as far as known. Every field may be
// empty: phrases work without.
type Person struct {
	Given      string
	Family     string
	Patronymic string // Russian: "Сергеевна"
	Title      string // a title of the language, such as "Dr" or 老师; instead of the usual honorific
	Gender     Gender
}

// A Gender is the grammatical gender that a person is spoken of in.
type Gender = inflect.Gender

const (
	UnknownGender = inflect.Unknown // words that need no gender are taken
	Feminine      = inflect.Feminine
	Masculine     = inflect.Masculine
)

// addressee is a customer as templates see one.
type addressee struct {
	Vocative string // the form of address, fitting the register
	Given    string
	Family   string
	Gender   Gender
}

// Gendered chooses the form that fits the customer's gender.
func (a *addressee) Gendered(masculine, feminine string) string {
	if a.Gender == Feminine {
		return feminine
	}
	return masculine
}

// addresseeOf returns nil where the person cannot be addressed by name.
func addresseeOf(names *inflect.Names, p Person, register empathy.Register) *addressee {
	vocative := names.Address(inflect.Person(p), register.String())
	if vocative == "" {
		return nil
	}
	return &addressee{vocative, p.Given, p.Family, p.Gender}
}

// speaker is an agent as templates see one.
type speaker struct {
	Name   string
	Gender Gender
}

// Gendered chooses the form in which the agent speaks of themselves.
func (s *speaker) Gendered(masculine, feminine string) string {
	if s.Gender == Feminine {
		return feminine
	}
	return masculine
}
