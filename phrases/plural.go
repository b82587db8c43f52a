package phrases

import (
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// The CLDR plural categories, in the order of x/text's plural.Form.
const (
	other       = int(plural.Other)
	pluralForms = int(plural.Many) + 1
)

var formNames = [pluralForms]string{
	plural.Other: "other", plural.Zero: "zero", plural.One: "one",
	plural.Two: "two", plural.Few: "few", plural.Many: "many",
}

// sources returns a message's forms by category.
func sources(m *i18n.Message) [pluralForms]string {
	return [pluralForms]string{
		plural.Other: m.Other, plural.Zero: m.Zero, plural.One: m.One,
		plural.Two: m.Two, plural.Few: m.Few, plural.Many: m.Many,
	}
}

// pluralOf returns the category of a whole number.
func pluralOf(tag language.Tag, n int) plural.Form {
	return plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)
}

// categoriesOf returns which categories a language has. CLDR's rules repeat
// with the last two digits of whole numbers; 1,000,000 stands for the rules
// about millions, 1.5 for fractions.
func categoriesOf(tag language.Tag) (has [pluralForms]bool) {
	for n := range 201 {
		has[pluralOf(tag, n)] = true
	}
	has[pluralOf(tag, 1_000_000)] = true
	has[plural.Cardinal.MatchPlural(tag, 1, 1, 1, 5, 5)] = true
	return has
}
