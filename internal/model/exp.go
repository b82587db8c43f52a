package model

import "math"

// The functions here give the same bits on every machine: math.Exp is written
// in assembly on some, and a compiler may join x*y+z into one rounding unless
// the product is converted.

// lanes is how many numbers exps works on side by side. A division takes long
// to end, but another one may begin meanwhile.
const lanes = 4

// exps replaces each number x by e^x, from -60 to 60.
func exps(x *[lanes]float64) {
	// x = k·ln 2 + r with |r| ≤ ½ ln 2; e^r by its series.
	var k, r [lanes]float64
	for i := range x {
		x[i] = min(60, max(-60, x[i]))
		k[i] = math.Floor(float64(x[i]*math.Log2E) + 0.5)
		r[i] = x[i] - float64(k[i]*math.Ln2)
	}
	r0, r1, r2, r3 := r[0], r[1], r[2], r[3]
	term0, term1, term2, term3 := 1.0, 1.0, 1.0, 1.0
	sum0, sum1, sum2, sum3 := 1.0, 1.0, 1.0, 1.0
	for i := 1.0; i <= 14; i++ {
		term0 = float64(term0*r0) / i
		term1 = float64(term1*r1) / i
		term2 = float64(term2*r2) / i
		term3 = float64(term3*r3) / i
		sum0 += term0
		sum1 += term1
		sum2 += term2
		sum3 += term3
	}
	x[0], x[1], x[2], x[3] = timesPower(sum0, k[0]), timesPower(sum1, k[1]), timesPower(sum2, k[2]), timesPower(sum3, k[3])
}

// timesPower returns x·2^k for a k far from the bounds of the exponent.
func timesPower(x, k float64) float64 { return x * math.Float64frombits(uint64(1023+int(k))<<52) }

// root is the square root, which IEEE 754 defines to the bit.
func root(x float64) float64 { return math.Sqrt(x) }

// logistics turns scores into probabilities, each by itself.
func logistics(scores []float32) {
	for len(scores) > 0 {
		var x [lanes]float64
		n := min(lanes, len(scores))
		for i, s := range scores[:n] {
			x[i] = -float64(s)
		}
		exps(&x)
		for i := range scores[:n] {
			scores[i] = float32(1 / (1 + x[i]))
		}
		scores = scores[n:]
	}
}

// logistic is the probability that a score stands for.
func logistic(score float64) float64 {
	x := [lanes]float64{-score}
	exps(&x)
	return 1 / (1 + x[0])
}

// softmax turns scores into probabilities of which just one comes true.
func softmax(scores []float32) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	sum := 0.0
	for at := 0; at < len(scores); at += lanes {
		part := scores[at:min(at+lanes, len(scores))]
		var x [lanes]float64
		for i, s := range part {
			x[i] = float64(s - top)
		}
		exps(&x)
		for i := range part {
			part[i] = float32(x[i])
			sum += x[i]
		}
	}
	for i := range scores {
		scores[i] = float32(float64(scores[i]) / sum)
	}
}
