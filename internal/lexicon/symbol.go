package lexicon

import (
	"sort"
	"strings"
)

// A symbol is a number for a set of words that may stand at one place of a
// pattern. The automaton runs over symbols, not over words.
type symbol int32

// symbolTable finds, for a token, all symbols that it belongs to.
type symbolTable struct {
	bySet    map[string]symbol        // while building only
	count    int                      // of symbols
	full     map[string][]conditioned // whole folded word
	prefixes *byteTrie                // beginnings
	suffixes *byteTrie                // ends, reversed
	numbers  []symbol
}

// conditioned is a symbol that holds only under a further condition.
type conditioned struct {
	symbol symbol
	exact  string // the word with its diacritics, if not empty
	suffix string // the end of the word, if not empty
	longer int    // the word has to be longer than this, in bytes
}

func newSymbolTable() *symbolTable {
	return &symbolTable{
		bySet: map[string]symbol{}, full: map[string][]conditioned{},
		prefixes: newByteTrie(), suffixes: newByteTrie(),
	}
}

// of returns the symbol for a set of words, making it if it is new.
func (t *symbolTable) of(n *node) symbol {
	key, words := n.key, n.words
	if key == "" {
		key = setKey(words)
	}
	if s, ok := t.bySet[key]; ok {
		return s
	}
	s := symbol(t.count)
	t.count++
	t.bySet[key] = s
	for _, w := range words {
		switch {
		case w.number:
			t.numbers = append(t.numbers, s)
		case w.full != "":
			t.full[w.full] = append(t.full[w.full], conditioned{symbol: s, exact: w.exact})
		case w.prefix != "":
			c := conditioned{symbol: s, suffix: w.suffix}
			if w.suffix != "" {
				c.longer = len(w.prefix) + len(w.suffix) - 1
			}
			t.prefixes.add(w.prefix, c)
		case w.suffix != "": // a sign such as € has no skeleton: nothing stands for it
			t.suffixes.add(reversed(w.suffix), conditioned{symbol: s, longer: len(w.suffix)})
		}
	}
	return s
}

func setKey(words []word) string {
	if len(words) == 1 && words[0].full != "" && words[0].exact == "" {
		return words[0].full + "\x00\x00\x00"
	}
	keys := make([]string, len(words))
	for i, w := range words {
		keys[i] = strings.Join([]string{w.full, w.exact, w.prefix, w.suffix}, "\x00")
		if w.number {
			keys[i] = "#"
		}
	}
	sort.Strings(keys)
	return strings.Join(keys, "\x01")
}

func reversed(s string) string {
	b := []byte(s)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// lookup appends the symbols of a word; exact is how it is written.
func (t *symbolTable) lookup(fold, exact string, symbols []symbol) []symbol {
	for _, c := range t.full[fold] {
		if c.exact == "" || c.exact == exact {
			symbols = append(symbols, c.symbol)
		}
	}
	symbols = t.prefixes.walk(fold, false, symbols)
	return t.suffixes.walk(fold, true, symbols)
}

// A byteTrie finds all stored strings that a word begins with.
type byteTrie struct {
	nodes []trieNode
}

type trieNode struct {
	bytes    string
	children []int32
	symbols  []conditioned
}

func newByteTrie() *byteTrie { return &byteTrie{nodes: make([]trieNode, 1)} }

func (t *byteTrie) add(s string, c conditioned) {
	at := int32(0)
	for i := 0; i < len(s); i++ {
		next := t.nodes[at].child(s[i])
		if next == 0 {
			next = int32(len(t.nodes))
			t.nodes = append(t.nodes, trieNode{})
			t.nodes[at].bytes += s[i : i+1]
			t.nodes[at].children = append(t.nodes[at].children, next)
		}
		at = next
	}
	t.nodes[at].symbols = append(t.nodes[at].symbols, c)
}

func (n *trieNode) child(b byte) int32 {
	if i := strings.IndexByte(n.bytes, b); i >= 0 {
		return n.children[i]
	}
	return 0
}

// walk follows the word, from its end if backwards, and appends the symbols
// on the way whose conditions hold.
func (t *byteTrie) walk(word string, backwards bool, symbols []symbol) []symbol {
	at := int32(0)
	for i := range len(word) {
		b := word[i]
		if backwards {
			b = word[len(word)-1-i]
		}
		if at = t.nodes[at].child(b); at == 0 {
			return symbols
		}
		for _, c := range t.nodes[at].symbols {
			if len(word) > c.longer && strings.HasSuffix(word, c.suffix) {
				symbols = append(symbols, c.symbol)
			}
		}
	}
	return symbols
}

func sortedKeys(m map[string][]conditioned) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
