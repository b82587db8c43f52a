// Package lexicon reads tone files and finds their patterns in a message.
//
// All patterns of a language are compiled into one automaton over words, so a
// message is read once, in time linear in its length, however many patterns
// there are. The pattern language is described, for those who write it, in
// locales/README.md.
//
// Chinese needs no dictionary to be cut into words: each character is a token
// and a pattern is a run of characters, which finds what a reader would find
// without the errors that a segmenter adds on chat text.
package lexicon

import (
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
	latin    *automaton // Greek typed in Latin letters; nil elsewhere
}

// Load reads LANG/tone.toml, or its compiled form LANG/tone.bin where that is
// there and made of this very tone file.
func Load(fsys fs.FS, language string) (*Lexicon, error) {
	name := language + "/tone.toml"
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("reading the tone file: %w", err)
	}
	if compiled, err := fs.ReadFile(fsys, language+"/tone.bin"); err == nil {
		if l, err := unmarshal(compiled, data); err == nil {
			return l, nil
		}
	}
	return Compile(language, name, data)
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
	if l.main, err = f.compile(func(s string) string { return s }); err != nil {
		return nil, err
	}
	if language == "el" {
		if l.latin, err = f.compile(text.Skeleton); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (f *file) compile(fold func(string) string) (*automaton, error) {
	a := newAutomaton()
	classes := &classes{f.classes, map[string]*node{}, fold}
	for _, e := range f.entries {
		p, err := parsePattern(e.pattern, classes)
		if err == nil {
			err = a.add(p, e)
		}
		if err != nil {
			return nil, &Error{f.name, e.line, fmt.Sprintf("%s: pattern %q: %v", e.section, e.pattern, err)}
		}
	}
	a.seal()
	return a, nil
}

// Knows reports whether some pattern has this folded word in it, by itself or
// by its beginning. latin asks for Greek typed in Latin letters.
func (l *Lexicon) Knows(fold string, latin bool) bool {
	if latin && l.latin != nil {
		return l.latin.symbols.knows(text.Skeleton(fold))
	}
	return l.main.symbols.knows(fold)
}

// Speaks reports whether the word stands whole in some pattern or among the
// function words: it is an ordinary word of the language and no acronym.
func (l *Lexicon) Speaks(fold string) bool {
	if _, ok := l.main.symbols.full[fold]; ok {
		return true
	}
	return l.function[fold]
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
