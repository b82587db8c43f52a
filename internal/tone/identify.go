package tone

import (
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// Undetermined is the BCP 47 code for a language that could not be told.
const Undetermined = "und"

// scriptCount is how many letters of each script a message has.
type scriptCount struct{ latin, cyrillic, greek, han, kana, hangul, other int }

const (
	lettersToTell = 10 // from how many letters on a script says something
	tooFewLetters = 4  // "OK" may stand in any language
)

func (n scriptCount) letters() int {
	return n.latin + n.cyrillic + n.greek + n.han*lettersPerHan + n.kana + n.hangul + n.other
}

// mayBe reports whether a message in these scripts may be in the language.
func (n scriptCount) mayBe(language string) bool {
	if n.letters() < lettersToTell {
		return true
	}
	switch {
	case language == "el":
		return n.greek > 0 || n.latin > n.cyrillic+n.han // also typed in Latin letters
	case language == "zh":
		return n.han > 0
	case cyrillicLanguages[language]:
		return n.cyrillic > n.latin
	}
	return n.latin > 0
}

func countScripts(doc *text.Document) scriptCount {
	var n scriptCount
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Kind != text.Word && t.Kind != text.Han {
			continue
		}
		for _, r := range doc.Source[t.Start:t.End] {
			switch {
			case r < 0x80 || unicode.Is(unicode.Latin, r):
				n.latin++
			case unicode.Is(unicode.Cyrillic, r):
				n.cyrillic++
			case unicode.Is(unicode.Greek, r):
				n.greek++
			case unicode.Is(unicode.Han, r):
				n.han++
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				n.kana++
			case unicode.Is(unicode.Hangul, r):
				n.hangul++
			case unicode.IsLetter(r):
				n.other++
			}
		}
	}
	return n
}

// A Chinese character carries about as much as three letters of a word.
const lettersPerHan = 3

// identify tells the language: by its script where that is enough, else by
// function words, letters of its own and, last, by what the lexicons know.
// A statistical model would add megabytes to tell what these tell already.
func (l *Listener) identify(doc *text.Document, n scriptCount) (string, error) {
	han := n.han * lettersPerHan
	total := n.letters()
	switch {
	case total == 0:
		return Undetermined, nil
	case n.kana > 0 && n.kana*6 > n.han:
		return "ja", nil
	case n.hangul*2 > total:
		return "ko", nil
	case han*2 > total || n.han >= 4 && n.han*4 > n.latin:
		return l.orUndetermined("zh"), nil
	case n.greek*2 > total || n.greek >= 12 && n.greek*3 > total:
		return l.orUndetermined("el"), nil
	case n.cyrillic*2 > total || n.cyrillic >= 12 && n.cyrillic*3 > total:
		return l.byWords(doc, cyrillicLanguages)
	case n.latin*2 > total:
		return l.byWords(doc, latinLanguages)
	}
	return Undetermined, nil
}

func (l *Listener) orUndetermined(language string) string {
	if _, ok := l.lexicons[language]; ok {
		return language
	}
	return Undetermined
}

// Languages that share a script and have to be told apart by their words.
var (
	cyrillicLanguages = map[string]bool{"ru": true, "uk": true, "be": true, "bg": true, "sr": true, "mk": true}
	otherScripts      = map[string]bool{"zh": true, "ja": true, "ko": true}
)

var latinLanguages map[string]bool // nil: all that are not of another script

// A teller knows the words that tell the languages of one script.
type teller struct {
	words   map[string][]vote
	letters map[rune][]string
}

// A vote is for a language, by a word that may be shared with others.
type vote struct {
	language string
	weight   float64
}

// Greek typed in Latin letters votes under this name until the end.
const latinGreek = "el-Latn"

