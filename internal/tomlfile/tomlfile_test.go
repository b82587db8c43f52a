package tomlfile_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/tomlfile"
)

func TestRead(t *testing.T) {
	got, err := tomlfile.Read("x.toml", []byte(`# a comment
a = "one"
b = false
[words.en]
"c*" = ["two", # why
  "three"]
[words.en.instead]
d.e = 'four'
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []tomlfile.Entry{
		{Path: []string{"a"}, Line: 2, Text: "one"},
		{Path: []string{"b"}, Line: 3, Kind: tomlfile.Bool},
		{Path: []string{"words", "en", "c*"}, Line: 5, Kind: tomlfile.List, Items: []tomlfile.Item{{"two", 5}, {"three", 6}}},
		{Path: []string{"words", "en", "instead", "d", "e"}, Line: 8, Text: "four"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadErrors(t *testing.T) {
	for _, test := range []struct {
		name, content string
		line          int
	}{
		{"a number", "a = \"x\"\nb = 3\n", 2},
		{"numbers in a list", "a = [\n1,\n]\n", 1},
		{"an array of tables", "\n[[a]]\n", 2},
		{"no TOML", "a = \"x\"\n\nb = = 3\n", 3},
		{"not closed", "a = [", 1},
		{"an inline table", "a = { b = 1 }", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := tomlfile.Read("x.toml", []byte(test.content))
			var fault *tomlfile.Error
			if !errors.As(err, &fault) {
				t.Fatalf("error %v", err)
			}
			if fault.File != "x.toml" || fault.Line != test.line || fault.Message == "" {
				t.Errorf("%v, want line %d", fault, test.line)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"a = 1", "[a]\nb = ['c', \"d\"]", "[[a]]", "a.b = true", "\xff", "a = \"\"\"x\ny\"\"\""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := tomlfile.Read("x", data)
		lines := 1
		for _, c := range data {
			if c == '\n' {
				lines++
			}
		}
		var fault *tomlfile.Error
		if err != nil && (!errors.As(err, &fault) || fault.Line < 1 || fault.Line > lines) {
			t.Fatalf("error %v in %d lines", err, lines)
		}
		for _, e := range entries {
			if e.Line < 1 || e.Line > lines || len(e.Path) == 0 {
				t.Fatalf("%+v in %d lines", e, lines)
			}
		}
	})
}
