package lexicon

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// A classifier turns symbols into classes: it finds out which sets of symbols
// the words have that patterns know, and which words have the same.
type classifier struct {
	bySet   map[string]class
	members [][]class // by symbol: the classes that have it
	key     []byte
}

// classOf returns the class of the words that have these symbols.
func (c *classifier) classOf(symbols []symbol) class {
	if len(symbols) == 0 {
		return noClass
	}
	slices.Sort(symbols)
	symbols = slices.Compact(symbols)
	c.key = c.key[:0]
	for _, s := range symbols {
		c.key = binary.AppendUvarint(c.key, uint64(s))
	}
	if known, ok := c.bySet[string(c.key)]; ok {
		return known
	}
	made := class(len(c.bySet))
	c.bySet[string(c.key)] = made
	for _, s := range symbols {
		c.members[s] = append(c.members[s], made)
	}
	return made
}

// classify makes the vocabulary for some symbols. It also returns, by symbol,
// the classes that have it, in order.
func classify(t *symbolTable) (vocabulary, [][]class) {
	c := &classifier{bySet: map[string]class{}, members: make([][]class, t.count)}
	var v vocabulary
	c.addWords(&v, t)
	v.prefixes = c.trieOf(t.prefixes, &v.circums)
	v.suffixes = c.trieOf(t.suffixes, &v.circums)
	v.numbers = c.classOf(slices.Clone(t.numbers))
	v.count = int32(len(c.bySet))
	v.step = stepOf(v.count)
	c.shuffle(&v)
	return v, c.members
}

func (c *classifier) addWords(v *vocabulary, t *symbolTable) {
	var symbols []symbol
	words := sortedKeys(t.full)
	v.words.text = strings.Join(words, "")
	start := uint32(0)
	for _, word := range words {
		entry := wordEntry{start: start, firstExact: int32(len(v.exacts))}
		start += uint32(len(word))
		var exacts []string
		for _, of := range t.full[word] {
			if of.exact != "" && !slices.Contains(exacts, of.exact) {
				exacts = append(exacts, of.exact)
			}
		}
		for _, exact := range exacts {
			symbols = t.lookup(word, exact, symbols[:0])
			v.exacts = append(v.exacts, exactWord{exact, c.classOf(symbols)})
		}
		entry.exacts = int32(len(exacts))
		symbols = t.lookup(word, "", symbols[:0])
		entry.class = c.classOf(symbols)
		entry.end = entry.start + uint32(len(word))
		v.words.add(entry)
	}
	v.words.index()
}

// shuffle numbers the classes anew. Words that look alike often stand in the
// same rows; rows want theirs spread evenly.
func (c *classifier) shuffle(v *vocabulary) {
	order := make([]class, v.count)
	for i := range order {
		order[i] = class(i)
	}
	scattered := func(x class) uint32 { return uint32(x+1) * 0x9E3779B1 }
	slices.SortFunc(order, func(x, y class) int { return cmp.Compare(scattered(x), scattered(y)) })
	number := make([]class, v.count)
	for i, x := range order {
		number[x] = class(i)
	}
	renumber := func(x *class) {
		if *x != noClass {
			*x = number[*x]
		}
	}
	for i := range v.words.entries {
		renumber(&v.words.entries[i].class)
	}
	for i := range v.exacts {
		renumber(&v.exacts[i].class)
	}
	for i := range v.circums {
		renumber(&v.circums[i].class)
	}
	for _, t := range []*trie{&v.prefixes, &v.suffixes} {
		for i := range t.class {
			renumber(&t.class[i])
		}
	}
	renumber(&v.numbers)
	for _, members := range c.members {
		for i := range members {
			renumber(&members[i])
		}
		slices.Sort(members)
	}
}

// trieOf flattens a trie of symbols into one of classes.
func (c *classifier) trieOf(t *byteTrie, circums *[]circumfix) trie {
	type visit struct {
		node    int32
		symbols []symbol
		circums []circumfix
	}
	flat := trie{first: make([]int32, 0, len(t.nodes)+1)}
	labels := []byte{0}
	queue := []visit{{}}
	for i := 0; i < len(queue); i++ {
		at := queue[i]
		n := &t.nodes[at.node]
		at.symbols, at.circums = slices.Clip(at.symbols), slices.Clip(at.circums)
		for _, cond := range n.symbols {
			if cond.suffix == "" {
				at.symbols = append(at.symbols, cond.symbol)
			} else {
				at.circums = append(at.circums, circumfix{cond.suffix, int32(cond.longer), c.classOf([]symbol{cond.symbol})})
			}
		}
		flat.ends = append(flat.ends, len(n.symbols) > 0)
		flat.class = append(flat.class, c.classOf(slices.Clone(at.symbols)))
		flat.circum = append(flat.circum, int32(len(*circums)))
		*circums = append(*circums, at.circums...)
		flat.first = append(flat.first, int32(len(queue)))
		for j, child := range n.children {
			labels = append(labels, n.bytes[j])
			queue = append(queue, visit{child, at.symbols, at.circums})
		}
		queue[i] = visit{}
	}
	flat.first = append(flat.first, int32(len(queue)))
	flat.circum = append(flat.circum, int32(len(*circums)))
	flat.labels = string(labels)
	return flat
}
