package phrases

import (
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// A Query says what is to be said. Language and one of Stage and Intent have
// to be given; every other field may be left out.
type Query struct {
	Language  language.Tag
	Stage     empathy.Stage
	Intent    string // "acknowledging.delay"; empty: the one of the stage that fits best
	Register  empathy.Register
	Emotion   empathy.Emotion
	Intensity empathy.Intensity
	Need      empathy.Need
	Levels    []empathy.Level // only intents on these; empty: on any
	Empathy   Empathy
	Channel   Channel

	Args   Args                    // what can be filled in: phrases that need more are not picked
	Used   []ID                    // what has been said in this conversation
	Allows func(words string) bool // phrases whose words it refuses are not picked; nil: none are refused
	Seed   uint64                  // the same seed picks the same phrase
}

// A Channel is the medium: short words suit a chat, longer ones an e-mail.
type Channel uint8

const (
	AnyChannel Channel = iota
	Chat
	Email
)

var channelNames = [...]string{"", "chat", "email"}

// String returns the text form: "chat", "email", or nothing for [AnyChannel].
func (c Channel) String() string {
	if int(c) < len(channelNames) {
		return channelNames[c]
	}
	return ""
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (c Channel) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Channel) UnmarshalText(b []byte) error {
	for i, name := range channelNames {
		if name == string(b) {
			*c = Channel(i)
			return nil
		}
	}
	return &empathy.UnknownNameError{Kind: "channel", Name: string(b)}
}
