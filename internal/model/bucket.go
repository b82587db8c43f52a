package model

import "encoding/binary"

// A bucket holds the weights of the features that fall into it. Most have no
// more than fit beside the count, so that one look finds them; of others, the
// entries say where they are.
type bucket struct {
	count   uint8
	entries [3]entry
}

// more returns where the entries of a bucket begin that are too many for it.
func (b *bucket) more() uint32 {
	return binary.LittleEndian.Uint32([]byte{b.entries[0].output, byte(b.entries[0].weight), b.entries[1].output, byte(b.entries[1].weight)})
}

// addBucket adds the next bucket.
func (m *Model) addBucket(entries []entry) {
	b := bucket{count: uint8(len(entries))}
	if len(entries) <= len(b.entries) {
		copy(b.entries[:], entries)
	} else {
		var at [4]byte
		binary.LittleEndian.PutUint32(at[:], uint32(len(m.more)))
		b.entries[0], b.entries[1] = entry{at[0], int8(at[1])}, entry{at[2], int8(at[3])}
		m.more = append(m.more, entries...)
	}
	m.buckets = append(m.buckets, b)
}

// entriesOf returns the entries of a bucket.
func (m *Model) entriesOf(n uint32) []entry {
	if len(m.buckets) == 0 {
		return nil
	}
	b := &m.buckets[n]
	if int(b.count) <= len(b.entries) {
		return b.entries[:b.count]
	}
	return m.more[b.more():][:b.count]
}
