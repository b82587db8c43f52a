package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/localecheck"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

var german = locales.Overlay(os.DirFS("locales"))

func TestRun(t *testing.T) {
	var out bytes.Buffer
	if err := run(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"dismissive: Das macht das Problem", "Frau Nowak", "Der Kurier kommt morgen zwischen 9 und 12 Uhr."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

// TestLocaleCheck: German has nothing wrong, and two ways to say everything.
func TestLocaleCheck(t *testing.T) {
	problems, err := localecheck.Run(german, localecheck.Languages("de"), localecheck.Variants(2))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if p.Severity > empathy.Note {
			t.Error(p)
		}
	}
}

func TestAnalyze(t *testing.T) {
	checker, err := empathy.New(empathy.WithLocales(german))
	if err != nil {
		t.Fatal(err)
	}
	for message, want := range map[string]string{
		"Wo bleibt mein Paket? Es ist schon wieder zu spät, ich bin genervt!":                          "de neutral none frustration 2",
		"Sehr geehrte Damen und Herren, ich mache mir Sorgen, ob die Lieferung bis Freitag eintrifft.": "de formal none worry 2",
		"hi, könnt ihr mir mal sagen, was der tarif kostet?":                                           "de informal T neutral 0",
		"Vielen Dank für die schnelle Hilfe, Sie waren sehr freundlich!":                               "de neutral V gratitude 2",
		"Ich bin nicht wütend, ich möchte nur wissen, wann der Techniker kommt.":                       "de neutral none neutral 0",
		"Das verstehe ich nicht, was bedeutet dieser Betrag?":                                          "de neutral none confusion 2",
		"Where is my parcel? It is late again.":                                                        "en",
		"Gdzie jest moja paczka? Znowu się spóźnia.":                                                   "pl",
	} {
		tone, err := checker.Analyze(message)
		if err != nil {
			t.Errorf("%q: %v", message, err)
			continue
		}
		got := strings.Join([]string{tone.Language.String(), tone.Register.String(), tone.Address.String(), tone.Emotion.String(), string('0' + rune(tone.Intensity))}, " ")
		if !strings.HasPrefix(got, want) {
			t.Errorf("%q sounds %s, want %s", message, got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	checker, err := empathy.New(empathy.WithLocales(german))
	if err != nil {
		t.Fatal(err)
	}
	const angry = "Mein Paket ist schon wieder nicht angekommen, ich bin stinksauer! Wann kommt es endlich?"
	for _, test := range []struct {
		reply string
		want  []string // rules that have to be found; none: a clean reply
	}{
		{"Ich verstehe, dass Sie verärgert sind, und es tut mir leid, dass das schon wieder passiert ist. Der Kurier kommt morgen zwischen 9 und 12 Uhr, und ich bleibe dran, damit sich das nicht wiederholt.", nil},
		{"Beruhigen Sie sich, das ist doch nur ein Paket.", []string{"dismissive", "no-acknowledgement", "no-apology"}},
		{"Sie hätten das ja prüfen müssen.", []string{"blame"}},
		{"Ihre Anfrage ist uns sehr wichtig. Sie wird schnellstmöglich bearbeitet.", []string{"boilerplate", "no-acknowledgement"}},
		{"Das ist eine Schande, wir sind unfähig. Es tut mir leid.", []string{"capitulation"}},
		{"Your parcel comes tomorrow between 9 and 12, and I am sorry that it is late again.", []string{"language"}},
	} {
		var got []string
		for f := range checker.Check(angry, test.reply).Findings() {
			got = append(got, f.Rule.String())
		}
		if test.want == nil && got != nil {
			t.Errorf("%q: %v", test.reply, got)
		}
		for _, rule := range test.want {
			if !slices.Contains(got, rule) {
				t.Errorf("%q: %s is not among %v", test.reply, rule, got)
			}
		}
	}
}

// TestCompose: in every register, a composed reply has nothing that the check
// objects to.
func TestCompose(t *testing.T) {
	catalog, err := phrases.Load(german)
	if err != nil {
		t.Fatal(err)
	}
	checker, err := empathy.New(empathy.WithLocales(german))
	if err != nil {
		t.Fatal(err)
	}
	for _, customer := range []string{
		"Mein Paket ist schon wieder nicht angekommen, ich bin stinksauer!",
		"Ich mache mir große Sorgen, die Überweisung ist nicht angekommen.",
		"Herzlichen Dank, der Techniker war wirklich sehr nett!",
		"Was kostet der kleine Tarif?",
	} {
		advice, err := checker.Advise(customer)
		if err != nil {
			t.Fatal(err)
		}
		for _, register := range empathy.Registers() {
			for seed := range uint64(4) {
				advice.Register = register
				reply, err := catalog.Compose(advice, phrases.Args{When: "bis Freitagmittag", Cause: "ein Fehler im Lager"}, phrases.Body("Wir haben es heute geprüft, am Freitag ist es bei Ihnen."), phrases.Seeded(seed))
				if register == empathy.Informal {
					reply, err = catalog.Compose(advice, phrases.Args{When: "bis Freitagmittag", Cause: "ein Fehler im Lager"}, phrases.Body("Wir haben es heute geprüft, am Freitag ist es bei dir."), phrases.Seeded(seed))
				}
				if err != nil {
					t.Fatal(err)
				}
				for f := range checker.Check(customer, reply.Text).Findings() {
					if f.Rule != empathy.RuleTooInformal && f.Rule != empathy.RuleTooFormal { // the register was not the customer's
						t.Errorf("%v, %v\ncustomer %q\nreply    %q", register, f.Rule, customer, reply.Text)
					}
				}
			}
		}
	}
}

func TestTimesAndSums(t *testing.T) {
	catalog, err := phrases.Load(german)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 11, 10, 0, 0, 0, time.UTC)
	var got []string
	for _, m := range []phrases.Moment{
		phrases.Between(now.AddDate(0, 0, 1), now.AddDate(0, 0, 1).Add(2*time.Hour)), phrases.On(now.AddDate(0, 0, 20)), phrases.On(now.AddDate(1, 0, 0)), phrases.Within(3, phrases.BusinessDays),
	} {
		words, err := catalog.When(language.German, now, m)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, words)
	}
	sum, err := catalog.Money(language.German, 1234.5, "EUR")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, strings.ReplaceAll(sum, "\u00a0", " "))
	want := []string{"morgen zwischen 10:00 und 12:00 Uhr", "am 31. März", "am 11. März 2027", "innerhalb von 3 Werktagen", "1.234,50 EUR"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
