package lexicon

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/locales"
)

const idiomatic = `
[identify]
words = ["nu", "și", "este"]
letters = "șț"
[act.wait]
strong = ["vă rog așteptați", "aștept*", "așteptăm*", "oare*", "un*", "nerăbd*ător"]
`

func TestIdiom(t *testing.T) {
	l, err := Compile("ro", "ro/tone.toml", []byte(idiomatic))
	if err != nil {
		t.Fatal(err)
	}
	want := &Idiom{
		Language: "ro", Letters: "șț", Words: []string{"nu", "si", "este"},
		known:      []string{"asteptati", "rog", "va"},
		beginnings: []string{"astept", "nerabd", "oare"}, // un* is too short to tell anything
	}
	if diff := cmp.Diff(want, l.Idiom(), cmp.AllowUnexported(Idiom{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	compiled := MarshalIdiom(l, []byte(idiomatic))
	got, err := LoadIdiom(fstest.MapFS{"ro/words.bin": {Data: compiled}, "ro/tone.toml": {Data: []byte(idiomatic)}}, "ro")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Idiom{})); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
	if _, err := LoadIdiom(fstest.MapFS{"ro/words.bin": {Data: compiled}, "ro/tone.toml": {Data: []byte("# changed")}}, "ro"); err == nil {
		t.Error("that of another tone file is read")
	}
	if _, err := LoadIdiom(fstest.MapFS{}, "ro"); err == nil {
		t.Error("one that is not there is read")
	}
}

// TestIdiomsAreFresh: go generate has been run after the last change.
func TestIdiomsAreFresh(t *testing.T) {
	for _, language := range languages {
		source, err := fs.ReadFile(data, language+"/tone.toml")
		if err != nil {
			t.Fatal(err)
		}
		compiled, err := locales.FS.ReadFile(language + "/words.bin")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := unseal(idiomFormat, compiled, source); err != nil {
			t.Errorf("%s: %v; run go generate ./locales", language, err)
		}
	}
}

func TestTeller(t *testing.T) {
	idiom := func(language, tone string) *Idiom {
		l, err := Compile(language, language+"/tone.toml", []byte(tone))
		if err != nil {
			t.Fatal(err)
		}
		return l.Idiom()
	}
	teller := NewTeller([]*Idiom{
		idiom("ro", idiomatic),
		idiom("en", "[identify]\nwords = [\"to\", \"the\"]\nletters = \"\"\n[act.wait]\nstrong = [\"wait\"]\n"),
		idiom("el", "[identify]\nwords = [\"το\", \"και\"]\nletters = \"\"\n[act.wait]\nstrong = [\"περιμένετε\"]\n"),
	}, map[string][]string{"de": {"und", "the"}})
	type told struct {
		Language    string
		Votes, Next float64
		Heard       int
	}
	for _, test := range []struct {
		message string
		want    told
	}{
		{"nu este", told{"ro", 2, 0, 2}},
		{"țara", told{"ro", letterVote, 0, 1}},
		{"t\u0326ara", told{"ro", letterVote, 0, 1}},             // as a letter and a mark
		{"așteptarea", told{"ro", letterVote + knownVote, 0, 1}}, // by its beginning
		{"aș", told{"ro", letterVote, 0, 1}},
		{"the", told{"de", 0.5, 0.5, 1}},
		{"the wait", told{"en", 0.5 + knownVote, 0.5, 2}},
		{"to", told{LatinGreek, 0.5, 0.5, 1}}, // το and to
		{"kai perimenete", told{LatinGreek, 1 + knownVote, 0, 2}},
		{"zzz", told{"", 0, 0, 1}},
		{"12 !", told{"", 0, 0, 0}},
	} {
		for range 2 { // the second time what is known of Greek is remembered
			var got told
			got.Language, got.Votes, got.Next, got.Heard = teller.Tell(text.Parse(test.message))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", test.message, diff)
			}
		}
	}
}
