package pseudo_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/internal/pseudo"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

func TestText(t *testing.T) {
	got := map[string]string{}
	want := map[string]string{
		"Have a good day{{with .Customer}}, {{.Vocative}}{{end}}.": "⟦Ĥåṽé å ĝööð ðåý{{with .Customer}}, {{.Vocative}}{{end}}. one⟧",
		"您好。":                              "⟦您好。 o⟧",
		"{{.Count}} {{.When}}":             "⟦{{.Count}} {{.When}}⟧",
		`{{.Agent.Gendered "rad" "rada"}}`: `⟦{{.Agent.Gendered "rad" "rada"}}⟧`,
	}
	for phrase := range want {
		got[phrase] = pseudo.Text(phrase)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFiles makes a pseudo-language of each language: all phrases are there,
// and render, a third longer.
func TestFiles(t *testing.T) {
	tag := language.MustParse("en-XA")
	for _, source := range phrases.Default().Languages() {
		made, err := pseudo.Files(locales.FS, source.String(), tag)
		if err != nil {
			t.Fatal(err)
		}
		own := layered.Memory{}
		for name, content := range made {
			own[name] = []byte(content)
		}
		c, err := phrases.Load(layered.FS{Upper: own, Lower: locales.FS})
		if err != nil {
			t.Fatal(err)
		}
		all, err := c.Phrases(tag)
		if err != nil {
			t.Fatal(err)
		}
		want, err := phrases.Default().Phrases(source)
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != len(want) {
			t.Errorf("%v: %d phrases, want %d", source, len(all), len(want))
		}
		for i, p := range all {
			if got := p.Text(); utf8.RuneCountInString(got) <= utf8.RuneCountInString(want[i].Text()) || !strings.HasPrefix(got, "⟦") {
				t.Errorf("%v: %q", p.ID, got)
			}
		}
		if p, err := c.Pick(phrases.Query{Language: tag, Intent: "closing.wish", Register: empathy.Formal}); err != nil {
			t.Error(err)
		} else if _, err := p.Render(phrases.Args{Customer: phrases.Person{Given: "Anna", Family: "Nowak", Gender: phrases.Feminine}}); err != nil {
			t.Error(err)
		}
	}
	if _, err := pseudo.Files(locales.FS, "tlh", tag); err == nil {
		t.Error("a language that is not there")
	}
}
