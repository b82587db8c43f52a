package empathy

// An Act is what a piece of a reply does (a speech act). Acts up to
// [ActFeedback] are part of good service; those from [ActBlame] on are faults.
type Act uint8

const (
	NoAct          Act = iota // nothing that the vocabulary names
	ActGreet                  // greets
	ActInvite                 // invites the customer to tell
	ActAcknowledge            // recognises a feeling
	ActApologize              // says sorry
	ActThank                  // thanks
	ActAsk                    // asks or demands information
	ActParaphrase             // gives back what was understood
	ActExplain                // names a cause, or says it is being found out
	ActPropose                // says what will be or can be done
	ActOfferChoice            // lets the customer choose
	ActPromiseTime            // names a time
	ActReassure               // says how it is kept from recurring, or who owns it
	ActDecline                // says no
	ActHandOver               // passes on to somebody else
	ActWait                   // asks to wait
	ActConfirm                // asks whether it works
	ActWish                   // wishes well
	ActClose                  // ends the conversation
	ActFeedback               // asks for feedback
	ActBlame                  // puts the fault on the customer
	ActArgue                  // contradicts or lectures
	ActDismiss                // minimises the problem or the feeling
	ActPress                  // pushes or sells
	ActCapitulate             // agrees against one's own company, grovels
	ActBoilerplate            // says a script phrase
)

var actNames = names{"", "greet", "invite", "acknowledge", "apologize", "thank", "ask", "paraphrase", "explain", "propose", "offer-choice", "promise-time", "reassure", "decline", "hand-over", "wait", "confirm", "wish", "close", "feedback", "blame", "argue", "dismiss", "press", "capitulate", "boilerplate"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (a Act) String() string { return actNames.text(int(a)) }

// ParseAct reads the text form of an act; the error is an [*UnknownNameError].
func ParseAct(s string) (Act, error) {
	i, err := actNames.parse("act", s)
	return Act(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (a Act) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseAct] accepts.
func (a *Act) UnmarshalText(b []byte) error {
	parsed, err := ParseAct(string(b))
	if err == nil {
		*a = parsed
	}
	return err
}

// Fault reports whether the act is one that a reply should not contain.
func (a Act) Fault() bool { return a >= ActBlame }

// Level returns the level that the act speaks on. Faults have no level of
// their own and count as Business.
func (a Act) Level() Level {
	switch a {
	case ActGreet, ActInvite, ActAcknowledge, ActApologize, ActThank, ActParaphrase, ActReassure, ActWish:
		return Human
	}
	return Business
}

// Acts returns all acts, the faults last.
func Acts() []Act {
	acts := make([]Act, 0, len(actNames)-1)
	for a := ActGreet; a <= ActBoilerplate; a++ {
		acts = append(acts, a)
	}
	return acts
}
