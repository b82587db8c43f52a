package lexicon

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/empathykit/empathykit/internal/text"
)

// A word is what one token has to be. The zero value of a field asks nothing.
type word struct {
	full   string // the whole folded word
	exact  string // the whole word with its diacritics
	prefix string
	suffix string
	number bool
}

// A node is a piece of a pattern, read but not yet built into an automaton.
type node struct {
	kind  nodeKind
	words []word  // of a set: one of them has to stand there
	key   string  // of a set, where it has been made already
	inner []*node // of a sequence, in order; of a choice, any one
}

type nodeKind uint8

const (
	setNode      nodeKind = iota // one token
	gapNode                      // none to some tokens
	sequenceNode                 // all of inner
	choiceNode                   // one of inner
	optionalNode                 // inner[0] or nothing
)

// A pattern is a pattern that has been read.
type pattern struct {
	root  *node
	start bool // only at the start of a sentence
	end   bool // only at the end of a sentence
}

// A patternParser reads one pattern by recursive descent:
//
//	pattern  = ["^"] choice ["$"]
//	choice   = { item } { "|" { item } }
//	item     = "(" choice ")" | "[" choice "]" | "<" class ">" | "_" | "#" | word
type patternParser struct {
	source  string
	pos     int
	classes *classes
	depth   int
}

// classes are the classes of a file. Each is read once: most patterns use
// some.
type classes struct {
	entries map[string][]entry
	read    map[string]*node
	fold    func(string) string
}

// parsePattern reads a pattern.
func parsePattern(source string, classes *classes) (pattern, error) {
	p := &patternParser{source: strings.TrimSpace(source), classes: classes}
	var start, end bool
	if strings.HasPrefix(p.source, "^") {
		start, p.source = true, p.source[1:]
	}
	if strings.HasSuffix(p.source, "$") {
		end, p.source = true, p.source[:len(p.source)-1]
	}
	root, err := p.choice()
	if err != nil {
		return pattern{}, err
	}
	if p.pos < len(p.source) {
		return pattern{}, fmt.Errorf("%q at column %d closes nothing", p.source[p.pos:p.pos+1], p.pos+1)
	}
	return pattern{root, start, end}, nil
}

// choice reads branches. All those of a single word become one set, so that
// (a|b|c) is one place in the automaton and not three.
func (p *patternParser) choice() (*node, error) {
	var branches []*node
	var set *node
	for {
		branch, err := p.concatenation()
		if err != nil {
			return nil, err
		}
		if branch.kind == setNode {
			if set == nil {
				set = &node{kind: setNode, key: branch.key}
				branches = append(branches, set)
			} else {
				set.key = "" // it is a class's own no longer
			}
			set.words = append(set.words, branch.words...)
		} else {
			branches = append(branches, branch)
		}
		if p.pos >= len(p.source) || p.source[p.pos] != '|' {
			break
		}
		p.pos++
	}
	if len(branches) == 1 {
		return branches[0], nil
	}
	return &node{kind: choiceNode, inner: branches}, nil
}

func (p *patternParser) concatenation() (*node, error) {
	sequence := &node{kind: sequenceNode}
	for p.pos < len(p.source) {
		c := p.source[p.pos]
		if c == '|' || c == ')' || c == ']' {
			break
		}
		if c == ' ' || c == '\t' {
			p.pos++
			continue
		}
		item, err := p.item()
		if err != nil {
			return nil, err
		}
		if item.kind == sequenceNode {
			sequence.inner = append(sequence.inner, item.inner...)
		} else {
			sequence.inner = append(sequence.inner, item)
		}
	}
	if len(sequence.inner) == 1 {
		return sequence.inner[0], nil
	}
	return sequence, nil
}

func (p *patternParser) item() (*node, error) {
	switch p.source[p.pos] {
	case '(':
		return p.group(')')
	case '[':
		inner, err := p.group(']')
		return &node{kind: optionalNode, inner: []*node{inner}}, err
	case '<':
		return p.class()
	case '_':
		p.pos++
		return &node{kind: gapNode}, nil
	case '#':
		p.pos++
		return &node{words: []word{{number: true}}}, nil
	}
	return p.words()
}

func (p *patternParser) group(closing byte) (*node, error) {
	open := p.pos
	p.pos++
	inner, err := p.choice()
	if err != nil {
		return nil, err
	}
	if p.pos >= len(p.source) || p.source[p.pos] != closing {
		return nil, fmt.Errorf("%q at column %d is not closed", p.source[open:open+1], open+1)
	}
	p.pos++
	return inner, nil
}

