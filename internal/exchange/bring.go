package exchange

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/phrases"
)

// A Change is what a sheet brings for one form of a phrase.
type Change struct {
	File   string
	Line   int // 0: the phrase is new
	ID     string
	Form   string
	Before string // empty: the form is new
	After  string
}

// A Delivery is what a sheet would change in the phrase files of a language.
type Delivery struct {
	Changes []Change
	Files   map[string][]byte // the content of the files that change
	Remarks []Row             // rows that a reviewer has written a remark to
	Blank   int               // rows without a text: those phrases stay
	Unnamed int               // forms in the files that the sheet does not name: they stay
}

// Bring works out what the sheet changes in the folder's phrase files. Nothing
// is taken away: what the sheet leaves out or leaves empty stays. The error
// names the row that is none of ours.
func Bring(fsys fs.FS, folder string, s *Sheet) (*Delivery, error) {
	files, err := readFiles(fsys, folder)
	if err != nil {
		return nil, err
	}
	d := &Delivery{Files: map[string][]byte{}}
	changes := map[*phrasefile.File][]phrasefile.Change{}
	named := map[string]bool{}
	for i, row := range s.Rows {
		if named[row.ID+"/"+row.Form] {
			return nil, fmt.Errorf("row %d: %s, %s stands in the sheet twice", i+1, row.ID, row.Form)
		}
		named[row.ID+"/"+row.Form] = true
		if row.Remark != "" {
			d.Remarks = append(d.Remarks, row)
		}
		if strings.TrimSpace(row.Text) == "" {
			d.Blank++
			continue
		}
		if err := d.take(row, folder, &files, changes); err != nil {
			return nil, fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	for _, f := range files {
		if changes[f] != nil {
			d.Files[f.Name] = f.Edit(changes[f])
		}
		for _, m := range f.Messages {
			for form, text := range m.Sources() {
				if text != "" && !named[m.ID+"/"+phrasefile.FormName(form)] {
					d.Unnamed++
				}
			}
		}
	}
	return d, nil
}

// take notes the change that a row makes, if it makes one.
func (d *Delivery) take(row Row, folder string, files *[]*phrasefile.File, changes map[*phrasefile.File][]phrasefile.Change) error {
	id, err := phrases.ParseID(row.ID)
	if err != nil {
		return err
	}
	if _, ok := phrasefile.FormOf(row.Form); !ok {
		return fmt.Errorf("%s: %q is no plural form", row.ID, row.Form)
	}
	text := strings.ReplaceAll(row.Text, "\r\n", "\n")
	f, m := find(*files, row.ID)
	if f == nil {
		f = homeOf(files, folder, id)
	}
	change := Change{File: f.Name, ID: row.ID, Form: row.Form, After: text}
	if m != nil {
		change.Line, change.Before = m.LineOf(row.Form), m.Get(row.Form)
	}
	if change.Before == text {
		return nil
	}
	d.Changes = append(d.Changes, change)
	changes[f] = append(changes[f], phrasefile.Change{ID: row.ID, Key: row.Form, Value: text})
	return nil
}

func find(files []*phrasefile.File, id string) (*phrasefile.File, *phrasefile.Message) {
	for _, f := range files {
		for i := range f.Messages {
			if f.Messages[i].ID == id {
				return f, &f.Messages[i]
			}
		}
	}
	return nil, nil
}

// homeOf is the file that a new phrase belongs to, which may be new too.
func homeOf(files *[]*phrasefile.File, folder string, id phrases.ID) *phrasefile.File {
	stage, _, _ := strings.Cut(id.Intent, ".")
	name := path.Join(folder, "phrases", fmt.Sprintf("%s.%s.toml", stage, folder))
	i := slices.IndexFunc(*files, func(f *phrasefile.File) bool { return f.Name == name })
	if i >= 0 {
		return (*files)[i]
	}
	f := &phrasefile.File{Name: name}
	*files = append(*files, f)
	return f
}
