package empathy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// words suggests the name of the intent, so that a test sees which it was.
type words struct{}

func (words) Suggest(_ language.Tag, intent string, register empathy.Register, _ empathy.Emotion, _ uint64) []string {
	return []string{intent + " " + register.String()}
}

// TestRewording: where the fault is one of wording, the suggestions stand for
// the faulty sentence.
func TestRewording(t *testing.T) {
	c, err := empathy.New(empathy.WithSuggestions(words{}))
	if err != nil {
		t.Fatal(err)
	}
	type rewording struct{ Sentence, Suggestion string }
	for _, test := range []struct {
		name, customer, reply string
		rule                  empathy.Rule
		want                  rewording
	}{
		{"dismissive", "You liars, I am furious with your company, my parcel is late again!", "I have opened a search for it. Calm down, it is only a parcel.",
			empathy.RuleDismissive, rewording{"Calm down, it is only a parcel.", "acknowledging.anger neutral"}},
		{"blame", "You liars, I am furious with your company, my parcel is late again!", "It is your own fault, you should have read the terms. It comes on Friday.",
			empathy.RuleBlame, rewording{"It is your own fault, you should have read the terms.", "apologizing.experience neutral"}},
		{"nothing to replace", "You liars, I am furious with your company, my parcel is late again!", "It comes on Friday.",
			empathy.RuleNoAcknowledgement, rewording{"", "acknowledging.anger neutral"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for f := range c.Check(test.customer, test.reply).Findings() {
				if f.Rule != test.rule {
					continue
				}
				got := rewording{test.reply[f.Replaces.Start:f.Replaces.End], f.Suggestions[0]}
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Errorf("rewording (-want +got):\n%s", diff)
				}
				return
			}
			t.Errorf("no finding %s", test.rule)
		})
	}
}
