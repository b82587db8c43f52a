package lexicon

import (
	"math"
	"slices"
)

// A table holds rows of numbers by class. Most rows have few of the thousands
// of classes, so a row keeps only those, in their order, each at or a little
// behind the place that its class would have if all were spread evenly: it is
// found where it is looked for first, or within a step or two.
type table struct {
	cells []cell
}

type cell struct {
	class class // emptyCell if there is none
	value int32 // never 0
}

const emptyCell class = math.MaxInt32

// A row is a range of cells. Behind them stands one more, which is empty.
type row struct{ base, size int32 }

// A column is a class together with its share of all classes, as a fraction
// of 2³².
type column struct {
	class class
	share uint32
}

func columnOf(c class, step uint32) column { return column{c, uint32(c) * step} }

// find returns the value in a row and column, or 0.
func (t *table) find(r row, c column) int32 {
	if r.size == 0 {
		return 0
	}
	at := r.base + int32(uint64(c.share)*uint64(r.size)>>32)
	for t.cells[at].class < c.class {
		at++
	}
	if e := t.cells[at]; e.class == c.class {
		return e.value
	}
	return 0
}

// A rowBuilder lays out one row, whose entries come in the order of classes.
type rowBuilder struct {
	table *table
	row   row
	step  uint32
	at    int // where the next entry may stand
}

// begin starts a row of n entries; step is 2³² by the number of classes.
func (t *table) begin(n int, step uint32) rowBuilder {
	base := len(t.cells)
	size := n + n/4
	t.cells = slices.Grow(t.cells, size+n+1)[:base+size+n+1]
	return rowBuilder{t, row{int32(base), int32(size)}, step, base}
}

func (b *rowBuilder) add(c class, value int32) {
	place := int(b.row.base) + int(uint64(columnOf(c, b.step).share)*uint64(b.row.size)>>32)
	cells := b.table.cells
	for b.at < place {
		cells[b.at].class = emptyCell
		b.at++
	}
	cells[b.at] = cell{c, value}
	b.at++
}

func (b *rowBuilder) end() row {
	cells := b.table.cells
	if b.row.size == 0 {
		b.table.cells = cells[:b.row.base]
		return row{}
	}
	for b.at <= int(b.row.base+b.row.size) || cells[b.at-1].class != emptyCell {
		cells[b.at] = cell{class: emptyCell}
		b.at++
	}
	b.table.cells = cells[:b.at]
	return b.row
}

// entries returns what stands in a row.
func (t *table) entries(r row) []cell {
	var entries []cell
	for at := r.base; r.size > 0; at++ {
		if at >= r.base+r.size && t.cells[at].class == emptyCell {
			break
		}
		if t.cells[at].class != emptyCell {
			entries = append(entries, t.cells[at])
		}
	}
	return entries
}
