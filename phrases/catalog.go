package phrases

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/locales"
)

// A Catalog holds the phrases of some languages. It does not change after it
// is loaded and is safe for concurrent use; a language's files are read when
// it is first asked for.
type Catalog struct {
	fsys    fs.FS
	own     []fs.FS // what is laid over it
	intents []Intent
	tags    []language.Tag
	locales map[language.Tag]func() (*locale, error)
	err     error // why the catalog is empty
}

// Default returns the catalog of the embedded data, loaded on first use.
var Default = sync.OnceValue(func() *Catalog {
	c, err := Load(locales.FS)
	if err != nil {
		return &Catalog{err: err} // the embedded data is tested, so this does not happen
	}
	return c
})

// Load makes a catalog of the languages in fsys: the folders that hold a
// folder named phrases. The error names the file and, where it can, the line.
// A fault in a language's own files is met when that language is first used;
// see [Catalog.LoadAll].
func Load(fsys fs.FS) (*Catalog, error) {
	intents, err := loadIntents(fsys)
	if err != nil {
		return nil, fmt.Errorf("phrases: %w", err)
	}
	folders, err := fs.Glob(fsys, "*/phrases")
	if err != nil {
		return nil, fmt.Errorf("phrases: looking for languages: %w", err)
	}
	if len(folders) == 0 {
		return nil, fmt.Errorf("phrases: looking for languages: there is no folder LANG/phrases")
	}
	c := &Catalog{fsys: fsys, intents: intents, locales: map[language.Tag]func() (*locale, error){}}
	for _, folder := range folders {
		name := path.Dir(folder)
		tag, err := language.Parse(name)
		if err != nil {
			return nil, fmt.Errorf("phrases: folder %s is named after no language: %w", name, err)
		}
		c.add(tag, name)
	}
	return c, nil
}

// add makes the catalog speak a language.
func (c *Catalog) add(tag language.Tag, folder string) {
	c.tags = append(c.tags, tag)
	c.locales[tag] = sync.OnceValues(func() (*locale, error) { return loadLocale(folder, tag, c) })
}

// LoadAll reads all languages now and returns the first fault.
func (c *Catalog) LoadAll() error {
	for _, tag := range c.tags {
		if _, err := c.locale(tag); err != nil {
			return err
		}
	}
	return c.err
}

// Languages returns the languages of the catalog, in alphabetical order.
func (c *Catalog) Languages() []language.Tag { return slices.Clone(c.tags) }

// Intents returns everything that can be said, in the order of the stages.
func (c *Catalog) Intents() []Intent { return slices.Clone(c.intents) }

// intent finds an intent by its name, or by one that it had before.
func (c *Catalog) intent(id string) *Intent {
	i := slices.IndexFunc(c.intents, func(i Intent) bool { return i.ID == id })
	if i < 0 {
		i = slices.IndexFunc(c.intents, func(i Intent) bool { return slices.Contains(i.Aliases, id) })
	}
	if i < 0 {
		return nil
	}
	return &c.intents[i]
}

// renamed gives phrases that were said under an intent's former name the
// present one.
func (c *Catalog) renamed(ids []ID) []ID {
	owned := false
	for i, id := range ids {
		intent := c.intent(id.Intent)
		if intent == nil || intent.ID == id.Intent {
			continue
		}
		if !owned {
			ids, owned = slices.Clone(ids), true
		}
		ids[i].Intent = intent.ID
	}
	return ids
}

// Phrases returns all phrases of a language, in the order of their IDs.
func (c *Catalog) Phrases(tag language.Tag) ([]Phrase, error) {
	l, err := c.speaking(tag)
	if err != nil {
		return nil, err
	}
	return slices.Clone(l.phrases), nil
}

// speaking finds the language's data, or that of its next parent in BCP 47
// (ro-MD → ro). There is no other fallback between languages.
func (c *Catalog) speaking(tag language.Tag) (*locale, error) {
	for t := tag; t != language.Und; t = t.Parent() {
		if _, ok := c.locales[t]; ok {
			return c.locale(t)
		}
	}
	base, _ := tag.Base()
	if t := language.Make(base.String()); tag != language.Und && c.locales[t] != nil {
		return c.locale(t)
	}
	return nil, &MissingError{Query: Query{Language: tag}, Reason: c.err}
}

func (c *Catalog) locale(tag language.Tag) (*locale, error) {
	l, err := c.locales[tag]()
	if err != nil {
		return nil, fmt.Errorf("phrases: %w", err)
	}
	return l, nil
}

// A MissingError says that the catalog has nothing to say for a query.
type MissingError struct {
	Query  Query
	Reason error // why the catalog holds nothing, if it could not be loaded
}

func (e *MissingError) Error() string {
	what := e.Query.Intent
	if what == "" {
		what = e.Query.Stage.String()
	}
	if what == "" || e.Query.Stage == empathy.AnyStage && e.Query.Intent == "" {
		return fmt.Sprintf("phrases: there are no phrases in %v", e.Query.Language)
	}
	return fmt.Sprintf("phrases: there is no phrase for %s, %s, in %v", what, e.Query.Register, e.Query.Language)
}

// Unwrap returns the reason, if there is one.
func (e *MissingError) Unwrap() error { return e.Reason }
