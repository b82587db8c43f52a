// Package train turns the labelled corpus into models.
package train

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
)

// Languages are those that models are trained for.
var Languages = []string{"ro", "pl", "ru", "el", "zh", "en"}

// A Tone is the label of a message.
type Tone struct {
	Lang      string `json:"lang"`
	Register  string `json:"register"`
	Address   string `json:"address"`
	Emotion   string `json:"emotion"`
	Intensity int    `json:"intensity"`
}

// A Pair is a labelled pair of the corpus: see TONE_RULES.md. Facts is nil
// where they are not labelled.
type Pair struct {
	ID       string   `json:"id"`
	Lang     string   `json:"lang"`
	Part     string   `json:"part"`
	Customer string   `json:"customer"`
	Reply    string   `json:"reply"`
	C        Tone     `json:"c"`
	R        Tone     `json:"r"`
	Findings []string `json:"findings"`
	Facts    []string `json:"facts"`
}

// A Message is a labelled customer's message without a reply.
type Message struct {
	Text string `json:"text"`
	Tone
	Facts []string `json:"facts"`
}

// A Sentence is one sentence of an agent with all that it does.
type Sentence struct {
	Text string   `json:"text"`
	Acts []string `json:"acts"`
}

// A Corpus is what is known of one language.
type Corpus struct {
	Pairs     []Pair
	Messages  []Message
	Sentences []Sentence
}

// ReadCorpus reads the files of a language: LANG.jsonl, and beside it
// messages/LANG.jsonl and sentences/LANG.jsonl.
func ReadCorpus(fsys fs.FS, language string) (*Corpus, error) {
	c := &Corpus{}
	if err := readLines(fsys, language+".jsonl", &c.Pairs); err != nil {
		return nil, err
	}
	if err := readLines(fsys, "messages/"+language+".jsonl", &c.Messages); err != nil {
		return nil, err
	}
	return c, readLines(fsys, "sentences/"+language+".jsonl", &c.Sentences)
}

// Part returns the pairs of a part of the corpus.
func (c *Corpus) Part(part string) []Pair {
	var pairs []Pair
	for _, p := range c.Pairs {
		if p.Part == part {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

func readLines[T any](fsys fs.FS, name string, items *[]T) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("reading the corpus: %w", err)
	}
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var item T
		if err := json.Unmarshal(line, &item); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
		*items = append(*items, item)
	}
	return nil
}
