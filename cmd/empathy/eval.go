package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
)

type evalCommand struct {
	Part      string   `help:"Only the pairs of this part of the corpus (train, dev, test)."`
	Errors    int      `help:"List up to this many of the pairs that went wrong." default:"0"`
	Rule      string   `help:"List only the pairs that went wrong on this rule."`
	Threshold float64  `help:"Count findings from this confidence on (0 to 1)." default:"${threshold}"`
	Format    string   `help:"How the figures are written." enum:"text,json" default:"text"`
	Corpus    []string `arg:"" type:"existingfile" help:"Corpus files, JSON Lines as in TONE_RULES.md; or files of single texts: see the README."`
}

type corpusTone struct {
	Lang      string            `json:"lang,omitempty"`
	Register  empathy.Register  `json:"register"`
	Address   empathy.Address   `json:"address"`
	Emotion   empathy.Emotion   `json:"emotion,omitempty"`
	Intensity empathy.Intensity `json:"intensity,omitempty"`
}

// A corpusPair is a labelled pair of the corpus.
type corpusPair struct {
	ID       string         `json:"id"`
	Lang     string         `json:"lang"`
	Part     string         `json:"part"`
	Customer string         `json:"customer"`
	Reply    string         `json:"reply"`
	C        corpusTone     `json:"c"`
	R        corpusTone     `json:"r"`
	Findings []empathy.Rule `json:"findings"`
}

func (c *evalCommand) Run(s streams) error {
	checker, err := empathy.New(empathy.WithLocales(s.locales), empathy.WithThreshold(c.Threshold))
	if err != nil {
		return err
	}
	result, alone := newMeasurement(), false
	for _, name := range c.Corpus {
		if texts, err := readTexts(name); err != nil {
			return err
		} else if texts != nil {
			measureTexts(s.out, checker, name, texts)
			alone = true
			continue
		}
		pairs, err := readCorpus(name)
		if err != nil {
			return err
		}
		for _, p := range pairs {
			if c.Part != "" && p.Part != c.Part {
				continue
			}
			report := checker.Check(p.Customer, p.Reply)
			if err := unreadable(report); err != nil {
				return err
			}
			if wrong := result.add(p, report); wrong != "" && c.Errors > 0 && strings.Contains(wrong, c.Rule) {
				c.Errors--
				fmt.Fprintf(s.out, "%s  %s\n  C: %s\n  R: %s\n", p.ID, wrong, oneLine(p.Customer), oneLine(p.Reply))
			}
		}
	}
	if result.pairs == 0 && alone {
		return nil
	}
	if result.pairs == 0 {
		return fmt.Errorf("no pairs to measure on in %s", strings.Join(c.Corpus, ", "))
	}
	if c.Format == "json" {
		return plainEncoder(s.out).Encode(result.summary())
	}
	result.print(s.out)
	return nil
}

// unreadable returns the error of a tone file that could not be read. A pair
// that the checker cannot judge counts as any other: its findings are missed.
func unreadable(r empathy.Report) error {
	var input *empathy.InputError
	if err := r.Err(); err != nil && !errors.As(err, &input) {
		return err
	}
	return nil
}

func oneLine(s string) string { return strings.Map(printable, strings.ReplaceAll(s, "\n", " ")) }

func readCorpus(name string) ([]corpusPair, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var pairs []corpusPair
	lines := bufio.NewReaderSize(f, 1<<16)
	for n := 1; ; n++ {
		line, readErr := lines.ReadBytes('\n')
		if len(strings.TrimSpace(string(line))) > 0 {
			var p corpusPair
			if err := json.Unmarshal(line, &p); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			pairs = append(pairs, p)
		}
		if readErr == io.EOF {
			return pairs, nil
		}
		if readErr != nil {
			return nil, fmt.Errorf("reading %s: %w", name, readErr)
		}
	}
}

// A tally counts true and false alarms and misses.
type tally struct{ TP, FP, FN int }

func (t tally) precision() float64 { return ratio(t.TP, t.TP+t.FP) }
func (t tally) recall() float64    { return ratio(t.TP, t.TP+t.FN) }
func (t tally) f1() float64        { return ratio(2*t.TP, 2*t.TP+t.FP+t.FN) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// A measurement gathers how well the checker did.
type measurement struct {
	pairs     int
	rules     map[empathy.Rule]*tally
	languages map[string]*tally
	fields    map[string]map[string]*tally // field → language → right (TP) and wrong (FP)
	emotions  map[empathy.Emotion]*tally
	confusion map[string]map[[2]string]int // field → (label, told) → count
	each      map[string][]tally           // language → findings, a tally a pair
}

func newMeasurement() *measurement {
	return &measurement{
		rules: map[empathy.Rule]*tally{}, languages: map[string]*tally{},
		fields: map[string]map[string]*tally{}, emotions: map[empathy.Emotion]*tally{},
		confusion: map[string]map[[2]string]int{}, each: map[string][]tally{},
	}
}

func at[K comparable](m map[K]*tally, key K) *tally {
	if m[key] == nil {
		m[key] = &tally{}
	}
	return m[key]
}

// add counts one pair and says what went wrong on it.
func (m *measurement) add(p corpusPair, r empathy.Report) string {
	m.pairs++
	var wrong []string
	var told []empathy.Rule
	for f := range r.Findings() {
		told = append(told, f.Rule)
	}
	language := at(m.languages, p.Lang)
	before := *language
	for _, rule := range empathy.Rules() {
		t := at(m.rules, rule)
		want, got := slices.Contains(p.Findings, rule), slices.Contains(told, rule)
		switch {
		case want && got:
			t.TP++
			language.TP++
		case got:
			t.FP++
			language.FP++
			wrong = append(wrong, "+"+rule.String())
		case want:
			t.FN++
			language.FN++
			wrong = append(wrong, "-"+rule.String())
		}
	}
	m.each[p.Lang] = append(m.each[p.Lang], tally{language.TP - before.TP, language.FP - before.FP, language.FN - before.FN})
	if p.C.Emotion != r.Customer.Emotion {
		at(m.emotions, r.Customer.Emotion).FP++
		at(m.emotions, p.C.Emotion).FN++
	} else {
		at(m.emotions, p.C.Emotion).TP++
	}
	customerLang := p.C.Lang
	if customerLang == "" {
		customerLang = p.Lang
	}
	for _, f := range []struct{ field, want, got string }{
		{"language", customerLang, r.Customer.Language.String()},
		{"register", p.C.Register.String(), r.Customer.Register.String()},
		{"address", p.C.Address.String(), r.Customer.Address.String()},
		{"emotion", p.C.Emotion.String(), r.Customer.Emotion.String()},
		{"intensity", p.C.Intensity.String(), r.Customer.Intensity.String()},
		{"reply language", p.R.Lang, r.Reply.Language.String()},
		{"reply register", p.R.Register.String(), r.Reply.Register.String()},
		{"reply address", p.R.Address.String(), r.Reply.Address.String()},
	} {
		if w := m.field(p.Lang, f.field, f.want, f.got); w != "" {
			wrong = append(wrong, w)
		}
	}
	return strings.Join(wrong, " ")
}

func (m *measurement) field(language, field, want, got string) string {
	if m.fields[field] == nil {
		m.fields[field] = map[string]*tally{}
		m.confusion[field] = map[[2]string]int{}
	}
	m.confusion[field][[2]string{want, got}]++
	t := at(m.fields[field], language)
	if want == got {
		t.TP++
		return ""
	}
	t.FP++
	return field + ":" + want + "→" + got
}
