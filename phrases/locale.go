package phrases

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/inflect"
	"github.com/empathykit/empathykit/internal/phrasefile"
)

// A locale is one language's part of a catalog.
type locale struct {
	tag     language.Tag
	phrases []Phrase          // in the order of intents, registers, variants
	cells   map[cell][]Phrase // the same, by cell
	names   *inflect.Names
	clock   *clock
}

// A cell is what holds the variants of a phrase.
type cell struct {
	intent   string
	register empathy.Register
}

// loadLocale reads all phrase files of a language. They are go-i18n message
// files, and go-i18n reads them.
func loadLocale(folder string, tag language.Tag, c *Catalog) (*locale, error) {
	l := &locale{tag: tag, cells: map[cell][]Phrase{}}
	var err error
	if l.names, err = inflect.Load(c.fsys, folder); err != nil {
		return nil, err
	}
	if l.clock, err = loadClock(c.fsys, folder, tag); err != nil {
		return nil, err
	}
	if err := l.readAll(c.fsys, folder, c); err != nil {
		return nil, err
	}
	for _, own := range c.own {
		if err := l.overlay(own, folder, c); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(l.phrases, byPlace)
	l.renumber()
	slices.SortFunc(l.phrases, byPlace)
	for _, p := range l.phrases {
		at := cell{p.ID.Intent, p.ID.Register}
		l.cells[at] = append(l.cells[at], p)
	}
	return l, nil
}

// readAll reads the phrase files of a folder.
func (l *locale) readAll(fsys fs.FS, folder string, c *Catalog) error {
	files, err := fs.Glob(fsys, path.Join(folder, "phrases", "*.toml"))
	if err != nil {
		return fmt.Errorf("looking for phrase files: %w", err)
	}
	for _, file := range files {
		if err := l.read(fsys, file, c); err != nil {
			return err
		}
	}
	return nil
}

func byPlace(x, y Phrase) int {
	return cmp.Or(cmp.Compare(x.Intent.Stage, y.Intent.Stage), cmp.Compare(x.ID.Intent, y.ID.Intent),
		cmp.Compare(y.ID.Register, x.ID.Register), cmp.Compare(x.ID.Variant, y.ID.Variant),
		cmp.Compare(x.entry.file, y.entry.file), cmp.Compare(x.entry.line, y.entry.line))
}

// renumber gives phrases that still stand under an intent's former name a
// variant that no phrase under the present one has.
func (l *locale) renumber() {
	taken := map[ID]bool{}
	for _, p := range l.phrases {
		taken[p.ID] = taken[p.ID] || !p.entry.renamed
	}
	for i := range l.phrases {
		p := &l.phrases[i]
		for p.entry.renamed && taken[p.ID] {
			p.ID.Variant++
		}
		taken[p.ID] = true
	}
}

func (l *locale) read(fsys fs.FS, file string, c *Catalog) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fmt.Errorf("reading phrases: %w", err)
	}
	messages, err := i18n.ParseMessageFileBytes(data, file, map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		return tomlError(file, err)
	}
	if messages.Tag != l.tag {
		return fmt.Errorf("%s:1: the file is named for %v but lies in the folder of %v", file, messages.Tag, l.tag)
	}
	for _, m := range messages.Messages {
		if sources(m) == [phrasefile.PluralForms]string{} {
			continue // not written yet
		}
		p, err := l.phrase(file, data, m, c)
		if err != nil {
			return err
		}
		l.phrases = append(l.phrases, p)
	}
	return nil
}

func (l *locale) phrase(file string, data []byte, m *i18n.Message, c *Catalog) (Phrase, error) {
	line := cmp.Or(lineOfTable(data, m.ID), lineOfTable(data, `"`+m.ID+`"`)) // goi18n writes quotes
	fault := func(format string, a ...any) (Phrase, error) {
		return Phrase{}, fmt.Errorf("%s:%d: %s: %s", file, line, m.ID, fmt.Sprintf(format, a...))
	}
	id, err := ParseID(m.ID)
	if err != nil {
		return Phrase{}, fmt.Errorf("%s:%d: %w", file, line, err)
	}
	intent := c.intent(id.Intent)
	if intent == nil {
		return fault("%s has no intent %s", intentsFile, id.Intent)
	}
	p := Phrase{ID: id, Language: l.tag, Intent: intent, Description: m.Description, Empathy: kindOf(intent, m.Description)}
	p.entry = &entry{locale: l, file: file, line: line, source: m, renamed: id.Intent != intent.ID}
	p.ID.Intent = intent.ID
	forms, err := phrasefile.ParseForms(m.ID, sources(m))
	if err != nil {
		return fault("%v", err)
	}
	if p.entry.needs, p.entry.uses, err = phrasefile.ArgumentsOf(forms); err != nil {
		return fault("%v", err)
	}
	for _, source := range sources(m) {
		p.entry.length = max(p.entry.length, utf8.RuneCountInString(source))
	}
	p.entry.forms = forms
	p.entry.parse.Do(func() {})
	return p, nil
}

// kindOf reads which empathy a phrase shows off the start of its description.
func kindOf(intent *Intent, description string) Empathy {
	if intent.Empathy != BothEmpathies {
		return intent.Empathy
	}
	for _, kind := range []Empathy{Cognitive, Affective} {
		if strings.HasPrefix(description, kind.String()) {
			return kind
		}
	}
	return BothEmpathies
}

// tomlError adds the file and the line to a fault that the TOML reader found.
func tomlError(file string, err error) error {
	var decoding *toml.DecodeError
	if errors.As(err, &decoding) {
		line, _ := decoding.Position()
		return fmt.Errorf("%s:%d: %w", file, line, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}
