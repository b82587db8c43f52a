package lexicon

import "math"

// A table is a row of numbers by class. It has few of the thousands of
// classes and keeps only those, in their order, each at or a little behind the
// place that its class would have if all were spread evenly: it is found where
// it is looked for first, or within a step or two.
type table struct {
	bits  uint64 // of its classes
	cells []cell // and one more, which is empty
	size  int32
}

type cell struct {
	class class // emptyCell if there is none
	value int32 // never 0
}

const emptyCell class = math.MaxInt32

// A column is a class together with its share of all classes, as a fraction
// of 2³².
type column struct {
	class class
	share uint32
}

func columnOf(c class, step uint32) column { return column{c, uint32(c) * step} }

// find returns the value of a class, or 0.
func (t *table) find(c column) int32 {
	if t.size == 0 {
		return 0
	}
	at := int(uint64(c.share) * uint64(t.size) >> 32)
	for t.cells[at].class < c.class {
		at++
	}
	if e := t.cells[at]; e.class == c.class {
		return e.value
	}
	return 0
}

// A tableBuilder lays out a table, whose entries come in the order of classes.
type tableBuilder struct {
	table table
	step  uint32
	at    int // where the next entry may stand
}

// newTable begins a table of n entries; step is 2³² by the number of classes.
func newTable(n int, step uint32) tableBuilder {
	size := n + n/4
	return tableBuilder{table: table{cells: make([]cell, size+n+1), size: int32(size)}, step: step}
}

func (b *tableBuilder) add(c class, value int32) {
	place := int(uint64(columnOf(c, b.step).share) * uint64(b.table.size) >> 32)
	cells := b.table.cells
	for b.at < place {
		cells[b.at].class = emptyCell
		b.at++
	}
	cells[b.at] = cell{c, value}
	b.at++
	b.table.bits |= bitOf(c)
}

func (b *tableBuilder) end() *table {
	cells := b.table.cells
	for b.at <= int(b.table.size) || b.at > 0 && cells[b.at-1].class != emptyCell {
		cells[b.at] = cell{class: emptyCell}
		b.at++
	}
	b.table.cells = cells[:b.at:b.at]
	return &b.table
}

// tableOf lays out entries that are in the order of classes.
func tableOf(entries []cell, step uint32) *table {
	if len(entries) == 0 {
		return &table{}
	}
	build := newTable(len(entries), step)
	for _, e := range entries {
		build.add(e.class, e.value)
	}
	return build.end()
}
