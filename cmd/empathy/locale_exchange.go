package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/exchange"
	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/internal/localecheck"
)

type localeExportCommand struct {
	Dir    string `arg:"" optional:"" help:"The folder of the languages, or of one; the embedded languages if not given."`
	Lang   string `required:"" help:"The language to export." placeholder:"LANG"`
	Source string `help:"The language that stands beside it." default:"en" placeholder:"LANG"`
	Format string `help:"xliff (1.2, for translation tools), csv or xlsx (for reviewers)." enum:"xliff,csv,xlsx" default:"xliff"`
	Output string `short:"o" help:"The file to write; standard output if not given." placeholder:"FILE"`
}

func (c *localeExportCommand) Run(s streams) error {
	folder, err := openLocales(s, c.Dir, []string{c.Lang})
	if err != nil {
		return err
	}
	sheet, err := exchange.Take(folder.files, c.Lang, c.Source)
	if err != nil {
		return err
	}
	write := map[string]func(io.Writer, *exchange.Sheet) error{
		"xliff": exchange.WriteXLIFF, "csv": exchange.WriteCSV, "xlsx": exchange.WriteXLSX,
	}[c.Format]
	if c.Output == "" {
		return write(s.out, sheet)
	}
	f, err := os.Create(c.Output)
	if err != nil {
		return err
	}
	if err := write(f, sheet); err != nil {
		f.Close()
		return fmt.Errorf("writing %s: %w", c.Output, err)
	}
	return f.Close()
}

type localeImportCommand struct {
	File  string `arg:"" type:"existingfile" help:"The sheet: .xlf or .xliff, .csv, .xlsx."`
	Dir   string `arg:"" help:"The folder of the languages, or of one."`
	Lang  string `help:"The language, where the sheet does not say it." placeholder:"LANG"`
	Apply bool   `help:"Write the changes; without it they are only shown."`
}

func (c *localeImportCommand) Run(s streams) error {
	sheet, err := readSheet(c.File)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	lang := c.Lang
	if lang == "" {
		if lang = sheet.Language.String(); lang == "und" {
			return errors.New("the sheet does not say its language: give --lang")
		}
	}
	folder, err := openLocales(s, c.Dir, []string{lang})
	if err != nil {
		return err
	}
	d, err := exchange.Bring(folder.files, lang, sheet)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	showChanges(s.out, &folder, d)
	refused, err := refusals(s.out, &folder, lang, d)
	switch {
	case err != nil:
		return err
	case refused:
		fmt.Fprintln(s.out, "Nothing is written: mend the rows named above and import the sheet again.")
		return errFindings
	case len(d.Changes) == 0 || !c.Apply:
		if len(d.Changes) > 0 {
			fmt.Fprintln(s.out, "Nothing is written yet: add --apply.")
		}
		return nil
	}
	return writeFiles(&folder, d)
}

func readSheet(name string) (*exchange.Sheet, error) {
	read := map[string]func(io.Reader) (*exchange.Sheet, error){
		".xlf": exchange.ReadXLIFF, ".xliff": exchange.ReadXLIFF, ".csv": exchange.ReadCSV, ".xlsx": exchange.ReadXLSX,
	}[strings.ToLower(filepath.Ext(name))]
	if read == nil {
		return nil, errors.New("its name has to end in .xlf, .xliff, .csv or .xlsx")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(f)
}

// showChanges writes what was and what would be, a phrase at a time.
func showChanges(out io.Writer, folder *localeFolder, d *exchange.Delivery) {
	for _, change := range d.Changes {
		place := folder.shown(change.File)
		if change.Line > 0 {
			place = fmt.Sprintf("%s:%d", place, change.Line)
		}
		fmt.Fprintf(out, "%s %s %s\n", place, change.ID, change.Form)
		if change.Before != "" {
			fmt.Fprintf(out, "- %s\n", change.Before)
		}
		fmt.Fprintf(out, "+ %s\n", change.After)
	}
	for _, row := range d.Remarks {
		fmt.Fprintf(out, "remark to %s %s: %s\n", row.ID, row.Form, row.Remark)
	}
	fmt.Fprintf(out, "%d changes, %d remarks; %d empty rows and %d phrases that the sheet leaves out change nothing.\n", len(d.Changes), len(d.Remarks), d.Blank, d.Unnamed)
}

// refusals checks the language with the changes made, and shows what is wrong
// then and was not before. An error refuses the sheet.
func refusals(out io.Writer, folder *localeFolder, lang string, d *exchange.Delivery) (refused bool, err error) {
	if len(d.Changes) == 0 {
		return false, nil
	}
	before, err := localecheck.Run(folder.files, localecheck.Languages(lang), localecheck.PhrasesOnly())
	if err != nil {
		return false, err
	}
	after, err := localecheck.Run(layered.FS{Upper: layered.Memory(d.Files), Lower: folder.files}, localecheck.Languages(lang), localecheck.PhrasesOnly())
	if err != nil {
		return false, err
	}
	known := map[localecheck.Problem]bool{}
	for _, p := range before {
		p.Line = 0
		known[p] = true
	}
	for _, p := range after {
		key := p
		key.Line = 0
		if known[key] || p.Severity == empathy.Note {
			continue
		}
		p.File = folder.shown(p.File)
		fmt.Fprintf(out, "%v\n    %s\n", p, p.Advice)
		refused = refused || p.Severity == empathy.Error
	}
	return refused, nil
}

// writeFiles replaces each file in one step, so that a running bot that
// watches them never reads half of one.
func writeFiles(folder *localeFolder, d *exchange.Delivery) error {
	for name, content := range d.Files {
		file := filepath.Join(folder.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file+".new", content, 0o644); err != nil {
			return err
		}
		if err := os.Rename(file+".new", file); err != nil {
			return err
		}
	}
	return nil
}
