package layered

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Memory is a file system of files by their names: changes that no disk has
// seen yet.
type Memory map[string][]byte

// Open implements [fs.FS].
func (m Memory) Open(name string) (fs.File, error) {
	if data, ok := m[name]; ok {
		return &memoryFile{bytes.NewReader(data), memoryInfo{path.Base(name), len(data)}}, nil
	}
	entries, err := m.ReadDir(name)
	if err != nil {
		return nil, err
	}
	return &folder{File: &memoryFile{bytes.NewReader(nil), memoryInfo{path.Base(name), isFolder}}, entries: entries}, nil
}

// ReadDir implements [fs.ReadDirFS].
func (m Memory) ReadDir(name string) ([]fs.DirEntry, error) {
	prefix := name + "/"
	if name == "." {
		prefix = ""
	}
	sizes := map[string]int{}
	for file, data := range m {
		if rest, ok := strings.CutPrefix(file, prefix); ok && rest != "" {
			child, _, deeper := strings.Cut(rest, "/")
			sizes[child] = len(data)
			if deeper {
				sizes[child] = isFolder
			}
		}
	}
	if len(sizes) == 0 && name != "." {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	var entries []fs.DirEntry
	for child, size := range sizes {
		entries = append(entries, fs.FileInfoToDirEntry(memoryInfo{child, size}))
	}
	slices.SortFunc(entries, func(x, y fs.DirEntry) int { return strings.Compare(x.Name(), y.Name()) })
	return entries, nil
}

const isFolder = -1

type memoryInfo struct {
	name string
	size int
}

func (i memoryInfo) Name() string       { return i.name }
func (i memoryInfo) Size() int64        { return int64(max(i.size, 0)) }
func (i memoryInfo) ModTime() time.Time { return time.Time{} }
func (i memoryInfo) IsDir() bool        { return i.size == isFolder }
func (i memoryInfo) Sys() any           { return nil }
func (i memoryInfo) Mode() fs.FileMode {
	if i.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type memoryFile struct {
	*bytes.Reader
	info memoryInfo
}

func (f *memoryFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *memoryFile) Close() error               { return nil }
