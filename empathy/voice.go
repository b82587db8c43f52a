package empathy

import (
	"fmt"
	"io/fs"

	"golang.org/x/text/language"
)

// A Voice is how a brand sounds, everywhere. The zero Voice asks nothing.
// [WithVoice] gives it to a checker: then replies are held against it
// ([RuleOffBrand]) and advice keeps to it. [LoadVoice] reads one from a file.
type Voice struct {
	Company   string                  // the company's name, for phrases that say it
	Signature map[language.Tag]string // what replies are signed with

	Registers []Register               // those that the brand speaks in; none: all
	Address   map[language.Tag]Address // T or V, for languages that have both

	NoEmoji       bool // no emoji, no emoticons
	NoExclamation bool // no exclamation marks

	Words map[language.Tag][]BrandWord // what the brand does not say

	Phrases fs.FS // own phrases, laid out as in locales: pl/phrases/closing.pl.toml
}

// A BrandWord is something that a brand does not say, and what it says instead.
type BrandWord struct {
	Avoid   string // words in the pattern language of locales/README.md: "client*"
	Instead string // may be empty: it is not said at all
}

// A VoiceError says what is wrong in a voice, and where.
type VoiceError struct {
	File    string // empty where the voice is not from a file
	Line    int    // from 1; 0 where it is not from a file
	Message string
}

func (e *VoiceError) Error() string {
	if e.File == "" {
		return "empathy: the voice: " + e.Message
	}
	return fmt.Sprintf("empathy: %s:%d: %s", e.File, e.Line, e.Message)
}

// WithVoice holds replies against a brand's voice and makes advice keep to it.
func WithVoice(v Voice) Option { return func(c *Checker) { c.voice = v } }
