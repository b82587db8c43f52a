package text

//go:generate go run ./gen

// addHan makes every traditional character fold to its simplified one.
func addHan(table *[1 << 16]info) {
	var traditional rune
	for _, r := range hanPairs {
		if traditional == 0 {
			traditional = r
			continue
		}
		table[traditional] = makeInfo(han, r)
		traditional = 0
	}
}
