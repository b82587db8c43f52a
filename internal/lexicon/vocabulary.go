package lexicon

import (
	"math/bits"
	"strings"
)

// A class is a set of words that all patterns treat alike: they have the same
// symbols. The automaton runs over classes, of which a token has one if some
// pattern names it, and otherwise one for each beginning and end by which
// patterns know it.
type class = int32

// A vocabulary finds the classes of a token.
type vocabulary struct {
	words    wordTable
	exacts   []exactWord // in the order of their words
	prefixes trie
	suffixes trie // over reversed words
	circums  []circumfix
	numbers  class  // of any number; noClass if no pattern has one
	count    int32  // of classes
	step     uint32 // 2³² by count
}

const noClass class = -1

// An exactWord is the class that a word has where it is written with these
// very diacritics.
type exactWord struct {
	exact string
	class class
}

// A circumfix is a class of words by their beginning and their end: nie*bym.
type circumfix struct {
	suffix string
	longer int32 // the word has to be longer than this, in bytes
	class  class
}

func stepOf(classes int32) uint32 { return uint32(1 << 32 / uint64(max(classes, 2))) }

// append appends a class, if it is one.
func (v *vocabulary) append(list []column, c class) []column {
	if c == noClass {
		return list
	}
	return append(list, columnOf(c, v.step))
}

// byAffixes appends the classes of a word that no pattern names.
func (v *vocabulary) byAffixes(list []column, fold string) []column {
	if at := v.prefixes.longest(fold); at > 0 {
		list = v.append(list, v.prefixes.class[at])
		for _, c := range v.circums[v.prefixes.circum[at]:v.prefixes.circum[at+1]] {
			if len(fold) > int(c.longer) && strings.HasSuffix(fold, c.suffix) {
				list = v.append(list, c.class)
			}
		}
	}
	if at := v.suffixes.longestEnd(fold); at > 0 {
		list = v.append(list, v.suffixes.class[at])
	}
	return list
}

// written returns the class of a word that patterns name in more than one
// way of writing.
func (v *vocabulary) written(w *wordEntry, exact string) class {
	for _, e := range v.exacts[w.firstExact : w.firstExact+w.exacts] {
		if e.exact == exact {
			return e.class
		}
	}
	return w.class
}

// A wordTable is a hash table of the words that patterns name.
type wordTable struct {
	text    string // all words, one after another
	entries []wordEntry
	slots   []int32 // by hash: entry plus one; 0 if free
}

type wordEntry struct {
	hash               uint32
	start, end         uint32 // of the word in text
	class              class  // where no exact form fits
	firstExact, exacts int32
}

func (t *wordTable) add(e wordEntry) {
	e.hash = hashWord(t.text[e.start:e.end])
	t.entries = append(t.entries, e)
}

// index builds the slots over the entries.
func (t *wordTable) index() {
	t.slots = make([]int32, 1<<bits.Len(uint(len(t.entries)*2)))
	mask := uint32(len(t.slots) - 1)
	for i := range t.entries {
		at := t.entries[i].hash & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = int32(i + 1)
	}
}

// find returns the entry of a word, or nil.
func (t *wordTable) find(word string) *wordEntry {
	if len(t.slots) == 0 {
		return nil
	}
	h := hashWord(word)
	mask := uint32(len(t.slots) - 1)
	for at := h & mask; t.slots[at] != 0; at = (at + 1) & mask {
		if e := &t.entries[t.slots[at]-1]; e.hash == h && t.text[e.start:e.end] == word {
			return e
		}
	}
	return nil
}

// hashWord hashes eight bytes at a time; words are short.
func hashWord(s string) uint32 {
	const k = 0x9E3779B97F4A7C15
	h := uint64(len(s)) * k
	for len(s) >= 8 {
		h = mix(h ^ (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56))
		s = s[8:]
	}
	var rest uint64
	if len(s) >= 4 {
		rest = uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
		rest |= (uint64(s[len(s)-4]) | uint64(s[len(s)-3])<<8 | uint64(s[len(s)-2])<<16 | uint64(s[len(s)-1])<<24) << 32
	} else if len(s) > 0 {
		rest = uint64(s[0]) | uint64(s[len(s)/2])<<8 | uint64(s[len(s)-1])<<16
	}
	h = mix(h ^ rest)
	return uint32(h)
}

func mix(h uint64) uint64 {
	hi, lo := bits.Mul64(h, 0x9E3779B97F4A7C15)
	return hi ^ lo
}
