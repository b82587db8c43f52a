// Package layered lays one file system over another: own languages over the
// embedded ones, and changes that are only being tried over the files.
package layered

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// FS is two file systems in one. A file that both have is that of the upper
// one; a folder lists what either has.
type FS struct{ Upper, Lower fs.FS }

// Open implements [fs.FS].
func (o FS) Open(name string) (fs.File, error) {
	if entries, err := o.ReadDir(name); err == nil {
		f, err := o.either(func(fsys fs.FS) (fs.File, error) { return fsys.Open(name) })
		if err != nil {
			return nil, err
		}
		return &folder{File: f, entries: entries}, nil
	}
	return o.either(func(fsys fs.FS) (fs.File, error) { return fsys.Open(name) })
}

func (o FS) either(open func(fs.FS) (fs.File, error)) (fs.File, error) {
	f, err := open(o.Upper)
	if errors.Is(err, fs.ErrNotExist) {
		return open(o.Lower)
	}
	return f, err
}

// ReadFile implements [fs.ReadFileFS].
func (o FS) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(o.Upper, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o.Lower, name)
	}
	return data, err
}

// ReadDir implements [fs.ReadDirFS]: what either has, by name.
func (o FS) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.Upper, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	lower, lowerErr := fs.ReadDir(o.Lower, name)
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
