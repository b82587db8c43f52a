package localecheck

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/text"
)

func letterChecks() []Check {
	return []Check{
		{
			ID: "mixed-script", Title: "letters of two scripts in one word", Severity: empathy.Error,
			language: mixedScripts,
		},
		{
			ID: "cedilla", Title: "cedilla in place of comma below (Romanian)", Severity: empathy.Error,
			Advice:   "Romanian writes ș and ț with a comma below; choose the keyboard \"Romanian (Standard)\"",
			language: cedillas,
		},
		{
			ID: "diacritics", Title: "a word without its diacritics", Severity: empathy.Warning,
			Advice:   "if it is right as it is, list it in [identify] words of the tone file",
			language: missingDiacritics,
		},
	}
}

// A line is a piece of text that somebody reads, with its place.
type line struct {
	at   place
	text string
}

// lines returns all that customers and reviewers read in the language: the
// phrases as rendered, the messages and the words for times.
func (l *locale) lines() []line {
	var lines []line
	for i := range l.spoken().sayings {
		s := &l.voice.sayings[i]
		lines = append(lines, line{s.place(), s.plain})
	}
	for _, f := range l.texts {
		for _, m := range f.Messages {
			for _, source := range m.Sources() {
				if source != "" {
					lines = append(lines, line{place{file: f.Name, line: m.Line, subject: m.ID}, withoutActions(source)})
				}
			}
		}
	}
	return lines
}

// withoutActions takes {{…}} out of a template.
func withoutActions(source string) string {
	var b strings.Builder
	for source != "" {
		before, rest, found := strings.Cut(source, "{{")
		b.WriteString(before)
		if !found {
			break
		}
		_, source, _ = strings.Cut(rest, "}}")
		b.WriteByte('1')
	}
	return b.String()
}

// wordsOf cuts a text at everything but letters and marks.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
}

var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}}

func mixedScripts(l *locale, report reporter) {
	for _, line := range l.lines() {
		for _, word := range wordsOf(line.text) {
			var names []string
			for _, s := range scripts {
				if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(s.table, r) }) {
					names = append(names, s.name)
				}
			}
			if len(names) > 1 {
				at := line.at
				at.advice = "type the word anew with the keyboard of the language; a letter only looks like the one of the other script"
				report(at, "%q has letters of two scripts: %s", word, spelled(word))
			}
		}
	}
}

// spelled names the script of each letter of a word, where it changes.
func spelled(word string) string {
	var b strings.Builder
	last := ""
	for _, r := range word {
		for _, s := range scripts {
			if unicode.Is(s.table, r) && s.name != last {
				if last = s.name; b.Len() > 0 {
					b.WriteString(", ")
				}
				b.WriteString(s.name + " ")
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func cedillas(l *locale, report reporter) {
	if l.base() != "ro" {
		return
	}
	for _, line := range l.lines() {
		if i := strings.IndexAny(line.text, "şţŞŢ"); i >= 0 {
			r, _ := utf8.DecodeRuneInString(line.text[i:])
			report(line.at, "%q has a cedilla", r)
		}
	}
}

// missingDiacritics knows two things: that a Greek word of two syllables has
// an accent, and, in any language, how its own files write a word elsewhere.
func missingDiacritics(l *locale, report reporter) {
	spelling := l.spellings()
	own := l.plainWords()
	for _, line := range l.lines() {
		for _, word := range wordsOf(line.text) {
			lower := strings.ToLower(word)
			at := line.at
			if l.base() == "el" && lacksAccent(word) {
				at.advice = "put the accent"
				report(at, "%q has no accent", word)
				continue
			}
			marked, times := spelling.better(lower)
			if marked != "" && !own[lower] {
				at.advice = fmt.Sprintf("write %q; if it is right as it is, list it in [identify] words of the tone file", marked)
				report(at, "%q has no diacritics; elsewhere it is written %q (%d times)", word, marked, times)
			}
		}
	}
}

// spellings count how the files of a language write each word, by its form
// without diacritics.
type spellings map[string]map[string]int

func (l *locale) spellings() spellings {
	s := spellings{}
	for _, line := range l.lines() {
		for _, word := range wordsOf(strings.ToLower(line.text)) {
			fold := text.Fold(word)
			if s[fold] == nil {
				s[fold] = map[string]int{}
			}
			s[fold][word]++
		}
	}
	return s
}

// plainWords are the function words that the tone file writes without
// diacritics and not with them too: they are words of their own.
func (l *locale) plainWords() map[string]bool {
	plain := map[string]bool{}
	if l.tone == nil {
		return plain
	}
	for _, word := range l.tone.Words {
		plain[word] = true
	}
	for _, word := range l.tone.Words {
		if fold := text.Fold(word); fold != word {
			delete(plain, fold)
		}
	}
	return plain
}

// How often a word has to be written with diacritics, for each time that it
// is written without, to call the latter a slip; and its least length, since
// short words come in pairs (Romanian sa and să).
const (
	markedForEachPlain = 4
	letterToSpell      = 4
)

// better returns the spelling with diacritics of a word that has none. Words
// that differ only in their last letter are taken for two forms of one.
func (s spellings) better(word string) (marked string, times int) {
	fold := text.Fold(word)
	if word != fold || utf8.RuneCountInString(word) < letterToSpell {
		return "", 0
	}
	for spelling, n := range s[fold] {
		if spelling != word && withoutLast(spelling) != withoutLast(word) && (n > times || n == times && spelling < marked) {
			marked, times = spelling, n
		}
	}
	if times < markedForEachPlain*s[fold][word] {
		return "", 0
	}
	return marked, times
}

func withoutLast(word string) string {
	_, size := utf8.DecodeLastRuneInString(word)
	return word[:len(word)-size]
}

// lacksAccent reports whether a Greek word has two syllables or more and no
// accent. Words in capitals have none.
func lacksAccent(word string) bool {
	if word == strings.ToUpper(word) || !unicode.Is(unicode.Greek, []rune(word)[0]) {
		return false
	}
	lower := strings.ToLower(word)
	if strings.ContainsAny(lower, "άέήίόύώΐΰ") {
		return false
	}
	return syllables(lower) >= 2
}

// syllables counts vowels; digraphs are one, and an i-sound before another
// vowel is none of its own (για, μια).
func syllables(word string) int {
	n := 0
	glide := false
	runes := []rune(word)
	for i := 0; i < len(runes); i++ {
		if !strings.ContainsRune("αεηιουωϊϋ", runes[i]) {
			glide = false
			continue
		}
		sound := string(runes[i])
		if i+1 < len(runes) && slices.Contains(digraphs, string(runes[i:i+2])) {
			sound = string(runes[i : i+2])
			i++
		}
		if !glide {
			n++
		}
		glide = sound == "ι" || sound == "υ" || sound == "ει" || sound == "οι"
	}
	return n
}

var digraphs = []string{"αι", "ει", "οι", "υι", "ου", "αυ", "ευ", "ηυ"}