func (l *Listener) teller(among map[string]bool) (*teller, error) {
	key := "latin"
	if among != nil {
		key = "cyrillic"
	}
	if t, ok := l.telling.Load(key); ok {
		return t.(*teller), nil
	}
	t := &teller{words: map[string][]vote{}, letters: map[rune][]string{}}
	speakers := map[string][]string{}
	for _, language := range l.languages {
		if !speaksScript(language, among) {
			continue
		}
		lex, err := l.lexicons[language]()
		if err != nil {
			return nil, err
		}
		for _, w := range lex.Words {
			if language == "el" {
				speakers[text.Skeleton(w)] = append(speakers[text.Skeleton(w)], latinGreek)
				continue
			}
			speakers[w] = append(speakers[w], language)
		}
		for _, r := range lex.Letters {
			t.letters[r] = append(t.letters[r], language)
		}
	}
	others, err := l.others()
	if err != nil {
		return nil, err
	}
	for language, words := range others {
		if _, known := l.lexicons[language]; known || !speaksScript(language, among) {
			continue
		}
		for _, w := range words {
			speakers[text.Fold(w)] = append(speakers[text.Fold(w)], language)
		}
	}
	for w, languages := range speakers {
		sort.Strings(languages)
		for _, language := range languages {
			t.words[w] = append(t.words[w], vote{language, 1 / float64(len(languages))})
		}
	}
	actual, _ := l.telling.LoadOrStore(key, t)
	return actual.(*teller), nil
}

func speaksScript(language string, among map[string]bool) bool {
	if among != nil {
		return among[language]
	}
	return !cyrillicLanguages[language] && !otherScripts[language]
}

// loadOthers reads others.toml: function words of languages that we do not
// speak, so that they are not taken for one that we do.
func loadOthers(fsys fs.FS) (map[string][]string, error) {
	data, err := fs.ReadFile(fsys, "others.toml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the function words of other languages: %w", err)
	}
	var others map[string][]string
	if err := toml.Unmarshal(data, &others); err != nil {
		return nil, fmt.Errorf("others.toml: %w", err)
	}
	return others, nil
}

const (
	letterVote     = 0.7  // a word with a letter that only this language has
	lexiconVote    = 0.25 // a word that the lexicon of this language knows
	shareToTell    = 0.12 // of the words, that have to vote for the winner
	enoughForShort = 0.9  // votes that tell a message of few words
	wordsToCount   = 200  // enough to tell the language of any text
)

// byWords counts votes. A message of a few words needs fewer, but a foreign
// language has to win by words of its own.
func (l *Listener) byWords(doc *text.Document, among map[string]bool) (string, error) {
	t, err := l.teller(among)
	if err != nil {
		return "", err
	}
	votes := map[string]float64{}
	counted := 0
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind != text.Word {
			continue
		}
		if counted++; counted > wordsToCount {
			break
		}
		fold := doc.Fold(i)
		for _, v := range t.words[fold] {
			if v.language != latinGreek {
				votes[v.language] += v.weight
			}
		}
		if among == nil {
			for _, v := range t.words[text.Skeleton(fold)] {
				if v.language == latinGreek {
					votes[latinGreek] += v.weight
				}
			}
		}
		for _, r := range doc.Exact(i) {
			if r >= 0x80 {
				for _, language := range t.letters[r] {
					votes[language] += letterVote / float64(len(t.letters[r]))
				}
			}
		}
	}
	l.knownWords(doc, among, votes)
	best, second := "", 0.0
	for language, n := range votes {
		if best == "" || n > votes[best] || n == votes[best] && language < best {
			if best != "" {
				second = max(second, votes[best])
			}
			best = language
		} else {
			second = max(second, n)
		}
	}
	if best == "" || votes[best] < enoughForShort && votes[best] < shareToTell*float64(counted) || votes[best] == second {
		return Undetermined, nil
	}
	if _, ok := l.lexicons[best]; !ok && best != latinGreek && votes[best] < 2 {
		return Undetermined, nil
	}
	if best == latinGreek {
		return "el", nil
	}
	return best, nil
}

// knownWords lets the words that a lexicon knows vote for its language: in a
// message of two or three words there is often no function word.
func (l *Listener) knownWords(doc *text.Document, among map[string]bool, votes map[string]float64) {
	for _, language := range l.languages {
		if !speaksScript(language, among) {
			continue
		}
		lex, err := l.lexicons[language]()
		if err != nil {
			continue
		}
		name := language
		if language == "el" {
			name = latinGreek
		}
		votes[name] += lexiconVote * float64(knownWordCount(doc, lex, name == latinGreek))
	}
}

func knownWordCount(doc *text.Document, lex *lexicon.Lexicon, latin bool) int {
	n, counted := 0, 0
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind != text.Word || doc.Tokens[i].End-doc.Tokens[i].Start < 3 {
			continue
		}
		if counted++; counted > wordsToCount {
			break
		}
		if lex.Knows(doc.Fold(i), latin) {
			n++
		}
	}
	return n
}
