package lexicon

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/empathykit/empathykit/internal/text"
)

// An Inspection is a tone file opened for those who look for what is wrong in
// it: every pattern with its line, and what each would find.
type Inspection struct {
	Entries []Entry
	Words   []string // the function words, as written
	Letters string
	Faults  []*Error // patterns that cannot be read
	Unused  []Entry  // members of classes that no pattern names; Key is the class

	main     *automaton
	patterns []int // by number of the pattern in the automaton: its entry
	scanner  Scanner
}

// An Entry is one pattern as it stands in a tone file.
type Entry struct {
	Section  Section
	Strength Strength
	Key      string // "strong", "except"; of a modifier, nothing
	Pattern  string
	Line     int

	root *node // nil where the pattern cannot be read
}

// IsException reports whether the pattern takes matches away.
func (e *Entry) IsException() bool { return e.Strength == exceptStrength }

// IsModifier reports whether the pattern only works on others beside it.
func (e *Entry) IsModifier() bool { return e.Section >= modifierNegators }

// Inspect reads a tone file and goes on behind patterns that cannot be read.
// The error is an [*Error] where the file itself cannot be read.
func Inspect(name string, data []byte) (*Inspection, error) {
	f, err := parseFile(name, data)
	if err != nil {
		return nil, err
	}
	in := &Inspection{Words: f.words, Letters: f.letters}
	g := newGraph()
	classes := &classes{f.classes, map[string]*node{}, func(s string) string { return s }}
	for _, e := range f.entries {
		entry := Entry{Section: e.section, Strength: e.strength, Pattern: e.pattern, Line: e.line}
		if !entry.IsModifier() {
			entry.Key = keyOf(e.section, e.strength)
		}
		p, err := parsePattern(e.pattern, classes)
		if err == nil {
			err = g.add(p, e)
		}
		if err != nil {
			in.Faults = append(in.Faults, &Error{name, e.line, fmt.Sprintf("%s: pattern %q: %v", e.section, e.pattern, err)})
		} else {
			entry.root = p.root
		}
		for len(in.patterns) < len(g.patterns) {
			in.patterns = append(in.patterns, len(in.Entries))
		}
		in.Entries = append(in.Entries, entry)
	}
	in.main = g.automaton()
	for class, members := range f.classes {
		if _, used := classes.read[class]; !used && len(members) > 0 {
			in.Unused = append(in.Unused, Entry{Key: class, Pattern: members[0].pattern, Line: members[0].line})
		}
	}
	return in, nil
}

func keyOf(s Section, strength Strength) string {
	for _, key := range []string{"except", "mild", "weak", "strong", "extreme"} {
		if st, ok := s.parseStrength(key); ok && st == strength {
			return key
		}
	}
	return ""
}

// A Hit is a pattern that was found, before longer matches, exceptions and
// negations settle which of them count.
type Hit struct {
	Entry       int // its place in Entries
	First, Last int // tokens [First, Last)
}

// Found returns all that the patterns find in a text.
func (in *Inspection) Found(source string) (hits []Hit, tokens int) {
	doc := text.Parse(source)
	sc := &in.scanner
	sc.a, sc.doc = in.main, doc
	sc.clear()
	sc.read(false)
	for i := range doc.Sentences {
		sc.sentence = &doc.Sentences[i]
		sc.lookAhead()
		hits = in.inSentence(hits)
	}
	return hits, len(doc.Tokens)
}

// inSentence is scanSentence that keeps all hits.
func (in *Inspection) inSentence(hits []Hit) []Hit {
	sc := &in.scanner
	marksOnly := true
	for i := sc.sentence.First; i < sc.sentence.Last; i++ {
		sc.first = i
		r := &sc.readings[i]
		for _, c := range sc.columns[r.columns:sc.readings[i+1].columns] {
			if start := sc.a.starts[c.class]; start != 0 {
				sc.enter(start, i)
			}
		}
		if marksOnly && r.cost > 0 {
			marksOnly = false
			sc.follow(atStart, i-1, 0)
		}
		for _, h := range sc.hits {
			hits = append(hits, Hit{in.patterns[h.pattern()], i, i + h.length()})
		}
		sc.hits = sc.hits[:0]
	}
	return hits
}

// Examples returns texts that the pattern describes: every branch of it
// stands in one of them, up to most texts.
func (e *Entry) Examples(most int) []string {
	if e.root == nil {
		return nil
	}
	examples := examplesOf(e.root, most)
	for i, s := range examples {
		examples[i] = strings.Join(strings.Fields(s), " ")
	}
	return examples
}

func examplesOf(n *node, most int) []string {
	var examples []string
	switch n.kind {
	case setNode:
		for _, w := range n.words {
			examples = append(examples, w.example())
		}
	case gapNode:
		examples = []string{""}
	case optionalNode:
		examples = append([]string{""}, examplesOf(n.inner[0], most)...)
	case choiceNode:
		for _, branch := range n.inner {
			examples = append(examples, examplesOf(branch, most)...)
		}
	case sequenceNode:
		examples = sequenceExamples(n, most)
	}
	if len(examples) > most {
		examples = examples[:most]
	}
	return examples
}

// sequenceExamples strings the parts' examples together, each part going
// round its own, so that all of them are seen without all combinations.
func sequenceExamples(n *node, most int) []string {
	parts := make([][]string, len(n.inner))
	longest := 1
	for i, inner := range n.inner {
		parts[i] = examplesOf(inner, most)
		longest = max(longest, len(parts[i]))
	}
	examples := make([]string, longest)
	for i := range examples {
		var b strings.Builder
		for _, part := range parts {
			if len(part) > 0 {
				b.WriteString(part[i%len(part)])
				b.WriteByte(' ')
			}
		}
		examples[i] = b.String()
	}
	return examples
}

// example is a token that the word describes. Where a part of it is free,
// letters stand there that no other pattern asks for.
func (w word) example() string {
	switch {
	case w.number:
		return "7"
	case w.exact != "":
		return w.exact
	case w.full != "":
		return w.full
	}
	filler := "qw"
	for _, r := range w.prefix + w.suffix {
		if unicode.Is(unicode.Cyrillic, r) {
			filler = "фщ"
		} else if unicode.Is(unicode.Greek, r) {
			filler = "ψξ"
		}
	}
	return w.prefix + filler + w.suffix
}
