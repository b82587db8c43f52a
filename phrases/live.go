package phrases

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// A Live catalog follows its files: what is changed in them is said a moment
// later, without a restart. A file with a fault changes nothing; the last
// good catalog goes on. Safe for concurrent use.
type Live struct {
	fsys    fs.FS
	every   time.Duration
	report  func(*Catalog, error)
	catalog atomic.Pointer[Catalog]
	reload  sync.Mutex // one reload at a time
	loaded  uint64     // the state of the files that was last tried
	lastErr atomic.Pointer[error]
}

// A WatchOption sets how [Watch] follows the files.
type WatchOption func(*Live)

// Every sets how often the files are looked at; the default is every two
// seconds. Zero and less leave that to [Live.Reload].
func Every(d time.Duration) WatchOption { return func(l *Live) { l.every = d } }

// OnReload is told of each reload: the new catalog, or why the files could not
// be loaded. It is called by one goroutine at a time and should return soon.
func OnReload(told func(*Catalog, error)) WatchOption { return func(l *Live) { l.report = told } }

const defaultEvery = 2 * time.Second

// Watch loads the languages of fsys, all of them, and follows their files
// until the context ends. Files are compared by size and time, in any fs.FS
// alike, so it also sees what a network drive or a swapped link brings. A
// change is taken up once the files have kept still for one look, so that
// none is read half written; whoever writes a file slowly writes another and
// renames it. The error is that of the first load.
func Watch(ctx context.Context, fsys fs.FS, options ...WatchOption) (*Live, error) {
	l := &Live{fsys: fsys, every: defaultEvery, report: func(*Catalog, error) {}}
	for _, option := range options {
		option(l)
	}
	l.loaded = l.state()
	c, err := loadWhole(fsys)
	if err != nil {
		return nil, err
	}
	l.catalog.Store(c)
	if l.every > 0 {
		go l.follow(ctx)
	}
	return l, nil
}

func loadWhole(fsys fs.FS) (*Catalog, error) {
	c, err := Load(fsys)
	if err == nil {
		err = c.LoadAll()
	}
	return c, err
}

// Catalog returns the last catalog that could be loaded. Take it once for a
// conversation's turn, so that one reply is of one catalog.
func (l *Live) Catalog() *Catalog { return l.catalog.Load() }

// Err returns why the last reload failed, or nil.
func (l *Live) Err() error {
	if err := l.lastErr.Load(); err != nil {
		return *err
	}
	return nil
}

// Suggest makes a live catalog an [empathy.Suggester].
func (l *Live) Suggest(lang language.Tag, intent string, register empathy.Register, emotion empathy.Emotion, seed uint64) []string {
	return l.Catalog().Suggest(lang, intent, register, emotion, seed)
}

// Reload loads the files now, whether they have changed or not. If that
// fails, the last good catalog stays and the error is returned.
func (l *Live) Reload() error {
	l.reload.Lock()
	defer l.reload.Unlock()
	l.loaded = l.state()
	return l.load()
}

func (l *Live) load() error {
	c, err := loadWhole(l.fsys)
	l.lastErr.Store(&err)
	if err != nil {
		l.report(nil, err)
		return err
	}
	l.catalog.Store(c)
	l.report(c, nil)
	return nil
}

func (l *Live) follow(ctx context.Context) {
	ticker := time.NewTicker(l.every)
	defer ticker.Stop()
	var seen uint64
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			seen = l.look(seen)
		}
	}
}

// look reloads if the files have changed and kept still since the last look,
// and returns their state.
func (l *Live) look(seen uint64) uint64 {
	l.reload.Lock()
	defer l.reload.Unlock()
	state := l.state()
	if state != l.loaded && state == seen {
		l.loaded = state
		l.load() // the error is kept and reported
	}
	return state
}

// state sums up the names, sizes and times of all files that a catalog is
// loaded from. What cannot be read is part of the state too.
func (l *Live) state() uint64 {
	h := fnv.New64a()
	err := fs.WalkDir(l.fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			fmt.Fprintln(h, name, errors.Is(err, fs.ErrNotExist))
			return nil
		}
		if entry.IsDir() || path.Ext(name) != ".toml" {
			return nil
		}
		if info, err := fs.Stat(l.fsys, name); err == nil {
			fmt.Fprintln(h, name, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	if err != nil {
		fmt.Fprintln(h, err)
	}
	return h.Sum64()
}
