package tone

import "github.com/empathykit/empathykit/internal/lexicon"

// readAddress decides between T and V. What stands in quotation marks is
// somebody else's voice and does not count. A weak sign decides only where
// nothing strong speaks.
func (m *Message) readAddress() {
	var t, v [lexicon.Extreme + 1]int
	for _, match := range m.Matches {
		if match.Section > lexicon.AddressT || m.Doc.Quoted(match.First) {
			continue
		}
		value := "V"
		count := &v
		if match.Section == lexicon.AddressT {
			value, count = "T", &t
		}
		count[match.Strength]++
		m.Evidence = append(m.Evidence, Evidence{"address", value, m.SpanOf(match)})
	}
	strongT, strongV := t[lexicon.Strong], v[lexicon.Strong]
	weakT, weakV := t[lexicon.Weak], v[lexicon.Weak]
	switch {
	case strongT > 0 && strongV > 0:
		m.Address = "mixed"
	case strongT > 0:
		m.Address = "T"
	case strongV > 0:
		m.Address = "V"
	case weakT > weakV:
		m.Address, m.weakAddress = "T", true
	case weakV > weakT:
		m.Address, m.weakAddress = "V", true
	}
}
