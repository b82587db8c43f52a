package phrases

import (
	"fmt"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/phrasefile"
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
	locale  *locale
	file    string
	line    int
	source  *i18n.Message
	renamed bool     // the file has it under a former name of its intent
	needs   []string // arguments without which it cannot be rendered
	uses    []string // all arguments that it speaks of
	length  int      // of its longest form, in characters
	own     bool     // the brand's

	parse sync.Once
	forms [phrasefile.PluralForms]*phrasefile.Form
	err   error
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

// roomForArguments is how much longer than the template most phrases are.
const roomForArguments = 32

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
	if f.Template == nil {
		return f.Text, nil
	}
	v := view{
		Customer: addresseeOf(p.entry.locale.names, args.Customer, p.ID.Register),
		Agent:    &speaker{args.Agent.Given, args.Agent.Gender},
		Company:  args.Company, Count: args.Count, When: args.When, What: args.What, Cause: args.Cause,
		Step: args.Step, OptionA: args.OptionA, OptionB: args.OptionB, Alternative: args.Alternative,
	}
	var b strings.Builder
	b.Grow(len(f.Text) + roomForArguments)
	if len(f.Parts) > 0 && v.say(&b, f.Parts) {
		return b.String(), nil
	}
	b.Reset()
	rest := v // the template keeps it
	if err := f.Template.Execute(&b, &rest); err != nil {
		return "", fmt.Errorf("phrases: rendering %s: %w", p.ID, err)
	}
	return b.String(), nil
}

// form returns the plural form for a count; 0 means that nothing is counted.
func (e *entry) form(count int) (*phrasefile.Form, error) {
	e.parse.Do(func() { e.forms, e.err = phrasefile.ParseForms(e.source.ID, sources(e.source)) })
	if e.err != nil {
		return nil, e.err
	}
	if count > 0 {
		if f := e.forms[phrasefile.PluralOf(e.locale.tag, count)]; f != nil {
			return f, nil
		}
	}
	if f := e.forms[phrasefile.Other]; f != nil {
		return f, nil
	}
	return nil, fmt.Errorf("it has no form %q", "other")
}

// sources returns a message's forms by category.
func sources(m *i18n.Message) [phrasefile.PluralForms]string {
	return [phrasefile.PluralForms]string{
		plural.Other: m.Other, plural.Zero: m.Zero, plural.One: m.One,
		plural.Two: m.Two, plural.Few: m.Few, plural.Many: m.Many,
	}
}

// Place returns where the phrase stands: its file, in the file system that
// the catalog was loaded from, and the line, from 1.
func (p Phrase) Place() (file string, line int) { return p.entry.file, p.entry.line }

// A Form is one plural form of a phrase.
type Form struct {
	Category string // of CLDR: "one", "few", "many", "other" …
	Text     string // as it stands in the file
}

// Forms returns the phrase as it stands in its file, in all plural forms. A
// phrase that counts nothing has only "other".
func (p Phrase) Forms() []Form {
	var forms []Form
	all := sources(p.entry.source)
	for _, form := range phrasefile.FormsInOrder() {
		if all[form] != "" {
			forms = append(forms, Form{phrasefile.FormName(form), all[form]})
		}
	}
	return forms
}
