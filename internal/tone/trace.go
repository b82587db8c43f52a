package tone

import (
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// A Trace is what stays of a message when its words are gone: how it sounded
// and what it told.
type Trace struct {
	Language  string
	Address   string
	Register  string
	Emotion   string
	Intensity int
	Mockery   bool
	Told      []Sign // in the order of the sections
	Content   Prints // of the words
	Likely    []byte // what the model says of the message, from 0 to 255; empty without a model
}

// mostContent is how many content words are remembered.
const mostContent = 96

// A Sign is how often, and how strongly, a message tells a section.
type Sign struct {
	Section      lexicon.Section
	Weak, Strong int
}

// Remembered are the sections that are kept of a message: facts, questions,
// and thanks.
func Remembered() []lexicon.Section {
	var sections []lexicon.Section
	for s := lexicon.FactHarm; s <= lexicon.AskOffer; s++ {
		sections = append(sections, s)
	}
	return append(sections, lexicon.ActThank)
}

// mostSigns bounds how many matches of a section are remembered: nobody asks
// for more than "several".
const mostSigns = 3

// Trace returns what is to be remembered of a message.
func (m *Message) Trace() Trace {
	t := Trace{
		Language: m.Language, Address: m.Address, Register: m.Register,
		Emotion: m.Emotion, Intensity: m.Intensity, Mockery: m.Mockery,
	}
	content := m.Content()
	t.Content = content[:min(len(content), mostContent)]
	if m.judged {
		for _, p := range m.likely[:firstAct] {
			t.Likely = append(t.Likely, byte(p*255+0.5))
		}
	}
	for _, section := range Remembered() {
		weak, strong := m.Count(section)
		sign := Sign{Section: section, Weak: min(weak, mostSigns), Strong: min(strong, mostSigns)}
		if sign.Weak+sign.Strong > 0 {
			t.Told = append(t.Told, sign)
		}
	}
	return t
}

// Message returns a message that tells what the trace has kept. It has no
// words, so that all its spans are empty.
func (t Trace) Message() *Message {
	m := &Message{
		Doc: text.Parse(""), Language: t.Language, Known: true, Address: t.Address, Register: t.Register,
		Emotion: t.Emotion, Intensity: t.Intensity, Mockery: t.Mockery,
	}
	for _, sign := range t.Told {
		for range min(sign.Strong, mostSigns) {
			m.Matches = append(m.Matches, lexicon.Match{Section: sign.Section, Strength: lexicon.Strong})
		}
		for range min(sign.Weak, mostSigns) {
			m.Matches = append(m.Matches, lexicon.Match{Section: sign.Section, Strength: lexicon.Weak})
		}
	}
	m.count()
	m.Recall(t)
	return m
}

// Recall makes a message stand for its trace, so that it is judged the same
// with its words and without.
func (m *Message) Recall(t Trace) {
	m.content = append(Prints{}, t.Content...)
	m.judged = len(t.Likely) == firstAct
	for i := range m.likely {
		m.likely[i] = 0
		if m.judged && i < firstAct {
			m.likely[i] = float32(t.Likely[i]) / 255
		}
	}
}

// Remembers reports whether what a trace says of the likelihoods and the words
// can be: it may come from anywhere.
func (t Trace) Remembers() bool {
	return (len(t.Likely) == 0 || len(t.Likely) == firstAct) && len(t.Content) <= mostContent
}

// Join returns the trace of two messages that were written one after the
// other: what both told, the stronger feeling, the later voice.
func (t Trace) Join(next Trace) Trace {
	both := next
	if next.Address == "none" {
		both.Address = t.Address
	}
	if next.Register == "neutral" {
		both.Register = t.Register
	}
	if t.Intensity > next.Intensity {
		both.Emotion, both.Intensity = t.Emotion, t.Intensity
	}
	both.Mockery = t.Mockery || next.Mockery
	both.Content = slices.Concat(t.Content, next.Content)
	slices.Sort(both.Content)
	both.Content = slices.Compact(both.Content)
	both.Content = both.Content[:min(len(both.Content), mostContent)]
	both.Likely = t.joinLikely(next)
	both.Told = nil
	for _, section := range Remembered() {
		x, y := t.sign(section), next.sign(section)
		if sum := (Sign{section, min(x.Weak+y.Weak, mostSigns), min(x.Strong+y.Strong, mostSigns)}); sum.Weak+sum.Strong > 0 {
			both.Told = append(both.Told, sum)
		}
	}
	return both
}

func (t Trace) sign(section lexicon.Section) Sign {
	for _, s := range t.Told {
		if s.Section == section {
			return s
		}
	}
	return Sign{Section: section}
}

// joinLikely takes the feeling of the stronger message, the register of the
// later one, and every fact that is likely in either.
func (t Trace) joinLikely(next Trace) []byte {
	if len(t.Likely) != firstAct || len(next.Likely) != firstAct {
		return nil
	}
	both := slices.Clone(next.Likely)
	if t.Intensity > next.Intensity {
		copy(both[:firstRegister], t.Likely[:firstRegister])
	}
	for i := firstFact; i < firstAct; i++ {
		both[i] = max(t.Likely[i], next.Likely[i])
	}
	return both
}
