package localecheck

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
)

func templateChecks() []Check {
	return []Check{
		{
			ID: "template", Title: "braces that cannot be read", Severity: empathy.Error,
			Advice:   "an argument is {{.Count}}; what may be missing stands as {{with .Customer}}, {{.Vocative}}{{end}}",
			language: badTemplates,
		},
		{
			ID: "argument-unknown", Title: "an argument that the intent does not have", Severity: empathy.Error,
			language: unknownArguments,
		},
		{
			ID: "argument-missing", Title: "a required argument that the phrase leaves out", Severity: empathy.Error,
			language: missingArguments,
		},
	}
}

// parts are a phrase's forms, if they can be read.
type parts struct {
	forms       [phrasefile.PluralForms]*phrasefile.Form
	needs, uses []string
	err         error
}

func (m *message) parts() parts {
	var p parts
	if p.forms, p.err = phrasefile.ParseForms(m.ID, m.Sources()); p.err == nil {
		p.needs, p.uses, p.err = phrasefile.ArgumentsOf(p.forms)
	}
	return p
}

// faultyForm finds the line of the form that cannot be read.
func (m *message) faultyForm() int {
	for _, form := range phrasefile.FormsInOrder() {
		var sources [phrasefile.PluralForms]string
		sources[form] = m.Sources()[form]
		forms, err := phrasefile.ParseForms(m.ID, sources)
		if err == nil {
			_, _, err = phrasefile.ArgumentsOf(forms)
		}
		if err != nil {
			return m.LineOf(phrasefile.FormName(form))
		}
	}
	return m.Line
}

func badTemplates(l *locale, report reporter) {
	for _, m := range l.messages {
		err := m.parts().err
		if unknown := (*phrasefile.UnknownArgumentError)(nil); err == nil || errors.As(err, &unknown) {
			continue
		}
		at := m.place()
		at.line = m.faultyForm()
		why := err.Error()
		if i := strings.LastIndex(why, m.ID+":"); i >= 0 { // template: ID:1: why
			_, why, _ = strings.Cut(why[i+len(m.ID)+1:], ": ")
		}
		report(at, "%s", why)
	}
}

func unknownArguments(l *locale, report reporter) {
	for _, m := range l.messages {
		at := m.place()
		p := m.parts()
		intent, _ := l.intents.find(m.id.Intent)
		var unknown *phrasefile.UnknownArgumentError
		switch {
		case errors.As(p.err, &unknown):
			at.line = m.faultyForm()
			at.advice = "there are " + strings.Join(append([]string{"Customer", "Agent", "Company"}, phrasefile.Arguments()...), ", ")
			report(at, "there is no argument {{.%s}}", unknown.Name)
		case p.err == nil && intent != nil:
			has := slices.Concat(intent.Requires, intent.Optional)
			for _, name := range p.uses {
				if phrasefile.IsArgument(name) && !slices.Contains(has, name) {
					at.advice = fmt.Sprintf("%s has %s", intent.ID, listOf(has))
					report(at, "%s has no argument {{.%s}}", intent.ID, name)
				}
			}
		}
	}
}

func listOf(arguments []string) string {
	if len(arguments) == 0 {
		return "only Customer, Agent and Company"
	}
	return strings.Join(arguments, ", ") + " besides Customer, Agent and Company"
}

func missingArguments(l *locale, report reporter) {
	for _, m := range l.messages {
		intent, _ := l.intents.find(m.id.Intent)
		p := m.parts()
		if intent == nil || p.err != nil || m.IsBlank() {
			continue
		}
		for _, name := range intent.Requires {
			if !slices.Contains(p.needs, name) {
				at := m.place()
				at.advice = fmt.Sprintf("put {{.%s}} where the words speak of it", name)
				report(at, "{{.%s}} is required and not used", name)
			}
		}
	}
}
