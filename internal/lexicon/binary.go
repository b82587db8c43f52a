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
// Numbers are varints; what is in order is written as differences.

// format is the first line of a compiled lexicon. It changes with the layout.
const format = "empathykit lexicon 2\n"

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
	w.int(len(a.wide))
	for _, s := range a.wide {
		w.int(int(s))
	}
	w.int(len(a.table.cells))
	w.int(len(a.symbols))
	for _, r := range a.symbols {
		w.row(&a.table, r)
	}
	to := 0
	for _, target := range a.starts {
		w.signed(int(target) - to)
		to = int(target)
	}
	w.int(len(a.junctions))
	w.int(len(a.arcs))
	w.int(len(a.accepts))
	for i := range a.junctions[:len(a.junctions)-1] {
		w.junction(a, &a.junctions[i], &a.junctions[i+1])
	}
}

func (w *writer) junction(a *automaton, j, next *junction) {
	w.int(int(j.gap))
	w.int(int(next.accepts - j.accepts))
	for _, id := range a.accepts[j.accepts:next.accepts] {
		w.int(int(id))
	}
	w.int(int(next.arcs - j.arcs))
	for _, e := range a.arcs[j.arcs:next.arcs] {
		w.int(int(e.symbol))
		w.int(int(e.target))
	}
	w.row(&a.table, j.row)
}

// row writes a row: its different values, and then, for each entry in one
// number, how far its class is from the one before and which value it has.
func (w *writer) row(t *table, r row) {
	entries := t.entries(r)
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
	w.string(v.words.text)
	w.int(len(v.words.entries))
	for _, e := range v.words.entries {
		w.int(int(e.end - e.start))
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
	data   []byte
	at     int
	values []int32 // of the row being read
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
	a.wide = make([]symbol, r.int())
	for i := range a.wide {
		a.wide[i] = symbol(r.int())
	}
	a.table.cells = make([]cell, 0, r.int()+3*int(a.vocabulary.count)) // rows want room to be built in
	ofSymbol := r.symbols(a)
	to := 0
	a.starts = make([]int32, a.vocabulary.count)
	for c := range a.starts {
		to += r.signed()
		a.starts[c] = int32(to)
	}
	a.junctions = make([]junction, r.int())
	a.arcs, a.accepts = make([]arc, 0, r.int()), make([]int32, 0, r.int())
	ofRow := make([]uint64, len(a.junctions))
	for i := range len(a.junctions) - 1 {
		ofRow[i] = r.junction(a, &a.junctions[i])
	}
	a.junctions[len(a.junctions)-1] = junction{arcs: int32(len(a.arcs)), accepts: int32(len(a.accepts))}
	a.link(ofSymbol, ofRow)
	return a
}

func (r *reader) symbols(a *automaton) []uint64 {
	a.symbols = make([]row, r.int())
	ofSymbol := make([]uint64, len(a.symbols))
	for s := range a.symbols {
		a.symbols[s], ofSymbol[s] = r.row(a)
	}
	a.wideBits = make([]uint64, a.vocabulary.count)
	for i, s := range a.wide {
		for _, e := range a.table.entries(a.symbols[s]) {
			a.wideBits[e.class] |= 1 << i
		}
	}
	return ofSymbol
}

func (r *reader) junction(a *automaton, j *junction) uint64 {
	j.gap, j.accepts, j.arcs = int32(r.int()), int32(len(a.accepts)), int32(len(a.arcs))
	for range r.int() {
		a.accepts = append(a.accepts, int32(r.int()))
	}
	for range r.int() {
		a.arcs = append(a.arcs, arc{symbol: symbol(r.int()), target: int32(r.int())})
	}
	var wanted uint64
	j.row, wanted = r.row(a)
	return wanted
}

// row reads a row and returns the bits of its classes with it.
func (r *reader) row(a *automaton) (row, uint64) {
	n := r.int()
	if n == 0 {
		return row{}, 0
	}
	r.values = r.values[:0]
	value := int32(0)
	for range r.int() {
		value += int32(r.int())
		r.values = append(r.values, value)
	}
	shift := bits.Len(uint(len(r.values) - 1))
	build := a.table.begin(n, a.vocabulary.step)
	var wanted uint64
	c := class(0)
	values, data, at := r.values, r.data, r.at // most of loading is this loop
	for range n {
		next := uint(data[at])
		at++
		if next >= 0x80 {
			next = next&0x7f | uint(data[at]&0x7f)<<7
			at++
			for s := 14; data[at-1] >= 0x80; s += 7 {
				next |= uint(data[at]&0x7f) << s
				at++
			}
		}
		c += class(next >> shift)
		wanted |= bitOf(c)
		build.add(c, values[next&(1<<shift-1)])
	}
	r.at = at
	return build.end(), wanted
}

func (r *reader) vocabulary() vocabulary {
	v := vocabulary{count: int32(r.int()), numbers: class(r.int() - 1)}
	v.step = stepOf(v.count)
	v.words.text = r.string()
	v.words.entries = make([]wordEntry, 0, r.int())
	start, exacts := uint32(0), int32(0)
	for range cap(v.words.entries) {
		e := wordEntry{start: start, end: start + uint32(r.int()), class: class(r.int() - 1), firstExact: exacts, exacts: int32(r.int())}
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
