package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/empathykit/empathykit/internal/localecheck"
	"github.com/empathykit/empathykit/locales"
)

// localeCommand is for those who write languages: linguists, translators and
// the managers who plan their work.
type localeCommand struct {
	Check    localeCheckCommand    `cmd:"" help:"Say what is wrong or missing in intents, phrases, tone files, messages, times and names."`
	Coverage localeCoverageCommand `cmd:"" help:"Show how much there is to say, by stage, register and language."`
	New      localeNewCommand      `cmd:"" help:"Begin a new language: every file, with what is needed."`
	Export   localeExportCommand   `cmd:"" help:"Take a language's phrases out for reviewers and agencies."`
	Import   localeImportCommand   `cmd:"" help:"Bring back what they have changed."`
	Pseudo   localePseudoCommand   `cmd:"" help:"Make a language of long, accented text to test a layout with."`
}

// A localeFolder is the languages that a command works on.
type localeFolder struct {
	files     fs.FS    // the languages, with the embedded ones beside them
	own       fs.FS    // the languages alone
	dir       string   // where they lie; empty: they are the embedded ones
	languages []string // those that lie in dir, or that were asked for
}

// openLocales opens the languages of a folder, or those that --locales or the
// program itself brings. langs restricts them.
func openLocales(s streams, dir string, langs []string) (localeFolder, error) {
	if dir == "" {
		dir = s.folder
	}
	f := localeFolder{files: s.locales, own: s.locales, languages: langs}
	if dir != "" {
		if info, err := os.Stat(dir); err != nil {
			return f, err
		} else if !info.IsDir() {
			return f, fmt.Errorf("%s is no folder", dir)
		}
		parent, only := languageFolder(fromHere(dir))
		f.dir, f.own = parent, os.DirFS(parent)
		f.files = locales.Overlay(f.own)
		if only != "" && len(langs) == 0 {
			f.languages = []string{only}
		}
	}
	if len(f.languages) > 0 {
		return f, nil
	}
	var err error
	if f.languages, err = localecheck.Folders(f.own); err != nil {
		return f, fmt.Errorf("%s: %w", dir, err)
	}
	return f, nil
}

// languageFolder lets a folder of one language stand for the folder that it
// lies in: locales/pl is Polish in locales.
func languageFolder(dir string) (parent, only string) {
	dir = filepath.Clean(dir)
	for _, mark := range []string{"phrases", "tone.toml"} {
		if _, err := os.Stat(filepath.Join(dir, mark)); err == nil {
			return filepath.Dir(dir), filepath.Base(dir)
		}
	}
	return dir, ""
}

// fromHere shortens a path to what it is from the working folder.
func fromHere(dir string) string {
	if here, err := os.Getwd(); err == nil && filepath.IsAbs(dir) {
		if rel, err := filepath.Rel(here, dir); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	return dir
}

// shown is what to call a file in messages: as the user would open it.
func (f *localeFolder) shown(name string) string {
	if f.dir == "" {
		return name
	}
	return path.Join(filepath.ToSlash(f.dir), name)
}

// theirs leaves out problems in embedded files that the folder has no part in.
func (f *localeFolder) theirs(problems []localecheck.Problem) []localecheck.Problem {
	return slices.DeleteFunc(problems, func(p localecheck.Problem) bool {
		_, err := fs.Stat(f.own, p.File)
		return p.Line > 0 && err != nil
	})
}
