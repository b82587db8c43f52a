package localecheck

import (
	"fmt"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

func hearingChecks() []Check {
	return []Check{
		{
			ID: "load", Title: "a language that programs cannot load", Severity: empathy.Error,
			Advice:   "mend what the message names",
			language: unloadable,
		},
		{
			ID: "render", Title: "a phrase that comes out wrong", Severity: empathy.Error,
			Advice:   "try it with and without what stands between {{with …}} and {{end}}: spaces and commas belong inside",
			language: badRenderings,
		},
		{
			ID: "address", Title: "familiar address in a polite phrase, or the reverse", Severity: empathy.Error,
			language: wrongAddress,
		},
		{
			ID: "register", Title: "a register other than the declared one", Severity: empathy.Warning,
			Advice:   "reword it, or move it to the register that it sounds like",
			language: wrongRegister,
		},
		{
			ID: "boilerplate", Title: "a script phrase that customers have heard too often", Severity: empathy.Warning,
			Advice:   "say what you would say to somebody across the table",
			language: scriptPhrases,
		},
		{
			ID: "own-check", Title: "a phrase that our own check objects to", Severity: empathy.Error,
			Advice:   "reword it; empathy analyze --signals shows what was heard",
			language: ownFindings,
		},
	}
}

// unloadable reports what keeps the library from loading the language, where
// no other check has found it.
func unloadable(l *locale, report reporter) {
	if l.errors > 0 {
		l.spoken()
		return
	}
	if err := l.spoken().err; err != nil {
		report(place{file: l.folder}, "%v", err)
	}
}

func badRenderings(l *locale, report reporter) {
	for i := range l.spoken().sayings {
		s := &l.voice.sayings[i]
		for _, err := range s.errs {
			report(s.place(), "%v", err)
			break
		}
		for _, text := range s.texts {
			if why := renderingFault(text); why != "" {
				report(s.place(), "%s in %q", why, text)
				break
			}
		}
	}
}

func renderingFault(text string) string {
	switch {
	case strings.TrimSpace(text) == "":
		return "nothing is left"
	case strings.Contains(text, "<no value>"):
		return "a value is missing"
	case strings.ContainsAny(text, "{}"):
		return "a brace is left"
	}
	return ""
}

// wrongAddress listens for T in formal and neutral phrases, V in informal
// ones, and both in any.
func wrongAddress(l *locale, report reporter) {
	l.eachTone(func(s *saying, t empathy.Tone) {
		polite := s.phrase.ID.Register != empathy.Informal
		at := s.place()
		switch {
		case t.Address == empathy.Mixed:
			at.advice = "keep to one address"
			report(at, "%q addresses the customer in two ways", s.plain)
		case polite && t.Address == empathy.T:
			at.advice = "address politely, or move the phrase to informal"
			report(at, "%q is familiar, and the phrase is declared %v", s.plain, s.phrase.ID.Register)
		case !polite && t.Address == empathy.V:
			at.advice = "address familiarly, or move the phrase to neutral"
			report(at, "%q is polite, and the phrase is declared informal", s.plain)
		}
	})
}

// wrongRegister lets pass what has no register of its own: a single sentence
// seldom shows it in full.
func wrongRegister(l *locale, report reporter) {
	l.eachTone(func(s *saying, t empathy.Tone) {
		informal := s.phrase.ID.Register == empathy.Informal
		if informal && t.Register == empathy.Formal || !informal && t.Register == empathy.Informal {
			report(s.place(), "%q sounds %v, and the phrase is declared %v", s.plain, t.Register, s.phrase.ID.Register)
		}
	})
}

// eachTone listens to every phrase, where the language has a tone file.
func (l *locale) eachTone(visit func(*saying, empathy.Tone)) {
	v := l.spoken()
	if v.checker == nil {
		return
	}
	for i := range v.sayings {
		if t, err := v.checker.Analyze(v.sayings[i].plain); err == nil {
			visit(&v.sayings[i], t)
		}
	}
}

// scriptPhrases listens for fault.boilerplate itself: the rule lets a script
// phrase pass where the rest of a reply makes up for it, and a catalog should
// have none.
func scriptPhrases(l *locale, report reporter) {
	lex := l.lexicon()
	if lex == nil {
		return
	}
	var scanner lexicon.Scanner
	for i := range l.spoken().sayings {
		s := &l.voice.sayings[i]
		doc := text.Parse(s.plain)
		for _, m := range scanner.Scan(lex, doc, false) {
			if m.Section == lexicon.FaultBoilerplate && m.Strength >= lexicon.Strong {
				report(s.place(), "%q is a script phrase (%s:%d)", s.plain[doc.Tokens[m.First].Start:doc.Tokens[m.Last-1].End], l.toneFile(), m.Line)
				break
			}
		}
	}
}

// ownFindings checks every phrase as a reply to nobody in particular.
func ownFindings(l *locale, report reporter) {
	v := l.spoken()
	if v.checker == nil {
		return
	}
	for i := range v.sayings {
		s := &v.sayings[i]
		for f := range v.checker.Check("", s.plain).Findings() {
			if f.Rule == empathy.RuleMixedAddress {
				continue // reported as address
			}
			what := s.plain
			if f.Span.End > f.Span.Start {
				what = s.plain[f.Span.Start:f.Span.End]
			}
			at := s.place()
			at.advice = fmt.Sprintf("%s (heard by %s)", f.Message, l.toneFile())
			report(at, "%v: %q", f.Rule, what)
		}
	}
}
