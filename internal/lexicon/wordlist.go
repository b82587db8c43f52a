package lexicon

import (
	"fmt"

	"github.com/empathykit/empathykit/internal/text"
)

// A Wordlist finds patterns that stand in no tone file: a brand's words, the
// ways of saying yes. It does not change after it is made and is safe for
// concurrent use.
type Wordlist struct{ lexicon *Lexicon }

// A PatternError says which pattern of a list cannot be read.
type PatternError struct {
	Index   int // into the list
	Pattern string
	Err     error
}

func (e *PatternError) Error() string { return fmt.Sprintf("pattern %q: %v", e.Pattern, e.Err) }

func (e *PatternError) Unwrap() error { return e.Err }

// NewWordlist compiles patterns in the language of locales/README.md, without
// classes. The error is a [*PatternError].
func NewWordlist(language string, patterns []string) (*Wordlist, error) {
	l := &Lexicon{Language: language}
	var err error
	if l.main, err = compileList(patterns, func(s string) string { return s }); err != nil {
		return nil, err
	}
	if language == "el" {
		latin, err := compileList(patterns, text.Skeleton)
		if err != nil {
			return nil, err
		}
		l.latin = func() *automaton { return latin }
	}
	return &Wordlist{l}, nil
}

// listed is the section that listed patterns are found under: one that no
// negator works on.
const listed = ActAsk

func compileList(patterns []string, fold func(string) string) (*automaton, error) {
	a := newGraph()
	none := &classes{nil, map[string]*node{}, fold}
	for i, source := range patterns {
		p, err := parsePattern(source, none)
		if err == nil {
			err = a.add(p, entry{section: listed, strength: Strong, line: i + 1})
		}
		if err != nil {
			return nil, &PatternError{i, source, err}
		}
	}
	return a.automaton(), nil
}

// A Found is where a pattern of a [Wordlist] was found.
type Found struct {
	Index       int // of the pattern, into the list
	First, Last int // tokens [First, Last)
}

// Find finds the patterns in a document, in the order of the text. latin asks
// for the reading of Greek typed in Latin letters.
func (w *Wordlist) Find(doc *text.Document, latin bool) []Found {
	var scanner Scanner
	var found []Found
	for _, m := range scanner.Scan(w.lexicon, doc, latin) {
		found = append(found, Found{m.Line - 1, m.First, m.Last})
	}
	return found
}
