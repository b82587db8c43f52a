package tone

import (
	"sync"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
)

// buffers are what describing a text needs; they are used again.
type buffers struct {
	features model.Features
	scores   []float32
}

var describing = sync.Pool{New: func() any { return new(buffers) }}

// sureOfRegister is how probable a register has to be for the model to
// overrule the signs that readRegister weighs.
const sureOfRegister = 0.75

// consult lets the model of the language weigh what the patterns found against
// all other words of the message, and read feeling and register anew. Without
// a model the reading of the patterns stands.
func (m *Message) consult() {
	if m.model == nil || len(m.Doc.Tokens) == 0 {
		return
	}
	b := describing.Get().(*buffers)
	m.MessageFeatures(&b.features)
	b.scores = m.model.Scores(&b.features, b.scores[:0])
	copy(m.likely[:], b.scores)
	describing.Put(b)
	m.judged, m.told = true, feeling{m.Emotion, m.Intensity}
	m.Emotion = emotions[m.mostLikely(firstEmotion, len(emotions))]
	if at := m.mostLikely(firstRegister, len(registers)); m.likely[firstRegister+at] >= sureOfRegister {
		m.Register = registers[at]
	}
	m.Intensity = 0
	if m.Emotion == emotions[0] {
		return
	}
	m.Intensity = 1
	for least := 2; least <= 3; least++ {
		if m.likely[firstIntensity+least-1] >= 0.5 {
			m.Intensity = least
		}
	}
}

func (m *Message) mostLikely(first, n int) int {
	best := 0
	for i := range n {
		if m.likely[first+i] > m.likely[first+best] {
			best = i
		}
	}
	return best
}

// consultOn lets the model weigh one sentence of a reply.
func (m *Message) consultOn(sentence int, likely *likelihood) {
	b := describing.Get().(*buffers)
	m.SentenceFeatures(&b.features, sentence)
	b.scores = m.model.Scores(&b.features, b.scores[:0])
	copy(likely[:], b.scores)
	describing.Put(b)
}

// Likely returns how probable it is that the sentence does what a section
// says, from 0 to 1.
func (r *Reply) Likely(sentence int, section lexicon.Section) float64 {
	s := &r.Sentences[sentence]
	switch at, ok := outputOf(section); {
	case ok && r.judged:
		return float64(s.likely[at])
	case s.Does(section):
		return surely
	}
	return hardlyAny
}

// LikelyAnywhere returns the greatest probability that a sentence does what a
// section says, and which sentence that is; -1 where there is none.
func (r *Reply) LikelyAnywhere(section lexicon.Section) (most float64, sentence int) {
	sentence = -1
	for i := range r.Sentences {
		if p := r.Likely(i, section); p > most {
			most, sentence = p, i
		}
	}
	return most, sentence
}

// Judged reports whether a model has weighed the message.
func (m *Message) Judged() bool { return m.judged }
