package phrasefile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/pelletier/go-toml/v2"

	"github.com/empathykit/empathykit/internal/phrasefile"
)

const sample = `# What we say first.

[opening.greeting.formal.1]
description = "plain" # a note
# The plural forms.
one = "{{.Count}} dzień"
other = '{{.Agent.Gendered "a" "b"}}'

[opening.greeting.neutral.1]
other = """
two
lines"""

["day.today"]
other = "dziś"
`

func parse(t *testing.T, source string) *phrasefile.File {
	t.Helper()
	f, err := phrasefile.Parse("pl/phrases/opening.pl.toml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestParse(t *testing.T) {
	field := func(key, value string, line int) phrasefile.Field {
		return phrasefile.Field{Key: key, Value: value, Line: line, IsString: true}
	}
	want := []phrasefile.Message{
		{ID: "opening.greeting.formal.1", Line: 3, Fields: []phrasefile.Field{
			field("description", "plain", 4), field("one", "{{.Count}} dzień", 6), field("other", `{{.Agent.Gendered "a" "b"}}`, 7)}},
		{ID: "opening.greeting.neutral.1", Line: 9, Fields: []phrasefile.Field{field("other", "two\nlines", 10)}},
		{ID: "day.today", Line: 14, Fields: []phrasefile.Field{field("other", "dziś", 15)}},
	}
	got := parse(t, sample).Messages
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(phrasefile.Message{}, phrasefile.Field{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	short := parse(t, "hello = \"Dzień dobry\"\na.b.formal.1.one = \"x\"\n").Messages
	if len(short) != 2 || short[0].Get("other") != "Dzień dobry" || short[1].ID != "a.b.formal.1" || short[1].Get("one") != "x" {
		t.Errorf("short forms: %+v", short)
	}
}

func TestParseErrors(t *testing.T) {
	for source, want := range map[string]string{
		"[a]\nother = \n":        "x.toml:2: ",
		"[a]\nother = \"x\n":     "x.toml:2: ",
		"[[a]]\nother = \"x\"\n": "x.toml:1: only tables",
	} {
		_, err := phrasefile.Parse("x.toml", []byte(source))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", source, err, want)
		}
	}
}

func TestEdit(t *testing.T) {
	got := string(parse(t, sample).Edit([]phrasefile.Change{
		{"opening.greeting.formal.1", "few", "{{.Count}} dni"},
		{"opening.greeting.formal.1", "description", `by "name"`},
		{"opening.greeting.neutral.1", "other", "Dzień dobry."},
		{"opening.greeting.formal.2", "other", "Witam."},
		{"opening.greeting.formal.2", "description", "new"},
		{"closing.wish.formal.1", "other", "It's \"fine\""},
	}))
	want := strings.NewReplacer(
		`"plain" # a note`, `'by "name"' # a note`,
		"other = '{{", "few = \"{{.Count}} dni\"\nother = '{{",
		"\"b\"}}'\n", "\"b\"}}'\n\n[opening.greeting.formal.2]\ndescription = \"new\"\nother = \"Witam.\"\n",
		"\"\"\"\ntwo\nlines\"\"\"", `"Dzień dobry."`,
	).Replace(sample) + "\n[closing.wish.formal.1]\nother = \"It's \\\"fine\\\"\"\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if same := string(parse(t, sample).Edit(nil)); same != sample {
		t.Errorf("without changes the file changes:\n%s", same)
	}
	unended := strings.TrimSuffix(sample, "\n")
	if got := string(parse(t, unended).Edit([]phrasefile.Change{{"a.b.formal.1", "other", "x"}})); got != unended+"\n\n[a.b.formal.1]\nother = \"x\"\n" {
		t.Errorf("a file without a last line end: %q", got)
	}
}

// FuzzEdit changes a value to anything: it reads back as it was given, and
// the rest of the file as it was.
func FuzzEdit(f *testing.F) {
	for _, seed := range []string{"x", `"`, `'"\`, "a\nb\t", "\x00\x7f", "{{.Count}}", "多", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		value = strings.ToValidUTF8(value, "�")
		f, err := phrasefile.Parse("x.toml", []byte(sample))
		if err != nil {
			t.Fatal(err)
		}
		edited := f.Edit([]phrasefile.Change{{"day.today", "other", value}, {"a.b.formal.1", "other", value}})
		var got map[string]any
		if err := toml.Unmarshal(edited, &got); err != nil {
			t.Fatalf("%q: %v\n%s", value, err, edited)
		}
		again, err := phrasefile.Parse("x.toml", edited)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(again.Messages); n != 4 || again.Messages[2].Get("other") != value || again.Messages[3].Get("other") != value {
			t.Fatalf("%q reads back as %+v", value, again.Messages)
		}
	})
}
