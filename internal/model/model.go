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
	buckets []bucket  // none, or all
	more    []entry   // of buckets that hold more than fit
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
	var sums Sums
	m.Sum(f.Sparse, &sums)
	return m.ScoresOf(0, len(m.groups), f.Dense, &sums, out)
}

// Sums are what the sparse features of a text add up to. Those of the parts of
// a text may be added up.
type Sums struct {
	Features int // how many
	Weights  [256]int32
}

// Join adds other sums, of so many outputs.
func (s *Sums) Join(other *Sums, outputs int) {
	s.Features += other.Features
	for o := range min(outputs, len(s.Weights)) {
		s.Weights[o] += other.Weights[o]
	}
}

// Sum adds features to the sums.
func (m *Model) Sum(hashes []uint32, sums *Sums) {
	sums.Features += len(hashes)
	if len(m.buckets) == 0 {
		return
	}
	for len(hashes) > 0 {
		// Buckets lie anywhere in memory: fetching several at a time is faster.
		var fetched [8]bucket
		n := min(len(fetched), len(hashes))
		for i, h := range hashes[:n] {
			fetched[i] = m.buckets[h&(buckets-1)]
		}
		for _, b := range fetched[:n] {
			count := int(b.count)
			if count <= len(b.entries) {
				for _, e := range b.entries[:count] {
					sums.Weights[e.output] += int32(e.weight)
				}
				continue
			}
			for _, e := range m.more[b.more():][:count] {
				sums.Weights[e.output] += int32(e.weight)
			}
		}
		hashes = hashes[n:]
	}
}

// ScoresOf appends the probabilities of the outputs of some groups, from first
// up to last.
func (m *Model) ScoresOf(first, last int, dense []Input, sums *Sums, out []float32) []float32 {
	from, to := m.outputsOf(first, last)
	start := len(out)
	out = append(out, m.bias[from:to]...)
	scores := out[start:]
	for _, in := range dense {
		if at := in.Number * m.outputs; at >= 0 && at < len(m.dense) {
			weights := m.dense[at+from : at+to]
			weights = weights[:len(scores)]
			for o := range scores {
				scores[o] += in.Value * weights[o]
			}
		}
	}
	if sums.Features > 0 {
		length := 1 / float32(root(float64(sums.Features)))
		for o := range scores {
			scores[o] += float32(sums.Weights[from+o]) * m.scale[from+o] * length
		}
	}
	normalise(m.groups[first:last], scores)
	return out
}

// outputsOf returns where the outputs of some groups begin and end.
func (m *Model) outputsOf(first, last int) (from, to int) {
	for i, g := range m.groups[:last] {
		if i < first {
			from += len(g.Outputs)
		}
		to += len(g.Outputs)
	}
	return from, to
}

// normalise turns scores into probabilities, group by group.
func normalise(groups []Group, scores []float32) {
	at := 0
	for i := 0; i < len(groups); i++ {
		end := at + len(groups[i].Outputs)
		if groups[i].OneOf {
			softmax(scores[at:end])
		} else {
			for i+1 < len(groups) && !groups[i+1].OneOf { // side by side is faster
				i++
				end += len(groups[i].Outputs)
			}
			logistics(scores[at:end])
		}
		at = end
	}
}

// Weight returns how much one sparse feature speaks for an output, in units
// that compare only within the output.
func (m *Model) Weight(hash uint32, output int) float32 {
	b := hash & (buckets - 1)
	for _, e := range m.entriesOf(b) {
		if int(e.output) == output {
			return float32(e.weight) * m.scale[output]
		}
	}
	return 0
}
