package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// A Bot answers customers who ask for a parcel. What it says is the advice of
// the conversation, the catalog's phrases, and its own words about parcels.
type Bot struct {
	Checker *empathy.Checker
	Catalog *phrases.Catalog
	Carrier Carrier
	Words   map[string]Words
	Now     func() time.Time
}

// A Reply is what the bot says, and what can be answered with one tap.
type Reply struct {
	Text     string   `json:"text"`
	Language string   `json:"language"`
	Options  []string `json:"options,omitempty"`
	Closed   bool     `json:"closed,omitempty"`
}

// errUnfit is returned where the check refuses every wording.
var errUnfit = errors.New("no wording passes the check")

// Begin says the first words, in the language of the page, and who speaks: a
// program.
func (b *Bot) Begin(s *Session) Reply {
	s.conversation.Agent(b.words(s).Hello)
	return Reply{Text: b.words(s).Hello, Language: s.Language}
}

// Hear answers a message.
func (b *Bot) Hear(s *Session, message string) (Reply, error) {
	heard := message
	if b.tapped(s, message) { // a button has our words on it: they tell nothing of how the customer feels
		heard = b.words(s).Tap
	}
	err := s.conversation.Customer(heard).Err()
	if errors.Is(err, empathy.ErrUnknownLanguage) {
		return Reply{Text: b.words(s).Unreadable, Language: s.Language}, nil
	}
	if err != nil {
		return Reply{}, fmt.Errorf("reading the message: %w", err)
	}
	if tag := s.conversation.Advise().Language; tag != language.Und {
		s.Language = base(tag)
	}
	reply, err := b.answer(s, message)
	if errors.Is(err, errUnfit) { // a person does better than a poor reply
		reply, err = b.handOver(s)
	}
	return reply, err
}

// answer goes on from where the conversation stands.
func (b *Bot) answer(s *Session, message string) (Reply, error) {
	number := numberIn(message)
	switch {
	case s.Stage == HandedOver:
		return b.handOver(s)
	case number != "" && (number != s.Parcel || s.Stage == Asking):
		return b.lookUp(s, number)
	case s.Stage == Asking:
		return b.ask(s)
	case s.Stage == Offered:
		return b.choose(s, message)
	}
	return b.conclude(s, message)
}

// ask lets the customer tell, and asks for the parcel number.
func (b *Bot) ask(s *Session) (Reply, error) {
	if advice := s.conversation.Advise(); has(advice, empathy.Listening) && !s.Invited {
		s.Invited = true
		advice.Steps = []empathy.Step{{Stage: empathy.Listening, Intent: "listening.invite"}}
		return b.say(s, advice, phrases.Args{}, "")
	}
	if s.missed() {
		return b.handOver(s)
	}
	return b.say(s, s.conversation.Advise(empathy.DetailsMissing), phrases.Args{}, b.words(s).Ask)
}

// lookUp explains what the carrier knows, and offers a choice.
func (b *Bot) lookUp(s *Session, number string) (Reply, error) {
	parcel, ok := b.Carrier.Find(number)
	if !ok {
		if s.missed() {
			return b.handOver(s)
		}
		advice := s.conversation.Advise(empathy.DetailsMissing)
		advice.Steps = slices.DeleteFunc(advice.Steps, func(step empathy.Step) bool { return step.Intent == "clarifying.permission" })
		return b.say(s, advice, phrases.Args{}, b.words(s).Unknown)
	}
	s.Parcel, s.Option, s.Stage, s.Misses = number, "", Offered, 0
	advice := s.conversation.Advise(empathy.TwoWays)
	if !has(advice, empathy.Explaining) { // nobody has to ask why
		i := slices.IndexFunc(advice.Steps, func(step empathy.Step) bool { return step.Stage == empathy.Resolving })
		advice.Steps = slices.Insert(advice.Steps, max(i, 0), empathy.Step{Stage: empathy.Explaining, Intent: "explaining.cause_known"})
	}
	return b.offer(s, parcel, advice)
}

// offer says the two ways there are. Whether it works is asked when one is
// chosen, and when it comes is said with it.
func (b *Bot) offer(s *Session, parcel Parcel, advice empathy.Advice) (Reply, error) {
	advice.Steps = slices.DeleteFunc(advice.Steps, func(step empathy.Step) bool {
		return step.Stage == empathy.Confirming || step.Intent == "reassuring.certainty"
	})
	args, offers, err := b.argsFor(s, parcel)
	if err != nil {
		return Reply{}, err
	}
	reply, err := b.say(s, advice, args, "")
	reply.Options = offers
	return reply, err
}

