package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/empathykit/empathykit/empathy"
)

// FuzzReadPairs: whatever stands in a JSON Lines file, each line is either a
// pair or complained about with its number, and what is written is JSON, one
// line a pair.
func FuzzReadPairs(f *testing.F) {
	for _, seed := range []string{
		`{"id":"1","customer":"Where is it?!","reply":"Calm down."}`, `{"id":"1","reply":""}` + "\n\n" + `{}`, `{"reply":1}`, "\xff\n{", "\ufeff{}",
		`{"customer":"\ud800 lone","reply":"\udfff surrogates"}`, `{"customer":"\u0000","reply":"\u202e\u200d"}`, `{"reply":"a","reply":"b"}`, "[]\nnull\n1",
	} {
		f.Add(seed)
	}
	checker, err := empathy.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content string) {
		var complaints, out bytes.Buffer
		w, err := newFindingWriter("jsonl", &out, checker)
		if err != nil {
			t.Fatal(err)
		}
		pairs := 0
		bad, err := readPairs("in.jsonl", strings.NewReader(content), &complaints, func(c checked) error {
			pairs++
			if !utf8.ValidString(c.customer) || !utf8.ValidString(c.reply) {
				t.Fatalf("%q, %q", c.customer, c.reply)
			}
			c.report = checker.Check(c.customer, c.reply)
			return w.write(c)
		})
		if err != nil {
			t.Fatal(err)
		}
		lines := 0
		for _, line := range strings.Split(content, "\n") {
			if strings.TrimSpace(line) != "" {
				lines++
			}
		}
		if n := strings.Count(complaints.String(), "empathy: in.jsonl:"); n < bad || pairs+bad != lines {
			t.Fatalf("%d pairs and %d bad ones in %d lines; %s", pairs, bad, lines, &complaints)
		}
		decoder := json.NewDecoder(&out)
		for range pairs {
			var report map[string]any
			if err := decoder.Decode(&report); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := decoder.Token(); err != io.EOF {
			t.Fatalf("more than a line a pair: %v", err)
		}
	})
}
