package main

import (
	"errors"
	"fmt"
	"slices"
	"text/tabwriter"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

type phrasesCommand struct {
	Lang     string `help:"Only this language (BCP 47)."`
	Stage    string `help:"Only this stage."`
	Intent   string `help:"Only this intent: acknowledging.delay."`
	Register string `help:"Only this register." enum:"formal,neutral,informal," default:""`
	Emotion  string `help:"Only intents whose words fit this feeling."`
	Coverage bool   `help:"Show how many phrases each stage has, by register."`
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
	if c.Emotion != "" {
		if _, err := empathy.ParseEmotion(c.Emotion); err != nil {
			return fmt.Errorf("--emotion: %w", err)
		}
	}
	if c.Coverage {
		return writeCoverage(s, catalog, tags)
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
		if !c.wants(p) {
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

// wants reports whether a phrase is one of those asked for.
func (c *phrasesCommand) wants(p phrases.Phrase) bool {
	emotion, _ := empathy.ParseEmotion(c.Emotion)
	return (c.Stage == "" || p.Intent.Stage.String() == c.Stage) &&
		(c.Intent == "" || p.ID.Intent == c.Intent) &&
		(c.Register == "" || p.ID.Register.String() == c.Register) &&
		(c.Emotion == "" || len(p.Intent.Emotions) == 0 || slices.Contains(p.Intent.Emotions, emotion))
}

// writeCoverage counts phrases: a row a stage, a column a language, formal,
// neutral and informal in each cell.
func writeCoverage(s streams, catalog *phrases.Catalog, tags []language.Tag) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "formal/neutral/informal")
	counts := map[language.Tag]map[empathy.Stage]map[empathy.Register]int{}
	for _, tag := range tags {
		all, err := catalog.Phrases(tag)
		if err != nil {
			return err
		}
		counts[tag] = map[empathy.Stage]map[empathy.Register]int{}
		for _, p := range all {
			if counts[tag][p.Intent.Stage] == nil {
				counts[tag][p.Intent.Stage] = map[empathy.Register]int{}
			}
			counts[tag][p.Intent.Stage][p.ID.Register]++
		}
		fmt.Fprintf(w, "\t%v", tag)
	}
	fmt.Fprintln(w)
	for _, stage := range empathy.Stages() {
		fmt.Fprint(w, stage)
		for _, tag := range tags {
			n := counts[tag][stage]
			fmt.Fprintf(w, "\t%d/%d/%d", n[empathy.Formal], n[empathy.Neutral], n[empathy.Informal])
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}
