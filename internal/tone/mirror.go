package tone

import (
	"slices"
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// Who takes up the customer's own words shows that they were heard, in words
// that no list of patterns can hold: "Four days without a fridge, with two
// children". These say how much has to be taken up, in content words.
const (
	mirrored      = 3 // by itself
	mirroredSorry = 2 // together with an apology or a hint of feeling
	longestMirror = 2 // how many sentences into the reply it still counts as hearing
	stemLetters   = 5 // by which inflected forms of a word are taken for one
	shortestWord  = 4 // in letters, that carries content
)

// Content returns the fingerprints of a message's content words; in Chinese,
// of pairs of characters, which is what most words are.
func (m *Message) Content() Prints {
	if m.content != nil {
		return m.content
	}
	if !m.printed {
		m.prints, m.printed = m.appendPrints(m.prints[:0], 0, len(m.Doc.Tokens)), true
	}
	return m.prints
}

// stemAt returns the stem of token i, or nothing for what carries no content.
func stemAt(m *Message, i int) string {
	switch t := &m.Doc.Tokens[i]; t.Kind {
	case text.Han:
		if i+1 < len(m.Doc.Tokens) && m.Doc.Tokens[i+1].Kind == text.Han {
			return m.Doc.Folds(i, i+2)
		}
	case text.Number:
		return m.Doc.Fold(i)
	case text.Word:
		fold := m.Doc.Fold(i)
		if utf8.RuneCountInString(fold) < shortestWord || m.IsFunctionWord(fold) {
			return ""
		}
		return firstLetters(m.stemmed(i), stemLetters)
	}
	return ""
}

func firstLetters(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// mirrors counts the customer's content words that a sentence takes up.
func (r *Reply) mirrors(sentence int, content Prints) int {
	s := r.Doc.Sentences[sentence]
	r.mirroring = r.appendPrints(r.mirroring[:0], s.First, s.Last)
	n := 0
	for _, p := range r.mirroring {
		if content.Has(p) {
			n++
		}
	}
	return n
}

// takesUp reports whether the reply begins by taking up what the customer
// wrote, as somebody does who has listened.
func (r *Reply) TakesUp(customer *Message) bool {
	content := customer.Content()
	for i := range r.Sentences[:min(longestMirror, len(r.Sentences))] {
		s := &r.Sentences[i]
		if s.Question || s.DoesAny(lexicon.ActAsk, lexicon.FaultBoilerplate, lexicon.FaultDismiss, lexicon.FaultArgue, lexicon.FaultBlame, lexicon.ActDecline) {
			continue
		}
		n := r.takes(content)[i]
		if n >= mirrored || n >= mirroredSorry && (r.Does(lexicon.ActApologize) || r.Hints(lexicon.ActAcknowledge)) {
			return true
		}
	}
	return false
}

// Taken returns how many of the customer's content words the reply takes up.
func (r *Reply) Taken(customer *Message) int {
	most := 0
	for _, n := range r.takes(customer.Content()) {
		most = max(most, n)
	}
	return most
}

// takes returns how many of the content words each sentence takes up.
func (r *Reply) takes(content Prints) []int {
	if r.takenUp != nil && slices.Equal(r.content, content) {
		return r.takenUp
	}
	r.taken = r.taken[:0]
	for i := range r.Sentences {
		r.taken = append(r.taken, r.mirrors(i, content))
	}
	r.content, r.takenUp = content, r.taken
	return r.takenUp
}
