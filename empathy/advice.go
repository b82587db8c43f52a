package empathy

import (
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// Advice says what to say next, and how.
type Advice struct {
	Language  language.Tag
	Register  Register
	Address   Address
	Emotion   Emotion   // of the customer
	Intensity Intensity // of the customer
	Needs     []Need    // still open, the weightiest first
	Steps     []Step    // in the order in which to take them; none where it is the customer's turn
	Why       string    // where the conversation stands, in the reviewer's language
	Used      []string  // IDs of the phrases that the conversation has used, the last one last

	brand *brand
}

// A Step is one thing to say.
type Step struct {
	Stage  Stage
	Intent string // an intent of locales/intents.toml, "apologizing.error"
	Why    string // the reason, in the reviewer's language
}

// Company returns the company's name, if the checker has a [Voice] that tells it.
func (a Advice) Company() string { return a.brand.company() }

// Signature returns what replies in the advice's language are signed with, if
// the checker has a [Voice] that tells it.
func (a Advice) Signature() string { return a.brand.signature(a.Language) }

// Allows reports whether words are such as the checker's [Voice] allows: their
// emoji, exclamation marks and vocabulary. Without a voice all are.
func (a Advice) Allows(words string) bool { return a.brand.allows(a.Language, words) }

// Advise says what to answer a customer's first message: see [Checker.Advise].
func Advise(customer string) (Advice, error) { return standard().Advise(customer) }

// Advise reads a customer's message and says which stages a reply to it goes
// through that answers it at once, as an e-mail does: the human ones first,
// the answer in the middle, the human ones last. The answer itself, where the
// stage is [Resolving], is the agent's. [Conversation.Advise] goes by turns:
// it may listen and ask first. The errors are those of [Checker.Analyze].
func (c *Checker) Advise(customer string) (Advice, error) {
	conversation := c.NewConversation()
	if err := conversation.hear(customer).Err(); err != nil {
		return Advice{}, err
	}
	a := conversation.adviser()
	a.answerAtOnce()
	return a.advice(), nil
}

// answeringRegister is the register to answer in: the customer's, but familiar
// address only to somebody who uses it. Polite words never offend a customer
// who writes casually; familiar ones may.
func answeringRegister(t Tone) Register {
	if t.Register != Informal {
		return t.Register
	}
	switch baseOf(t.Language) {
	case "en": // has no familiar address
		return Informal
	case "zh": // 你 says little about the customer, and 您 is never wrong to one
		return Neutral
	}
	if t.Address == T {
		return Informal
	}
	return Neutral
}

// needsOf reads the needs off the message, the weightiest first. What is only
// likely counts: an apology too many is a smaller fault than one too few.
func needsOf(m *tone.Message, t Tone) []Need {
	tells := func(s lexicon.Section) bool { return m.Has(s) || m.Judged() && m.Likely(s) >= 0.5 }
	open := []Need{Dignity}
	for _, rest := range []struct {
		need  Need
		there bool
	}{
		{Reassurance, tells(lexicon.FactRecurrence) && t.Emotion.Negative()},
		{Explanation, tells(lexicon.AskWhy)},
		{Thanks, tells(lexicon.FactCredit) || t.Emotion == Gratitude},
		{Hearing, t.Emotion.Negative() && t.Intensity >= Strong},
		{Apology, harmed(m, t) || tells(lexicon.FactHarm) && t.upset()},
		{Predictability, tells(lexicon.AskWhen) || tells(lexicon.FactUrgent)},
	} {
		if rest.there {
			open = append(open, rest.need)
		}
	}
	return open
}
