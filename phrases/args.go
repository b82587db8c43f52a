package phrases

import (
	"fmt"
	"slices"

	"github.com/empathykit/empathykit/internal/phrasefile"
)

// Args are what a phrase may speak of. Only what an intent requires has to be
// given ([Intent].Requires); an empty field is not given.
type Args struct {
	Customer Person
	Agent    Person
	Company  string

	Count int // days, times or minutes, as the intent says; above 0

	When        string // an adverbial: "tomorrow between 9 and 12"
	What        string // a clause or noun phrase
	Cause       string
	Step        string
	OptionA     string
	OptionB     string
	Alternative string
}

// has reports whether an argument is given.
func (a *Args) has(name string) bool {
	switch name {
	case "Customer":
		return a.Customer != Person{}
	case "Agent":
		return a.Agent != Person{}
	case phrasefile.AgentGender:
		return a.Agent.Gender != UnknownGender
	case "Company":
		return a.Company != ""
	case "Count":
		return a.Count > 0
	case "When":
		return a.When != ""
	case "What":
		return a.What != ""
	case "Cause":
		return a.Cause != ""
	case "Step":
		return a.Step != ""
	case "OptionA":
		return a.OptionA != ""
	case "OptionB":
		return a.OptionB != ""
	case "Alternative":
		return a.Alternative != ""
	}
	return false
}

func (a *Args) hasAll(names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !a.has(name) })
}

// An ArgumentError says that a phrase needs an argument that is not given.
type ArgumentError struct {
	Phrase   ID
	Argument string
}

func (e *ArgumentError) Error() string {
	return fmt.Sprintf("phrases: %s needs %s, which is not given", e.Phrase, e.Argument)
}
