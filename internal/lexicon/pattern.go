package lexicon

import (
	"fmt"
	"slices"
	"strings"

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

// An element is one place in a pattern: a set of words of which one has to
// stand there, or a gap.
type element struct {
	words []word
	key   string // of the set of words, where it has been made already
	gap   bool
}

// A sequence is a pattern with all its multi-word choices made.
type sequence struct {
	elements []element
	start    bool // only at the start of a sentence
	end      bool // only at the end of a sentence
}

// maxSequences bounds what one pattern may expand to, so that a careless one
// is an error and not a slow start.
const maxSequences = 20000

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

// classes are the classes of a file. Each is expanded once: most patterns
// use some.
type classes struct {
	entries  map[string][]entry
	expanded map[string][][]element
	fold     func(string) string
}

// parsePattern expands a pattern into its sequences.
func parsePattern(source string, classes *classes) ([]sequence, error) {
	p := &patternParser{source: strings.TrimSpace(source), classes: classes}
	var start, end bool
	if strings.HasPrefix(p.source, "^") {
		start, p.source = true, p.source[1:]
	}
	if strings.HasSuffix(p.source, "$") {
		end, p.source = true, p.source[:len(p.source)-1]
	}
	expansions, err := p.choice()
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.source) {
		return nil, fmt.Errorf("%q at column %d closes nothing", p.source[p.pos:p.pos+1], p.pos+1)
	}
	sequences := make([]sequence, 0, len(expansions))
	for _, elements := range expansions {
		elements = trimGaps(elements)
		if len(elements) == 0 {
			return nil, fmt.Errorf("the pattern matches nothing, or everything")
		}
		sequences = append(sequences, sequence{elements, start, end})
	}
	return sequences, nil
}

// trimGaps drops gaps at both ends: they would match anything.
func trimGaps(elements []element) []element {
	for len(elements) > 0 && elements[0].gap {
		elements = elements[1:]
	}
	for len(elements) > 0 && elements[len(elements)-1].gap {
		elements = elements[:len(elements)-1]
	}
	return elements
}

func (p *patternParser) choice() ([][]element, error) {
	var all [][]element
	for {
		branch, err := p.concatenation()
		if err != nil {
			return nil, err
		}
		all = append(all, branch...)
		if len(all) > maxSequences {
			return nil, fmt.Errorf("the pattern has more than %d readings; split it", maxSequences)
		}
		if p.pos >= len(p.source) || p.source[p.pos] != '|' {
			return mergeSingles(all), nil
		}
		p.pos++
	}
}

// mergeSingles makes one set of all the branches that are a single word, so
// that (a|b|c) costs one place and not three sequences.
func mergeSingles(branches [][]element) [][]element {
	if len(branches) == 1 {
		return branches
	}
	var set []word
	var rest [][]element
	for _, branch := range branches {
		if len(branch) == 1 && !branch[0].gap {
			set = append(set, branch[0].words...)
		} else {
			rest = append(rest, branch)
		}
	}
	if set != nil {
		rest = append(rest, []element{{words: set}})
	}
	return rest
}

func (p *patternParser) concatenation() ([][]element, error) {
	all := [][]element{nil}
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
		if len(all)*len(item) > maxSequences {
			return nil, fmt.Errorf("the pattern has more than %d readings; split it", maxSequences)
		}
		all = product(all, item)
	}
	return all, nil
}

func product(heads, tails [][]element) [][]element {
	if len(tails) == 1 && len(heads) == 1 {
		return [][]element{slices.Concat(heads[0], tails[0])}
	}
	all := make([][]element, 0, len(heads)*len(tails))
	for _, head := range heads {
		for _, tail := range tails {
			joined := make([]element, 0, len(head)+len(tail))
			all = append(all, append(append(joined, head...), tail...))
		}
	}
	return all
}

