// Package localecheck finds what is wrong in a folder of languages: intents,
// phrases, tone files, messages, times and names. Each check is one entry of a
// list, with its id, what it looks for, how much it matters and what to do
// about it; testdata holds, by its id, a locale in which the fault is planted.
package localecheck

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/empathykit/empathykit/empathy"
)

// A Check looks for one kind of fault.
type Check struct {
	ID       string // "plural-missing"
	Title    string // what is wrong, in a few words
	Severity empathy.Severity
	Advice   string // what to do, unless a problem says so itself

	intents  func(*intentFile, reporter)
	language func(*locale, reporter)
	tries    bool // it tries the patterns of the tone file
}

// A Problem is a fault that a check has found.
type Problem struct {
	Check    string
	Severity empathy.Severity
	File     string // as it is called in the file system that was checked
	Line     int    // from 1; 0 where a file or a phrase is missing
	Subject  string // the phrase, the pattern or the key; may be empty
	Message  string // why it is wrong
	Advice   string // what to do
}

// String writes a problem as compilers do: file:line: severity: …
func (p Problem) String() string {
	place := p.File
	if p.Line > 0 {
		place = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	subject := p.Subject
	if subject != "" {
		subject += ": "
	}
	return fmt.Sprintf("%s: %v: %s%s [%s]", place, p.Severity, subject, p.Message, p.Check)
}

// A reporter takes what a check finds.
type reporter func(place, string, ...any)

// A place is where a fault is, and on what.
type place struct {
	file    string
	line    int
	subject string
	advice  string // empty: that of the check
}

// Checks returns all checks, in the order in which they run: what breaks a
// file first, matters of taste last.
func Checks() []Check {
	patterns := patternChecks()
	for i := range patterns {
		patterns[i].tries = true
	}
	return slices.Concat(intentChecks(), fileChecks(), idChecks(), templateChecks(), pluralChecks(), cellChecks(),
		twinChecks(), messageChecks(), timeChecks(), nameChecks(), toneChecks(), answerChecks(), hearingChecks(),
		letterChecks(), typographyChecks(), patterns)
}

// Worst returns the greatest severity among problems; ok is false where there
// are none.
func Worst(problems []Problem) (worst empathy.Severity, ok bool) {
	for _, p := range problems {
		worst = max(worst, p.Severity)
	}
	return worst, len(problems) > 0
}

// inOrder sorts problems by file and line.
func inOrder(problems []Problem) {
	slices.SortStableFunc(problems, func(x, y Problem) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Subject, y.Subject))
	})
}