// choose hears which way the customer wants, and arranges it.
func (b *Bot) choose(s *Session, message string) (Reply, error) {
	parcel, ok := b.Carrier.Find(s.Parcel)
	if !ok {
		return b.handOver(s)
	}
	option, err := b.chosen(s, parcel, message)
	if err != nil {
		return Reply{}, err
	}
	if option == "" {
		if s.missed() {
			return b.handOver(s)
		}
		return b.offer(s, parcel, withChoice(s.conversation.Advise(empathy.TwoWays)))
	}
	if err := b.Carrier.Arrange(parcel.Number, option); err != nil {
		return Reply{}, fmt.Errorf("arranging %s: %w", option, err)
	}
	s.Option, s.Stage, s.Misses = option, Promised, 0
	return b.promise(s, parcel)
}

// promise says what is arranged, for when, and asks whether it works.
func (b *Bot) promise(s *Session, parcel Parcel) (Reply, error) {
	args, offers, err := b.argsFor(s, parcel)
	if err != nil {
		return Reply{}, err
	}
	i := slices.IndexFunc(parcel.Options[:], func(o Option) bool { return o.Key == s.Option })
	if i < 0 || len(offers) <= i {
		return b.handOver(s)
	}
	when, err := b.when(s, parcel.Options[i].When(b.Now()))
	if err != nil {
		return Reply{}, err
	}
	advice := s.conversation.Advise(empathy.SolutionDone)
	advice.Steps = slices.DeleteFunc(advice.Steps, func(step empathy.Step) bool { // thanks and farewells come when it works
		return step.Stage == empathy.Confirming || step.Stage == empathy.Closing || step.Stage == empathy.Acknowledging && !advice.Emotion.Negative()
	})
	advice.Steps = append(advice.Steps, empathy.Step{Stage: empathy.Confirming, Intent: "confirming.works"})
	return b.say(s, advice, args, at(b.words(s).Options[s.Option].Done, when))
}

// conclude closes with the customer's agreement, and only so.
func (b *Bot) conclude(s *Session, message string) (Reply, error) {
	parcel, ok := b.Carrier.Find(s.Parcel)
	if !ok {
		return b.handOver(s)
	}
	turns := s.conversation.Turns()
	last := turns[len(turns)-1]
	switch {
	case s.Stage != Promised && (b.words(s).endIn(message) || last.Answer == empathy.Agrees || last.Emotion.Positive()):
		return b.part(s)
	case s.Stage != Promised: // something else, or it did not work after all
		s.Stage, s.Misses = Asking, 0
		return b.ask(s)
	case last.Answer == empathy.Corrects:
		if s.missed() {
			return b.handOver(s)
		}
		s.Stage = Offered
		return b.offer(s, parcel, withChoice(s.conversation.Advise()))
	case last.Answer == empathy.Agrees || last.Emotion.Positive():
		return b.agree(s, parcel)
	case s.missed():
		return b.handOver(s)
	}
	return b.promise(s, parcel) // a question: say again what is arranged, and ask
}

// agree takes the customer's yes: gives what is still open, and asks whether
// there is anything else, or closes.
func (b *Bot) agree(s *Session, parcel Parcel) (Reply, error) {
	args, _, err := b.argsFor(s, parcel)
	if err != nil {
		return Reply{}, err
	}
	advice := s.conversation.Advise()
	s.Stage, s.Misses = Closed, 0
	if has(advice, empathy.Confirming) {
		s.Stage = Agreed
	}
	return b.say(s, advice, args, "")
}

// part says goodbye.
func (b *Bot) part(s *Session) (Reply, error) {
	advice := s.conversation.Advise()
	advice.Steps = []empathy.Step{{Stage: empathy.Closing, Intent: "closing.wish"}}
	if s.Stage == Agreed {
		advice.Steps = append([]empathy.Step{{Stage: empathy.Closing, Intent: "closing.thanks"}}, advice.Steps...)
	}
	s.Stage = Closed
	return b.say(s, advice, phrases.Args{}, "")
}

// handOver says that a person takes over, and when. From then on that is all
// the bot says.
func (b *Bot) handOver(s *Session) (Reply, error) {
	s.Stage = HandedOver
	when, err := b.when(s, phrases.Within(2, phrases.Hours))
	if err != nil {
		return Reply{}, err
	}
	advice := s.conversation.Advise(empathy.TakesLonger)
	advice.Steps = slices.DeleteFunc(advice.Steps, func(step empathy.Step) bool { return step.Intent == "reassuring.ownership" })
	return b.say(s, advice, phrases.Args{}, at(b.words(s).HandOver, when))
}

// has reports whether the advice goes through a stage.
func has(advice empathy.Advice, stage empathy.Stage) bool {
	return slices.ContainsFunc(advice.Steps, func(step empathy.Step) bool { return step.Stage == stage })
}

// withChoice keeps what the advice says to the person, and offers the choice
// again.
func withChoice(advice empathy.Advice) empathy.Advice {
	advice.Steps = slices.DeleteFunc(advice.Steps, func(step empathy.Step) bool {
		return step.Stage != empathy.Acknowledging && step.Stage != empathy.Apologizing
	})
	advice.Steps = append(advice.Steps, empathy.Step{Stage: empathy.Resolving, Intent: "resolving.choice"})
	return advice
}