func (p *patternParser) item() ([][]element, error) {
	switch p.source[p.pos] {
	case '(':
		return p.group(')')
	case '[':
		inner, err := p.group(']')
		return append(inner, nil), err
	case '<':
		return p.class()
	case '_':
		p.pos++
		return [][]element{{{gap: true}}}, nil
	case '#':
		p.pos++
		return [][]element{{{words: []word{{number: true}}}}}, nil
	}
	return p.words()
}

func (p *patternParser) group(closing byte) ([][]element, error) {
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

func (p *patternParser) class() ([][]element, error) {
	end := strings.IndexByte(p.source[p.pos:], '>')
	if end < 0 {
		return nil, fmt.Errorf("'<' at column %d is not closed", p.pos+1)
	}
	name := p.source[p.pos+1 : p.pos+end]
	p.pos += end + 1
	if expanded, ok := p.classes.expanded[name]; ok {
		return expanded, nil
	}
	members, ok := p.classes.entries[name]
	if !ok {
		return nil, fmt.Errorf("there is no class <%s>; [class] has to define it", name)
	}
	if p.depth > 8 {
		return nil, fmt.Errorf("class <%s> contains itself", name)
	}
	var all [][]element
	for _, member := range members {
		inner := &patternParser{source: member.pattern, classes: p.classes, depth: p.depth + 1}
		branch, err := inner.choice()
		if err != nil {
			return nil, fmt.Errorf("class <%s>, line %d: %w", name, member.line, err)
		}
		if inner.pos < len(inner.source) {
			return nil, fmt.Errorf("class <%s>, line %d: %q closes nothing", name, member.line, inner.source[inner.pos:inner.pos+1])
		}
		all = append(all, branch...)
	}
	all = mergeSingles(all)
	for i := range all {
		for j := range all[i] {
			if e := &all[i][j]; !e.gap && e.key == "" {
				e.key = setKey(e.words)
			}
		}
	}
	p.classes.expanded[name] = all
	return all, nil
}

// words reads one word of the pattern, which is several tokens where it is
// Chinese or hyphenated.
func (p *patternParser) words() ([][]element, error) {
	begin := p.pos
	for p.pos < len(p.source) && !strings.ContainsRune(" \t()[]<>|_#", rune(p.source[p.pos])) {
		p.pos++
	}
	raw := p.source[begin:p.pos]
	if raw == "" {
		return nil, fmt.Errorf("%q at column %d is out of place", p.source[p.pos:p.pos+1], p.pos+1)
	}
	if exact, ok := strings.CutPrefix(raw, "="); ok {
		return p.exactWord(exact)
	}
	if strings.Contains(raw, "*") {
		return p.wildcard(raw)
	}
	elements := []element{}
	doc := text.Parse(raw)
	for i := range doc.Tokens {
		elements = append(elements, element{words: []word{{full: p.classes.fold(doc.Fold(i))}}})
	}
	if len(elements) == 0 {
		return nil, fmt.Errorf("%q is no word", raw)
	}
	return [][]element{elements}, nil
}

func (p *patternParser) exactWord(raw string) ([][]element, error) {
	doc := text.Parse(raw)
	if len(doc.Tokens) != 1 {
		return nil, fmt.Errorf("=%s has to be one word", raw)
	}
	return [][]element{{{words: []word{{full: p.classes.fold(doc.Fold(0)), exact: doc.Exact(0)}}}}}, nil
}

func (p *patternParser) wildcard(raw string) ([][]element, error) {
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
	elements := []element{}
	for i := 0; i+1 < len(before.Tokens); i++ {
		elements = append(elements, element{words: []word{{full: p.classes.fold(before.Fold(i))}}})
	}
	var star word
	if n := len(before.Tokens); n > 0 {
		star.prefix = p.classes.fold(before.Fold(n - 1))
	}
	if len(after.Tokens) > 0 {
		star.suffix = p.classes.fold(after.Fold(0))
	}
	elements = append(elements, element{words: []word{star}})
	for i := 1; i < len(after.Tokens); i++ {
		elements = append(elements, element{words: []word{{full: p.classes.fold(after.Fold(i))}}})
	}
	return [][]element{elements}, nil
}
