package empathy

import (
	"slices"
	"sync"
)

// A Conversation follows what a customer and an agent write to each other, in
// turn. It remembers how things stand, and no words unless [KeepText] asks for
// them: language, register, address, feeling and its strength over time, which
// needs are open and which are met, what the replies did, which phrases were
// used, and fingerprints of the agent's sentences that tell when one is said
// again. Of a long conversation the last 40 messages are remembered.
//
// The zero Conversation is ready: it uses the checker behind [Check]. A
// Conversation may be used by several goroutines; each message is taken whole,
// in the order in which the calls come in. It must not be copied.
type Conversation struct {
	checker *Checker
	mu      sync.Mutex
	keep    bool
	course  course
}

// A ConversationOption sets what a [Conversation] does.
type ConversationOption func(*Conversation)

// KeepText makes a conversation keep the messages themselves, in [Turn].Text
// and in its state. Customers' words are personal: without this option they
// are gone when the reply has been checked.
func KeepText() ConversationOption { return func(c *Conversation) { c.keep = true } }

// NewConversation begins a conversation.
func (c *Checker) NewConversation(options ...ConversationOption) *Conversation {
	conversation := &Conversation{checker: c}
	for _, option := range options {
		option(conversation)
	}
	return conversation
}

// ResumeConversation takes up a conversation from the JSON that it was
// marshalled to. The error is a [*StateError].
func (c *Checker) ResumeConversation(state []byte, options ...ConversationOption) (*Conversation, error) {
	conversation := c.NewConversation(options...)
	if err := conversation.UnmarshalJSON(state); err != nil {
		return nil, err
	}
	return conversation, nil
}

// Customer hears a customer's message. The report's Customer is its tone; the
// findings are about the course of the conversation: [RuleFeelingRising].
// Messages that follow one another without a reply between them are answered
// together. The report's errors are those of [Checker.Analyze]; a message that
// could not be read is not remembered.
func (c *Conversation) Customer(message string) Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.hear(message)
}

// Agent checks an agent's reply in the light of the whole conversation and
// remembers it as said. The rules are those of [Checker.Check], without what
// earlier replies have dealt with and what may come later, and
// [ConversationRules]. phrases are the IDs of the catalog's phrases that the
// reply is made of, if it is: they tell for certain what it does, and
// [Advice].Used leads to others next time.
func (c *Conversation) Agent(reply string, phrases ...string) Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	report, s := c.judge(reply, phrases)
	c.say(s)
	c.course.use(phrases)
	return report
}

// Check checks a draft as [Conversation.Agent] does, and remembers nothing.
func (c *Conversation) Check(draft string, phrases ...string) Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	report, _ := c.judge(draft, phrases)
	return report
}

// Advise says what to say next, in the light of the whole conversation and of
// what the agent knows of the matter. Where it is the customer's turn, the
// advice has no steps.
func (c *Conversation) Advise(situations ...Situation) Advice {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.advise(situations)
}

// Used tells the conversation of phrases that were used apart from
// [Conversation.Agent], by their IDs, so that the advice leads to others.
func (c *Conversation) Used(ids ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.course.use(ids)
}

// Turns returns what is remembered of the messages, the first one first.
func (c *Conversation) Turns() []Turn {
	c.mu.Lock()
	defer c.mu.Unlock()
	turns := slices.Clone(c.course.turns)
	for i := range turns {
		turns[i].Acts, turns[i].Levels = slices.Clone(turns[i].Acts), slices.Clone(turns[i].Levels)
	}
	return turns
}

// Needs returns the needs that the customer has shown: those that are open,
// the weightiest first, and those that the replies have met. Dignity is never
// done with: it stays open.
func (c *Conversation) Needs() (open, met []Need) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.course.needs.open(), c.course.needs.met()
}

// Stages returns the stages that the replies have gone through.
func (c *Conversation) Stages() []Stage {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.course.stages()
}

// Closed reports whether the agent has closed the conversation and the
// customer has not written since.
func (c *Conversation) Closed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.course.closed()
}

// MarshalJSON returns the state of the conversation, for [Checker.ResumeConversation].
// It is at most 4 KB without [KeepText], has a version, and holds no message:
// of words there are only 16-bit fingerprints, many words to each.
func (c *Conversation) MarshalJSON() ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.course.marshal()
}

// UnmarshalJSON takes up a state; the conversation keeps its checker and its
// options. The error is a [*StateError], and the conversation is as it was.
func (c *Conversation) UnmarshalJSON(state []byte) error {
	course, err := unmarshalCourse(state)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.course = course
	return nil
}

// judgeBy returns the checker that the conversation uses.
func (c *Conversation) judgeBy() *Checker {
	if c.checker == nil {
		return standard()
	}
	return c.checker
}
