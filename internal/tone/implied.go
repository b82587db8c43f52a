package tone

import (
	"sync"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
)

// buffers are what describing a text needs; they are used again.
type buffers struct {
	features model.Features
	borders  borders
	scores   []float32
	sums     model.Sums
	sentence model.Sums
}

// actSums are what the words of a sentence say of its acts.
type actSums struct {
	features int32
	weights  [acts]int32
}

var describing = sync.Pool{New: func() any { return new(buffers) }}

// sureOfRegister is how probable a register has to be for the model to
// overrule the signs that readRegister weighs.
const sureOfRegister = 0.75

// sureOfNone is how probable it has to be that there is no feeling for the
// model to overrule patterns that tell one.
const sureOfNone = 0.8

// consult lets the model of the language weigh what the patterns found against
// all other words of the message, and read feeling and register anew. Without
// a model the reading of the patterns stands.
func (m *Message) consult() {
	if m.model == nil || len(m.Doc.Tokens) == 0 {
		return
	}
	b := describing.Get().(*buffers)
	m.describeMessage(&b.features, &b.borders)
	m.sumUp(b)
	b.scores = m.model.ScoresOf(GroupEmotion, GroupActs, b.features.Dense, &b.sums, b.scores[:0])
	copy(m.likely[:], b.scores)
	describing.Put(b)
	m.judged, m.told = true, feeling{m.Emotion, m.Intensity}
	if at := m.mostLikely(firstRegister, len(registers)); m.likely[firstRegister+at] >= sureOfRegister {
		m.Register = registers[at]
	}
	feeling := m.mostLikely(firstEmotion, len(emotions))
	if feeling == 0 && m.told.emotion != emotions[0] && m.likely[firstEmotion] < sureOfNone {
		return // the patterns' reading stands
	}
	m.Emotion = emotions[feeling]
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
	if feeling <= lastNegative && m.shoutedWords() >= wordsToShout {
		m.Intensity = 3 // as TONE_RULES.md has it
	}
}

// lastNegative is the last of the negative feelings among emotions.
const lastNegative = 5

func (m *Message) mostLikely(first, n int) int {
	best := 0
	for i := range n {
		if m.likely[first+i] > m.likely[first+best] {
			best = i
		}
	}
	return best
}

// sumUp adds up what the words of the message say, and what those of each
// sentence say of its acts.
func (m *Message) sumUp(b *buffers) {
	b.sums = model.Sums{}
	sparse, across := b.features.Sparse, b.borders.across
	for k, begin := range b.borders.begins {
		end := len(sparse)
		if k+1 < len(b.borders.begins) {
			end = b.borders.begins[k+1]
		}
		b.sentence = model.Sums{}
		for len(across) > 0 && across[0] < end {
			m.model.Sum(sparse[begin:across[0]], &b.sentence)
			m.model.Sum(sparse[across[0]:across[0]+1], &b.sums)
			begin, across = across[0]+1, across[1:]
		}
		m.model.Sum(sparse[begin:end], &b.sentence)
		s := actSums{features: int32(b.sentence.Features)}
		copy(s.weights[:], b.sentence.Weights[firstAct:])
		m.sentences = append(m.sentences, s)
		b.sums.Join(&b.sentence, outputs)
	}
	b.borders.begins, b.borders.across = b.borders.begins[:0], b.borders.across[:0]
}

// likelyActs are the probabilities of the acts of a sentence.
type likelyActs [acts]float32

// A likeliest is the sentence that does something most probably, plus one; 0
// where there is none.
type likeliest struct {
	p        float32
	sentence int
}

// consultOnSentences lets the model weigh the acts of each sentence of a
// reply. What lies behind all that the model looks at does nothing.
func (r *Reply) consultOnSentences() {
	b := describing.Get().(*buffers)
	for i := range r.sentences {
		s := &r.Doc.Sentences[i]
		b.features.Dense = b.features.Dense[:0]
		r.describeTokens(&b.features, s.First, s.Last)
		b.sentence.Features = int(r.sentences[i].features)
		copy(b.sentence.Weights[firstAct:], r.sentences[i].weights[:])
		b.scores = r.model.ScoresOf(GroupActs, GroupActs+1, b.features.Dense, &b.sentence, b.scores[:0])
		r.likelyActs = append(r.likelyActs, likelyActs(b.scores))
		for act, p := range b.scores {
			if p > r.likeliest[act].p {
				r.likeliest[act] = likeliest{p, i + 1}
			}
		}
	}
	describing.Put(b)
}

// Likely returns how probable it is that the sentence does what a section
// says, from 0 to 1.
func (r *Reply) Likely(sentence int, section lexicon.Section) float64 {
	switch {
	case r.judged && isAct(section):
		if sentence < len(r.likelyActs) {
			return float64(r.likelyActs[sentence][section-lexicon.ActGreet])
		}
	case r.Sentences[sentence].Does(section):
		return surely
	}
	return hardlyAny
}

// LikelyAnywhere returns the greatest probability that a sentence does what a
// section says, and which sentence that is; -1 where there is none.
func (r *Reply) LikelyAnywhere(section lexicon.Section) (most float64, sentence int) {
	if r.judged && isAct(section) {
		best := r.likeliest[section-lexicon.ActGreet]
		if best.sentence == 0 {
			return 0, -1
		}
		return float64(best.p), best.sentence - 1
	}
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
