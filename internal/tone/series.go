package tone

import (
	"strings"

	"github.com/empathykit/empathykit/internal/text"
)

// longestItem is how many words an item of a series may have. The first and
// the last may be longer: the sentence's own words stand in them.
const longestItem = 8

// seriesIn counts the items of the longest series in a sentence: short pieces
// of at least so many words between commas, semicolons or strokes, as in
// "your name, the order number, a photo". A sentence without a series has one.
func (r *Reply) SeriesIn(sentence, least int) int {
	s := r.Doc.Sentences[sentence]
	longest, run, words := 1, 1, 0
	first := true
	for i := s.First; i < s.Last; i++ {
		t := &r.Doc.Tokens[i]
		if t.Kind != text.Punct {
			if !r.IsFunctionWord(r.Doc.Fold(i)) { // ", please," is no item
				words++
			}
			continue
		}
		if !r.separates(t.Start, t.End) {
			continue
		}
		if words >= least && (first || words <= longestItem) {
			run++
		} else if words > longestItem {
			run = 2
		}
		first, words = false, 0
		longest = max(longest, run)
	}
	return longest
}

// separates reports whether the mark at [start, end) stands between items:
// before a space, so that decimals and the Greek ό,τι stay whole. The Chinese
// comma ends clauses; items stand between enumeration commas.
func (r *Reply) separates(start, end int) bool {
	mark := r.Doc.Source[start:end]
	if r.Language == "zh" {
		return strings.ContainsAny(mark, "、；;/")
	}
	spaced := end < len(r.Doc.Source) && (r.Doc.Source[end] == ' ' || r.Doc.Source[end] == '\n')
	return strings.ContainsAny(mark, ";/") || spaced && strings.Contains(mark, ",")
}
