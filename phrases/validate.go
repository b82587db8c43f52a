package phrases

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
)

// A Fault is something wrong in a catalog.
type Fault struct {
	File    string
	Line    int // from 1; 0 where the fault is that something is missing
	Phrase  string
	Message string
}

func (f Fault) String() string {
	if f.Line == 0 {
		return fmt.Sprintf("%s: %s: %s", f.File, f.Phrase, f.Message)
	}
	return fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Phrase, f.Message)
}

// Validate returns what is wrong in a language's phrases: cells with fewer
// than variants phrases, plural forms that are missing or too many, arguments
// that the intent does not have or that are left out, and twins. The error is
// that of loading the language.
func (c *Catalog) Validate(tag language.Tag, variants int) ([]Fault, error) {
	l, err := c.speaking(tag)
	if err != nil {
		return nil, err
	}
	faults := c.thinCells(l, variants)
	seen := map[string]ID{}
	for _, p := range l.phrases {
		for _, message := range slices.Concat(pluralFaults(p), argumentFaults(p), twinFaults(p, l, seen)) {
			faults = append(faults, Fault{p.entry.file, p.entry.line, p.ID.String(), message})
		}
	}
	return faults, nil
}

func (c *Catalog) thinCells(l *locale, variants int) []Fault {
	var faults []Fault
	for _, intent := range c.intents {
		for _, register := range empathy.Registers() {
			phrases := l.cells[cell{intent.ID, register}]
			file := fmt.Sprintf("%v/phrases/%v.%v.toml", l.tag, intent.Stage, l.tag)
			name := intent.ID + "." + register.String()
			if len(phrases) < variants {
				faults = append(faults, Fault{file, 0, name, fmt.Sprintf("%d variants; there have to be %d", len(phrases), variants)})
				continue
			}
			plain := func(p Phrase) bool {
				return !slices.ContainsFunc(p.entry.needs, func(need string) bool { return !slices.Contains(intent.Requires, need) })
			}
			if !slices.ContainsFunc(phrases, plain) {
				faults = append(faults, Fault{file, 0, name, "every variant needs an optional argument; one has to do without"})
			}
		}
	}
	return faults
}

// pluralFaults compares the forms with CLDR's: a counted phrase has exactly
// those of its language, any other only "other".
func pluralFaults(p Phrase) []string {
	want := [phrasefile.PluralForms]bool{phrasefile.Other: true}
	if slices.Contains(p.entry.uses, "Count") {
		want = phrasefile.CategoriesOf(p.Language)
	}
	var faults []string
	for i, source := range sources(p.entry.source) {
		switch {
		case want[i] && source == "":
			faults = append(faults, fmt.Sprintf("the plural form %q is missing", phrasefile.FormName(i)))
		case !want[i] && source != "":
			faults = append(faults, fmt.Sprintf("the plural form %q is superfluous", phrasefile.FormName(i)))
		}
	}
	return faults
}

func argumentFaults(p Phrase) []string {
	var faults []string
	for _, name := range p.Intent.Requires {
		if !slices.Contains(p.entry.needs, name) {
			faults = append(faults, fmt.Sprintf("{{.%s}} is required and not used", name))
		}
	}
	for _, name := range p.entry.uses {
		if phrasefile.IsArgument(name) && !slices.Contains(p.Intent.Requires, name) && !slices.Contains(p.Intent.Optional, name) {
			faults = append(faults, fmt.Sprintf("%s has no argument {{.%s}}", p.Intent.ID, name))
		}
	}
	return faults
}

// twinFaults finds the same words elsewhere, and nearly the same in the cell.
func twinFaults(p Phrase, l *locale, seen map[string]ID) []string {
	text := p.Text()
	if first, ok := seen[text]; ok {
		return []string{fmt.Sprintf("says the same as %s", first)}
	}
	seen[text] = p.ID
	for _, q := range l.cells[cell{p.ID.Intent, p.ID.Register}] {
		if q.ID.Variant < p.ID.Variant && nearlySame(text, q.Text()) {
			return []string{fmt.Sprintf("differs from %s by a word", q.ID)}
		}
	}
	return nil
}

// nearlySame reports whether two texts differ in one word at most: taken
// from both ends, what they share covers all but one word of the longer. A
// word of a language written without spaces is taken to be two characters.
func nearlySame(x, y string) bool {
	a, b, word := strings.Fields(x), strings.Fields(y), 1
	if len(a) <= 2 {
		a, b, word = strings.Split(x, ""), strings.Split(y, ""), 2
	}
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return max(len(a), len(b))-head-tail <= word
}
