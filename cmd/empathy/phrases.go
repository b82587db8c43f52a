package main

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

type phrasesCommand struct {
	Lang     string `help:"Only this language (BCP 47)."`
	Stage    string `help:"Only this stage."`
	Intent   string `help:"Only this intent: acknowledging.delay."`
	Register string `help:"Only this register." enum:"formal,neutral,informal," default:""`
	Format   string `help:"How the phrases are written." enum:"text,jsonl" default:"text"`
}

type phraseJSON struct {
	Lang        string     `json:"lang"`
	ID          phrases.ID `json:"id"`
	Text        string     `json:"text"`
	Description string     `json:"description"`
	Needs       []string   `json:"needs"`
}

func (c *phrasesCommand) Run(s streams) error {
	catalog, err := phrases.Load(s.locales)
	if err != nil {
		return err
	}
	tags := catalog.Languages()
	if c.Lang != "" {
		tag, err := language.Parse(c.Lang)
		if err != nil {
			return fmt.Errorf("--lang: %w", err)
		}
		tags = []language.Tag{tag}
	}
	if _, err := empathy.ParseStage(c.Stage); err != nil {
		return fmt.Errorf("--stage: %w", err)
	}
	shown := 0
	for _, tag := range tags {
		n, err := c.show(s, catalog, tag)
		if err != nil {
			return err
		}
		shown += n
	}
	if shown == 0 {
		return errors.New("no phrase is like that")
	}
	return nil
}

func (c *phrasesCommand) show(s streams, catalog *phrases.Catalog, tag language.Tag) (shown int, err error) {
	all, err := catalog.Phrases(tag)
	if err != nil {
		return 0, err
	}
	for _, p := range all {
		if c.Stage != "" && p.Intent.Stage.String() != c.Stage || c.Intent != "" && p.ID.Intent != c.Intent ||
			c.Register != "" && p.ID.Register.String() != c.Register {
			continue
		}
		shown++
		if c.Format == "jsonl" {
			needs := p.Needs()
			if needs == nil {
				needs = []string{}
			}
			if err := plainEncoder(s.out).Encode(phraseJSON{p.Language.String(), p.ID, p.Text(), p.Description, needs}); err != nil {
				return shown, err
			}
			continue
		}
		fmt.Fprintf(s.out, "%s  %s\n    %s\n", p.Language, p.ID, p.Text())
	}
	return shown, nil
}
