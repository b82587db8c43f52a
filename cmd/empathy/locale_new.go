package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/scaffold"
)

type localeNewCommand struct {
	Lang   string `arg:"" help:"The new language (BCP 47): de, pt-BR."`
	Dir    string `arg:"" help:"The folder that its folder is made in; it may be new."`
	Source string `help:"The language whose phrases stand beside as comments." default:"en" placeholder:"LANG"`
}

func (c *localeNewCommand) Run(s streams) error {
	tag, err := language.Parse(c.Lang)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Lang, err)
	}
	source, err := language.Parse(c.Source)
	if err != nil {
		return fmt.Errorf("--source: %w", err)
	}
	home := filepath.Join(c.Dir, tag.String())
	if _, err := os.Stat(home); err == nil {
		return fmt.Errorf("%s is there already; nothing is written", home)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	files, err := scaffold.Files(s.locales, tag, source)
	if err != nil {
		return err
	}
	if err := writeAll(c.Dir, files); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%d files are in %s. Fill them, and see what is missing with:\n  empathy locale check %[2]s\n", len(files), home)
	return nil
}

// writeAll writes files into a folder, in the order of their names.
func writeAll(dir string, files map[string]string) error {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(files[name]), 0o644); err != nil {
			return err
		}
	}
	return nil
}
