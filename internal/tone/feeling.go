package tone

import "github.com/empathykit/empathykit/internal/lexicon"

// scores is how strongly each feeling speaks, by section.
type scores [lexicon.Sections]float64

// What a second sign of the same feeling adds to the first.
const furtherSign = 0.3

// readFeeling finds the dominant feeling and its intensity. Feeling words
// speak first; facts speak where people tell what happened and leave the
// feeling to the reader.
func (m *Message) readFeeling() {
	var s scores
	var top [lexicon.Sections]lexicon.Strength
	for _, match := range m.Matches {
		if !match.Section.IsEmotion() {
			continue
		}
		strength := match.Strength
		if match.Conditional {
			continue
		}
		if top[match.Section] == 0 {
			s[match.Section] = float64(strength)
		} else {
			s[match.Section] += furtherSign + max(0, float64(strength)-float64(top[match.Section]))
		}
		top[match.Section] = max(top[match.Section], strength)
		m.Evidence = append(m.Evidence, Evidence{"emotion", emotionOf[match.Section], m.SpanOf(match)})
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
	m.Intensity = min(3, max(1, int(s[best]+0.5)))
	m.raiseByVoice(best)
}

var emotionOf = map[lexicon.Section]string{
	lexicon.EmotionAnger: "anger", lexicon.EmotionFrustration: "frustration", lexicon.EmotionWorry: "worry",
	lexicon.EmotionDisappointment: "disappointment", lexicon.EmotionConfusion: "confusion",
	lexicon.EmotionJoy: "joy", lexicon.EmotionGratitude: "gratitude",
}

// addFacts lets what happened speak for the feeling.
func (m *Message) addFacts(s *scores) {
	negative := 0.0
	for e := lexicon.EmotionAnger; e <= lexicon.EmotionConfusion; e++ {
		negative = max(negative, s[e])
	}
	harm, again, impact := m.Has(lexicon.FactHarm), m.Has(lexicon.FactRecurrence), m.Has(lexicon.FactImpact)
	if m.Has(lexicon.FactSarcasm) {
		s[lexicon.EmotionJoy], s[lexicon.EmotionGratitude] = 0, 0
		s[lexicon.EmotionFrustration] = max(s[lexicon.EmotionFrustration]+0.5, 2)
	}
	if m.Has(lexicon.FactInsult) {
		s[lexicon.EmotionAnger] = max(s[lexicon.EmotionAnger]+1, 3)
	}
	if m.Has(lexicon.FactThreat) {
		s[lexicon.EmotionAnger] = max(s[lexicon.EmotionAnger]+1, 2.6)
	}
	if harm && again {
		s[lexicon.EmotionFrustration] = max(s[lexicon.EmotionFrustration]+0.4, 2)
	} else if harm && impact {
		s[lexicon.EmotionFrustration] = max(s[lexicon.EmotionFrustration]+0.2, 1.9)
	} else if (harm || again) && negative == 0 {
		s[lexicon.EmotionFrustration] = max(s[lexicon.EmotionFrustration], 1)
	}
	if m.Has(lexicon.FactUrgent) && negative == 0 {
		s[lexicon.EmotionWorry] = max(s[lexicon.EmotionWorry], 1.2)
	}
	// Politeness is no gratitude: "thanks in advance" under a complaint.
	if negative > 0 || harm {
		s[lexicon.EmotionGratitude] *= 0.4
		s[lexicon.EmotionJoy] *= 0.6
	}
}

// raiseByVoice lets shouting raise the intensity.
func (m *Message) raiseByVoice(best lexicon.Section) {
	if len(m.Shouted) > 0 && m.Intensity < 3 {
		m.Intensity++
	}
}
