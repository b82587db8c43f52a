package main

import (
	"io"

	"github.com/empathykit/empathykit/empathy"
)

// sarifWriter writes SARIF 2.1.0, which code-scanning services read. A pair
// is an artifact that is named by its id.
type sarifWriter struct {
	out     io.Writer
	checker *empathy.Checker
	results []sarifResult
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region any `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

// locationOf is a place in an artifact; a nil region is the whole of it.
func locationOf(uri string, region any) sarifLocation {
	var at sarifLocation
	at.Physical.Artifact.URI, at.Physical.Region = uri, region
	return at
}

// sarifRegion and sarifLine are regions: of a reply, and of a file.
type sarifRegion struct {
	ByteOffset int `json:"byteOffset"`
	ByteLength int `json:"byteLength"`
}

type sarifLine struct {
	StartLine int `json:"startLine"`
}

type sarifRule struct {
	ID    string    `json:"id"`
	Short sarifText `json:"shortDescription"`
}

func (w *sarifWriter) write(c checked) error {
	for f := range c.report.Findings() {
		uri := c.id
		if uri == "" {
			uri = "reply"
		}
		var region any
		if f.Span.End > f.Span.Start {
			region = sarifRegion{f.Span.Start, f.Span.End - f.Span.Start}
		}
		w.results = append(w.results, sarifResult{f.Rule.String(), f.Severity.String(), sarifText{f.Message}, []sarifLocation{locationOf(uri, region)}})
	}
	return nil
}

func (w *sarifWriter) close() error {
	rules := []sarifRule{}
	for _, r := range empathy.Rules() {
		rules = append(rules, sarifRule{r.String(), sarifText{w.checker.Title(r)}})
	}
	if w.results == nil {
		w.results = []sarifResult{}
	}
	return writeSARIF(w.out, rules, w.results)
}

func writeSARIF(out io.Writer, rules []sarifRule, results []sarifResult) error {
	e := plainEncoder(out)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
		"version": "2.1.0",
		"runs": []any{map[string]any{
			"tool":    map[string]any{"driver": map[string]any{"name": "empathy", "rules": rules}},
			"results": results,
		}},
	})
}
