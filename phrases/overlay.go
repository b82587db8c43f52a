package phrases

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"golang.org/x/text/language"
)

// With returns a catalog that has a brand's own phrases laid over it. own is
// laid out as the catalog's data is: LANG/phrases/STAGE.LANG.toml, and an
// intents.toml if the brand has intents of its own. A phrase with the ID of
// one in the catalog takes its place; others stand beside the catalog's and
// are picked before them. The error is that of [Load].
func (c *Catalog) With(own fs.FS) (*Catalog, error) {
	if c.err != nil {
		return nil, c.err
	}
	over := &Catalog{fsys: c.fsys, own: append(slices.Clone(c.own), own), locales: map[language.Tag]func() (*locale, error){}}
	var err error
	if over.intents, err = c.intentsWith(own); err != nil {
		return nil, fmt.Errorf("phrases: own phrases: %w", err)
	}
	folders, err := fs.Glob(c.fsys, "*/phrases")
	if err != nil {
		return nil, fmt.Errorf("phrases: looking for languages: %w", err)
	}
	spoken := map[string]bool{}
	for _, folder := range folders {
		name := path.Dir(folder)
		over.add(language.Make(name), name)
		spoken[name] = true
	}
	ownFolders, err := fs.Glob(own, "*/phrases")
	if err != nil {
		return nil, fmt.Errorf("phrases: own phrases: looking for languages: %w", err)
	}
	for _, folder := range ownFolders {
		if name := path.Dir(folder); !spoken[name] {
			return nil, fmt.Errorf("phrases: own phrases: %s: the catalog speaks %v", folder, slices.Sorted(maps.Keys(spoken)))
		}
	}
	return over, nil
}

// intentsWith returns the catalog's intents and those of own. An intent of the
// same name is replaced.
func (c *Catalog) intentsWith(own fs.FS) ([]Intent, error) {
	if _, err := fs.Stat(own, intentsFile); err != nil {
		return slices.Clone(c.intents), nil
	}
	more, err := loadIntents(own)
	if err != nil {
		return nil, err
	}
	intents := slices.DeleteFunc(slices.Clone(c.intents), func(i Intent) bool {
		return slices.ContainsFunc(more, func(j Intent) bool { return i.ID == j.ID })
	})
	intents = append(intents, more...)
	slices.SortStableFunc(intents, func(x, y Intent) int { return cmp.Compare(x.Stage, y.Stage) })
	return intents, nil
}

// overlay reads a brand's own phrases over those that are there.
func (l *locale) overlay(own fs.FS, folder string, c *Catalog) error {
	before := l.phrases
	l.phrases = nil
	if err := l.readAll(own, folder, c); err != nil {
		return fmt.Errorf("own phrases: %w", err)
	}
	replaced := map[ID]bool{}
	for _, p := range l.phrases {
		p.entry.own = true
		replaced[p.ID] = true
	}
	for _, p := range before {
		if !replaced[p.ID] {
			l.phrases = append(l.phrases, p)
		}
	}
	return nil
}
