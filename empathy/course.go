package empathy

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/tone"
)

// How much of a conversation is remembered: enough for the rules, and little
// enough for 4 KB of state.
const (
	mostTurns     = 40
	mostUsed      = 48
	mostSentences = 32
	longestID     = 64   // bytes of a phrase's ID
	mostIDs       = 1200 // bytes of all of them
)

// A course is how a conversation has gone so far.
type course struct {
	turns []Turn
	needs ledger
	heard *heard // what the customer has said since the last reply; nil if nothing
	said  []sentencePrint
	used  []string
}

// heard is what waits for a reply.
type heard struct {
	trace  tone.Trace
	text   string // while it is one message, for the spans of findings; never in the state
	words  int
	vague  bool // too little to go by
	answer Answer
	rising bool // more upset than before the last reply
}

// last returns the last turn of a speaker, and whether there is one.
func (c *course) last(s Speaker) (Turn, bool) {
	for i := len(c.turns) - 1; i >= 0; i-- {
		if c.turns[i].Speaker == s {
			return c.turns[i], true
		}
	}
	return Turn{}, false
}

// replies counts the agent's turns.
func (c *course) replies() int {
	n := 0
	for _, t := range c.turns {
		if t.Speaker == TheAgent {
			n++
		}
	}
	return n
}

// remember adds a turn; the oldest ones go.
func (c *course) remember(t Turn) {
	c.turns = append(c.turns, t)
	if extra := len(c.turns) - mostTurns; extra > 0 {
		c.turns = slices.Delete(c.turns, 0, extra)
	}
}

// use notes phrases. One that is used again moves to the end.
func (c *course) use(ids []string) {
	for _, id := range ids {
		if id == "" || len(id) > longestID {
			continue
		}
		c.used = slices.DeleteFunc(c.used, func(old string) bool { return old == id })
		c.used = append(c.used, id)
	}
	size, kept := 0, 0
	for kept < min(len(c.used), mostUsed) {
		if size += len(shortenID(c.used[len(c.used)-1-kept])); size > mostIDs {
			break
		}
		kept++
	}
	c.used = slices.Delete(c.used, 0, len(c.used)-kept)
}

func (c *course) stages() []Stage {
	var gone []Stage
	for _, stage := range Stages() {
		if slices.ContainsFunc(c.turns, func(t Turn) bool { return slices.Contains(t.Stages(), stage) }) {
			gone = append(gone, stage)
		}
	}
	return gone
}

// did reports whether the agent has done one of the acts in some reply.
func (c *course) did(acts ...Act) bool {
	return slices.ContainsFunc(c.turns, func(t Turn) bool { return t.does(acts...) })
}

func (t Turn) does(acts ...Act) bool {
	return slices.ContainsFunc(acts, func(a Act) bool { return slices.Contains(t.Acts, a) })
}

// closed reports whether the last word was the agent's, and a farewell: the
// case is closed, or the customer was content and is wished well.
func (c *course) closed() bool {
	if len(c.turns) == 0 {
		return false
	}
	customer, _ := c.last(TheCustomer)
	content := customer.Answer == Agrees || c.proposal() == agreed
	last := c.turns[len(c.turns)-1]
	return last.does(ActClose) || content && last.does(ActWish) && !last.does(ActAsk, ActConfirm)
}

// A proposalState is how a proposal stands.
type proposalState uint8

const (
	nothingProposed proposalState = iota
	proposed                      // and nobody knows what the customer thinks
	asked                         // the customer was asked, and has not said
	agreed
)

// proposal returns how the last proposal stands. A customer who corrects takes
// an agreement back. An agent who asks, or gives back what was understood, is
// not proposing yet.
func (c *course) proposal() proposalState {
	state := nothingProposed
	for _, t := range c.turns {
		switch {
		case t.Speaker == TheAgent && t.does(ActPropose, ActOfferChoice) && !t.does(ActParaphrase, ActAsk):
			state = proposed
			if t.does(ActConfirm, ActOfferChoice) {
				state = asked
			}
		case t.Speaker == TheAgent && state == proposed && t.does(ActConfirm):
			state = asked
		case t.Speaker == TheCustomer && state != nothingProposed:
			switch {
			case t.Answer == Corrects:
				state = proposed
			case t.Answer == Agrees:
				state = agreed
			}
		}
	}
	return state
}

// customerVoice returns how the customer speaks: the register and address
// last heard that left no doubt, in the language that is spoken now.
func (c *course) customerVoice() (register Register, address Address) {
	now, ok := c.last(TheCustomer)
	if !ok {
		return Neutral, NoAddress
	}
	for _, t := range c.turns {
		if t.Speaker != TheCustomer || t.Language != now.Language {
			continue
		}
		if t.Register != Neutral {
			register = t.Register
		}
		if t.Address != NoAddress {
			address = t.Address
		}
	}
	return register, address
}

// language returns what the customer writes in, or [language.Und].
func (c *course) language() language.Tag {
	t, ok := c.last(TheCustomer)
	if !ok {
		return language.Und
	}
	return t.Language
}

// spoke reports whether a speaker has said anything yet.
func (c *course) spoke(s Speaker) bool {
	_, ok := c.last(s)
	return ok
}
