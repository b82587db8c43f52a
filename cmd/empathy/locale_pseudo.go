package main

import (
	"fmt"
	"path/filepath"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/pseudo"
)

type localePseudoCommand struct {
	Dir    string `arg:"" help:"The folder that the pseudo-language is written to; it may be new."`
	Source string `help:"The language that it is made of." default:"en" placeholder:"LANG"`
	Tag    string `help:"What to call it." default:"en-XA" placeholder:"LANG"`
}

func (c *localePseudoCommand) Run(s streams) error {
	tag, err := language.Parse(c.Tag)
	if err != nil {
		return fmt.Errorf("--tag: %w", err)
	}
	files, err := pseudo.Files(s.locales, c.Source, tag)
	if err != nil {
		return err
	}
	if err := writeAll(c.Dir, files); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%d files are in %s; ask the catalog for %v to see where your layout breaks.\n", len(files), filepath.Join(c.Dir, tag.String()), tag)
	return nil
}
