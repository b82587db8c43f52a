package phrases

import (
	"fmt"
	"strings"
	"sync"
	"text/template"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// A Phrase is something to say in one language and register.
type Phrase struct {
	ID          ID
	Language    language.Tag
	Intent      *Intent
	Description string
	Empathy     Empathy // Cognitive or Affective, where the intent has both

	entry *entry
}

// An entry is what all copies of a phrase share.
type entry struct {
	locale *locale
	file   string
	line   int
	source *i18n.Message
	needs  []string // arguments without which it cannot be rendered
	uses   []string // all arguments that it speaks of
	length int      // of its longest form, in characters
	own    bool     // the brand's

	parse sync.Once
	forms [pluralForms]*form
	err   error
}

// A form is one plural form, ready to be rendered.
type form struct {
	text     string // where there is nothing to fill in
	template *template.Template
}

// Needs returns the arguments without which the phrase cannot be rendered.
func (p Phrase) Needs() []string { return p.entry.needs }

// Text returns the phrase as it stands in its file, in the plural form other.
func (p Phrase) Text() string { return p.entry.source.Other }

// view is what templates see.
type view struct {
	Customer *addressee
	Agent    *speaker
	Company  string

	Count                                                  int
	When, What, Cause, Step, OptionA, OptionB, Alternative string
}

// Render fills in the arguments. The error is an [*ArgumentError] where one
// is missing that the phrase needs.
func (p Phrase) Render(args Args) (string, error) {
	if p.entry == nil {
		return "", fmt.Errorf("phrases: this phrase was not picked from a catalog")
	}
	for _, need := range p.entry.needs {
		if !args.has(need) {
			return "", &ArgumentError{p.ID, need}
		}
	}
	f, err := p.entry.form(args.Count)
	if err != nil {
		return "", fmt.Errorf("phrases: %s: %w", p.ID, err)
	}
	if f.template == nil {
		return f.text, nil
	}
	v := view{
		Customer: addresseeOf(p.entry.locale.names, args.Customer, p.ID.Register),
		Agent:    &speaker{args.Agent.Given, args.Agent.Gender},
		Company:  args.Company, Count: args.Count, When: args.When, What: args.What, Cause: args.Cause,
		Step: args.Step, OptionA: args.OptionA, OptionB: args.OptionB, Alternative: args.Alternative,
	}
	var b strings.Builder
	if err := f.template.Execute(&b, v); err != nil {
		return "", fmt.Errorf("phrases: rendering %s: %w", p.ID, err)
	}
	return b.String(), nil
}

// form returns the plural form for a count; 0 means that nothing is counted.
func (e *entry) form(count int) (*form, error) {
	e.parse.Do(func() { e.forms, e.err = parseForms(e.source) })
	if e.err != nil {
		return nil, e.err
	}
	if count > 0 {
		if f := e.forms[pluralOf(e.locale.tag, count)]; f != nil {
			return f, nil
		}
	}
	if f := e.forms[other]; f != nil {
		return f, nil
	}
	return nil, fmt.Errorf("it has no form %q", "other")
}

func parseForms(m *i18n.Message) (forms [pluralForms]*form, err error) {
	for i, source := range sources(m) {
		if source == "" {
			continue
		}
		f := &form{text: source}
		if strings.Contains(source, "{{") {
			if f.template, err = template.New(m.ID).Option("missingkey=error").Parse(source); err != nil {
				return forms, err
			}
		}
		forms[i] = f
	}
	return forms, nil
}
