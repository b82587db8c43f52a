package model

// A Lasso learns logistic regressions whose weights are pulled to zero by
// their absolute values: what does not matter for an output gets no weight at
// all, so that a few hundred examples are enough. It uses dense features
// only. (Tibshirani 1996; solved by FISTA, Beck and Teboulle 2009.)
type Lasso struct {
	Groups []Group
	Dense  int     // how many dense features there are
	Pull   float64 // how strongly weights are pulled, summed over the examples
	Steps  int     // 0 means 400
}

// Train learns every output by itself. It makes no difference in which order
// the examples come, but for the last bits.
func (l *Lasso) Train(examples []Example) *Model {
	m := &Model{groups: l.Groups}
	for _, g := range l.Groups {
		m.outputs += len(g.Outputs)
	}
	m.dense = make([]float32, l.Dense*m.outputs)
	m.bias, m.scale = make([]float32, m.outputs), make([]float32, m.outputs)
	for o := range m.outputs {
		weights := l.learn(examples, o)
		for i, w := range weights[:l.Dense] {
			m.dense[i*m.outputs+o] = float32(w)
		}
		m.bias[o] = float32(weights[l.Dense])
	}
	return m
}

// learn returns the weights of one output; the last is the bias, which is not
// pulled.
func (l *Lasso) learn(examples []Example, output int) []float64 {
	steps := l.Steps
	if steps == 0 {
		steps = 400
	}
	weights := make([]float64, l.Dense+1)
	ahead := make([]float64, l.Dense+1) // the point that momentum leads to
	gradient := make([]float64, l.Dense+1)
	size := 1 / smoothness(examples)
	pull := l.Pull / float64(len(examples))
	momentum := 1.0
	for range steps {
		slope(examples, output, ahead, gradient)
		next := (1 + root(1+float64(4*momentum*momentum))) / 2
		carry := (momentum - 1) / next
		momentum = next
		for i := range weights {
			w := ahead[i] - float64(size*gradient[i])
			if i < l.Dense {
				w = shrink(w, float64(size*pull))
			}
			ahead[i] = w + float64(carry*(w-weights[i]))
			weights[i] = w
		}
	}
	return weights
}

// slope computes the gradient of the mean loss.
func slope(examples []Example, output int, weights, gradient []float64) {
	clear(gradient)
	last := len(weights) - 1
	for i := range examples {
		e := &examples[i]
		score := weights[last]
		for _, in := range e.Features.Dense {
			score += float64(float64(in.Value) * weights[in.Number])
		}
		off := (logistic(score) - float64(e.Targets[output])) / float64(len(examples))
		for _, in := range e.Features.Dense {
			gradient[in.Number] += float64(off * float64(in.Value))
		}
		gradient[last] += off
	}
}

// smoothness bounds the curvature of the mean loss, which the size of a safe
// step follows from.
func smoothness(examples []Example) float64 {
	sum := 0.0
	for i := range examples {
		length := 1.0 // of the bias
		for _, in := range examples[i].Features.Dense {
			length += float64(float64(in.Value) * float64(in.Value))
		}
		sum += length
	}
	return sum / float64(len(examples)) / 4
}

func shrink(w, by float64) float64 {
	switch {
	case w > by:
		return w - by
	case w < -by:
		return w + by
	}
	return 0
}
