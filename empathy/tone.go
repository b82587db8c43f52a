package empathy

import (
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/tone"
)

// A Tone is what was read off one message.
type Tone struct {
	Language  language.Tag // language.Und where it could not be told
	Register  Register
	Address   Address
	Emotion   Emotion
	Intensity Intensity
	Evidence  []Evidence // in the order of the text

	// Politeness is how courteously the message is worded, from -1 (rude)
	// through 0 (plain) to 1 (very courteous).
	Politeness float64

	supported bool
}

// Supported reports whether there is a tone file for the language. Where
// there is none, only Language says anything.
func (t Tone) Supported() bool { return t.supported }

// Evidence is a piece of the message that the reading rests on.
type Evidence struct {
	Field string // "address", "register" or "emotion"
	Value string // the text form of what it speaks for
	Span  Span
}

// A Span is a range of bytes [Start, End) in a message.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// toneOf turns the text forms of a reading into the vocabulary. A text form
// that the vocabulary lacks reads as the zero value.
func toneOf(m *tone.Message) Tone {
	t := Tone{supported: m.Known}
	t.Language = tagOf(m.Language)
	t.Register, _ = ParseRegister(m.Register)
	t.Address, _ = ParseAddress(m.Address)
	t.Emotion, _ = ParseEmotion(m.Emotion)
	t.Intensity = Intensity(m.Intensity)
	if m.Known {
		t.Politeness = politenessOf(m)
	}
	if len(m.Evidence) > 0 {
		t.Evidence = make([]Evidence, 0, len(m.Evidence))
	}
	for _, e := range m.Evidence {
		t.Evidence = append(t.Evidence, Evidence{e.Field, e.Value, Span(e.Span)})
	}
	return t
}

// tagOf returns the tag of a language code. Those that most messages are in
// need not be parsed each time.
func tagOf(code string) language.Tag {
	switch code {
	case "ro":
		return language.Romanian
	case "pl":
		return language.Polish
	case "ru":
		return language.Russian
	case "el":
		return language.Greek
	case "zh":
		return language.Chinese
	case "en":
		return language.English
	}
	tag, _ := language.Parse(code)
	return tag
}

// Analyze reads one message with the embedded data: see [Checker.Analyze].
// Where the message cannot be read — it is empty, too long, or in a language
// that is not spoken here — the Tone is not [Tone.Supported].
func Analyze(message string) Tone {
	t, _ := standard().Analyze(message)
	return t
}
