package main

import "github.com/empathykit/empathykit/empathy"

// A Session is a conversation and where the bot stands in it. None of it is
// what anybody wrote.
type Session struct {
	Stage    Stage  `json:"stage"`
	Language string `json:"language"` // as the customer writes; at first that of the page
	Invited  bool   `json:"invited"`  // to tell what happened
	Parcel   string `json:"parcel"`   // the number, once it is known to the carrier
	Option   string `json:"option"`   // what was arranged
	Misses   int    `json:"misses"`   // how often in a row the bot has not understood

	conversation *empathy.Conversation
}

// A Stage is where the bot stands.
type Stage int

// The stages, in their order.
const (
	Asking     Stage = iota // which parcel is it?
	Offered                 // there are two ways: which one?
	Promised                // it is arranged: does it work?
	Agreed                  // it does: is there anything else?
	Closed                  // nothing is open
	HandedOver              // a person takes over
)

// missed counts a miss, and reports whether it is time for a person.
func (s *Session) missed() bool {
	s.Misses++
	return s.Misses > 2
}
