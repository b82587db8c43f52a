package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

type checkCommand struct {
	Customer  string  `help:"The customer's message."`
	Reply     string  `help:"The agent's reply."`
	Input     string  `help:"How pairs are read from the files or standard input: jsonl, or text (one reply)." enum:"jsonl,text," default:""`
	Format    string  `help:"How the findings are written." enum:"text,json,jsonl,sarif" default:"text"`
	Lang      string  `help:"The customer's language (BCP 47); told by itself if not given."`
	Explain   string  `help:"The language that findings are explained in." default:"en"`
	FailOn    string  `help:"The smallest severity that makes the exit status 1." enum:"note,warning,error,never" default:"note"`
	Threshold float64 `help:"Drop findings of a smaller confidence (0 to 1)." default:"${threshold}"`
	voiceFlag
	Files []string `arg:"" optional:"" type:"existingfile" help:"Files to read; standard input if none."`
}

// A checked pair, as the formats need it.
type checked struct {
	id, customer, reply string
	report              empathy.Report
}

func (c *checkCommand) Run(s streams) error {
	checker, _, err := newChecker(s, c.Lang, c.Explain, c.voiceFlag, empathy.WithThreshold(c.Threshold))
	if err != nil {
		return err
	}
	w, err := newFindingWriter(c.Format, s.out, checker)
	if err != nil {
		return err
	}
	outcome := outcome{failOn: c.FailOn}
	one := func(pair checked) error {
		pair.report = checker.Check(pair.customer, pair.reply)
		outcome.see(pair.report)
		return w.write(pair)
	}
	if c.Reply != "" || c.Customer != "" {
		if err := c.single(s, one); err != nil {
			return err
		}
		outcome.strict = true
	} else if err := c.stream(s, one, &outcome); err != nil {
		return err
	}
	if err := w.close(); err != nil {
		return err
	}
	return outcome.verdict()
}

// newChecker makes the checker of a command, and its catalog.
func newChecker(s streams, lang, explain string, voice voiceFlag, more ...empathy.Option) (*empathy.Checker, *phrases.Catalog, error) {
	brand, catalog, err := voice.load(s)
	if err != nil {
		return nil, nil, err
	}
	options := append(more, empathy.WithLocales(s.locales), empathy.WithSuggestions(catalog), empathy.WithVoice(brand))
	for _, given := range []struct {
		flag, value string
		option      func(language.Tag) empathy.Option
	}{{"--lang", lang, empathy.WithLanguage}, {"--explain", explain, empathy.WithExplanationsIn}} {
		if given.value == "" {
			continue
		}
		tag, err := language.Parse(given.value)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", given.flag, err)
		}
		options = append(options, given.option(tag))
	}
	checker, err := empathy.New(options...)
	return checker, catalog, err
}

// single checks the pair that was given by flags.
func (c *checkCommand) single(s streams, one func(checked) error) error {
	if len(c.Files) > 0 || c.Input != "" {
		return errors.New("--customer and --reply stand for themselves; give no --input or files with them")
	}
	if c.Reply == "" {
		return errors.New("--reply is missing: there is nothing to check")
	}
	return one(checked{customer: c.Customer, reply: c.Reply})
}

// stream checks what the files, or standard input, hold.
func (c *checkCommand) stream(s streams, one func(checked) error, o *outcome) error {
	read := func(name string, r io.Reader) error {
		if c.Input == "text" {
			o.strict = true
			text, err := io.ReadAll(r)
			if err != nil {
				return fmt.Errorf("reading %s: %w", name, err)
			}
			return one(checked{id: name, reply: string(text)})
		}
		bad, err := readPairs(name, r, s.err, one)
		o.badLines += bad
		return err
	}
	if len(c.Files) == 0 {
		if c.Input == "" {
			return errors.New("nothing to check: give --reply, or --input and files or standard input")
		}
		return read("standard input", s.in)
	}
	for _, name := range c.Files {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		err = read(name, f)
		f.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// An outcome decides the exit status.
type outcome struct {
	failOn   string
	strict   bool // an unreadable message is an error
	found    bool
	badLines int
	err      error
}

func (o *outcome) see(r empathy.Report) {
	if o.err == nil {
		o.err = r.Err()
	}
	if o.failOn == "never" {
		return
	}
	limit, _ := empathy.ParseSeverity(o.failOn)
	if worst, ok := r.Worst(); ok && worst >= limit {
		o.found = true
	}
}

func (o *outcome) verdict() error {
	switch {
	case o.found:
		return errFindings
	case o.strict && o.err != nil:
		return o.err
	case o.badLines > 0:
		return fmt.Errorf("%d lines could not be read", o.badLines)
	}
	return nil
}
