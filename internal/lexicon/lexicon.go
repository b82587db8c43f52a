// Package lexicon reads tone files and finds their patterns in a message.
//
// The pattern language is described, for those who write it, in
// locales/README.md. A tone file has thousands of patterns with tens of
// thousands of alternatives, and how long a message takes must hardly depend
// on that. So the patterns are made ready in four steps:
//
//  1. Each pattern is parsed into a tree (pattern.go) and built into one graph
//     for all of a language (graph.go). Its edges are symbols: sets of words
//     that may stand at one place of a pattern, such as late|delayed|overdue.
//
//  2. A word may belong to hundreds of symbols. Words that have the same ones
//     are a class (classify.go), and the vocabulary (vocabulary.go) tells the
//     class of a token by one look into a hash table or, where no pattern names
//     the word, by tries of beginnings and ends.
//
//  3. The states that a run of words leads to become one junction by the
//     subset construction (determine.go), so that one step is taken where
//     there were as many as patterns. It does not grow out of hand, because
//     junctions begin at a given token: there are about as many as states. A
//     gap is no step but a link between junctions, and symbols of very many
//     words are not spread over their classes.
//
//  4. A junction has bits for the classes that it wants (automaton.go). Before
//     it is left, they are compared with those of the next words (reading.go),
//     and most beginnings of patterns end there, without a look-up. The
//     look-up itself is into a row (table.go) and costs one access.
//
// A scan (scan.go) then follows the junctions from each token as far as they
// lead: a few steps a token. What has been found is settled last (settle.go,
// modifier.go): exceptions, negation, degree.
//
// What compiling makes is written to LANG/tone.bin (binary.go).
//
// Chinese needs no dictionary to be cut into words: each character is a token
// and a pattern is a run of characters, which finds what a reader would find
// without the errors that a segmenter adds on chat text.
package lexicon

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/empathykit/empathykit/internal/text"
)

// A Lexicon is the compiled tone file of one language. It does not change
// after it is made and is safe for concurrent use.
type Lexicon struct {
	Language string   // BCP 47
	Words    []string // function words, folded
	Letters  string
	function map[string]bool
	main     *automaton
	latin    func() *automaton // Greek typed in Latin letters; nil elsewhere
}

// Load reads LANG/tone.toml, or its compiled form LANG/tone.bin where that is
// there and made of this very tone file, or where there is no tone file.
func Load(fsys fs.FS, language string) (*Lexicon, error) {
	name := language + "/tone.toml"
	source, err := readIfThere(fsys, name)
	if err != nil {
		return nil, err
	}
	compiled, err := fs.ReadFile(fsys, language+"/tone.bin")
	if err == nil {
		var l *Lexicon
		if l, err = unmarshal(compiled, source); err == nil {
			return l, nil
		}
	}
	if source == nil {
		return nil, fmt.Errorf("there is no %s, and reading its compiled form: %w", name, err)
	}
	return Compile(language, name, source)
}

// readIfThere returns the content of a tone file, or nil where there is none.
func readIfThere(fsys fs.FS, name string) ([]byte, error) {
	source, err := fs.ReadFile(fsys, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the tone file: %w", err)
	}
	return source, nil
}

// Compile makes a lexicon of a tone file's content. The error is an [*Error]
// with the file's name and line.
func Compile(language, name string, data []byte) (*Lexicon, error) {
	f, err := parseFile(name, data)
	if err != nil {
		return nil, err
	}
	l := &Lexicon{Language: language, Letters: f.letters}
	for _, w := range f.words {
		l.Words = append(l.Words, text.Fold(w))
	}
	l.indexWords()
	g, err := f.graph(func(s string) string { return s })
	if err != nil {
		return nil, err
	}
	l.main = g.automaton()
	if language == "el" {
		if g, err = f.graph(text.Skeleton); err != nil {
			return nil, err
		}
		latin := g.automaton()
		l.latin = func() *automaton { return latin }
	}
	return l, nil
}

// graph reads all patterns into a graph; fold is applied to their words.
func (f *file) graph(fold func(string) string) (*graph, error) {
	g := newGraph()
	classes := &classes{f.classes, map[string]*node{}, fold}
	for _, e := range f.entries {
		p, err := parsePattern(e.pattern, classes)
		if err == nil {
			err = g.add(p, e)
		}
		if err != nil {
			return nil, &Error{f.name, e.line, fmt.Sprintf("%s: pattern %q: %v", e.section, e.pattern, err)}
		}
	}
	return g, nil
}

// Speaks reports whether the word stands whole in some pattern or among the
// function words: it is an ordinary word of the language and no acronym.
func (l *Lexicon) Speaks(fold string) bool {
	return l.main.vocabulary.words.find(fold) != nil || l.function[fold]
}

// IsFunctionWord reports whether the folded word is one of those that tell
// the language: it carries no content.
func (l *Lexicon) IsFunctionWord(fold string) bool { return l.function[fold] }

func (l *Lexicon) indexWords() {
	l.function = make(map[string]bool, len(l.Words))
	for _, w := range l.Words {
		l.function[w] = true
	}
}
