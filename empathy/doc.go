// Package empathy hears when an agent's reply does not fit the customer it
// answers.
//
// [Analyze] reads one message: language, register, T-V address, emotion and
// intensity. [Check] reads a customer's message and an agent's reply and
// returns what a careful quality reviewer would object to, as findings of 24
// rules. A [Checker] made by [New] does the same with options.
//
// The vocabulary — [Stage], [Register], [Address], [Emotion], [Intensity],
// [Need], [Level], [Act], [Rule], [Severity] — is that of TONE_RULES.md and
// of the data files: every type's text form is the one that is written there.
//
// Everything in the package is safe for concurrent use. Messages are neither
// stored nor logged.
package empathy

//go:generate go run ../internal/train/gen ../locales testdata/corpus
//go:generate go test -run ^TestTrainJudge$ . -update
