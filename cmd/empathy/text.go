package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/empathykit/empathykit/empathy"
)

// textWriter writes findings as a good compiler does: the line of the reply
// with the fault underlined, the rule, the reason, better words.
type textWriter struct {
	out     io.Writer
	colour  bool
	checker *empathy.Checker
	pairs   int
}

func (w *textWriter) write(c checked) error {
	if w.pairs++; w.pairs > 1 {
		fmt.Fprintln(w.out)
	}
	if c.id != "" {
		fmt.Fprintf(w.out, "%s\n", w.paint("1", c.id))
	}
	if c.report.Customer.Supported() {
		fmt.Fprintf(w.out, "customer  %s\n", describe(c.report.Customer))
	}
	if c.report.Reply.Supported() {
		fmt.Fprintf(w.out, "reply     %s\n", describe(c.report.Reply))
	}
	if err := c.report.Err(); err != nil {
		fmt.Fprintf(w.out, "%s\n", strings.ReplaceAll(err.Error(), "empathy: ", ""))
	}
	for f := range c.report.Findings() {
		w.finding(c.reply, f)
	}
	if c.report.Len() == 0 && c.report.Err() == nil {
		fmt.Fprintln(w.out, "nothing to object to")
	}
	return nil
}

func (w *textWriter) close() error { return nil }

func describe(t empathy.Tone) string {
	s := fmt.Sprintf("%s, %s, address %s, %s", t.Language, t.Register, t.Address, t.Emotion)
	if t.Emotion != empathy.NoEmotion {
		s += " " + t.Intensity.String()
	}
	return s
}

var severityColour = map[empathy.Severity]string{empathy.Note: "36", empathy.Warning: "33", empathy.Error: "31"}

func (w *textWriter) finding(reply string, f empathy.Finding) {
	fmt.Fprintf(w.out, "\n%s %s: %s\n", w.paint(severityColour[f.Severity], f.Severity.String()), w.paint("1", "["+f.Rule.String()+"]"), f.Message)
	if f.Span.End > f.Span.Start {
		w.quote(reply, f.Span)
	}
	mark := "=" // something to add
	if f.Replaces.End > f.Replaces.Start {
		mark = "→" // something to write instead of the sentence
	}
	for _, s := range f.Suggestions {
		fmt.Fprintf(w.out, "  %s %s\n", mark, s)
	}
}

// quote shows the line with the fault. Columns are counted as a terminal
// shows them: wide characters take two, combining marks none.
func (w *textWriter) quote(reply string, span empathy.Span) {
	begin := strings.LastIndexByte(reply[:span.Start], '\n') + 1
	end := len(reply)
	if i := strings.IndexByte(reply[span.Start:], '\n'); i >= 0 {
		end = span.Start + i
	}
	stop := min(span.End, end)
	show := func(s string) string { return strings.Map(printable, s) }
	fmt.Fprintf(w.out, "  | %s\n", show(reply[begin:end]))
	indent := runewidth.StringWidth(show(reply[begin:span.Start]))
	width := max(1, runewidth.StringWidth(show(reply[span.Start:stop])))
	fmt.Fprintf(w.out, "  | %s%s\n", strings.Repeat(" ", indent), w.paint("31", strings.Repeat("^", width)))
}

// printable keeps what a terminal shows as text: a message could carry
// control sequences.
func printable(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
		return -1
	}
	return r
}

func (w *textWriter) paint(code, s string) string {
	if !w.colour {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
