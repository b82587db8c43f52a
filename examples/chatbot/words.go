package main

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

//go:embed words.toml
var wordsFile []byte

// Words are the bot's own words in one language: see words.toml.
type Words struct {
	Hello      string                 `toml:"hello"`
	Ask        string                 `toml:"ask"`
	Unknown    string                 `toml:"unknown"`
	HandOver   string                 `toml:"hand_over"`
	Nothing    []string               `toml:"nothing"` // says that there is nothing else
	Tap        string                 `toml:"tap"`     // what a tap on a button says, in a customer's words
	Unreadable string                 `toml:"unreadable"`
	Causes     map[string]string      `toml:"causes"`
	Remedies   map[string]string      `toml:"remedies"`
	Options    map[string]OptionWords `toml:"options"`
	Page       map[string]string      `toml:"page"`
}

// OptionWords offer an option, tell that it is arranged, and tell that it was
// chosen: by any of the stems, without accents.
type OptionWords struct {
	Offer string   `toml:"offer"`
	Done  string   `toml:"done"`
	Hear  []string `toml:"hear"`
}

func loadWords() (map[string]Words, error) {
	words := map[string]Words{}
	if err := toml.Unmarshal(wordsFile, &words); err != nil {
		return nil, fmt.Errorf("words.toml: %w", err)
	}
	return words, nil
}

// base is the key of a language in words.toml.
func base(tag language.Tag) string {
	b, _ := tag.Base()
	return b.String()
}

// at puts a time into words.
func at(words, when string) string { return strings.ReplaceAll(words, "{when}", when) }

// fold takes capitals and accents away, which customers do not agree on.
func fold(s string) string {
	folded, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), strings.ToLower(s))
	if err != nil {
		return strings.ToLower(s)
	}
	return folded
}

// endIn reports whether a message says that there is nothing else. A single word
// has to be all of it: "no" begins many a sentence.
func (w Words) endIn(message string) bool {
	words := strings.FieldsFunc(fold(message), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	message = strings.ReplaceAll(strings.Join(words, " "), "’", "'")
	for _, end := range w.Nothing {
		end = fold(end)
		if message == end || strings.Contains(end, " ") && strings.Contains(" "+message+" ", " "+end+" ") {
			return true
		}
	}
	return false
}

// heardIn reports whether a message speaks of an option.
func (o OptionWords) heardIn(message string) bool {
	message = fold(message)
	for _, stem := range o.Hear {
		if strings.Contains(message, fold(stem)) {
			return true
		}
	}
	return false
}
