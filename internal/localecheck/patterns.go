package localecheck

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

func patternChecks() []Check {
	return []Check{
		{
			ID: "pattern-duplicate", Title: "a pattern that stands twice in a section", Severity: empathy.Warning,
			Advice:   "take one out",
			language: duplicatePatterns,
		},
		{
			ID: "pattern-unreachable", Title: "a pattern that never finds anything", Severity: empathy.Warning,
			language: deadPatterns,
		},
		{
			ID: "pattern-superfluous", Title: "a pattern that other patterns make superfluous", Severity: empathy.Note,
			Advice:   "take it out, unless it stands there for readers",
			language: superfluousPatterns,
		},
		{
			ID: "pattern-conflict", Title: "words that tell two contrary things", Severity: empathy.Warning,
			Advice:   "decide which they tell, and take them out of the other",
			language: conflictingPatterns,
		},
		{
			ID: "pattern-clean", Title: "a fault that is heard in clean replies", Severity: empathy.Warning,
			Advice:   "make the pattern longer, or write an except for what it should not find",
			language: heardInClean,
		},
		{
			ID: "class-unused", Title: "a class that no pattern names", Severity: empathy.Note,
			Advice:   "take it out",
			language: unusedClasses,
		},
	}
}

func (l *locale) patternPlace(e *lexicon.Entry) place {
	return place{file: l.toneFile(), line: e.Line, subject: strings.Trim(e.Section.String()+"."+e.Key, ".")}
}

// duplicatePatterns compares patterns as they stand, without regard to case.
func duplicatePatterns(l *locale, report reporter) {
	if l.tone == nil {
		return
	}
	first := map[string]*lexicon.Entry{}
	for i := range l.tone.Entries {
		e := &l.tone.Entries[i]
		key := e.Section.String() + "." + e.Key + " " + strings.ToLower(strings.Join(strings.Fields(e.Pattern), " "))
		if other := first[key]; other != nil {
			report(l.patternPlace(e), "%q stands already in line %d", e.Pattern, other.Line)
			continue
		}
		first[key] = e
	}
}

// mostExamples is how many examples of a pattern are tried.
const mostExamples = 12

// A trial is what happened to one example of a pattern.
type trial struct {
	example  string
	found    bool
	excepted int   // the exception that takes it away; -1 if none
	covering []int // other patterns that tell the same of the same words, or of more
	contrary []int // patterns of a contrary section that find the same words
}

// trials tries each pattern on its own examples, once.
func (l *locale) trials() [][]trial {
	if l.tried == nil && l.tone != nil {
		l.tried = make([][]trial, len(l.tone.Entries))
		for i := range l.tone.Entries {
			for _, example := range l.tone.Entries[i].Examples(mostExamples) {
				l.tried[i] = append(l.tried[i], l.try(i, example))
			}
		}
	}
	return l.tried
}

func (l *locale) try(i int, example string) trial {
	t := trial{example: example, excepted: -1}
	hits, own, found := l.inContext(i, example)
	if t.found = found; !found {
		return t
	}
	e := &l.tone.Entries[i]
	for _, h := range hits {
		other := &l.tone.Entries[h.Entry]
		covers := h.First <= own.First && h.Last >= own.Last
		switch {
		case h.Entry == i:
		case other.Section != e.Section:
			if covers && h.Last-h.First == own.Last-own.First && contrary(e, other) {
				t.contrary = append(t.contrary, h.Entry)
			}
		case other.IsException() && !e.IsException():
			if h.First < own.Last && h.Last > own.First {
				t.excepted = h.Entry
			}
		case covers && other.IsException() == e.IsException() && other.Strength >= e.Strength:
			t.covering = append(t.covering, h.Entry)
		}
	}
	return t
}

// inContext finds the pattern in a sentence around its example: among other
// words if it can stand there, so that what is only said of the start or the
// end of a sentence does not speak for it.
func (l *locale) inContext(i int, example string) (hits []lexicon.Hit, own lexicon.Hit, found bool) {
	filler := "jqx"
	if isHan(l.base()) {
		filler = "甲"
	}
	for _, sentence := range []string{filler + " " + example + " " + filler, example + " " + filler, filler + " " + example, example} {
		hits, _ = l.tone.Found(sentence)
		for _, h := range hits {
			if h.Entry == i && (!found || h.Last-h.First > own.Last-own.First) {
				own, found = h, true
			}
		}
		if found {
			break
		}
	}
	return hits, own, found
}

// contraries are sections of which a word can tell only one.
var contraries = [][]lexicon.Section{
	{lexicon.AddressV, lexicon.AddressT},
	{lexicon.RegisterFormal, lexicon.RegisterInformal},
	{lexicon.EmotionJoy, lexicon.EmotionAnger, lexicon.EmotionFrustration, lexicon.EmotionWorry, lexicon.EmotionDisappointment},
}

func contrary(x, y *lexicon.Entry) bool {
	if x.Strength < lexicon.Strong || y.Strength < lexicon.Strong {
		return false
	}
	for _, group := range contraries {
		i, j := slices.Index(group, x.Section), slices.Index(group, y.Section)
		if i >= 0 && j >= 0 && i != j && (i == 0 || j == 0) {
			return true
		}
	}
	return false
}