func (p *patternParser) class() (*node, error) {
	end := strings.IndexByte(p.source[p.pos:], '>')
	if end < 0 {
		return nil, fmt.Errorf("'<' at column %d is not closed", p.pos+1)
	}
	name := p.source[p.pos+1 : p.pos+end]
	p.pos += end + 1
	if class, ok := p.classes.read[name]; ok {
		return class, nil
	}
	members, ok := p.classes.entries[name]
	if !ok {
		return nil, fmt.Errorf("there is no class <%s>; [class] has to define it", name)
	}
	if p.depth > 8 {
		return nil, fmt.Errorf("class <%s> contains itself", name)
	}
	class := &node{kind: choiceNode}
	set := &node{kind: setNode}
	for _, member := range members {
		inner := &patternParser{source: member.pattern, classes: p.classes, depth: p.depth + 1}
		branch, err := inner.choice()
		if err != nil {
			return nil, fmt.Errorf("class <%s>, line %d: %w", name, member.line, err)
		}
		if inner.pos < len(inner.source) {
			return nil, fmt.Errorf("class <%s>, line %d: %q closes nothing", name, member.line, inner.source[inner.pos:inner.pos+1])
		}
		if branch.kind == setNode {
			set.words = append(set.words, branch.words...)
		} else {
			class.inner = append(class.inner, branch)
		}
	}
	if len(set.words) > 0 {
		set.key = setKey(set.words)
		class.inner = append(class.inner, set)
	}
	if len(class.inner) == 1 {
		class = class.inner[0]
	}
	p.classes.read[name] = class
	return class, nil
}

// words reads one word of the pattern, which is several tokens where it is
// Chinese or hyphenated.
func (p *patternParser) words() (*node, error) {
	begin := p.pos
	for p.pos < len(p.source) && !strings.ContainsRune(" \t()[]<>|_#", rune(p.source[p.pos])) {
		p.pos++
	}
	raw := p.source[begin:p.pos]
	if raw == "" {
		return nil, fmt.Errorf("%q at column %d is out of place", p.source[p.pos:p.pos+1], p.pos+1)
	}
	if isStretched(raw) {
		return nil, fmt.Errorf("%q: letters that stand three times in a row are read as one, so this would find the plain word", raw)
	}
	if exact, ok := strings.CutPrefix(raw, "="); ok {
		return p.exactWord(exact)
	}
	if strings.Contains(raw, "*") {
		return p.wildcard(raw)
	}
	doc := text.Parse(raw)
	if len(doc.Tokens) == 0 {
		return nil, fmt.Errorf("%q is no word", raw)
	}
	return sequenceOf(p.plainWords(doc, 0, len(doc.Tokens))), nil
}

func (p *patternParser) exactWord(raw string) (*node, error) {
	doc := text.Parse(raw)
	if len(doc.Tokens) != 1 {
		return nil, fmt.Errorf("=%s has to be one word", raw)
	}
	return &node{words: []word{{full: p.classes.fold(doc.Fold(0)), exact: doc.Exact(0)}}}, nil
}

func (p *patternParser) wildcard(raw string) (*node, error) {
	if strings.Count(raw, "*") > 1 {
		return nil, fmt.Errorf("%q has more than one *", raw)
	}
	head, tail, _ := strings.Cut(raw, "*")
	if head == "" && tail == "" {
		return nil, fmt.Errorf("a lone * would match every word; write _ for a gap")
	}
	// A hyphen or a Chinese character splits a word; only the last token
	// before the star, or the first after it, carries the wildcard.
	before, after := text.Parse(head), text.Parse(tail)
	var star word
	nodes := p.plainWords(before, 0, len(before.Tokens)-1)
	if n := len(before.Tokens); n > 0 {
		star.prefix = p.classes.fold(before.Fold(n - 1))
	}
	if len(after.Tokens) > 0 {
		star.suffix = p.classes.fold(after.Fold(0))
	}
	nodes = append(nodes, &node{words: []word{star}})
	return sequenceOf(append(nodes, p.plainWords(after, 1, len(after.Tokens))...)), nil
}

// plainWords returns tokens [first, last) of a piece of a pattern as words.
func (p *patternParser) plainWords(doc *text.Document, first, last int) []*node {
	var nodes []*node
	for i := first; i < last; i++ {
		nodes = append(nodes, &node{words: []word{{full: p.classes.fold(doc.Fold(i))}}})
	}
	return nodes
}

func sequenceOf(nodes []*node) *node {
	if len(nodes) == 1 {
		return nodes[0]
	}
	return &node{kind: sequenceNode, inner: nodes}
}

// isStretched reports whether a letter stands three times in a row.
func isStretched(word string) bool {
	var previous rune
	run := 0
	for _, r := range strings.ToLower(word) {
		if r != previous || !unicode.IsLetter(r) {
			previous, run = r, 0
		}
		if run++; run >= 3 && r != 'w' && !unicode.Is(unicode.Han, r) { // www
			return true
		}
	}
	return false
}
