package tone

import (
	"errors"
	"fmt"
	"io/fs"
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
			switch { // the first four are nearly all there is, and save a search in tables
			case r < 0x80, 0xF8 <= r && r < 0x250:
				n.latin++
			case 0x400 <= r && r < 0x482:
				n.cyrillic++
			case 0x3A3 <= r && r < 0x3E2:
				n.greek++
			case 0x4E00 <= r && r < 0xA000:
				n.han++
			case unicode.Is(unicode.Latin, r):
				n.latin++
			case unicode.Is(unicode.Cyrillic, r):
				n.cyrillic++
			case unicode.Is(unicode.Greek, r):
				n.greek++
			case unicode.Is(unicode.Han, r):
				n.han++
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				n.kana++
			case 0x1160 <= r && r < 0x1200: // the rest of a syllable that is typed in parts
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
func (l *Listener) identify(doc *text.Document, n scriptCount) (language string, doubtful bool, err error) {
	han := n.han * lettersPerHan
	total := n.letters()
	switch {
	case total == 0:
		return Undetermined, true, nil
	case n.kana > 0 && n.kana*6 > n.han:
		return "ja", false, nil
	case n.hangul*2 > total:
		return "ko", false, nil
	case han*2 > total || n.han >= 4 && n.han*4 > n.latin:
		return l.orUndetermined("zh"), false, nil
	case n.greek*2 > total || n.greek >= 12 && n.greek*3 > total:
		return l.orUndetermined("el"), false, nil
	case n.cyrillic*2 > total || n.cyrillic >= 12 && n.cyrillic*3 > total:
		return l.byWords(doc, cyrillicLanguages)
	case n.latin*2 > total:
		return l.byWords(doc, latinLanguages)
	}
	return Undetermined, true, nil
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

// teller returns the teller for the languages of a script.
func (l *Listener) teller(among map[string]bool) (*lexicon.Teller, error) {
	key := "latin"
	if among != nil {
		key = "cyrillic"
	}
	if t, ok := l.telling.Load(key); ok {
		return t.(*lexicon.Teller), nil
	}
	var idioms []*lexicon.Idiom
	for _, language := range l.languages {
		if speaksScript(language, among) {
			idiom, err := l.idiom(language)
			if err != nil {
				return nil, err
			}
			idioms = append(idioms, idiom)
		}
	}
	all, err := l.others()
	if err != nil {
		return nil, err
	}
	others := map[string][]string{}
	for language, words := range all {
		if _, known := l.lexicons[language]; !known && speaksScript(language, among) {
			others[language] = words
		}
	}
	actual, _ := l.telling.LoadOrStore(key, lexicon.NewTeller(idioms, others))
	return actual.(*lexicon.Teller), nil
}

// idiom returns what tells a language. Where that is not compiled, it takes
// the whole lexicon to know it.
func (l *Listener) idiom(language string) (*lexicon.Idiom, error) {
	if idiom, err := lexicon.LoadIdiom(l.locales, l.folders[language]); err == nil {
		return idiom, nil
	}
	lex, err := l.lexicons[language]()
	if err != nil {
		return nil, err
	}
	return lex.Idiom(), nil
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
	shareToTell    = 0.12 // of the words, that have to vote for the winner
	enoughForShort = 0.9  // votes that tell a message of few words
	enoughForOther = 2    // votes that tell a language that is not spoken here
)

// byWords counts votes. A message of a few words needs fewer, but a foreign
// language has to win by words of its own.
func (l *Listener) byWords(doc *text.Document, among map[string]bool) (language string, doubtful bool, err error) {
	t, err := l.teller(among)
	if err != nil {
		return "", true, err
	}
	best, votes, next, heard := t.Tell(doc)
	doubtful = votes < enoughToBeSure || next > doubtfulShare*votes
	switch _, known := l.lexicons[best]; {
	case best == "", votes < enoughForShort && votes < shareToTell*float64(heard), votes == next:
		return Undetermined, true, nil
	case best == lexicon.LatinGreek:
		return "el", doubtful, nil
	case !known && votes < enoughForOther:
		return Undetermined, true, nil
	}
	return best, doubtful, nil
}

// A language is doubtful with fewer votes than these, or when the next one
// has such a share of them.
const (
	enoughToBeSure = 2.5
	doubtfulShare  = 0.6
)
