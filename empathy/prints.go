package empathy

import (
	"hash/fnv"
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/internal/tone"
)

// prints are the fingerprints of content words, sorted, each once. With 16
// bits many words share one: enough to tell that the same was said again, and
// too little to read an order number or a name out of it.
type prints []uint16

// printOf is the fingerprint of a stem.
func printOf(stem string) uint16 {
	h := fnv.New32a()
	h.Write([]byte(stem))
	sum := h.Sum32()
	return uint16(sum>>16) ^ uint16(sum)
}

func (p prints) has(x uint16) bool {
	_, ok := slices.BinarySearch(p, x)
	return ok
}

// printsOf returns the fingerprints of tokens [first, last) of a message.
func printsOf(m *tone.Message, first, last int) prints {
	var p prints
	for i := first; i < last; i++ {
		if stem := stemAt(m, i); stem != "" {
			p = append(p, printOf(stem))
		}
	}
	slices.Sort(p)
	return slices.Compact(p)
}

// sketchSize is how many fingerprints of a sentence are remembered: the
// smallest ones. Two such sketches estimate how many words the sentences
// share, out of all that are in either (Broder, "On the resemblance and
// containment of documents", 1997); for short sentences they say it exactly.
const sketchSize = 8

// A sentencePrint is what is remembered of an agent's sentence.
type sentencePrint struct {
	sketch   prints
	question bool
	answered bool // the customer has said something that answers it
}

// sketchOf keeps the smallest fingerprints.
func sketchOf(p prints) prints { return slices.Clone(p[:min(len(p), sketchSize)]) }

// From which resemblance on two sentences say the same: of eight words one may
// be another. In Chinese another character changes two pairs.
const (
	alike        = 0.75
	alikeChinese = 0.6
)

// resemblance returns which share of the words of two sentences is in both.
func (p prints) resemblance(q prints) float64 {
	union := slices.Concat(p, q)
	slices.Sort(union)
	union = slices.Compact(union)
	if len(p) == sketchSize || len(q) == sketchSize {
		union = union[:min(len(union), sketchSize)]
	}
	shared := 0
	for _, x := range union {
		if p.has(x) && q.has(x) {
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
func (r *replyReading) sentencePrints() []sentencePrint {
	kept := make([]sentencePrint, 0, len(r.sentences))
	for i := range r.sentences {
		if p, ok := r.sentencePrint(i); ok {
			kept = append(kept, p)
		}
	}
	return kept
}

func (r *replyReading) sentencePrint(i int) (sentencePrint, bool) {
	s, bounds := &r.sentences[i], r.Doc.Sentences[i]
	p := printsOf(r.Message, bounds.First, bounds.Last)
	enough := func(least int) bool {
		if r.Language == "zh" {
			least += least / 2
		}
		return len(p) >= least
	}
	switch {
	case s.inquires() && enough(shortestQuestion):
		return sentencePrint{sketch: sketchOf(p), question: true}, true
	case s.numbers || s.doesAny(lexicon.ActGreet, lexicon.ActWish, lexicon.ActClose):
		return sentencePrint{}, false
	}
	return sentencePrint{sketch: sketchOf(p)}, enough(shortestPhrase)
}

// inquires reports whether a sentence asks for information about the matter,
// and not for agreement, a choice or an opinion.
func (s *sentenceActs) inquires() bool {
	return (s.question || s.does(lexicon.ActAsk)) &&
		!s.doesAny(lexicon.ActConfirm, lexicon.ActFeedback, lexicon.ActOfferChoice, lexicon.ActParaphrase)
}

// answers reports whether a customer's message gives what a question asked
// for: a code or number, or, said calmly and briefly, something that takes up
// the question's words.
func answers(m *tone.Message, t Tone, answer Answer, words int, content, question prints) bool {
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
	return slices.ContainsFunc(content, question.has)
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
