package model

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// weather is a small problem: dense feature 0 says warm, the word "rain" wet.
func weather() (*Trainer, []Example) {
	t := &Trainer{Groups: []Group{{Name: "kind", Outputs: []string{"warm", "cold"}, OneOf: true}, {Name: "wet", Outputs: []string{"wet"}}},
		Dense: 2, Languages: 1}
	rain, sun := HashOf('w').Add("rain").Feature(), HashOf('w').Add("sun").Feature()
	var examples []Example
	for i := range 40 {
		x := Example{Targets: make([]float32, 3), Known: []bool{true, true}, Weight: 1}
		if i%2 == 0 {
			x.Features.Dense = []Input{{0, 1}}
			x.Targets[0] = 1
		} else {
			x.Features.Dense = []Input{{1, 1}}
			x.Targets[1] = 1
		}
		if i%3 == 0 {
			x.Features.Sparse = []uint32{rain, sun}
			x.Targets[2] = 1
		} else {
			x.Features.Sparse = []uint32{sun}
		}
		examples = append(examples, x)
	}
	return t, examples
}

func TestTrainTells(t *testing.T) {
	trainer, examples := weather()
	m := trainer.Train(examples)[0]
	for i, x := range examples {
		scores := m.Scores(&x.Features, nil)
		for o, p := range scores {
			if right := x.Targets[o] == 1; right != (p > 0.5) {
				t.Errorf("example %d, output %d: %.2f, want %v", i, o, p, x.Targets[o])
			}
		}
		if sum := scores[0] + scores[1]; math.Abs(float64(sum)-1) > 1e-5 {
			t.Errorf("example %d: the outputs of a group sum to %v", i, sum)
		}
	}
}

// TestTrainIsDeterministic: the same data gives the same bits.
func TestTrainIsDeterministic(t *testing.T) {
	var files [2][]byte
	for i := range files {
		trainer, examples := weather()
		b, err := trainer.Train(examples)[0].MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings on the same data give different files")
	}
}

func TestFileRoundTrip(t *testing.T) {
	trainer, examples := weather()
	m := trainer.Train(examples)[0]
	b, err := m.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Unmarshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, again, cmp.AllowUnexported(Model{}, bucket{}, entry{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	trainer, examples := weather()
	b, err := trainer.Train(examples)[0].MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "another file": []byte("PK\x03\x04"), "cut": b[:len(b)-1], "longer": append(bytes.Clone(b), 0), "head only": b[:20],
	} {
		if _, err := Unmarshal(data); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

// TestLasso: what does not matter gets no weight.
func TestLasso(t *testing.T) {
	var examples []Example
	for i := range 60 {
		x := Example{Targets: []float32{0}, Known: []bool{true}, Weight: 1}
		if i%2 == 0 {
			x.Features.Dense = append(x.Features.Dense, Input{0, 1})
			x.Targets[0] = 1
		}
		if i%4 < 2 { // says nothing
			x.Features.Dense = append(x.Features.Dense, Input{1, 1})
		}
		examples = append(examples, x)
	}
	m := (&Lasso{Groups: []Group{{Name: "one", Outputs: []string{"one"}}}, Dense: 2, Pull: 1}).Train(examples)
	if m.dense[0] <= 0.5 || m.dense[1] != 0 {
		t.Errorf("weights %v, want a large one and none", m.dense)
	}
	for _, x := range examples {
		if p := m.Scores(&x.Features, nil)[0]; (p > 0.5) != (x.Targets[0] == 1) {
			t.Errorf("%v: %.2f", x.Features.Dense, p)
		}
	}
}

func TestExp(t *testing.T) {
	for x := -40.0; x <= 40; x += 0.37 {
		numbers := [lanes]float64{x, -x, x / 2, 0}
		exps(&numbers)
		for i, of := range [lanes]float64{x, -x, x / 2, 0} {
			if got, want := numbers[i], math.Exp(of); math.Abs(got-want) > 1e-12*want {
				t.Errorf("e^%v = %v, want %v", of, got, want)
			}
		}
	}
}

func TestHashBorders(t *testing.T) {
	if HashOf('p').Add("ab").Add("c") == HashOf('p').Add("a").Add("bc") {
		t.Error("ab c and a bc have one hash")
	}
	if HashOf('w').Add("in") == HashOf('e').Add("in") {
		t.Error("a word and an ending have one hash")
	}
}

func BenchmarkScores(b *testing.B) {
	trainer, examples := weather()
	m := trainer.Train(examples)[0]
	f := examples[0].Features
	for i := range 400 {
		f.Sparse = append(f.Sparse, HashOf('w').Add(fmt.Sprint(i)).Feature())
	}
	out := make([]float32, 0, 8)
	b.ReportAllocs()
	for b.Loop() {
		out = m.Scores(&f, out[:0])
	}
}
