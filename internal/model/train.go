package model

import "slices"

// An Example is a text whose right outputs are known.
type Example struct {
	Features Features
	Language int // which sparse features are meant
	Targets  []float32
	Known    []bool // by group: whether Targets says anything about it
	Weight   float32
}

// A Trainer holds what is learnt over the examples of all languages: dense
// features, which mean the same in each, are learnt together, and sparse ones
// for each language by itself.
type Trainer struct {
	Groups    []Group
	Dense     int // how many dense features there are
	Languages int

	Epochs      int     // passes over the examples; 0 means 12
	Rate        float64 // of learning; 0 means 0.12
	DensePull   float64 // how strongly dense weights are pulled to zero; 0 means 2e-5
	SparsePull  float64 // the same for sparse weights; 0 means 6e-5
	SparseScale float64 // how much sparse features count beside dense ones; 0 means 3

	outputs int
	dense   *table   // shared by the languages
	own     []*table // dense, by language: what is different in it
	sparse  []*table
}

// A table is weights with the sums of squares that AdaGrad needs.
type table struct{ weights, squares []float64 }

func newTable(n int) *table { return &table{make([]float64, n), make([]float64, n)} }

// thinning pulls weights to zero by their absolute values, so that features
// which say nothing get none.
const thinning = 5e-4

// step moves weight i against its gradient.
func (t *table) step(i int, gradient, rate, pull float64) {
	gradient += float64(pull * t.weights[i])
	t.squares[i] += float64(gradient * gradient)
	size := rate / (root(t.squares[i]) + 1e-6)
	t.weights[i] = shrink(t.weights[i]-float64(size*gradient), float64(size*thinning))
}

// Train learns from the examples and returns a model for each language.
func (t *Trainer) Train(examples []Example) []*Model {
	t.begin()
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := uint64(1)
	scores := make([]float32, t.outputs)
	for range t.Epochs {
		for i := len(order) - 1; i > 0; i-- { // Fisher and Yates, with a fixed generator
			random = random*6364136223846793005 + 1442695040888963407
			j := int(random >> 33 % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			t.learn(&examples[i], scores)
		}
	}
	models := make([]*Model, t.Languages)
	for l := range models {
		models[l] = t.model(l)
	}
	return models
}

func (t *Trainer) begin() {
	t.outputs = 0
	for _, g := range t.Groups {
		t.outputs += len(g.Outputs)
	}
	setDefault := func(v *float64, d float64) {
		if *v == 0 {
			*v = d
		}
	}
	if t.Epochs == 0 {
		t.Epochs = 12
	}
	setDefault(&t.Rate, 0.12)
	setDefault(&t.DensePull, 2e-5)
	setDefault(&t.SparsePull, 6e-5)
	setDefault(&t.SparseScale, 3)
	t.dense = newTable((t.Dense + 1) * t.outputs) // the last row is the bias
	t.own, t.sparse = nil, nil
	for range t.Languages {
		t.own = append(t.own, newTable((t.Dense+1)*t.outputs))
		t.sparse = append(t.sparse, newTable(buckets*t.outputs))
	}
}

// ownShare is how much a language's own dense weights count beside the shared
// ones.
const ownShare = 0.5

// length is the value of each sparse feature of a text.
func (t *Trainer) length(f *Features) float64 {
	if len(f.Sparse) == 0 {
		return 0
	}
	return t.SparseScale / root(float64(len(f.Sparse)))
}

func (t *Trainer) score(e *Example, scores []float32) {
	n := t.outputs
	sparse, length := t.sparse[e.Language].weights, t.length(&e.Features)
	for o := range n {
		sum := t.dense.weights[t.Dense*n+o] + float64(ownShare*t.own[e.Language].weights[t.Dense*n+o])
		for _, in := range e.Features.Dense {
			w := t.dense.weights[in.Number*n+o] + float64(ownShare*t.own[e.Language].weights[in.Number*n+o])
			sum += float64(float64(in.Value) * w)
		}
		words := 0.0
		for _, h := range e.Features.Sparse {
			words += sparse[int(h&(buckets-1))*n+o]
		}
		scores[o] = float32(sum + float64(words*length))
	}
}

// learn takes one step of logistic regression.
func (t *Trainer) learn(e *Example, scores []float32) {
	t.score(e, scores)
	at := 0
	for i, g := range t.Groups {
		part := scores[at : at+len(g.Outputs)]
		if e.Known[i] {
			if g.OneOf {
				softmax(part)
			}
			for j, s := range part {
				p := float64(s)
				if !g.OneOf {
					p = logistic(p)
				}
				t.update(e, at+j, float64((p-float64(e.Targets[at+j]))*float64(e.Weight)))
			}
		}
		at += len(g.Outputs)
	}
}

func (t *Trainer) update(e *Example, o int, gradient float64) {
	n := t.outputs
	own, sparse := t.own[e.Language], t.sparse[e.Language]
	t.dense.step(t.Dense*n+o, gradient, t.Rate, 0)
	own.step(t.Dense*n+o, gradient*ownShare, t.Rate, t.DensePull)
	for _, in := range e.Features.Dense {
		g := float64(gradient * float64(in.Value))
		t.dense.step(in.Number*n+o, g, t.Rate, t.DensePull)
		own.step(in.Number*n+o, g*ownShare, t.Rate, t.DensePull)
	}
	g := float64(gradient * t.length(&e.Features))
	for _, h := range e.Features.Sparse {
		sparse.step(int(h&(buckets-1))*n+o, g, t.Rate, t.SparsePull)
	}
}

// most is how many sparse weights a model keeps, the greatest ones: two bytes
// each, so that a language stays under 400 kB.
const most = 130_000

// model quantises what was learnt for one language.
func (t *Trainer) model(language int) *Model {
	n := t.outputs
	m := &Model{groups: t.Groups, outputs: n}
	for i := range (t.Dense + 1) * n {
		w := float32(t.dense.weights[i] + float64(ownShare*t.own[language].weights[i]))
		if i < t.Dense*n {
			m.dense = append(m.dense, w)
		} else {
			m.bias = append(m.bias, w)
		}
	}
	sparse := t.sparse[language].weights
	least := t.least(sparse)
	greatest := make([]float64, n)
	for i, w := range sparse {
		greatest[i%n] = max(greatest[i%n], abs(w))
	}
	for o := range n {
		m.scale = append(m.scale, float32(greatest[o]*t.SparseScale/127))
	}
	var held []entry
	for b := range buckets {
		held = held[:0]
		for o := range n {
			w := sparse[b*n+o]
			if abs(w) <= least || greatest[o] == 0 {
				continue
			}
			if q := int8(w / greatest[o] * 127); q != 0 {
				held = append(held, entry{uint8(o), q})
			}
		}
		m.addBucket(held)
	}
	return m
}

// least returns the size that a weight has to exceed to be kept.
func (t *Trainer) least(weights []float64) float64 {
	var sizes []float64
	for _, w := range weights {
		if w != 0 {
			sizes = append(sizes, abs(w))
		}
	}
	if len(sizes) <= most {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)-most]
}

func abs(x float64) float64 { return max(x, -x) }
