package tone

import "github.com/empathykit/empathykit/internal/lexicon"

// readRegister weighs formal against informal cues. Familiar address is
// informal by itself; polite address becomes formal only with a letter's
// conventions or full forms beside it.
func (m *Message) readRegister() {
	formal := m.weigh("formal", lexicon.RegisterFormal)
	informal := m.weigh("informal", lexicon.RegisterInformal) + min(len(m.Smiles), 2)
	m.careless = carelessTyping(m.Doc)
	informal += m.careless
	switch m.Address {
	case "T":
		if informal++; !m.plainT() && !m.weakAddress {
			informal++
		}
	case "V":
		formal++
		informal--
	}
	switch {
	case informal >= 2 && informal > formal:
		m.Register = "informal"
	case formal >= 2 && formal > informal:
		m.Register = "formal"
	}
}

// weigh counts a strong cue as two and a weak one as one.
func (m *Message) weigh(value string, section lexicon.Section) int {
	weight := 0
	for _, match := range m.Matches {
		if match.Section == section && !m.Doc.Quoted(match.First) {
			weight += int(match.Strength)
			m.Evidence = append(m.Evidence, Evidence{"register", value, m.SpanOf(match)})
		}
	}
	return weight
}

// plainT reports whether familiar address is what one also says to strangers
// in this language, so that it is not a sign of familiarity by itself: 你.
func (m *Message) plainT() bool { return m.Language == "zh" }
