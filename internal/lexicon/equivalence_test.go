package lexicon

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"

	"github.com/empathykit/empathykit/internal/text"
)

var languages = []string{"ro", "pl", "ru", "el", "zh", "en"}

// data is the folder of languages as it lies on the disk.
var data = os.DirFS("../../locales")

// A spoken is a language with its patterns in both forms.
type spoken struct {
	lexicon     *Lexicon
	main, latin *graph
}

// speak reads a language; it is kept, as many tests want it.
func speak(t testing.TB, language string) *spoken {
	t.Helper()
	s, err := speakers[language]()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var speakers = func() map[string]func() (*spoken, error) {
	m := map[string]func() (*spoken, error){}
	for _, language := range languages {
		m[language] = sync.OnceValues(func() (*spoken, error) {
			source, err := fs.ReadFile(data, language+"/tone.toml")
			if err != nil {
				return nil, err
			}
			f, err := parseFile(language+"/tone.toml", source)
			if err != nil {
				return nil, err
			}
			s := &spoken{}
			if s.main, err = f.graph(func(word string) string { return word }); err != nil {
				return nil, err
			}
			if s.latin, err = f.graph(text.Skeleton); err != nil {
				return nil, err
			}
			s.lexicon, err = Compile(language, language+"/tone.toml", source)
			return s, err
		})
	}
	return m
}()

// compare scans a message both ways.
func (s *spoken) compare(t *testing.T, message string, latin bool) {
	t.Helper()
	doc := text.Parse(message)
	defer doc.Release()
	g := s.main
	if latin {
		g = s.latin
	}
	var reference referenceScanner
	want := reference.Scan(g, doc, latin)
	if reference.overflowed || hasLineOfMarks(doc) {
		return // where the two are meant to differ
	}
	if diff := cmp.Diff(want, new(Scanner).Scan(s.lexicon, doc, latin), equalEmpty); diff != "" {
		t.Errorf("%s: %q (-reference +automaton):\n%s", s.lexicon.Language, message, diff)
	}
}

var equalEmpty = cmp.FilterValues(func(x, y []Match) bool { return len(x) == 0 && len(y) == 0 }, cmp.Ignore())

// hasLineOfMarks reports whether more marks stand in a row than a pattern may
// bridge.
func hasLineOfMarks(doc *text.Document) bool {
	marks := 0
	for i := range doc.Tokens {
		if marks++; doc.Tokens[i].Kind != text.Punct {
			marks = 0
		}
		if marks > maxMarks {
			return true
		}
	}
	return false
}

// TestSameAsReference: the automaton finds what the graph says, in messages
// of the corpus, in our own phrases and in salads of the words of patterns.
func TestSameAsReference(t *testing.T) {
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			s := speak(t, language)
			for _, spokenIn := range languages { // also in languages that it is not for
				messages := append(corpus(t, spokenIn), phrases(t, spokenIn)...)
				if spokenIn != language {
					messages = messages[:40]
				}
				for _, message := range messages {
					s.compare(t, message, false)
					if language == "el" {
						s.compare(t, message, true)
					}
				}
			}
			random := rand.New(rand.NewPCG(1, 2))
			for range 300 {
				s.compare(t, salad(s, random), false)
			}
		})
	}
}

// salad mixes words that patterns name. Words stay near those that they stand
// beside in the tone file, so that patterns begin and break off often.
func salad(s *spoken, random *rand.Rand) string {
	entries := s.lexicon.main.vocabulary.words.entries
	words := s.lexicon.main.vocabulary.words.text
	var b strings.Builder
	at := random.IntN(len(entries))
	for range 60 {
		switch random.IntN(8) {
		case 0:
			b.WriteString([]string{", ", "! ", "? ", " 12 ", " – ", " zzz ", "… ", ". "}[random.IntN(8)])
		case 1, 2, 3:
			at = random.IntN(len(entries))
		default:
			at = (at + random.IntN(20)) % len(entries)
		}
		b.WriteString(words[entries[at].start:entries[at].end])
		b.WriteByte(' ')
	}
	return b.String()
}

// corpus returns the messages of a language that may be looked at.
func corpus(t testing.TB, language string) []string {
	t.Helper()
	content, err := os.ReadFile("../../empathy/testdata/corpus/" + language + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var messages []string
	lines := bufio.NewScanner(bytes.NewReader(content))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var pair struct{ Part, Customer, Reply string }
		if err := json.Unmarshal(lines.Bytes(), &pair); err != nil {
			t.Fatal(err)
		}
		if pair.Part != "test" {
			messages = append(messages, pair.Customer, pair.Reply)
		}
	}
	return messages
}

// phrases returns our own phrases of a language, with their arguments as they
// stand in the file.
func phrases(t testing.TB, language string) []string {
	t.Helper()
	files, err := fs.Glob(data, language+"/phrases/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var list []string
	for _, file := range files {
		content, err := fs.ReadFile(data, file)
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := toml.Unmarshal(content, &tree); err != nil {
			t.Fatal(err)
		}
		list = leaves(list, tree)
	}
	return list
}

func leaves(list []string, tree map[string]any) []string {
	for _, branch := range tree {
		switch branch := branch.(type) {
		case string:
			list = append(list, branch)
		case map[string]any:
			list = leaves(list, branch)
		}
	}
	return list
}

// FuzzScan compares the two on any message.
func FuzzScan(f *testing.F) {
	for i, seed := range []string{
		"i have been waiting , for - my parcel ... why ?! so sorry", "unde e coletul???", "gdzie jest «moja» paczka", "где же мой заказ!!",
		"pou einai to dema mou re paidia", "我等了三天了，太慢了！", "\xff\x00 no, no; no: no (no) no", "w w w w w w w w w w w w w w w w",
	} {
		f.Add(uint8(i), seed)
	}
	for _, language := range languages {
		speak(f, language) // takes longer than a single input may
	}
	f.Fuzz(func(t *testing.T, language uint8, message string) {
		if len(message) > 4000 {
			return
		}
		s := speak(t, languages[int(language)%len(languages)])
		s.compare(t, message, false)
		if s.lexicon.Language == "el" {
			s.compare(t, message, true)
		}
	})
}
