package localecheck

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/phrases"
)

func cellChecks() []Check {
	return []Check{
		{
			ID: "cell-empty", Title: "nothing to say for an intent in a register", Severity: empathy.Error,
			language: func(l *locale, report reporter) {
				l.eachCell(func(c cell) {
					if len(c.written) == 0 {
						at := c.place()
						at.advice = fmt.Sprintf("write %s.1: %s", c.name(), c.intent.Description)
						report(at, "there is no phrase")
					}
				})
			},
		},
		{
			ID: "cell-thin", Title: "too few phrases for variety", Severity: empathy.Warning,
			Advice: "a conversation says no phrase twice; write another way to say it, not a synonym",
			language: func(l *locale, report reporter) {
				l.eachCell(func(c cell) {
					if n := len(c.written); n > 0 && n < l.options.variants {
						report(c.place(), "%d of %d variants", n, l.options.variants)
					}
				})
			},
		},
		{
			ID: "cell-needs", Title: "no phrase that does without optional arguments", Severity: empathy.Error,
			language: func(l *locale, report reporter) { l.eachCell(func(c cell) { needyCell(l, c, report) }) },
		},
	}
}

// A cell holds the variants of an intent in a register.
type cell struct {
	locale   *locale
	intent   *phrases.Intent
	register empathy.Register
	written  []message
	blank    []message // not written yet
}

func (c *cell) name() string { return c.intent.ID + "." + c.register.String() }

// place is the cell's first phrase, or the file in which it is missing.
func (c *cell) place() place {
	for _, m := range slices.Concat(c.written, c.blank) {
		return place{file: m.file.Name, line: m.Line, subject: c.name()}
	}
	stage, _, _ := cut(c.intent.ID)
	return place{file: path.Join(c.locale.folder, "phrases", fmt.Sprintf("%s.%v.toml", stage, c.locale.tag)), subject: c.name()}
}

// eachCell calls visit for every intent and register, but those of files that
// cannot be read to the end.
func (l *locale) eachCell(visit func(cell)) {
	if len(l.files) == 0 {
		return // a language that only listens
	}
	for i := range l.intents.intents {
		intent := &l.intents.intents[i]
		if intent.Deprecated != "" || l.isUnreadable(intent) {
			continue
		}
		for _, register := range empathy.Registers() {
			c := cell{locale: l, intent: intent, register: register}
			for _, m := range l.messages {
				if found, _ := l.intents.find(m.id.Intent); found != intent || m.id.Register != register {
					continue
				}
				if m.IsBlank() {
					c.blank = append(c.blank, m)
				} else {
					c.written = append(c.written, m)
				}
			}
			visit(c)
		}
	}
}

func (l *locale) isUnreadable(intent *phrases.Intent) bool {
	stage, _, _ := cut(intent.ID)
	return slices.ContainsFunc(l.faults, func(fault *phrasefile.Error) bool {
		return strings.HasPrefix(path.Base(fault.File), stage+".")
	})
}

func needyCell(l *locale, c cell, report reporter) {
	if len(c.written) == 0 {
		return
	}
	var missing string
	for _, m := range c.written {
		p := m.parts()
		if p.err != nil {
			return
		}
		i := slices.IndexFunc(p.needs, func(need string) bool { return !slices.Contains(c.intent.Requires, need) })
		if i < 0 {
			return
		}
		missing = p.needs[i]
	}
	at := c.place()
	at.advice = fmt.Sprintf("write one variant without {{.%s}}, or put what speaks of it between {{with .%[1]s}} and {{end}}", missing)
	if missing == phrasefile.AgentGender {
		at.advice = "write one variant that fits an agent of either gender"
	}
	report(at, "every variant needs an optional argument; one has to do without")
}
