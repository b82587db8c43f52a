// Package tone reads a message: which language it is in, how it addresses the
// other person, in which register, and what it feels.
//
// What it finds is given in the text forms of TONE_RULES.md ("formal", "V",
// "worry"), which package empathy turns into its types. That keeps the
// vocabulary where users look for it without a circle of imports.
package tone

import (
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/text"
)

// A Message is a message that has been read.
type Message struct {
	Doc      *text.Document
	Language string // BCP 47; "und" where it could not be told
	Known    bool   // there is a lexicon for the language
	Doubtful bool   // few words speak for the language
	Latin    bool   // Greek typed in Latin letters
	Matches  []lexicon.Match

	Address   string
	Register  string
	Emotion   string
	Intensity int
	Evidence  []Evidence
	Mockery   bool   // mock praise and mock thanks
	Shouted   []Span // words in capitals, runs of exclamation marks
	Smiles    []Span // glad emoji and emoticons

	content     Prints // what is remembered of a message whose words are gone
	tallies     [lexicon.Sections]tally
	prints      Prints // of the content words, once asked for
	printed     bool
	skeletons   skeletons
	mirroring   Prints       // a buffer
	taken       []int        // a buffer
	sentences   []actSums    // by sentence, as far as the model looks
	likelyActs  []likelyActs // by sentence of a reply, what the model says of its acts
	lexicon     *lexicon.Lexicon
	model       *model.Model // nil where the language has none
	judged      bool         // likely holds what the model says
	told        feeling      // by patterns alone
	likely      likelihood
	careless    int  // signs of careless typing
	weakAddress bool // the address rests on weak signs alone
}

// reset makes a message as good as new. Its buffers stay.
func (m *Message) reset() {
	*m = Message{
		Matches: m.Matches[:0], Evidence: m.Evidence[:0], Shouted: m.Shouted[:0], Smiles: m.Smiles[:0],
		prints: m.prints[:0], skeletons: m.skeletons.reset(), sentences: m.sentences[:0],
		mirroring: m.mirroring, taken: m.taken, likelyActs: m.likelyActs[:0],
		Address: "none", Register: "neutral", Emotion: "neutral",
	}
}

// Evidence is a piece of the message that a reading rests on.
type Evidence struct {
	Field string // "address", "register", "emotion"
	Value string // what it speaks for
	Span  Span
}

// A Span is a range of bytes in the message.
type Span struct{ Start, End int }

// SpanOf returns the bytes that a match covers: none where the words are gone.
func (m *Message) SpanOf(match lexicon.Match) Span {
	if match.First == match.Last {
		return Span{}
	}
	return Span{m.Doc.Tokens[match.First].Start, m.Doc.Tokens[match.Last-1].End}
}

// SentenceOf returns the index of the sentence that a match begins in.
func (m *Message) SentenceOf(match lexicon.Match) int {
	return int(m.Doc.Tokens[match.First].Sentence)
}

// IsFunctionWord reports whether a folded word carries no content.
func (m *Message) IsFunctionWord(fold string) bool {
	return m.lexicon != nil && m.lexicon.IsFunctionWord(fold)
}

// HasLetters reports whether there are any words in the message.
func (m *Message) HasLetters() bool {
	for i := range m.Doc.Tokens {
		if k := m.Doc.Tokens[i].Kind; k == text.Word || k == text.Han {
			return true
		}
	}
	return false
}

// MayBe reports whether the message is written in letters that the language
// is written in.
func (m *Message) MayBe(language string) bool { return countScripts(m.Doc).mayBe(language) }

// Words counts the words and numbers, in Chinese the characters.
func (m *Message) Words() int {
	n := 0
	for i := range m.Doc.Tokens {
		if k := m.Doc.Tokens[i].Kind; k != text.Punct && k != text.Emoji {
			n++
		}
	}
	return n
}

// Asks reports whether a sentence of the message is a question.
func (m *Message) Asks() bool {
	if m.Doc == nil {
		return false
	}
	for i := range m.Doc.Sentences {
		if m.Doc.Sentences[i].Final == '?' {
			return true
		}
	}
	return false
}

// A feeling is an emotion with its intensity.
type feeling struct {
	emotion   string
	intensity int
}

// ToldFeeling returns the feeling that the patterns tell, without the model,
// which has learnt from customers: an agent's reply has no implied feeling.
func (m *Message) ToldFeeling() (emotion string, intensity int) {
	if m.judged {
		return m.told.emotion, m.told.intensity
	}
	return m.Emotion, m.Intensity
}
