package tone

import "github.com/empathykit/empathykit/internal/text"

// skeletons are those of a Greek message's words. They are asked for by
// features and by prints, and cost more to make than all else about a word.
type skeletons struct {
	made   bool
	buffer []byte
	text   string  // all of them, one after another
	ends   []int32 // by token
}

func (s *skeletons) reset() skeletons { return skeletons{buffer: s.buffer[:0], ends: s.ends[:0]} }

func (s *skeletons) make(doc *text.Document) {
	s.made = true
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind == text.Word {
			s.buffer = text.AppendSkeleton(s.buffer, doc.Fold(i))
		}
		s.ends = append(s.ends, int32(len(s.buffer)))
	}
	s.text = string(s.buffer)
}

// stemmed returns what the stem of a word is cut from: its fold, or in Greek,
// which is also typed in Latin letters, its skeleton.
func (m *Message) stemmed(i int) string {
	if m.Language != "el" {
		return m.Doc.Fold(i)
	}
	if !m.skeletons.made {
		m.skeletons.make(m.Doc)
	}
	start := int32(0)
	if i > 0 {
		start = m.skeletons.ends[i-1]
	}
	return m.skeletons.text[start:m.skeletons.ends[i]]
}
