package model

import "math"

// The functions here give the same bits on every machine: math.Exp is written
// in assembly on some, and a compiler may join x*y+z into one rounding unless
// the product is converted.

// exp returns e^x, from -60 to 60.
func exp(x float64) float64 {
	x = min(60, max(-60, x))
	// x = k·ln 2 + r with |r| ≤ ½ ln 2; e^r by its series.
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := x - float64(k*math.Ln2)
	term, sum := 1.0, 1.0
	for i := 1.0; i <= 14; i++ {
		term = float64(term*r) / i
		sum += term
	}
	return math.Ldexp(sum, int(k))
}

// root is the square root, which IEEE 754 defines to the bit.
func root(x float64) float64 { return math.Sqrt(x) }

func logistic(x float64) float64 { return 1 / (1 + exp(-x)) }

func softmax(scores []float32) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	sum := 0.0
	for i, s := range scores {
		e := exp(float64(s - top))
		scores[i] = float32(e)
		sum += e
	}
	for i := range scores {
		scores[i] = float32(float64(scores[i]) / sum)
	}
}
