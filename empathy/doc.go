// Package empathy hears when an agent's reply does not fit the customer it
// answers.
//
// [Analyze] reads one message: language, register, T-V address, emotion and
// intensity. [Check] reads a customer's message and an agent's reply and
// returns what a careful quality reviewer would object to, as findings of 24
// rules. A [Checker] made by [New] does the same with options.
//
// A [Conversation] follows a customer and an agent from the first message to
// the farewell: it says what to say next and why ([Conversation.Advise]), holds
// every reply against all that was said before ([ConversationRules]), and
// marshals to a small state without anybody's words in it. A [Voice] says how
// a brand sounds.
//
// The vocabulary — [Stage], [Register], [Address], [Emotion], [Intensity],
// [Need], [Level], [Act], [Rule], [Severity] — is that of TONE_RULES.md and
// of the data files: every type's text form is the one that is written there.
//
// Everything in the package is safe for concurrent use. Messages are neither
// stored nor logged; a conversation holds on to the customer's last message
// until it is answered, and to all of them only with [KeepText].
package empathy

//go:generate go run ../internal/train/gen ../locales testdata/corpus
//go:generate go test -run ^TestTrainJudge$ . -update
