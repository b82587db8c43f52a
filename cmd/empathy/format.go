package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// A findingWriter writes checked pairs in one format.
type findingWriter interface {
	write(checked) error
	close() error
}

func newFindingWriter(format string, out io.Writer, checker *empathy.Checker) (findingWriter, error) {
	switch format {
	case "text":
		return &textWriter{out: out, colour: isTerminal(out) && os.Getenv("NO_COLOR") == "", checker: checker}, nil
	case "jsonl":
		return &lineWriter{encoder: plainEncoder(out)}, nil
	case "json":
		return &jsonWriter{out: out}, nil
	case "sarif":
		return &sarifWriter{out: out, checker: checker}, nil
	}
	return nil, fmt.Errorf("there is no format %q", format)
}

// toneJSON, findingJSON and reportJSON are the JSON Lines contract.
type toneJSON struct {
	Lang      string            `json:"lang"`
	Register  empathy.Register  `json:"register"`
	Address   empathy.Address   `json:"address"`
	Emotion   empathy.Emotion   `json:"emotion"`
	Intensity empathy.Intensity `json:"intensity"`
}

type findingJSON struct {
	Rule        empathy.Rule     `json:"rule"`
	Severity    empathy.Severity `json:"severity"`
	Start       int              `json:"start"`
	End         int              `json:"end"`
	Message     string           `json:"message"`
	Suggestions []string         `json:"suggestions"`
}

type reportJSON struct {
	ID       string        `json:"id"`
	Customer toneJSON      `json:"customer"`
	Reply    toneJSON      `json:"reply"`
	Findings []findingJSON `json:"findings"`
	Error    string        `json:"error,omitempty"`
}

func toneToJSON(t empathy.Tone) toneJSON {
	lang := "und"
	if t.Language != (language.Tag{}) {
		lang = t.Language.String()
	}
	return toneJSON{lang, t.Register, t.Address, t.Emotion, t.Intensity}
}

func reportToJSON(c checked) reportJSON {
	r := reportJSON{ID: c.id, Customer: toneToJSON(c.report.Customer), Reply: toneToJSON(c.report.Reply), Findings: []findingJSON{}}
	for f := range c.report.Findings() {
		suggestions := f.Suggestions
		if suggestions == nil {
			suggestions = []string{}
		}
		r.Findings = append(r.Findings, findingJSON{f.Rule, f.Severity, f.Span.Start, f.Span.End, f.Message, suggestions})
	}
	if err := c.report.Err(); err != nil {
		r.Error = err.Error()
	}
	return r
}

func plainEncoder(out io.Writer) *json.Encoder {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	return e
}

// lineWriter writes an object a line, as soon as the pair is checked.
type lineWriter struct{ encoder *json.Encoder }

func (w *lineWriter) write(c checked) error { return w.encoder.Encode(reportToJSON(c)) }
func (w *lineWriter) close() error          { return nil }

// jsonWriter writes one array of all pairs.
type jsonWriter struct {
	out     io.Writer
	reports []reportJSON
}

func (w *jsonWriter) write(c checked) error {
	w.reports = append(w.reports, reportToJSON(c))
	return nil
}

func (w *jsonWriter) close() error {
	e := plainEncoder(w.out)
	e.SetIndent("", "  ")
	if w.reports == nil {
		w.reports = []reportJSON{}
	}
	return e.Encode(w.reports)
}
