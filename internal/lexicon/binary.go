package lexicon

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"
)

// Reading patterns takes a quarter of a second a language, which is too long
// for a command that checks one reply. So the embedded languages carry their
// lexicon compiled, in LANG/tone.bin. It names the tone file that it was made
// from by its hash: where that has changed since, or anything else does not
// fit, the tone file is compiled again.
//
// Numbers are varints; what is in order is written as differences. The pieces
// of an automaton stay as they are written until they are needed.

// format is the first line of a compiled lexicon. It changes with the layout.
const format = "empathykit lexicon 3\n"

// Marshal returns the compiled form of a lexicon that was made of source.
func Marshal(l *Lexicon, source []byte) []byte {
	var w writer
	w.string(l.Language)
	w.string(l.Letters)
	w.strings(l.Words)
	w.automaton(l.main)
	if l.latin != nil {
		w.automaton(l.latin())
	}
	return w.seal(format, source)
}

// unmarshal reads a compiled lexicon back. The error is errStale where it was
// made of another source, if that is there, or is damaged.
func unmarshal(data, source []byte) (*Lexicon, error) {
	r, err := unseal(format, data, source)
	if err != nil {
		return nil, err
	}
	l := &Lexicon{Language: r.string(), Letters: r.string(), Words: r.strings()}
	l.main = r.automaton()
	if r.at < len(r.data) {
		l.latin = sync.OnceValue(r.automaton)
	}
	l.indexWords()
	return l, nil
}

type writer struct{ data []byte }

func (w *writer) int(n int)       { w.data = binary.AppendUvarint(w.data, uint64(n)) }
func (w *writer) signed(n int)    { w.data = binary.AppendVarint(w.data, int64(n)) }
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
	w.vocabulary(&a.vocabulary)
	w.int(len(a.patterns))
	line := 0
	for _, p := range a.patterns {
		w.int(int(p.section))
		w.int(int(p.strength))
		w.bool(p.end)
		w.signed(int(p.line) - line)
		line = int(p.line)
	}
	to := 0
	for _, target := range a.starts {
		w.signed(int(target) - to)
		to = int(target)
	}
	w.pieces(&a.symbols)
	w.pieces(&a.rows)
	w.pieces(&a.junctions)
}

func (w *writer) pieces(p *pieces) {
	w.int(p.count())
	for i := range p.count() {
		w.int(len(p.piece(i)))
	}
	w.data = append(w.data, p.data...)
}

// The first byte of a junction says what else there is: whether a gap and a
// row, and how many patterns and arcs, up to manyThings, which is "as many as
// the next number says".
const (
	hasGap       = 1
	hasRow       = 2
	acceptsShift = 2
	arcsShift    = 5
	manyThings   = 7
)

// junction writes a junction; row is the number of its row, or -1.
func (w *writer) junction(gap int32, accepts []int32, arcs []edge, row int) []byte {
	head := min(len(accepts), manyThings)<<acceptsShift | min(len(arcs), manyThings)<<arcsShift
	if gap != 0 {
		head |= hasGap
	}
	if row >= 0 {
		head |= hasRow
	}
	w.data = append(w.data, byte(head))
	if gap != 0 {
		w.int(int(gap))
	}
	if len(accepts) >= manyThings {
		w.int(len(accepts))
	}
	for _, id := range accepts {
		w.int(int(id))
	}
	if len(arcs) >= manyThings {
		w.int(len(arcs))
	}
	w.edges(arcs)
	if row >= 0 {
		w.int(row)
	}
	return w.data
}

// edges writes edges, which are in the order of their symbols.
func (w *writer) edges(list []edge) {
	var before edge
	for _, e := range list {
		w.int(int(e.symbol - before.symbol))
		w.signed(int(e.target - before.target))
		before = e
	}
}

// row writes where a junction leads to over the classes of some symbols, and
// then over the classes that are not right so, as they have several of them.
func (w *writer) row(edges []edge, exceptions []cell) {
	w.int(len(edges))
	w.edges(edges)
	w.table(exceptions)
}

