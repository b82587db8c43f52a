package localecheck

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// An Option sets what is checked.
type Option func(*options)

type options struct {
	languages []string
	variants  int
	corpus    fs.FS
	phrases   bool // only
}

// Languages checks only these folders; without it all are checked.
func Languages(folders ...string) Option {
	return func(o *options) { o.languages = append(o.languages, folders...) }
}

// Variants sets how many phrases a cell should have for variety; fewer are a
// warning. The default is 3.
func Variants(n int) Option { return func(o *options) { o.variants = n } }

// Corpus gives labelled pairs, LANG.jsonl, whose clean replies no fault may be
// heard in.
func Corpus(fsys fs.FS) Option { return func(o *options) { o.corpus = fsys } }

// PhrasesOnly leaves out the checks that try every pattern of the tone files,
// which take longest.
func PhrasesOnly() Option { return func(o *options) { o.phrases = true } }

// Run checks the languages of fsys. The problems are in the order of files and
// lines. The error is that of a file system that cannot be read, or of a
// language that is not there; what is wrong in files are problems.
func Run(fsys fs.FS, opts ...Option) ([]Problem, error) {
	o := options{variants: 3}
	for _, opt := range opts {
		opt(&o)
	}
	folders, err := Folders(fsys)
	if err != nil {
		return nil, err
	}
	for _, wanted := range o.languages {
		if !slices.Contains(folders, wanted) {
			return nil, fmt.Errorf("there is no folder %s with phrases or a tone file; there are %v", wanted, folders)
		}
	}
	intents, err := readIntents(fsys)
	if err != nil {
		return nil, err
	}
	r := &run{checks: Checks()}
	if o.phrases {
		r.checks = slices.DeleteFunc(r.checks, func(c Check) bool { return c.tries })
	}
	for i := range r.checks {
		if c := &r.checks[i]; c.intents != nil {
			c.intents(intents, r.reporter(c))
		}
	}
	badIntents := len(r.problems)
	for _, folder := range folders {
		if len(o.languages) > 0 && !slices.Contains(o.languages, folder) {
			continue
		}
		if err := r.language(fsys, folder, intents, &o, badIntents); err != nil {
			return nil, err
		}
	}
	inOrder(r.problems)
	return r.problems, nil
}

type run struct {
	checks   []Check
	problems []Problem
}

func (r *run) reporter(c *Check) reporter {
	return func(at place, format string, args ...any) {
		advice := at.advice
		if advice == "" {
			advice = c.Advice
		}
		r.problems = append(r.problems, Problem{c.ID, c.Severity, at.file, at.line, at.subject, fmt.Sprintf(format, args...), advice})
	}
}

// language runs the checks on one language. Those that read files come first
// in the list: what they find is then left out of what is spoken and heard.
func (r *run) language(fsys fs.FS, folder string, intents *intentFile, o *options, badIntents int) error {
	l, err := readLocale(fsys, folder, intents, o)
	if err != nil {
		return err
	}
	l.errors = badIntents // every language rests on them
	for i := range r.checks {
		c := &r.checks[i]
		if c.language == nil {
			continue
		}
		report := r.reporter(c)
		c.language(l, func(at place, format string, args ...any) {
			if c.Severity == empathy.Error {
				l.errors++
				l.broken[placeKey{at.file, at.subject}] = true
				if at.line > 0 && !isPhrase(at.file) { // names and times are read whole or not at all
					l.broken[placeKey{at.file, ""}] = true
				}
			}
			report(at, format, args...)
		})
	}
	return nil
}

// Folders returns the folders of fsys that are languages: those with phrases
// or a tone file.
func Folders(fsys fs.FS) ([]string, error) {
	var folders []string
	for _, pattern := range []string{"*/phrases", "*/tone.toml", "*/tone.bin"} {
		matches, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, fmt.Errorf("looking for languages: %w", err)
		}
		for _, m := range matches {
			if folder := path.Dir(m); !slices.Contains(folders, folder) {
				folders = append(folders, folder)
			}
		}
	}
	slices.Sort(folders)
	if len(folders) == 0 {
		return nil, errors.New("looking for languages: there is no folder with phrases or a tone file")
	}
	return folders, nil
}

// tagOf reads the name of a folder.
func tagOf(folder string) (language.Tag, error) { return language.Parse(folder) }

// intentsOf finds an intent as the files name it, and whether by an alias.
func (f *intentFile) find(id string) (intent *phrases.Intent, alias bool) {
	for i := range f.intents {
		if f.intents[i].ID == id {
			return &f.intents[i], false
		}
	}
	for i := range f.intents {
		if slices.Contains(f.intents[i].Aliases, id) {
			return &f.intents[i], true
		}
	}
	return nil, false
}
