package empathy

import "golang.org/x/text/language"

// A Turn is one message of a conversation, as far as it is remembered.
type Turn struct {
	Speaker  Speaker
	Language language.Tag
	Register Register
	Address  Address

	// Of a customer's turn.
	Emotion   Emotion
	Intensity Intensity
	Answer    Answer
	Words     int // characters, in Chinese

	// Of an agent's turn.
	Acts   []Act   // what the reply does, in the order of [Acts]
	Levels []Level // how human and business alternate in it: human, business, human
	Echoes bool    // it takes up the customer's own words

	Text string // only where the conversation was made with [KeepText]
}

// Stages returns the stages that an agent's turn goes through.
func (t Turn) Stages() []Stage {
	var gone [FollowUp + 1]bool
	for _, a := range t.Acts {
		gone[a.stage()] = true
	}
	var stages []Stage
	for s := Opening; s <= FollowUp; s++ {
		if gone[s] {
			stages = append(stages, s)
		}
	}
	return stages
}

// A Speaker is who wrote a message.
type Speaker uint8

const (
	TheCustomer Speaker = iota
	TheAgent
)

var speakerNames = names{"customer", "agent"}

// String returns "customer" or "agent".
func (s Speaker) String() string { return speakerNames.text(int(s)) }

// An Answer is how a customer takes what the agent said last: a proposal, or
// what the agent says to have understood.
type Answer uint8

const (
	NoAnswer Answer = iota // neither, or it could not be told
	Agrees                 // yes, that is right; it works
	Corrects               // no, that is not what I meant; it does not work
)

var answerNames = names{"none", "agrees", "corrects"}

// String returns "none", "agrees" or "corrects".
func (a Answer) String() string { return answerNames.text(int(a)) }
