package lexicon_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/lexicon"
)

func TestInspect(t *testing.T) {
	in, err := lexicon.Inspect("xx/tone.toml", []byte(`
[identify]
words = ["si"]
[class]
zi = ["azi", "maine"]
luna = ["mai"]
[fact.harm]
strong = ["intarzi* [de tot]", "nu (a|au) _ ajuns <zi>", "(rupt"]
except = ["=fără intarzi*"]
`))
	if err != nil {
		t.Fatal(err)
	}
	examples := map[string][]string{}
	for _, e := range in.Entries {
		examples[e.Key+" "+e.Pattern] = e.Examples(9)
	}
	want := map[string][]string{
		"strong intarzi* [de tot]":      {"intarziqw", "intarziqw de tot"},
		"strong nu (a|au) _ ajuns <zi>": {"nu a ajuns azi", "nu au ajuns maine"},
		"strong (rupt":                  nil,
		"except =fără intarzi*":         {"fără intarziqw"},
	}
	if diff := cmp.Diff(want, examples); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(in.Faults) != 1 || in.Faults[0].Line != 8 {
		t.Errorf("faults %v", in.Faults)
	}
	if len(in.Unused) != 1 || in.Unused[0].Key != "luna" {
		t.Errorf("unused classes %+v", in.Unused)
	}
	hits, tokens := in.Found("fără întârziere")
	if diff := cmp.Diff([]lexicon.Hit{{3, 0, 2}, {0, 1, 2}}, hits); diff != "" || tokens != 2 {
		t.Errorf("%d tokens (-want +got):\n%s", tokens, diff)
	}
}

// TestExamplesAreFound: a pattern finds its own examples, in every language.
func TestExamplesAreFound(t *testing.T) {
	files, err := filepath.Glob("../../locales/*/tone.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in, err := lexicon.Inspect(file, data)
		if err != nil {
			t.Fatal(err)
		}
		missed, all := 0, 0
		for i := range in.Entries {
			for _, example := range in.Entries[i].Examples(20) {
				all++
				hits, _ := in.Found(example)
				found := false
				for _, h := range hits {
					found = found || h.Entry == i
				}
				if !found {
					missed++
					if missed <= 10 {
						t.Logf("%s:%d: %q does not find %q", file, in.Entries[i].Line, in.Entries[i].Pattern, example)
					}
				}
			}
		}
		t.Logf("%s: %d of %d examples are not found", file, missed, all)
		if missed*100 > all {
			t.Errorf("%s: %d of %d examples are not found", file, missed, all)
		}
	}
}
