package empathy

import (
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/internal/tone"
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

// contentOf returns the fingerprints of a message's content words; in
// Chinese, of pairs of characters, which is what most words are.
func contentOf(m *tone.Message) prints { return printsOf(m, 0, len(m.Doc.Tokens)) }

// stemAt returns the stem of token i, or nothing for what carries no content.
func stemAt(m *tone.Message, i int) string {
	switch t := &m.Doc.Tokens[i]; t.Kind {
	case text.Han:
		if i+1 < len(m.Doc.Tokens) && m.Doc.Tokens[i+1].Kind == text.Han {
			return m.Doc.Fold(i) + m.Doc.Fold(i+1)
		}
	case text.Number:
		return m.Doc.Fold(i)
	case text.Word:
		fold := m.Doc.Fold(i)
		if utf8.RuneCountInString(fold) < shortestWord || m.IsFunctionWord(fold) {
			return ""
		}
		if m.Language == "el" { // Greek is also typed in Latin letters
			fold = text.Skeleton(fold)
		}
		return firstLetters(fold, stemLetters)
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
func (r *replyReading) mirrors(sentence int, content prints) int {
	s := r.Doc.Sentences[sentence]
	n := 0
	for _, p := range printsOf(r.Message, s.First, s.Last) {
		if content.has(p) {
			n++
		}
	}
	return n
}

// takesUp reports whether the reply begins by taking up what the customer
// wrote, as somebody does who has listened.
func (r *replyReading) takesUp(content prints) bool {
	for i := range r.sentences[:min(longestMirror, len(r.sentences))] {
		s := &r.sentences[i]
		if s.question || s.doesAny(lexicon.ActAsk, lexicon.FaultBoilerplate, lexicon.FaultDismiss, lexicon.FaultArgue, lexicon.FaultBlame, lexicon.ActDecline) {
			continue
		}
		n := r.mirrors(i, content)
		if n >= mirrored || n >= mirroredSorry && (r.does(lexicon.ActApologize) || r.Hints(lexicon.ActAcknowledge)) {
			return true
		}
	}
	return false
}
