package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/empathykit/empathykit/empathy"
)

type analyzeCommand struct {
	Format  string   `help:"How the tone is written." enum:"text,json" default:"text"`
	Signals bool     `help:"Show every pattern that was found: section, strength, line of the tone file, words."`
	Lang    string   `help:"The language (BCP 47); told by itself if not given."`
	Message []string `arg:"" optional:"" help:"The message; standard input if none."`
}

type analysisJSON struct {
	toneJSON
	Evidence []empathy.Evidence `json:"evidence"`
}

func (c *analyzeCommand) Run(s streams) error {
	message := strings.Join(c.Message, " ")
	if len(c.Message) == 0 {
		data, err := io.ReadAll(s.in)
		if err != nil {
			return fmt.Errorf("reading standard input: %w", err)
		}
		message = string(data)
	}
	checker, _, err := newChecker(s, c.Lang, "en", voiceFlag{})
	if err != nil {
		return err
	}
	tone, err := checker.Analyze(message)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		if tone.Evidence == nil {
			tone.Evidence = []empathy.Evidence{}
		}
		return plainEncoder(s.out).Encode(analysisJSON{toneToJSON(tone), tone.Evidence})
	}
	fmt.Fprintln(s.out, describe(tone))
	for _, e := range tone.Evidence {
		fmt.Fprintf(s.out, "  %-9s %-14s %s\n", e.Field, e.Value, strings.Map(printable, message[e.Span.Start:e.Span.End]))
	}
	if c.Signals {
		return writeSignals(s, message, c.Lang)
	}
	return nil
}
