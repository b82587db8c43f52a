package main

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// A Note is what an agent is told about a message.
type Note struct {
	Customer empathy.Tone
	Reply    bool // it is about a reply that was sent
	Findings []Finding
	Wordings []string // up to three
}

// A Finding is one of the check's, with the words that it is about.
type Finding struct {
	empathy.Finding
	Quote string // empty where something is missing
}

func findingsOf(report empathy.Report, reply string) []Finding {
	var found []Finding
	for f := range report.Findings() {
		quote := ""
		if f.Span.End > f.Span.Start && f.Span.End <= len(reply) {
			quote = strings.TrimSpace(reply[f.Span.Start:f.Span.End])
		}
		found = append(found, Finding{f, quote})
	}
	return found
}

// Worth reports whether the note is worth an agent's attention: something is
// off in a reply, or a customer is upset.
func (n Note) Worth() bool {
	if n.Reply {
		return len(n.Findings) > 0
	}
	return len(n.Findings) > 0 || n.Customer.Emotion.Negative() && n.Customer.Intensity >= empathy.Strong
}

// Rules are the rules that were broken, for the log.
func (n Note) Rules() []string {
	var rules []string
	for _, f := range n.Findings {
		rules = append(rules, f.Rule.String())
	}
	return rules
}

// headings of a note, in the reviewer's language.
var headings = map[string]string{
	"en": "Better wordings", "ro": "Formulări mai bune", "pl": "Lepsze sformułowania",
	"ru": "Лучше сказать так", "el": "Καλύτερες διατυπώσεις", "zh": "更好的说法",
}

// Markdown writes the note as Chatwoot shows it.
func (n Note) Markdown(checker *empathy.Checker, reviewer language.Tag) string {
	var b strings.Builder
	for _, f := range n.Findings {
		fmt.Fprintf(&b, "- **%s** (%v): %s", checker.Title(f.Rule), f.Severity, f.Message)
		if f.Quote != "" {
			fmt.Fprintf(&b, " “%s”", oneLine(f.Quote))
		}
		b.WriteString("\n")
	}
	if len(n.Wordings) > 0 {
		base, _ := reviewer.Base()
		heading := headings[base.String()]
		if heading == "" {
			heading = headings["en"]
		}
		fmt.Fprintf(&b, "\n**%s**\n\n", heading)
		for i, wording := range n.Wordings {
			fmt.Fprintf(&b, "%d. %s\n", i+1, oneLine(wording))
		}
	}
	return strings.TrimSpace(b.String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