// deadPatterns reports patterns none of whose examples is found, or all of
// whose examples an exception takes away.
func deadPatterns(l *locale, report reporter) {
	for i, trials := range l.trials() {
		e := &l.tone.Entries[i]
		if len(trials) == 0 {
			continue
		}
		found := slices.ContainsFunc(trials, func(t trial) bool { return t.found })
		alive := slices.ContainsFunc(trials, func(t trial) bool { return t.found && t.excepted < 0 })
		at := l.patternPlace(e)
		switch {
		case !found:
			at.advice = "a mark inside may end the sentence; ? and ! stand alone, at the end, and mean the mark itself"
			report(at, "%q does not even find %q", e.Pattern, trials[0].example)
		case !alive:
			exception := &l.tone.Entries[trials[0].excepted]
			at.advice = "take out one of the two"
			report(at, "%q is taken away by the exception %q in line %d", e.Pattern, exception.Pattern, exception.Line)
		}
	}
}

// superfluousPatterns goes from the end of the file and takes out, in
// thought, what the patterns that are left find anyway.
func superfluousPatterns(l *locale, report reporter) {
	trials := l.trials()
	out := map[int]bool{}
	for i := len(trials) - 1; i >= 0; i-- {
		if e := &l.tone.Entries[i]; e.IsModifier() || len(trials[i]) == 0 || len(trials[i]) >= mostExamples {
			continue // too many examples to know them all
		}
		covering := -1
		whole := !slices.ContainsFunc(trials[i], func(t trial) bool {
			at := slices.IndexFunc(t.covering, func(j int) bool { return !out[j] && !l.tone.Entries[j].IsModifier() })
			if at >= 0 {
				covering = t.covering[at]
			}
			return at < 0
		})
		if whole {
			out[i] = true
			e, other := &l.tone.Entries[i], &l.tone.Entries[covering]
			report(l.patternPlace(e), "%q: all that it finds, %q in line %d finds too", e.Pattern, other.Pattern, other.Line)
		}
	}
}

func conflictingPatterns(l *locale, report reporter) {
	for i, trials := range l.trials() {
		e := &l.tone.Entries[i]
		if len(trials) == 0 || slices.ContainsFunc(trials, func(t trial) bool { return len(t.contrary) == 0 }) {
			continue
		}
		other := &l.tone.Entries[trials[0].contrary[0]]
		if other.Section > e.Section { // reported once, at the later section
			continue
		}
		report(l.patternPlace(e), "%q also tells %v: line %d", e.Pattern, other.Section, other.Line)
	}
}

func unusedClasses(l *locale, report reporter) {
	if l.tone == nil {
		return
	}
	for _, member := range l.tone.Unused {
		report(place{file: l.toneFile(), line: member.Line, subject: "class." + member.Key}, "no pattern names <%s>", member.Key)
	}
}

// heardInClean listens to the corpus's replies that have no finding.
func heardInClean(l *locale, report reporter) {
	replies, err := l.cleanReplies()
	if err != nil {
		report(place{file: l.toneFile(), line: 1, subject: "corpus"}, "%v", err)
		return
	}
	lex := l.lexicon()
	if lex == nil || l.tone == nil || len(replies) == 0 {
		return
	}
	heard := make([][]string, len(l.tone.Entries))
	var scanner lexicon.Scanner
	for _, reply := range replies {
		for _, m := range scanner.Scan(lex, text.Parse(reply), false) {
			n := len(heard[m.Pattern])
			if m.Strength >= lexicon.Strong && isFault(m.Section) && !m.Conditional && (n == 0 || heard[m.Pattern][n-1] != reply) {
				heard[m.Pattern] = append(heard[m.Pattern], reply)
			}
		}
	}
	for i, found := range heard {
		if len(found) > 0 {
			e := &l.tone.Entries[i]
			report(l.patternPlace(e), "%q is heard in %d of %d clean replies: %q", e.Pattern, len(found), len(replies), shortened(found[0]))
		}
	}
}

// isFault reports whether a section is a fault whoever is answered; cheerful
// words are one only towards somebody who is upset.
func isFault(s lexicon.Section) bool {
	return s >= lexicon.FaultBlame && s <= lexicon.FaultEffort
}

func shortened(s string) string {
	const most = 100
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// cleanReplies reads the replies without findings from LANG.jsonl of the
// corpus. The part for tests stays unread.
func (l *locale) cleanReplies() ([]string, error) {
	if l.options.corpus == nil {
		return nil, nil
	}
	name := l.base() + ".jsonl"
	data, err := fs.ReadFile(l.options.corpus, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the corpus: %w", err)
	}
	var replies []string
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var pair struct {
			Part, Reply string
			Findings    []string
		}
		if err := json.Unmarshal(lines.Bytes(), &pair); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if pair.Part != "test" && pair.Reply != "" && len(pair.Findings) == 0 {
			replies = append(replies, pair.Reply)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return replies, nil
}
