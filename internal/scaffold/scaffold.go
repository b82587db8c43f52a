// Package scaffold writes the files that a new language begins with: every
// phrase, pattern section, message, time and rule for names that is wanted,
// empty, with comments that say how, and with English beside it.
package scaffold

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"text/template"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/phrases"
)

//go:embed tone.toml names.toml answers.toml
var templates embed.FS

// Files returns the files of a new language by their names, such as
// "de/tone.toml". fsys has the intents and the language that stands beside
// each phrase.
func Files(fsys fs.FS, tag, beside language.Tag) (map[string]string, error) {
	catalog, err := phrases.Load(fsys)
	if err != nil {
		return nil, err
	}
	w := writer{tag: tag, beside: beside, catalog: catalog, fsys: fsys, files: map[string]string{}}
	if err := w.phrases(); err != nil {
		return nil, err
	}
	for _, kind := range []string{"messages", "time"} {
		if err := w.texts(kind); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"tone.toml", "names.toml", "answers.toml"} {
		if err := w.fromTemplate(name); err != nil {
			return nil, err
		}
	}
	return w.files, nil
}

type writer struct {
	tag, beside language.Tag
	catalog     *phrases.Catalog
	fsys        fs.FS
	files       map[string]string
}

func (w *writer) name() string { return display.English.Tags().Name(w.tag) }

func (w *writer) fromTemplate(name string) error {
	t, err := template.ParseFS(templates, name)
	if err != nil {
		return fmt.Errorf("reading the template of %s: %w", name, err)
	}
	var b strings.Builder
	if err := t.Execute(&b, map[string]string{"Name": w.name(), "Code": w.tag.String()}); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	w.files[path.Join(w.tag.String(), name)] = b.String()
	return nil
}

const phraseHead = `# %s phrases, stage %s.
#
# Write what a native would say in each place, not what the %s says. Fill the
# empty quotation marks; %s stands beside them as comments. More variants are
# welcome: copy a table and count its number on. A description begins with
# cognitive (understands) or affective (shares) where the intent has both.
#
# {{with .Customer}}, {{.Vocative}}{{end}} addresses the customer where the name
# is known; {{.Agent.Gendered "…" "…"}} (masculine, feminine) is for an agent
# whose gender is known, and never in all variants.
# A counted phrase has the forms of %[1]s: %[5]s.
`

func (w *writer) phrases() error {
	siblings := map[string][]phrases.Phrase{}
	all, err := w.catalog.Phrases(w.beside)
	if err != nil {
		return err
	}
	for _, p := range all {
		cell := p.ID.Intent + "." + p.ID.Register.String()
		siblings[cell] = append(siblings[cell], p)
	}
	other := display.English.Tags().Name(w.beside)
	for _, intent := range w.catalog.Intents() {
		if intent.Deprecated != "" {
			continue
		}
		stage := intent.Stage.String()
		file := fmt.Sprintf("%v/phrases/%s.%[1]v.toml", w.tag, stage)
		if w.files[file] == "" {
			w.files[file] = fmt.Sprintf(phraseHead, w.name(), stage, other, other, w.formList())
		}
		w.files[file] += w.intent(&intent, siblings)
	}
	return nil
}

func (w *writer) formList() string {
	var list []string
	for _, name := range w.forms(true) {
		list = append(list, fmt.Sprintf("%s (%s)", name, w.numbersOf(name)))
	}
	return strings.Join(list, ", ")
}

// forms are the keys that a phrase has.
func (w *writer) forms(counts bool) []string {
	if !counts {
		return []string{"other"}
	}
	has := phrasefile.CategoriesOf(w.tag)
	var names []string
	for _, form := range phrasefile.FormsInOrder() {
		if has[form] {
			names = append(names, phrasefile.FormName(form))
		}
	}
	return names
}

// numbersOf names the first numbers that take a form.
func (w *writer) numbersOf(name string) string {
	form, _ := phrasefile.FormOf(name)
	var numbers []string
	for n := 0; n < 200 && len(numbers) < 3; n++ {
		if phrasefile.PluralOf(w.tag, n) == form {
			numbers = append(numbers, fmt.Sprint(n))
		}
	}
	if len(numbers) == 0 {
		return "1.5"
	}
	return strings.Join(numbers, ", ")
}

// intent writes a table for each register, formal first.
func (w *writer) intent(intent *phrases.Intent, siblings map[string][]phrases.Phrase) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n# --- %s: %s ---\n", intent.ID, intent.Description)
	if len(intent.Requires) > 0 {
		fmt.Fprintf(&b, "# Every variant has %s.\n", braces(intent.Requires))
	}
	if len(intent.Optional) > 0 {
		fmt.Fprintf(&b, "# Some variants may have %s, never all of a register.\n", braces(intent.Optional))
	}
	description := "plain"
	if intent.Empathy == phrases.BothEmpathies {
		description = phrases.Cognitive.String() + ": plain"
	}
	for _, register := range []empathy.Register{empathy.Formal, empathy.Neutral, empathy.Informal} {
		b.WriteByte('\n')
		for _, p := range siblings[intent.ID+"."+register.String()] {
			fmt.Fprintf(&b, "# %v: %s\n", w.beside, oneLine(p.Text()))
		}
		fmt.Fprintf(&b, "[%s.%v.1]\ndescription = %q\n", intent.ID, register, description)
		for _, form := range w.forms(slices.Contains(intent.Requires, "Count")) {
			fmt.Fprintf(&b, "%s = \"\"\n", form)
		}
	}
	return b.String()
}

func braces(names []string) string { return "{{." + strings.Join(names, "}}, {{.") + "}}" }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

var textHeads = map[string]string{
	"messages": "# How findings are explained to a reviewer who reads %s.\n# Where one is empty, English stands in.\n",
	"time":     "# Times as adverbials in %s, ready for {{.When}} in a phrase.\n",
}

// texts writes the messages or the times, with those of the other language as
// comments.
func (w *writer) texts(kind string) error {
	name := fmt.Sprintf("%v/%s.%[1]v.toml", w.beside, kind)
	data, err := fs.ReadFile(w.fsys, name)
	if err != nil {
		return fmt.Errorf("reading what to translate: %w", err)
	}
	source, err := phrasefile.Parse(name, data)
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, textHeads[kind], w.name())
	for _, m := range source.Messages {
		fmt.Fprintf(&b, "\n# %v: %s\n[%s]\n", w.beside, oneLine(m.Get("other")), phrasefile.Quote(m.ID))
		for _, form := range w.forms(strings.Contains(m.Get("other"), ".Count")) {
			fmt.Fprintf(&b, "%s = \"\"\n", form)
		}
	}
	if kind == "time" {
		b.WriteString(dates)
		for m := time.January; m <= time.December; m++ {
			fmt.Fprintf(&b, "\n[\"month.%s\"]\nother = \"\"\n", strings.ToLower(m.String()))
		}
	}
	w.files[fmt.Sprintf("%v/%s.%[1]v.toml", w.tag, kind)] = b.String()
	return nil
}

const dates = `
# Dates of later than a week: {{.Date}} above is one of these two. Months stand in
# the form that they have in a date.

# en: {{.Number}} {{.Month}}
["date.day_month"]
other = ""

# en: {{.Number}} {{.Month}} {{.Year}}
["date.day_month_year"]
other = ""
`
