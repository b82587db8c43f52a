// Package inflect knows how people are addressed by name: vocatives,
// honorifics, and which part of a name a language uses in which register.
package inflect

// A Gender is the grammatical gender that a person is spoken of in.
type Gender uint8

const (
	Unknown Gender = iota
	Feminine
	Masculine
)

// A Person is somebody to be addressed, as far as known.
type Person struct {
	Given, Family, Patronymic, Title string
	Gender                           Gender
}
