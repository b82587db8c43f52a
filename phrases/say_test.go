package phrases

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/phrasefile"
)

// TestPartsSayTheSame: every phrase of every language says by its parts what
// its template does, and nearly all have parts.
func TestPartsSayTheSame(t *testing.T) {
	views := map[string]*view{
		"all": {Customer: &addressee{"Pani Anno", "Anna", "Kowalska", Feminine}, Agent: &speaker{"Maria", Feminine}, Company: "Nord", Count: 3,
			When: "jutro", What: "paczka", Cause: "awaria", Step: "restart", OptionA: "a", OptionB: "b", Alternative: "c"},
		"no names":         {Agent: &speaker{}, Count: 1, When: "jutro", What: "<paczka>", Cause: "\"awaria\"", Step: "{{x}}", OptionA: "a", OptionB: "b", Alternative: "c"},
		"nothing":          {Agent: &speaker{}},
		"only the surname": {Customer: &addressee{"dle Pop", "", "Pop", Masculine}, Agent: &speaker{"Ana", Feminine}, Count: 0},
	}
	templates, inParts := 0, 0
	for _, tag := range []language.Tag{language.Romanian, language.Polish, language.Russian, language.Greek, language.Chinese, language.English} {
		all, err := Default().Phrases(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			p.entry.form(0)
			for _, f := range p.entry.forms {
				if f == nil || f.Template == nil {
					continue
				}
				if templates++; len(f.Parts) == 0 {
					continue
				}
				inParts++
				for name, v := range views {
					compareSaid(t, tag.String()+" "+p.ID.String()+", "+name, f, v)
				}
			}
		}
	}
	if inParts*20 < templates*19 {
		t.Errorf("%d of %d templates have parts", inParts, templates)
	}
}

func compareSaid(t *testing.T, name string, f *phrasefile.Form, v *view) {
	t.Helper()
	var want, got strings.Builder
	err := f.Template.Execute(&want, v)
	if ok := v.say(&got, f.Parts); ok != (err == nil) {
		t.Errorf("%s: parts %v, template %v", name, ok, err)
	} else if ok && got.String() != want.String() {
		t.Errorf("%s: parts %q, template %q", name, got.String(), want.String())
	}
}
