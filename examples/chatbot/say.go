package main

import (
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// wordings is how many wordings of a reply are tried.
const wordings = 8

// say composes a reply, holds it against the check, and remembers it as said.
// Of the wordings the first one without a finding is taken, or else the one whose
// findings weigh the least; one that must not be sent is never taken.
func (b *Bot) say(s *Session, advice empathy.Advice, args phrases.Args, body string) (Reply, error) {
	if advice.Language == language.Und { // nothing was heard yet
		advice.Language = language.Make(s.Language)
	}
	var best phrases.Reply
	least := -1
	for seed := range uint64(wordings) {
		reply, err := b.Catalog.Compose(advice, args, phrases.Body(body), phrases.Via(phrases.Chat), phrases.Seeded(seed))
		if err != nil {
			return Reply{}, fmt.Errorf("composing a reply: %w", err)
		}
		weight, ok := weigh(s.conversation.Check(reply.Text, reply.IDs()...))
		if ok && (least < 0 || weight < least) {
			best, least = reply, weight
		}
		if least == 0 {
			break
		}
	}
	if least < 0 {
		return Reply{}, errUnfit
	}
	s.conversation.Agent(best.Text, best.IDs()...)
	return Reply{Text: best.Text, Language: base(advice.Language), Closed: s.Stage == Closed}, nil
}

// weigh adds up what was found: a warning weighs as much as four notes. It is
// not ok where the reply must not be sent or could not be judged.
func weigh(report empathy.Report) (weight int, ok bool) {
	if report.Err() != nil {
		return 0, false
	}
	for f := range report.Findings() {
		switch f.Severity {
		case empathy.Error:
			return 0, false
		case empathy.Warning:
			weight += 4
		default:
			weight++
		}
	}
	return weight, true
}

func (b *Bot) words(s *Session) Words { return b.Words[s.Language] }

// when puts a time into the customer's language.
func (b *Bot) when(s *Session, moment phrases.Moment) (string, error) {
	return b.Catalog.When(language.Make(s.Language), b.Now(), moment)
}

// argsFor is what phrases may say of a parcel, and the options in words.
func (b *Bot) argsFor(s *Session, parcel Parcel) (phrases.Args, []string, error) {
	words := b.words(s)
	var offers []string
	for _, option := range parcel.Options {
		when, err := b.when(s, option.When(b.Now()))
		if err != nil {
			return phrases.Args{}, nil, err
		}
		offers = append(offers, at(words.Options[option.Key].Offer, when))
	}
	return phrases.Args{
		Cause: words.Causes[parcel.Cause], Step: words.Remedies[parcel.Cause], Count: parcel.DaysLate,
		OptionA: offers[0], OptionB: offers[1],
	}, offers, nil
}

// chosen returns the key of the option that a message speaks of; nothing where
// it speaks of none, or of both.
func (b *Bot) chosen(s *Session, parcel Parcel, message string) (string, error) {
	_, offers, err := b.argsFor(s, parcel)
	if err != nil {
		return "", err
	}
	if i := slices.Index(offers, message); i >= 0 {
		return parcel.Options[i].Key, nil
	}
	key, heard := "", 0
	for _, option := range parcel.Options {
		if b.words(s).Options[option.Key].heardIn(message) {
			key = option.Key
			heard++
		}
	}
	if heard != 1 {
		return "", nil
	}
	return key, nil
}

// tapped reports whether a message is an offer of ours, word for word: one tap
// on its button.
func (b *Bot) tapped(s *Session, message string) bool {
	parcel, ok := b.Carrier.Find(s.Parcel)
	if !ok || s.Stage != Offered {
		return false
	}
	_, offers, err := b.argsFor(s, parcel)
	return err == nil && slices.Contains(offers, message)
}
