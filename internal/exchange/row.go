// Package exchange takes phrases out of their files for reviewers and agencies,
// as XLIFF, CSV or XLSX, and brings back what they have changed.
//
// A sheet names every form of every phrase by its ID, so that a sheet in any
// order, with rows left out, loses nothing: what it does not speak of stays.
package exchange

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/phrases"
)

// A Sheet is one language's phrases as others work on them.
type Sheet struct {
	Language language.Tag
	Source   language.Tag // the language that stands beside it
	Rows     []Row
}

// A Row is one plural form of one phrase.
type Row struct {
	ID   string // "acknowledging.delay.formal.1"
	Form string // "one", "few", "many", "other" …

	Stage, Register string // what follows is for the reader, and not read back
	Description     string // what the intent says, and when this phrase fits
	Arguments       string // what may stand in {{…}}
	SourceText      string // the sibling in the source language

	Text   string // the phrase; empty: to be written
	Remark string // of a reviewer, for whoever imports the sheet
}

// Take makes a sheet of the phrases in a folder of fsys, beside their siblings
// in the folder of the source language, which may be empty. Cells without a
// phrase have rows to be filled.
func Take(fsys fs.FS, folder, source string) (*Sheet, error) {
	catalog, err := phrases.Load(fsys)
	if err != nil {
		return nil, err
	}
	s := &Sheet{}
	if s.Language, err = language.Parse(folder); err != nil {
		return nil, fmt.Errorf("folder %s: %w", folder, err)
	}
	files, err := readFiles(fsys, folder)
	if err != nil {
		return nil, err
	}
	siblings := map[string]phrases.Phrase{}
	if source != "" {
		if s.Source, err = language.Parse(source); err != nil {
			return nil, fmt.Errorf("source language %s: %w", source, err)
		}
		if siblings, err = siblingsIn(catalog, s.Source); err != nil {
			return nil, err
		}
	}
	for _, intent := range catalog.Intents() {
		for _, register := range []empathy.Register{empathy.Formal, empathy.Neutral, empathy.Informal} {
			s.Rows = append(s.Rows, s.cell(files, &intent, register, siblings)...)
		}
	}
	return s, nil
}

func readFiles(fsys fs.FS, folder string) ([]*phrasefile.File, error) {
	names, err := fs.Glob(fsys, path.Join(folder, "phrases", "*.toml"))
	if err != nil {
		return nil, fmt.Errorf("looking for phrases: %w", err)
	}
	var files []*phrasefile.File
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("reading phrases: %w", err)
		}
		f, err := phrasefile.Parse(name, data)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// siblingsIn finds phrases by their ID, and the first of a cell by the cell.
func siblingsIn(catalog *phrases.Catalog, tag language.Tag) (map[string]phrases.Phrase, error) {
	all, err := catalog.Phrases(tag)
	if err != nil {
		return nil, err
	}
	found := map[string]phrases.Phrase{}
	for _, p := range all {
		found[p.ID.String()] = p
		if at := cellOf(p.ID); found[at] == (phrases.Phrase{}) {
			found[at] = p
		}
	}
	return found, nil
}

func cellOf(id phrases.ID) string { return id.Intent + "." + id.Register.String() }

// cell returns the rows of an intent in a register.
func (s *Sheet) cell(files []*phrasefile.File, intent *phrases.Intent, register empathy.Register, siblings map[string]phrases.Phrase) []Row {
	var rows []Row
	for _, f := range files {
		for i := range f.Messages {
			m := &f.Messages[i]
			id, err := phrases.ParseID(m.ID)
			if err == nil && id.Register == register && (id.Intent == intent.ID || slices.Contains(intent.Aliases, id.Intent)) {
				rows = append(rows, s.phrase(m, id, intent, siblings)...)
			}
		}
	}
	if len(rows) == 0 && intent.Deprecated == "" {
		id := phrases.ID{Intent: intent.ID, Register: register, Variant: 1}
		rows = s.phrase(&phrasefile.Message{ID: id.String()}, id, intent, siblings)
	}
	return rows
}

// phrase returns a row for each form that the phrase has, or has to have.
func (s *Sheet) phrase(m *phrasefile.Message, id phrases.ID, intent *phrases.Intent, siblings map[string]phrases.Phrase) []Row {
	sources := m.Sources()
	counts := slices.Contains(intent.Requires, "Count")
	for _, source := range sources {
		counts = counts || strings.Contains(source, ".Count")
	}
	want := [phrasefile.PluralForms]bool{phrasefile.Other: true}
	if counts {
		want = phrasefile.CategoriesOf(s.Language)
	}
	sibling, ok := siblings[m.ID]
	if !ok {
		sibling, ok = siblings[cellOf(id)]
	}
	var rows []Row
	for _, form := range phrasefile.FormsInOrder() {
		if !want[form] && sources[form] == "" {
			continue
		}
		row := Row{
			ID: m.ID, Form: phrasefile.FormName(form), Stage: intent.Stage.String(), Register: id.Register.String(),
			Description: description(intent, m.Get("description")), Arguments: arguments(intent), Text: sources[form],
		}
		if ok {
			row.SourceText = formOf(sibling, row.Form)
		}
		rows = append(rows, row)
	}
	return rows
}

func description(intent *phrases.Intent, own string) string {
	if own == "" {
		return intent.Description
	}
	return intent.Description + " — " + own
}

// arguments says what may stand in braces: "Count (required), When".
func arguments(intent *phrases.Intent) string {
	var names []string
	for _, name := range intent.Requires {
		names = append(names, name+" (required)")
	}
	names = append(names, intent.Optional...)
	return strings.Join(append(names, "Customer", "Agent", "Company"), ", ")
}

// formOf returns the sibling's form of the same name, or the one that every
// phrase has.
func formOf(p phrases.Phrase, name string) string {
	for _, f := range p.Forms() {
		if f.Category == name {
			return f.Text
		}
	}
	return p.Text()
}
