package localecheck

import (
	"fmt"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
)

func pluralChecks() []Check {
	return []Check{
		{
			ID: "plural-missing", Title: "a plural form that the language needs", Severity: empathy.Error,
			language: func(l *locale, report reporter) {
				l.eachForm(func(c counted, form int, have bool) {
					if !c.want[form] || have {
						return
					}
					name := phrasefile.FormName(form)
					at := c.at
					at.advice = fmt.Sprintf("add %s = \"…\", as it is said with %s", name, l.countsLike(form))
					report(at, "the plural form %q is missing", name)
				})
			},
		},
		{
			ID: "plural-superfluous", Title: "a plural form that is never said", Severity: empathy.Error,
			language: func(l *locale, report reporter) {
				l.eachForm(func(c counted, form int, have bool) {
					if c.want[form] || !have {
						return
					}
					at := c.at
					at.line, at.advice = c.message.LineOf(phrasefile.FormName(form)), "take it out; its words are never used"
					if !c.counts {
						report(at, "the plural form %q is superfluous: the phrase does not count, so it has only \"other\"", phrasefile.FormName(form))
						return
					}
					report(at, "the plural form %q is superfluous: %v has %s", phrasefile.FormName(form), l.tag, formList(c.want))
				})
			},
		},
	}
}

// A counted is a phrase, or the words for a span of time, with the forms that
// it has to have.
type counted struct {
	message *phrasefile.Message
	at      place
	counts  bool
	want    [phrasefile.PluralForms]bool
}

// eachForm calls visit for every form of every phrase and time.
func (l *locale) eachForm(visit func(c counted, form int, have bool)) {
	var all []counted
	for _, m := range l.messages {
		if p := m.parts(); p.err == nil && !m.IsBlank() {
			all = append(all, counted{m.Message, m.place(), slices.Contains(p.uses, "Count"), [phrasefile.PluralForms]bool{}})
		}
	}
	for _, f := range l.texts {
		for i := range f.Messages {
			m := &f.Messages[i]
			if m.IsBlank() {
				continue // not written yet: time-missing and message-missing say so
			}
			counts := slices.ContainsFunc(m.Fields, func(f phrasefile.Field) bool { return strings.Contains(f.Value, ".Count") })
			all = append(all, counted{m, place{file: f.Name, line: m.Line, subject: m.ID}, counts, [phrasefile.PluralForms]bool{}})
		}
	}
	for _, c := range all {
		c.want[phrasefile.Other] = true
		if c.counts {
			c.want = phrasefile.CategoriesOf(l.tag)
		}
		for _, form := range phrasefile.FormsInOrder() {
			have := c.message.Sources()[form] != ""
			visit(c, form, have)
		}
	}
}

func formList(want [phrasefile.PluralForms]bool) string {
	var names []string
	for _, form := range phrasefile.FormsInOrder() {
		if want[form] {
			names = append(names, phrasefile.FormName(form))
		}
	}
	return strings.Join(names, ", ")
}

// countsLike names the first numbers that take a form: "2, 3, 4".
func (l *locale) countsLike(form int) string {
	var numbers []string
	for n := 0; n < 200 && len(numbers) < 3; n++ {
		if phrasefile.PluralOf(l.tag, n) == form {
			numbers = append(numbers, fmt.Sprint(n))
		}
	}
	if len(numbers) == 0 {
		return "1.5"
	}
	return strings.Join(numbers, ", ")
}
