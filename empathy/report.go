package empathy

import (
	"iter"
	"slices"
)

// A Finding is one thing that does not fit in a reply.
type Finding struct {
	Rule        Rule
	Severity    Severity
	Confidence  float64  // 0 to 1
	Message     string   // what is off and what would mend it, for the reviewer
	Span        Span     // in the reply; empty where something is missing rather than wrong
	Customer    Span     // what in the customer's message called for it; may be empty
	Suggestions []string // better words in the reply's language, if the checker has a [Suggester]
	Replaces    Span     // the sentence of the reply that each suggestion may stand for; empty where they are to be added
}

// A Report is what a check found.
type Report struct {
	Customer Tone // as far as it could be read
	Reply    Tone

	findings []Finding
	err      error
}

// Findings returns what does not fit, in the order of the rules.
func (r Report) Findings() iter.Seq[Finding] { return slices.Values(r.findings) }

// Len returns how many findings there are.
func (r Report) Len() int { return len(r.findings) }

// Err says why the reply could not be judged whole; the errors are those of
// [Checker.Analyze]. A reply without a customer's message is no error: the
// rules that need only the reply are applied. Where Err is about the
// customer's message, they are applied too.
func (r Report) Err() error { return r.err }

// Worst returns the greatest severity found; ok is false where there is none.
func (r Report) Worst() (worst Severity, ok bool) {
	for _, f := range r.findings {
		worst = max(worst, f.Severity)
	}
	return worst, len(r.findings) > 0
}
