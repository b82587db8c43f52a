package empathy

import (
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/internal/tone"
)

// sketchSize is how many fingerprints of a sentence are remembered: the
// smallest ones. Two such sketches estimate how many words the sentences
// share, out of all that are in either (Broder, "On the resemblance and
// containment of documents", 1997); for short sentences they say it exactly.
const sketchSize = 8

// A sentencePrint is what is remembered of an agent's sentence.
type sentencePrint struct {
	sketch   tone.Prints
	question bool
	answered bool // the customer has said something that answers it
}

// sketchOf keeps the smallest fingerprints.
func sketchOf(p tone.Prints) tone.Prints { return slices.Clone(p[:min(len(p), sketchSize)]) }

// From which resemblance on two sentences say the same: of eight words one may
// be another. In Chinese another character changes two pairs.
const (
	alike        = 0.75
	alikeChinese = 0.6
)

// resemblance returns which share of the words of two sentences is in both.
func resemblance(p, q tone.Prints) float64 {
	union := slices.Concat(p, q)
	slices.Sort(union)
	union = slices.Compact(union)
	if len(p) == sketchSize || len(q) == sketchSize {
		union = union[:min(len(union), sketchSize)]
	}
	shared := 0
	for _, x := range union {
		if p.Has(x) && q.Has(x) {
			shared++
		}
	}
	return float64(shared) / float64(max(len(union), 1))
}

// How many content words a sentence needs before its repetition means
// anything; in Chinese, where pairs of characters count, half as many again.
const (
	shortestPhrase   = 3
	shortestQuestion = 2
)

// sentencePrints returns what is to be remembered of a reply: its questions,
// and sentences that are neither greeting nor farewell and hold no number,
// which would be a fact and may be told again.
func sentencePrints(r *tone.Reply) []sentencePrint {
	kept := make([]sentencePrint, 0, len(r.Sentences))
	for i := range r.Sentences {
		if p, ok := printOfSentence(r, i); ok {
			kept = append(kept, p)
		}
	}
	return kept
}

func printOfSentence(r *tone.Reply, i int) (sentencePrint, bool) {
	s, bounds := &r.Sentences[i], r.Doc.Sentences[i]
	p := r.Prints(bounds.First, bounds.Last)
	enough := func(least int) bool {
		if r.Language == "zh" {
			least += least / 2
		}
		return len(p) >= least
	}
	switch {
	case inquires(s) && enough(shortestQuestion):
		return sentencePrint{sketch: sketchOf(p), question: true}, true
	case s.Numbers || s.DoesAny(lexicon.ActGreet, lexicon.ActWish, lexicon.ActClose):
		return sentencePrint{}, false
	}
	return sentencePrint{sketch: sketchOf(p)}, enough(shortestPhrase)
}

// inquires reports whether a sentence asks for information about the matter,
// and not for agreement, a choice or an opinion.
func inquires(s *tone.Sentence) bool {
	return (s.Question || s.Does(lexicon.ActAsk)) &&
		!s.DoesAny(lexicon.ActConfirm, lexicon.ActFeedback, lexicon.ActOfferChoice, lexicon.ActParaphrase)
}

// answers reports whether a customer's message gives what a question asked
// for: a code or number, or, said calmly and briefly, something that takes up
// the question's words.
func answers(m *tone.Message, t Tone, answer Answer, words int, content, question tone.Prints) bool {
	if answer != NoAnswer {
		return answer == Agrees
	}
	for i := range m.Doc.Tokens {
		if isCode(m.Doc, i) {
			return true
		}
	}
	if t.Emotion.Negative() || words > shortAnswer || m.Has(lexicon.AskWhen) || m.Has(lexicon.AskWhy) {
		return false
	}
	for i := range m.Doc.Tokens {
		if m.Doc.Tokens[i].Kind == text.Number {
			return true
		}
	}
	return slices.ContainsFunc(content, question.Has)
}

// shortAnswer is how many words an answer has that is nothing else.
const shortAnswer = 12

// isCode reports whether a token is an order number, a phone number or an
// address: four digits and more, or what is no word.
func isCode(doc *text.Document, i int) bool {
	digits := 0
	for _, c := range doc.Text(i) {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return digits >= 4 && doc.Tokens[i].Kind != text.Punct || doc.Tokens[i].Kind == text.Other && digits > 0
}
