package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// A model file is, all numbers little-endian: the magic, the groups (count;
// each a name, one-of, its outputs), the number of dense weights and these,
// biases, scales, the number of entries and, unless it is zero, how many of
// them each bucket has (a byte each), the entries. A string is its length in one byte and its bytes.
const magic = "empathy model 1\n"

// MarshalBinary implements [encoding.BinaryMarshaler].
func (m *Model) MarshalBinary() ([]byte, error) {
	b := []byte(magic)
	b = append(b, byte(len(m.groups)))
	for _, g := range m.groups {
		b = appendString(b, g.Name)
		if g.OneOf {
			b = append(b, 1)
		} else {
			b = append(b, 0)
		}
		b = append(b, byte(len(g.Outputs)))
		for _, o := range g.Outputs {
			b = appendString(b, o)
		}
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.dense)))
	var err error
	for _, part := range [][]float32{m.dense, m.bias, m.scale} {
		if b, err = binary.Append(b, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	entries := 0
	for _, bucket := range m.buckets {
		entries += int(bucket.count)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(entries))
	if entries == 0 {
		return b, nil
	}
	for _, bucket := range m.buckets {
		b = append(b, bucket.count) // at most one an output
	}
	for i := range m.buckets {
		for _, e := range m.entriesOf(uint32(i)) {
			b = append(b, e.output, byte(e.weight))
		}
	}
	return b, nil
}

func appendString(b []byte, s string) []byte { return append(append(b, byte(len(s))), s...) }

var errShort = errors.New("the file ends too early")

// Unmarshal reads a model file.
func Unmarshal(data []byte) (*Model, error) {
	r := &reader{data: data}
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, errors.New("this is no model file of this version")
	}
	r.take(len(magic))
	m := &Model{}
	for range r.byte() {
		g := Group{Name: r.string()}
		switch r.byte() {
		case 0:
		case 1:
			g.OneOf = true
		default:
			return nil, fmt.Errorf("group %q is neither one-of nor not", g.Name)
		}
		for range r.byte() {
			g.Outputs = append(g.Outputs, r.string())
		}
		if g.OneOf && len(g.Outputs) == 0 {
			return nil, fmt.Errorf("group %q has no outputs", g.Name)
		}
		m.groups = append(m.groups, g)
		m.outputs += len(g.Outputs)
	}
	if m.outputs > 255 {
		return nil, fmt.Errorf("%d outputs are too many", m.outputs)
	}
	m.dense = r.floats(r.number())
	m.bias, m.scale = r.floats(m.outputs), r.floats(m.outputs)
	entries := r.number()
	if entries == 0 && !r.short && len(r.data) == 0 {
		return m, nil
	}
	counts := r.take(buckets)
	if r.short {
		return nil, errShort
	}
	if !fits(counts, len(r.data), entries) {
		return nil, errShort
	}
	m.buckets, m.more = make([]bucket, 0, buckets), make([]entry, 0, entries)
	var held [256]entry
	pairs := r.data
	for _, count := range counts {
		for i := range held[:count] {
			held[i] = entry{pairs[2*i], int8(pairs[2*i+1])}
			if int(held[i].output) >= m.outputs {
				return nil, fmt.Errorf("an entry is for output %d of %d", held[i].output, m.outputs)
			}
		}
		pairs = pairs[2*int(count):]
		m.addBucket(held[:count])
	}
	return m, nil
}

// fits reports whether the entries of all buckets take up just the bytes that
// are left.
func fits(counts []byte, bytes, entries int) bool {
	sum := 0
	for _, count := range counts {
		sum += int(count)
	}
	return sum == entries && 2*sum == bytes
}

// A reader takes pieces off the front of a file.
type reader struct {
	data  []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.short, r.data = true, nil
		return nil
	}
	piece := r.data[:n]
	r.data = r.data[n:]
	return piece
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) number() int {
	if b := r.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

func (r *reader) string() string { return string(r.take(int(r.byte()))) }

func (r *reader) floats(n int) []float32 {
	b := r.take(4 * n)
	if b == nil {
		return nil
	}
	f := make([]float32, n)
	if _, err := binary.Decode(b, binary.LittleEndian, f); err != nil {
		r.short = true
	}
	return f
}
