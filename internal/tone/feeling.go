package tone

import (
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// scores is how strongly each feeling speaks, by section; the whole part is
// its intensity.
type scores [lexicon.Sections]float64

// What a second sign of the same feeling adds to the first, and all further
// ones together: enough to win over another feeling, never enough to pass for
// a stronger one.
const (
	furtherSign  = 0.15
	furtherSigns = 0.45
)

// readFeeling finds the dominant feeling and its intensity. Feeling words
// speak first; facts speak where people tell what happened and leave the
// feeling to the reader.
func (m *Message) readFeeling() {
	var s scores
	var count [lexicon.Sections]int
	for _, match := range m.Matches {
		if !match.Section.IsEmotion() || match.Conditional {
			continue
		}
		e := match.Section
		s[e] = max(s[e], float64(match.Strength))
		count[e]++
		m.Evidence = append(m.Evidence, Evidence{"emotion", emotionOf[e], m.SpanOf(match)})
	}
	for e, n := range count {
		if n > 1 {
			s[e] += min(furtherSigns, furtherSign*float64(n-1))
		}
	}
	m.addFacts(&s)
	best := lexicon.EmotionAnger
	for e := lexicon.EmotionAnger; e <= lexicon.EmotionGratitude; e++ {
		if s[e] > s[best] {
			best = e
		}
	}
	if s[best] < 0.9 {
		return
	}
	m.Emotion = emotionOf[best]
	m.Intensity = min(3, max(1, int(s[best])))
	if best <= lexicon.EmotionConfusion {
		m.raiseByVoice()
	}
}

var emotionOf = map[lexicon.Section]string{
	lexicon.EmotionAnger: "anger", lexicon.EmotionFrustration: "frustration", lexicon.EmotionWorry: "worry",
	lexicon.EmotionDisappointment: "disappointment", lexicon.EmotionConfusion: "confusion",
	lexicon.EmotionJoy: "joy", lexicon.EmotionGratitude: "gratitude",
}

// addFacts lets what happened speak for the feeling.
func (m *Message) addFacts(s *scores) {
	harm, again, impact := m.Has(lexicon.FactHarm), m.Has(lexicon.FactRecurrence), m.Has(lexicon.FactImpact)
	urgent, problem := m.Has(lexicon.FactUrgent), m.Has(lexicon.FactProblem)
	raise := func(e lexicon.Section, more, least float64) { s[e] = max(s[e]+more, least) }
	// Delight at a harm is mockery: "Wonderful. An hour and a half for a cold
	// pizza, bravo".
	mockery := harm && s[lexicon.EmotionJoy] > 0 && !m.Has(lexicon.FactSolved)
	m.Mockery = mockery || m.Has(lexicon.FactSarcasm)
	if m.Mockery {
		s[lexicon.EmotionJoy], s[lexicon.EmotionGratitude] = 0, 0
		raise(lexicon.EmotionFrustration, 0.3, 2)
	}
	if m.Has(lexicon.FactInsult) {
		raise(lexicon.EmotionAnger, 0.5, 3)
	}
	if m.Has(lexicon.FactThreat) {
		raise(lexicon.EmotionAnger, 0.5, 3)
	}
	felt := s.negative() > 0
	switch {
	case urgent && (harm || impact):
		if !felt {
			raise(lexicon.EmotionWorry, 0, 2.1)
		}
	case impact && harm && !again && m.Has(lexicon.AskWhen):
		if !felt {
			raise(lexicon.EmotionWorry, 0, 2)
		}
	case harm && (again || impact):
		if !felt || s[lexicon.EmotionFrustration] > 0 { // else the feeling that is named stands
			raise(lexicon.EmotionFrustration, 0.2, 2)
		}
	case m.agitated() && (harm || again || problem || m.Has(lexicon.AskWhy) || m.Has(lexicon.AskWhen)):
		if !felt && s[lexicon.EmotionJoy] == 0 && s[lexicon.EmotionGratitude] == 0 {
			raise(lexicon.EmotionFrustration, 0, 2)
		}
	case m.agitated() && m.shoutedWords() > 0 && !felt && s[lexicon.EmotionJoy] == 0 && s[lexicon.EmotionGratitude] == 0:
		raise(lexicon.EmotionFrustration, 0, 2)
	case (harm || again) && !felt && m.Register != "formal": // a letter reports; it need not complain
		raise(lexicon.EmotionFrustration, 0, 1)
	case urgent && !felt:
		raise(lexicon.EmotionWorry, 0, 1)
	}
	// Who is glad and says thanks means them.
	if s[lexicon.EmotionJoy] > 0 && m.Hints(lexicon.ActThank) {
		s[lexicon.EmotionGratitude] = max(s[lexicon.EmotionGratitude], s[lexicon.EmotionJoy]) + furtherSign
	}
	// Anger is aimed at somebody: a complaint that turns on "you" with a raised
	// voice is no longer about the obstacle.
	if f := s[lexicon.EmotionFrustration]; f >= 2 && m.Address != "none" && m.aimed() {
		s[lexicon.EmotionAnger] = max(s[lexicon.EmotionAnger], f+furtherSign)
	}
	// Politeness is no gratitude: "thanks in advance" under a complaint.
	if felt || harm {
		s[lexicon.EmotionGratitude] *= 0.4
		s[lexicon.EmotionJoy] *= 0.6
	}
}

// negative returns the strongest of the negative feelings.
func (s *scores) negative() float64 {
	strongest := 0.0
	for e := lexicon.EmotionAnger; e <= lexicon.EmotionConfusion; e++ {
		strongest = max(strongest, s[e])
	}
	return strongest
}

// aimed reports whether a question or an exclamation addresses somebody: in a
// complaint that is a reproach.
func (m *Message) aimed() bool {
	for _, match := range m.Matches {
		if match.Section > lexicon.AddressT {
			continue
		}
		if final := m.Doc.Sentences[m.SentenceOf(match)].Final; final == '?' || final == '!' {
			return true
		}
	}
	return false
}

// agitated reports whether question or exclamation marks are doubled.
func (m *Message) agitated() bool {
	for i := range m.Doc.Tokens {
		t := &m.Doc.Tokens[i]
		if t.Kind == text.Punct && countMarks(m.Doc.Source[t.Start:t.End]) >= 2 {
			return true
		}
	}
	return false
}

// wordsToShout is from how many words in capitals on a message is shouted.
const wordsToShout = 3

// raiseByVoice lets a raised voice make a feeling strong, and shouting make
// it extreme.
func (m *Message) raiseByVoice() {
	switch {
	case m.shoutedWords() >= wordsToShout:
		m.Intensity = 3
	case m.Intensity == 1 && (len(m.Shouted) > 0 || m.agitated()):
		m.Intensity = 2
	}
}

// shoutedWords counts the words in capitals, without the runs of marks.
func (m *Message) shoutedWords() int {
	words := 0
	for _, s := range m.Shouted {
		if countMarks(m.Doc.Source[s.Start:s.End]) == 0 {
			words++
		}
	}
	return words
}
