package model

import (
	"bytes"
	"testing"
)

// FuzzUnmarshal: a file that is read scores any text within bounds, and is
// written back as it was.
func FuzzUnmarshal(f *testing.F) {
	trainer := &Trainer{Groups: []Group{{Name: "a", Outputs: []string{"x", "y"}, OneOf: true}, {Name: "b", Outputs: []string{"z"}}}, Dense: 3, Languages: 1}
	small := trainer.Train([]Example{
		{Features: Features{Dense: []Input{{0, 1}}, Sparse: []uint32{1, 2}}, Targets: []float32{1, 0, 1}, Known: []bool{true, true}, Weight: 1},
		{Features: Features{Dense: []Input{{2, 1}}, Sparse: []uint32{3}}, Targets: []float32{0, 1, 0}, Known: []bool{true, true}, Weight: 1},
	})[0]
	data, err := small.MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	small.buckets, small.more = nil, nil
	if data, err = small.MarshalBinary(); err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Unmarshal(data)
		if err != nil {
			return
		}
		outputs := 0
		for _, g := range m.Groups() {
			outputs += len(g.Outputs)
		}
		features := &Features{Dense: []Input{{0, 1}, {1 << 20, 1}, {-1, 1}}, Sparse: []uint32{0, 1, 2, 1 << 31, 77}}
		if scores := m.Scores(features, nil); len(scores) != outputs {
			t.Fatalf("%d scores for %d outputs", len(scores), outputs)
		}
		for _, h := range features.Sparse {
			m.Weight(h, 0)
		}
		again, err := m.MarshalBinary()
		if err != nil || !bytes.Equal(again, data) {
			t.Fatalf("%d bytes are written back as %d, %v", len(data), len(again), err)
		}
	})
}
