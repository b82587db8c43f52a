package lexicon

// A trie finds the longest stored beginning of a word. Its nodes are numbered
// breadth first, so that the children of a node stand side by side and a node
// is found by where its byte stands among them.
type trie struct {
	labels string  // the byte that leads to each node; of the root, any
	first  []int32 // the first child of each node, and the end of all
	class  []class // of a word that goes no further
	ends   []bool  // whether something that is stored ends at the node
	circum []int32 // of each node, its first circumfix, and the end of all
}

// longest returns the deepest node that the word leads to; 0 is the root.
func (t *trie) longest(word string) int32 {
	at := int32(0)
	for i := range len(word) {
		next := t.child(at, word[i])
		if next == 0 {
			return at
		}
		at = next
	}
	return at
}

// longestEnd is longest from the end of the word, of which at least one byte
// has to be left before the end that is found.
func (t *trie) longestEnd(word string) int32 {
	at := int32(0)
	for i := len(word) - 1; i > 0; i-- {
		next := t.child(at, word[i])
		if next == 0 {
			return at
		}
		at = next
	}
	return at
}

func (t *trie) child(at int32, b byte) int32 {
	if len(t.first) == 0 {
		return 0
	}
	for i := t.first[at]; i < t.first[at+1]; i++ {
		if t.labels[i] == b {
			return i
		}
	}
	return 0
}

// stored returns all that is stored.
func (t *trie) stored() []string {
	var all []string
	paths := make([]string, len(t.class)) // parents stand before their children
	for at := range t.class {
		if t.ends[at] {
			all = append(all, paths[at])
		}
		for child := t.first[at]; child < t.first[at+1]; child++ {
			paths[child] = paths[at] + t.labels[child:child+1]
		}
	}
	return all
}