// table writes the entries of a table: the different values, and then, for
// each entry in one number, how far its class is from the one before and which
// value it has.
func (w *writer) table(entries []cell) {
	w.int(len(entries))
	if len(entries) == 0 {
		return
	}
	var values []int32
	for _, e := range entries {
		values = append(values, e.value)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	w.int(len(values))
	last := int32(0)
	for _, v := range values {
		w.int(int(v - last))
		last = v
	}
	shift := bits.Len(uint(len(values) - 1))
	before := class(0)
	for _, e := range entries {
		which, _ := slices.BinarySearch(values, e.value)
		w.int(int(e.class-before)<<shift | which)
		before = e.class
	}
}

func (w *writer) vocabulary(v *vocabulary) {
	w.int(int(v.count))
	w.int(int(v.numbers) + 1)
	words := make([]string, len(v.words.entries))
	for i, e := range v.words.entries {
		words[i] = v.words.text[e.start:e.end]
	}
	w.sorted(words)
	for _, e := range v.words.entries {
		w.int(int(e.class) + 1)
		w.int(int(e.exacts))
	}
	w.int(len(v.exacts))
	for _, e := range v.exacts {
		w.string(e.exact)
		w.int(int(e.class) + 1)
	}
	w.int(len(v.circums))
	for _, c := range v.circums {
		w.string(c.suffix)
		w.int(int(c.longer))
		w.int(int(c.class) + 1)
	}
	w.trie(&v.prefixes)
	w.trie(&v.suffixes)
}

func (w *writer) trie(t *trie) {
	w.string(t.labels)
	for i := range t.class {
		w.int(int(t.first[i+1] - t.first[i]))
		w.int(int(t.class[i]) + 1)
		w.bool(t.ends[i])
		w.int(int(t.circum[i+1] - t.circum[i]))
	}
	w.int(int(t.circum[0]))
}

// A reader reads what a writer wrote; the checksum has been compared, so that
// it fits.
type reader struct {
	data []byte
	at   int
}

func (r *reader) int() int {
	b := r.data[r.at]
	r.at++
	if b < 0x80 {
		return int(b)
	}
	return r.long(int(b & 0x7f))
}

// long reads the rest of a number of several bytes.
func (r *reader) long(n int) int {
	for shift := 7; ; shift += 7 {
		b := r.data[r.at]
		r.at++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
}

func (r *reader) signed() int {
	n := uint(r.int())
	return int(n>>1) ^ -int(n&1)
}

func (r *reader) string() string {
	n := r.int()
	r.at += n
	return string(r.data[r.at-n : r.at])
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
	a := &automaton{vocabulary: r.vocabulary()}
	a.patterns = make([]accepted, r.int())
	line := 0
	for i := range a.patterns {
		p := &a.patterns[i]
		p.section, p.strength, p.end = Section(r.int()), Strength(r.int()), r.bool()
		line += r.signed()
		p.line = int32(line)
	}
	to := 0
	a.starts = make([]int32, a.vocabulary.count)
	for c := range a.starts {
		to += r.signed()
		a.starts[c] = int32(to)
	}
	a.symbols, a.rows, a.junctions = r.pieces(), r.pieces(), r.pieces()
	a.prepare()
	return a
}

func (r *reader) pieces() pieces {
	p := pieces{ends: make([]uint32, r.int())}
	end := 0
	for i := range p.ends {
		end += r.int()
		p.ends[i] = uint32(end)
	}
	p.data = r.data[r.at : r.at+end : r.at+end]
	r.at += end
	return p
}

// edges reads as many edges.
func (r *reader) edges(n int) []edge {
	list := make([]edge, n)
	var before edge
	for i := range list {
		before.symbol += symbol(r.int())
		before.target += int32(r.signed())
		list[i] = before
	}
	return list
}

// cells reads the entries of a table.
func (r *reader) cells() []cell {
	n := r.int()
	if n == 0 {
		return nil
	}
	var few [8]int32
	values := few[:0]
	value := int32(0)
	for range r.int() {
		value += int32(r.int())
		values = append(values, value)
	}
	shift := bits.Len(uint(len(values) - 1))
	cells := make([]cell, n)
	c := class(0)
	for i := range cells {
		next := uint(r.int())
		c += class(next >> shift)
		cells[i] = cell{c, values[next&(1<<shift-1)]}
	}
	return cells
}

func (r *reader) vocabulary() vocabulary {
	v := vocabulary{count: int32(r.int()), numbers: class(r.int() - 1)}
	v.step = stepOf(v.count)
	var ends []int
	v.words.text, ends = r.sortedText()
	v.words.entries = make([]wordEntry, 0, len(ends))
	start, exacts := uint32(0), int32(0)
	for _, end := range ends {
		e := wordEntry{start: start, end: uint32(end), class: class(r.int() - 1), firstExact: exacts, exacts: int32(r.int())}
		start, exacts = e.end, exacts+e.exacts
		v.words.add(e)
	}
	v.words.index()
	v.exacts = make([]exactWord, r.int())
	for i := range v.exacts {
		v.exacts[i] = exactWord{r.string(), class(r.int() - 1)}
	}
	v.circums = make([]circumfix, r.int())
	for i := range v.circums {
		v.circums[i] = circumfix{r.string(), int32(r.int()), class(r.int() - 1)}
	}
	v.prefixes, v.suffixes = r.trie(), r.trie()
	return v
}

func (r *reader) trie() trie {
	t := trie{labels: r.string()}
	n := len(t.labels)
	t.first, t.class, t.ends, t.circum = make([]int32, n+1), make([]class, n), make([]bool, n), make([]int32, n+1)
	t.first[0] = 1 // the root is nobody's child
	for i := range n {
		t.first[i+1] = t.first[i] + int32(r.int())
		t.class[i], t.ends[i] = class(r.int()-1), r.bool()
		t.circum[i+1] = int32(r.int())
	}
	t.circum[0] = int32(r.int())
	for i := range n {
		t.circum[i+1] += t.circum[i]
	}
	return t
}
