package scaffold_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/internal/localecheck"
	"github.com/empathykit/empathykit/internal/scaffold"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

func files(t *testing.T, tag language.Tag) layered.FS {
	t.Helper()
	made, err := scaffold.Files(locales.FS, tag, language.English)
	if err != nil {
		t.Fatal(err)
	}
	own := layered.Memory{}
	for name, content := range made {
		own[name] = []byte(content)
	}
	return layered.FS{Upper: own, Lower: locales.FS}
}

// TestScaffold begins languages with one to six plural forms: what is written
// loads as it is, and the check finds in it only what is not written yet.
func TestScaffold(t *testing.T) {
	for _, code := range []string{"ja", "de", "pt-BR", "lv", "cs", "sl", "ar"} {
		t.Run(code, func(t *testing.T) {
			tag := language.Make(code)
			fsys := files(t, tag)
			c, err := phrases.Load(fsys)
			if err != nil {
				t.Fatal(err)
			}
			if all, err := c.Phrases(tag); err != nil || len(all) > 0 {
				t.Errorf("%d phrases, %v", len(all), err)
			}
			checker, err := empathy.New(empathy.WithLocales(fsys), empathy.WithLanguage(tag), empathy.WithExplanationsIn(tag))
			if err != nil {
				t.Fatal(err)
			}
			if title := checker.Title(empathy.RuleNoApology); title != "no apology" {
				t.Errorf("an unwritten message is %q, want English", title)
			}
			problems, err := localecheck.Run(fsys, localecheck.Languages(code))
			if err != nil {
				t.Fatal(err)
			}
			var kinds []string
			empty := 0
			for _, p := range problems {
				if p.Check == "cell-empty" {
					empty++
				}
				if !slices.Contains(kinds, p.Check) {
					kinds = append(kinds, p.Check)
				}
			}
			slices.Sort(kinds)
			want := []string{"answers-missing", "cell-empty", "message-missing", "time-missing", "tone-language", "tone-section"}
			if code == "ja" {
				want = slices.Delete(want, 4, 5) // told by its script
			}
			if diff := cmp.Diff(want, kinds); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if want := len(c.Intents()) * 3; empty != want {
				t.Errorf("%d empty cells, want %d", empty, want)
			}
		})
	}
}

func TestPluralForms(t *testing.T) {
	for code, want := range map[string]string{
		"ja": "other", "de": "one other", "lv": "zero one other", "cs": "one few many other", "ar": "zero one two few many other",
	} {
		fsys := files(t, language.Make(code))
		data, err := fsys.ReadFile(code + "/phrases/waiting." + code + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		_, table, _ := strings.Cut(string(data), "[waiting.hold.formal.1]\n")
		table, _, _ = strings.Cut(table, "\n\n")
		var got []string
		for line := range strings.Lines(table) {
			if key, _, ok := strings.Cut(line, " = \"\""); ok {
				got = append(got, key)
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
}
