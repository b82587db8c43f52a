package model

// A Hash is built from pieces: a kind of feature and the strings it is of.
type Hash uint32

const (
	hashBasis Hash = 2166136261 // FNV-1a
	hashPrime Hash = 16777619
)

// HashOf begins a hash for a kind of feature, so that the word "in" and the
// word that ends in "in" do not fall together.
func HashOf(kind byte) Hash { return (hashBasis ^ Hash(kind)) * hashPrime }

// Add takes in another string.
func (h Hash) Add(s string) Hash {
	for i := range len(s) {
		h = (h ^ Hash(s[i])) * hashPrime
	}
	return (h ^ 0xff) * hashPrime // a border, so that "ab","c" is not "a","bc"
}

// Feature returns the hash as a sparse feature. The upper bits are folded
// into the lower ones, which alone choose the bucket.
func (h Hash) Feature() uint32 { return uint32(h ^ h>>16) }
