package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/internal/text"
)

// An Idiom is what tells a language from others: much less than its lexicon,
// so that the lexicons of languages that are not spoken need not be loaded.
// That of Greek is as it is typed in Latin letters, where its script does not
// tell it, and all its words are skeletons.
type Idiom struct {
	Language   string
	Letters    string   // that no other language has
	Words      []string // function words, folded
	known      []string // words of patterns, in order
	beginnings []string // of words of patterns, in order; none of them begins with another
}

// shortestBeginning is how many bytes a beginning in a pattern has to have
// for its words to count as known.
const shortestBeginning = 4

// Idiom returns what tells the language.
func (l *Lexicon) Idiom() *Idiom {
	fold := func(word string) string { return word }
	if l.latin != nil {
		fold = text.Skeleton
	}
	i := &Idiom{Language: l.Language, Letters: l.Letters}
	for _, word := range l.Words {
		i.Words = append(i.Words, fold(word))
	}
	v := &l.main.vocabulary
	for _, e := range v.words.entries {
		i.known = append(i.known, fold(v.words.text[e.start:e.end]))
	}
	slices.Sort(i.known)
	i.known = slices.Compact(i.known)
	var beginnings []string
	for _, beginning := range v.prefixes.stored() {
		if beginning = fold(beginning); len(beginning) >= shortestBeginning {
			beginnings = append(beginnings, beginning)
		}
	}
	slices.Sort(beginnings)
	for _, beginning := range beginnings {
		if n := len(i.beginnings); n == 0 || !strings.HasPrefix(beginning, i.beginnings[n-1]) {
			i.beginnings = append(i.beginnings, beginning)
		}
	}
	return i
}

// idiomFormat is the first line of LANG/words.bin, the compiled form of an
// idiom. What follows is as in a compiled lexicon.
const idiomFormat = "empathykit idiom 1\n"

// MarshalIdiom returns the compiled form of the idiom of a lexicon that was
// made of source.
func MarshalIdiom(l *Lexicon, source []byte) []byte {
	i := l.Idiom()
	var w writer
	w.string(i.Language)
	w.string(i.Letters)
	w.strings(i.Words)
	w.sorted(i.known)
	w.sorted(i.beginnings)
	return w.seal(idiomFormat, source)
}

// LoadIdiom reads LANG/words.bin. The error is one of stale data where it was
// made of another tone file, if that is there: then the idiom has to be taken
// from the lexicon.
func LoadIdiom(fsys fs.FS, language string) (*Idiom, error) {
	compiled, err := fs.ReadFile(fsys, language+"/words.bin")
	if err != nil {
		return nil, fmt.Errorf("reading the words of a language: %w", err)
	}
	source, err := readIfThere(fsys, language+"/tone.toml")
	if err != nil {
		return nil, err
	}
	r, err := unseal(idiomFormat, compiled, source)
	if err != nil {
		return nil, fmt.Errorf("%s/words.bin: %w", language, err)
	}
	return &Idiom{r.string(), r.string(), r.strings(), r.sorted(), r.sorted()}, nil
}

// sorted writes strings in order, each as how many bytes it shares with the
// one before and the rest.
func (w *writer) sorted(list []string) {
	w.int(len(list))
	before := ""
	for _, s := range list {
		n := 0
		for n < len(s) && n < len(before) && s[n] == before[n] {
			n++
		}
		w.int(n)
		w.string(s[n:])
		before = s
	}
}

func (r *reader) sorted() []string {
	text, ends := r.sortedText()
	list := make([]string, len(ends))
	start := 0
	for i, end := range ends {
		list[i] = text[start:end]
		start = end
	}
	return list
}

// sortedText reads strings in order, one after another, and where they end.
func (r *reader) sortedText() (text string, ends []int) {
	ends = make([]int, r.int())
	var all []byte
	start := 0
	for i := range ends {
		shared := r.int()
		n := r.int()
		next := len(all)
		all = append(all, all[start:start+shared]...)
		all = append(all, r.data[r.at:r.at+n]...)
		r.at += n
		start, ends[i] = next, len(all)
	}
	return string(all), ends
}
