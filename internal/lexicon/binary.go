package lexicon

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/fnv"
)

// Reading patterns takes a hundred milliseconds a language, which is too long
// for a command that checks one reply. So the embedded languages also carry
// their lexicon compiled, in LANG/tone.bin. It names the tone file that it was
// made from by its hash: where that has changed since, or anything else does
// not fit, the tone file is compiled again.

// format is the first line of a compiled lexicon. It changes with the layout.
const format = "empathykit lexicon 1\n"

var errStale = errors.New("the compiled lexicon is not of this tone file")

// Marshal returns the compiled form of a lexicon that was made of source.
func Marshal(l *Lexicon, source []byte) []byte {
	sum := sha256.Sum256(source)
	w := writer{data: append([]byte(format), sum[:]...)}
	w.string(l.Language)
	w.string(l.Letters)
	w.strings(l.Words)
	w.automaton(l.main)
	w.bool(l.latin != nil)
	if l.latin != nil {
		w.automaton(l.latin)
	}
	return binary.BigEndian.AppendUint64(w.data, checksum(w.data))
}

// unmarshal reads a compiled lexicon back. The error is errStale where it was
// made of another source or is damaged.
func unmarshal(data, source []byte) (*Lexicon, error) {
	const tail = 8
	if len(data) < len(format)+sha256.Size+tail || string(data[:len(format)]) != format {
		return nil, errStale
	}
	body := data[:len(data)-tail]
	if binary.BigEndian.Uint64(data[len(body):]) != checksum(body) {
		return nil, errStale
	}
	sum := sha256.Sum256(source)
	if !bytes.Equal(body[len(format):len(format)+sha256.Size], sum[:]) {
		return nil, errStale
	}
	r := reader{data: string(body[len(format)+sha256.Size:])}
	l := &Lexicon{Language: r.string(), Letters: r.string(), Words: r.strings()}
	l.main = r.automaton()
	if r.bool() {
		l.latin = r.automaton()
	}
	l.indexWords()
	return l, nil
}

func checksum(data []byte) uint64 {
	h := fnv.New64a()
	h.Write(data)
	return h.Sum64()
}

type writer struct{ data []byte }

func (w *writer) int(n int)       { w.data = binary.AppendUvarint(w.data, uint64(n)) }
func (w *writer) string(s string) { w.int(len(s)); w.data = append(w.data, s...) }

func (w *writer) bool(b bool) {
	n := 0
	if b {
		n = 1
	}
	w.int(n)
}

func (w *writer) strings(list []string) {
	w.int(len(list))
	for _, s := range list {
		w.string(s)
	}
}

func (w *writer) automaton(a *automaton) {
	w.symbols(a.symbols)
	edges, accepts := 0, 0
	for i := range a.states {
		edges += len(a.states[i].edges)
		accepts += len(a.states[i].accepts)
	}
	w.int(len(a.states))
	w.int(edges)
	w.int(accepts)
	for i := range a.states {
		s := &a.states[i]
		w.int(len(s.edges))
		for _, e := range s.edges {
			w.int(int(e.symbol))
			w.int(int(e.target))
		}
		w.int(int(s.gap))
		w.int(len(s.accepts))
		for _, id := range s.accepts {
			w.int(int(id))
		}
	}
	w.int(len(a.patterns))
	for _, p := range a.patterns {
		w.int(int(p.section))
		w.int(int(p.strength))
		w.bool(p.end)
		w.int(int(p.line))
	}
}

func (w *writer) symbols(t *symbolTable) {
	w.int(t.count)
	w.int(len(t.numbers))
	for _, s := range t.numbers {
		w.int(int(s))
	}
	words := sortedKeys(t.full)
	w.int(len(words))
	for _, word := range words {
		w.string(word)
		w.conditions(t.full[word])
	}
	w.trie(t.prefixes)
	w.trie(t.suffixes)
}

func (w *writer) conditions(list []conditioned) {
	w.int(len(list))
	for _, c := range list {
		w.int(int(c.symbol))
		w.string(c.exact)
		w.string(c.suffix)
		w.int(c.longer)
	}
}

func (w *writer) trie(t *byteTrie) {
	w.int(len(t.nodes))
	for i := range t.nodes {
		n := &t.nodes[i]
		w.string(string(n.bytes))
		for _, child := range n.children {
			w.int(int(child))
		}
		w.conditions(n.symbols)
	}
}

// A reader reads what a writer wrote; the checksum has been compared, so that
// it fits.
type reader struct {
	data string
	pos  int
}

func (r *reader) int() int {
	n, shift := 0, 0
	for {
		b := r.data[r.pos]
		r.pos++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}

func (r *reader) string() string {
	n := r.int()
	r.pos += n
	return r.data[r.pos-n : r.pos]
}

func (r *reader) bool() bool { return r.int() == 1 }

func (r *reader) strings() []string {
	list := make([]string, r.int())
	for i := range list {
		list[i] = r.string()
	}
	return list
}

func (r *reader) automaton() *automaton {
	a := &automaton{symbols: r.symbols()}
	a.states = make([]state, r.int())
	edges, accepts := make([]edge, r.int()), make([]int32, r.int())
	for i := range a.states {
		s := &a.states[i]
		n := r.int()
		s.edges, edges = edges[:n:n], edges[n:]
		for j := range s.edges {
			s.edges[j] = edge{symbol(r.int()), int32(r.int())}
		}
		s.gap = int32(r.int())
		n = r.int()
		s.accepts, accepts = accepts[:n:n], accepts[n:]
		for j := range s.accepts {
			s.accepts[j] = int32(r.int())
		}
	}
	a.patterns = make([]accepted, r.int())
	for i := range a.patterns {
		a.patterns[i] = accepted{Section(r.int()), Strength(r.int()), r.bool(), int32(r.int())}
	}
	return a
}

func (r *reader) symbols() *symbolTable {
	t := &symbolTable{count: r.int()}
	t.numbers = make([]symbol, r.int())
	for i := range t.numbers {
		t.numbers[i] = symbol(r.int())
	}
	n := r.int()
	t.full = make(map[string][]conditioned, n)
	for range n {
		word := r.string()
		t.full[word] = r.conditions()
	}
	t.prefixes, t.suffixes = r.trie(), r.trie()
	return t
}

func (r *reader) conditions() []conditioned {
	n := r.int()
	if n == 0 {
		return nil
	}
	list := make([]conditioned, n)
	for i := range list {
		list[i] = conditioned{symbol(r.int()), r.string(), r.string(), r.int()}
	}
	return list
}

func (r *reader) trie() *byteTrie {
	t := &byteTrie{nodes: make([]trieNode, r.int())}
	children := make([]int32, max(0, len(t.nodes)-1)) // every node but the root is one's child
	for i := range t.nodes {
		n := &t.nodes[i]
		n.bytes = r.string()
		n.children, children = children[:len(n.bytes):len(n.bytes)], children[len(n.bytes):]
		for j := range n.children {
			n.children[j] = int32(r.int())
		}
		n.symbols = r.conditions()
	}
	return t
}
