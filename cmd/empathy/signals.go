package main

import (
	"fmt"
	"strings"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

var strengthNames = map[bool][]string{
	false: {"except", "weak", "strong"},
	true:  {"except", "mild", "strong", "extreme"},
}

// writeSignals shows a pattern writer what was heard, and by which line.
func writeSignals(s streams, message, lang string) error {
	listener, err := tone.NewListener(s.locales)
	if err != nil {
		return err
	}
	m, err := listener.Listen(message, lang, "")
	if err != nil {
		return err
	}
	for _, match := range m.Matches {
		span := m.SpanOf(match)
		fmt.Fprintf(s.out, "  %-22s %-8s %s/tone.toml:%d  %s\n", match.Section, strengthName(match), m.Language, match.Line,
			strings.Map(printable, message[span.Start:span.End]))
	}
	return nil
}

func strengthName(m lexicon.Match) string {
	return strengthNames[m.Section.IsEmotion()][m.Strength]
}
