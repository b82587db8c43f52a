package locales

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// Overlay returns the embedded languages with those of own beside them. own
// is laid out like FS: a folder a language, and beside them, where wanted, its
// own intents.toml. A file that both have is taken from own, whole; a compiled
// file (tone.bin, model.bin) may be missing there.
//
// The result is what phrases.Load, phrases.Watch and empathy.WithLocales take:
//
//	mine := locales.Overlay(os.DirFS("locales"))
//	catalog, err := phrases.Load(mine)
//	checker, err := empathy.New(empathy.WithLocales(mine), empathy.WithSuggestions(catalog))
//
// It is safe for concurrent use if own is.
func Overlay(own fs.FS) fs.FS { return overlay{own, FS} }

// An overlay is two file systems in one; the upper one wins.
type overlay struct{ upper, lower fs.FS }

// Open implements [fs.FS].
func (o overlay) Open(name string) (fs.File, error) {
	if entries, err := o.ReadDir(name); err == nil {
		f, err := o.either(func(fsys fs.FS) (fs.File, error) { return fsys.Open(name) })
		if err != nil {
			return nil, err
		}
		return &folder{File: f, entries: entries}, nil
	}
	return o.either(func(fsys fs.FS) (fs.File, error) { return fsys.Open(name) })
}

func (o overlay) either(open func(fs.FS) (fs.File, error)) (fs.File, error) {
	f, err := open(o.upper)
	if errors.Is(err, fs.ErrNotExist) {
		return open(o.lower)
	}
	return f, err
}

// ReadFile implements [fs.ReadFileFS].
func (o overlay) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(o.upper, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o.lower, name)
	}
	return data, err
}

// ReadDir implements [fs.ReadDirFS]: what either has, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.upper, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	lower, lowerErr := fs.ReadDir(o.lower, name)
	if err != nil && lowerErr != nil {
		return nil, err
	}
	for _, entry := range lower {
		if !slices.ContainsFunc(upper, func(e fs.DirEntry) bool { return e.Name() == entry.Name() }) {
			upper = append(upper, entry)
		}
	}
	slices.SortFunc(upper, func(x, y fs.DirEntry) int { return strings.Compare(x.Name(), y.Name()) })
	return upper, nil
}

// A folder is a folder of the upper file system, or of the lower where only
// that has it, which lists what both have.
type folder struct {
	fs.File
	entries []fs.DirEntry
	read    int
}

// ReadDir implements [fs.ReadDirFile].
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := f.entries[f.read:]
	if n <= 0 {
		f.read = len(f.entries)
		return slices.Clone(rest), nil
	}
	if len(rest) == 0 {
		return nil, io.EOF
	}
	rest = rest[:min(n, len(rest))]
	f.read += len(rest)
	return slices.Clone(rest), nil
}
