package phrasefile

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// The CLDR plural categories, in the order of x/text's plural.Form.
const (
	Other       = int(plural.Other)
	PluralForms = int(plural.Many) + 1
)

var formNames = [PluralForms]string{
	plural.Other: "other", plural.Zero: "zero", plural.One: "one",
	plural.Two: "two", plural.Few: "few", plural.Many: "many",
}

// FormsInOrder returns the categories in the order in which files have them.
func FormsInOrder() [PluralForms]int { return formsInOrder }

var formsInOrder = [PluralForms]int{int(plural.Zero), int(plural.One), int(plural.Two), int(plural.Few), int(plural.Many), int(plural.Other)}

// FormName returns a category's key in phrase files: "few".
func FormName(form int) string { return formNames[form] }

// FormOf finds a category by its key; ok is false where there is none.
func FormOf(name string) (form int, ok bool) {
	for form, n := range formNames {
		if n == name {
			return form, true
		}
	}
	return 0, false
}

// PluralOf returns the category of a whole number.
func PluralOf(tag language.Tag, n int) int {
	return int(plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0))
}

// CategoriesOf returns which categories a language has. CLDR's rules repeat
// with the last two digits of whole numbers; 1,000,000 stands for the rules
// about millions, 1.5 for fractions.
func CategoriesOf(tag language.Tag) (has [PluralForms]bool) {
	for n := range 201 {
		has[PluralOf(tag, n)] = true
	}
	has[PluralOf(tag, 1_000_000)] = true
	has[plural.Cardinal.MatchPlural(tag, 1, 1, 1, 5, 5)] = true
	return has
}
