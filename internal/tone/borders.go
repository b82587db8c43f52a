package tone

// borders are where the sentences of a message lie among its features, so that
// what is found out of the words of a message serves for its sentences too.
type borders struct {
	begins []int // where the features of each sentence begin
	across []int // features of two sentences
}

func (b *borders) begin(at int) {
	if b != nil {
		b.begins = append(b.begins, at)
	}
}

func (b *borders) cross(yes bool, at int) {
	if b != nil && yes {
		b.across = append(b.across, at)
	}
}
