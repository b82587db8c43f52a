// Package model scores a text by a linear, quantised model: it hears what
// patterns cannot reach, a feeling that is implied and not said.
//
// # The algorithm
//
// A text is two lists of features. The dense ones are few and known by
// number: what the patterns found, how the text is typed. The sparse ones are
// hashes of its words, beginnings and ends of words and pairs of words; a
// hash is a bucket, and a bucket holds the weights that this feature has for
// some of the outputs. An output's score is
//
//	bias + Σ dense value · weight + Σ sparse weight / √(number of sparse features)
//
// and its probability the logistic function of the score, or for outputs of
// which just one is right, the softmax over their group. Weights of sparse
// features are one byte each; those near zero are not kept.
//
// Training (train.go) uses only additions, multiplications, divisions and
// square roots that IEEE 754 defines to the bit, each rounded by itself, so
// that the same data gives the same file on every machine.
package model

// A Group is a set of outputs that are read together.
type Group struct {
	Name    string
	Outputs []string
	OneOf   bool // just one of the outputs is right
}

// A Model is a trained scorer. It does not change after it is made and is
// safe for concurrent use.
type Model struct {
	groups  []Group
	outputs int
	dense   []float32 // weight of input i for output o at i*outputs+o
	bias    []float32
	scale   []float32 // of sparse weights, by output
	first   []uint32  // of bucket b: entries[first[b]:first[b+1]]
	entries []entry
}

// An entry is the weight of a sparse feature for one output.
type entry struct {
	output uint8
	weight int8
}

// bucketBits is the binary logarithm of how many buckets hashes fall into.
const bucketBits = 16

const buckets = 1 << bucketBits

// Features are what a model looks at in one text.
type Features struct {
	Dense  []Input
	Sparse []uint32 // hashes; only the lowest bucketBits count
}

// An Input is the value of one dense feature.
type Input struct {
	Number int
	Value  float32
}

// Groups returns the outputs in their order.
func (m *Model) Groups() []Group { return m.groups }

// Scores appends the probabilities of all outputs to out, in the order of
// the groups.
func (m *Model) Scores(f *Features, out []float32) []float32 {
	start := len(out)
	out = append(out, m.bias...)
	scores := out[start:]
	for _, in := range f.Dense {
		if at := in.Number * m.outputs; at >= 0 && at < len(m.dense) {
			for o, w := range m.dense[at : at+m.outputs] {
				scores[o] += in.Value * w
			}
		}
	}
	m.addSparse(f.Sparse, scores)
	m.normalise(scores)
	return out
}

func (m *Model) addSparse(hashes []uint32, scores []float32) {
	if len(hashes) == 0 {
		return
	}
	var sums [256]int32
	for _, h := range hashes {
		b := h & (buckets - 1)
		for _, e := range m.entries[m.first[b]:m.first[b+1]] {
			sums[e.output] += int32(e.weight)
		}
	}
	length := 1 / float32(root(float64(len(hashes))))
	for o := range scores {
		scores[o] += float32(sums[o]) * m.scale[o] * length
	}
}

// normalise turns scores into probabilities, group by group.
func (m *Model) normalise(scores []float32) {
	at := 0
	for _, g := range m.groups {
		part := scores[at : at+len(g.Outputs)]
		at += len(g.Outputs)
		if g.OneOf {
			softmax(part)
			continue
		}
		for i, s := range part {
			part[i] = float32(logistic(float64(s)))
		}
	}
}

// Weight returns how much one sparse feature speaks for an output, in units
// that compare only within the output.
func (m *Model) Weight(hash uint32, output int) float32 {
	b := hash & (buckets - 1)
	for _, e := range m.entries[m.first[b]:m.first[b+1]] {
		if int(e.output) == output {
			return float32(e.weight) * m.scale[output]
		}
	}
	return 0
}
