package tone

import (
	"slices"
)

// Prints are the fingerprints of content words, sorted, each once. With 16
// bits many words share one: enough to tell that the same was said again, and
// too little to read an order number or a name out of it.
type Prints []uint16

// printOf is the fingerprint of a stem.
func printOf(stem string) uint16 {
	sum := uint32(2166136261) // FNV-1a
	for i := range len(stem) {
		sum = (sum ^ uint32(stem[i])) * 16777619
	}
	return uint16(sum>>16) ^ uint16(sum)
}

// Has reports whether a fingerprint is among them.
func (p Prints) Has(x uint16) bool {
	_, ok := slices.BinarySearch(p, x)
	return ok
}

// Prints returns the fingerprints of the content words among tokens
// [first, last).
func (m *Message) Prints(first, last int) Prints { return m.appendPrints(nil, first, last) }

func (m *Message) appendPrints(p Prints, first, last int) Prints {
	for i := first; i < last; i++ {
		if stem := stemAt(m, i); stem != "" {
			p = append(p, printOf(stem))
		}
	}
	slices.Sort(p)
	return slices.Compact(p)
}
