package localecheck

import (
	"strings"

	"github.com/empathykit/empathykit/empathy"
)

func twinChecks() []Check {
	return []Check{
		{
			ID: "duplicate", Title: "the same words twice", Severity: empathy.Error,
			Advice:   "a customer would read the same sentence again; say it in another way, or take it out",
			language: duplicates,
		},
		{
			ID: "near-duplicate", Title: "two variants that differ by a word", Severity: empathy.Error,
			Advice:   "variety is another way to say it: another start, another image, another order",
			language: nearDuplicates,
		},
	}
}

func duplicates(l *locale, report reporter) {
	first := map[string]string{}
	for _, m := range l.messages {
		text := m.Get("other")
		if text == "" {
			continue
		}
		if id, seen := first[text]; seen {
			if id != m.ID {
				report(m.place(), "says the same as %s", id)
			}
			continue
		}
		first[text] = m.ID
	}
}

func nearDuplicates(l *locale, report reporter) {
	for i, m := range l.messages {
		for _, q := range l.messages[:i] {
			x, y := m.Get("other"), q.Get("other")
			if q.id.Intent == m.id.Intent && q.id.Register == m.id.Register && x != "" && y != "" && x != y && nearlySame(x, y) {
				report(m.place(), "differs from %s by a word", q.ID)
				break
			}
		}
	}
}

// nearlySame reports whether two texts differ in one word at most: taken
// from both ends, what they share covers all but one word of the longer. A
// word of a language written without spaces is taken to be two characters.
func nearlySame(x, y string) bool {
	a, b, word := strings.Fields(x), strings.Fields(y), 1
	if len(a) <= 2 {
		a, b, word = strings.Split(x, ""), strings.Split(y, ""), 2
	}
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return max(len(a), len(b))-head-tail <= word
}
