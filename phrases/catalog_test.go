package phrases_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func load(t *testing.T, fsys fstest.MapFS) *phrases.Catalog {
	t.Helper()
	c, err := phrases.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.LoadAll(); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestPick(t *testing.T) {
	worry := phrases.Query{Language: language.Polish, Stage: empathy.Acknowledging, Register: empathy.Formal, Emotion: empathy.Worry}
	with := func(q phrases.Query, change func(*phrases.Query)) phrases.Query { change(&q); return q }
	id := func(s string) phrases.ID {
		id, err := phrases.ParseID(s)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	c := load(t, small())
	for _, test := range []struct {
		name  string
		query phrases.Query
		want  string
	}{
		{"strong feeling is shared", with(worry, func(q *phrases.Query) { q.Intensity = empathy.Strong }), "acknowledging.worry.formal.2"},
		{"kind asked for", with(worry, func(q *phrases.Query) { q.Empathy = phrases.Cognitive }), "acknowledging.worry.formal.1"},
		{"chat is short", with(worry, func(q *phrases.Query) { q.Channel = phrases.Chat }), "acknowledging.worry.formal.1"},
		{"e-mail is longer", with(worry, func(q *phrases.Query) { q.Channel = phrases.Email }), "acknowledging.worry.formal.2"},
		{"said already", with(worry, func(q *phrases.Query) { q.Used = []phrases.ID{id("acknowledging.worry.formal.2")} }), "acknowledging.worry.formal.1"},
		{"all said: the one longest ago", with(worry, func(q *phrases.Query) {
			q.Used = []phrases.ID{id("acknowledging.worry.formal.1"), id("acknowledging.worry.formal.2")}
		}), "acknowledging.worry.formal.1"},
		{"agent's gender known", with(worry, func(q *phrases.Query) {
			q.Args.Agent.Gender = phrases.Feminine
			q.Used = []phrases.ID{id("acknowledging.worry.formal.1"), id("acknowledging.worry.formal.2")}
		}), "acknowledging.worry.formal.3"},
		{"intent given", with(worry, func(q *phrases.Query) { q.Intent = "acknowledging.delay" }), "acknowledging.delay.formal.2"},
		{"count given", with(worry, func(q *phrases.Query) { q.Intent, q.Args.Count = "acknowledging.delay", 3 }), "acknowledging.delay.formal.1"},
		{"anger has only the words for delay", with(worry, func(q *phrases.Query) { q.Emotion = empathy.Anger }), "acknowledging.delay.formal.2"},
		{"informal falls back to another intent's own register", with(worry, func(q *phrases.Query) { q.Register = empathy.Informal }), "acknowledging.delay.informal.1"},
		{"formal falls back to neutral", phrases.Query{Language: language.Polish, Stage: empathy.Closing, Register: empathy.Formal}, "closing.wish.neutral.1"},
		{"level", phrases.Query{Language: language.Polish, Stage: empathy.Closing, Levels: []empathy.Level{empathy.Human}}, "closing.wish.neutral.1"},
		{"region falls back to language", phrases.Query{Language: language.MustParse("pl-PL"), Stage: empathy.Closing}, "closing.wish.neutral.1"},
		{"script falls back to language", phrases.Query{Language: language.MustParse("zh-Hans-CN"), Stage: empathy.Closing}, "closing.wish.neutral.1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := c.Pick(test.query)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.ID.String(); got != test.want {
				t.Errorf("picked %s, want %s", got, test.want)
			}
		})
	}
}

func TestPickMissing(t *testing.T) {
	c := load(t, small())
	for _, test := range []struct {
		name  string
		query phrases.Query
		want  string
	}{
		{"language", phrases.Query{Language: language.German, Stage: empathy.Opening}, "phrases: there are no phrases in de"},
		{"no language", phrases.Query{Stage: empathy.Opening}, "phrases: there are no phrases in und"},
		{"stage", phrases.Query{Language: language.Polish, Stage: empathy.Waiting}, "phrases: there is no phrase for waiting, neutral, in pl"},
		{"intent", phrases.Query{Language: language.Polish, Intent: "closing.dance"}, "phrases: there is no phrase for closing.dance, neutral, in pl"},
		{"level", phrases.Query{Language: language.Polish, Stage: empathy.Closing, Levels: []empathy.Level{empathy.Business}}, "phrases: there is no phrase for closing, neutral, in pl"},
		{"argument not given", phrases.Query{Language: language.Polish, Stage: empathy.Resolving}, "phrases: there is no phrase for resolving, neutral, in pl"},
		{"never from V to T", phrases.Query{Language: language.Polish, Intent: "closing.goodbye", Register: empathy.Neutral}, "phrases: there is no phrase for closing.goodbye, neutral, in pl"},
	} {
		_, err := c.Pick(test.query)
		var missing *phrases.MissingError
		if !errors.As(err, &missing) {
			t.Errorf("%s: error %v, want a *MissingError", test.name, err)
		} else if err.Error() != test.want {
			t.Errorf("%s: error %q, want %q", test.name, err, test.want)
		}
	}
}

func TestRender(t *testing.T) {
	c := load(t, small())
	anna := phrases.Person{Given: "Anna", Gender: phrases.Feminine}
	for _, test := range []struct {
		intent   string
		register empathy.Register
		args     phrases.Args
		want     string
	}{
		{"opening.greeting", empathy.Formal, phrases.Args{}, "Dzień dobry."},
		{"opening.greeting", empathy.Formal, phrases.Args{Customer: anna}, "Dzień dobry, Pani Anno."},
		{"opening.greeting", empathy.Formal, phrases.Args{Customer: phrases.Person{Given: "Marek", Gender: phrases.Masculine}}, "Dzień dobry, Panie Marku."},
		{"opening.greeting", empathy.Formal, phrases.Args{Customer: phrases.Person{Given: "Marek"}}, "Dzień dobry."}, // no honorific without gender
		{"acknowledging.delay", empathy.Informal, phrases.Args{Customer: phrases.Person{Given: "Anna"}}, "Długo czekasz, Anno."},
		{"acknowledging.delay", empathy.Formal, phrases.Args{Count: 1}, "1 dzień czekania to długo."},
		{"acknowledging.delay", empathy.Formal, phrases.Args{Count: 3}, "3 dni czekania to długo (few)."},
		{"acknowledging.delay", empathy.Formal, phrases.Args{Count: 12}, "12 dni czekania to długo (many)."},
		{"acknowledging.delay", empathy.Formal, phrases.Args{Count: 22}, "22 dni czekania to długo (few)."},
		{"resolving.proposal", empathy.Neutral, phrases.Args{Step: "zwrot <dziś> & już"}, "Propozycja: zwrot <dziś> & już."},
	} {
		p, err := c.Pick(phrases.Query{Language: language.Polish, Intent: test.intent, Register: test.register, Args: test.args})
		if err != nil {
			t.Error(err)
			continue
		}
		got, err := p.Render(test.args)
		if err != nil {
			t.Error(err)
		}
		if got != test.want {
			t.Errorf("%s with %+v: %q, want %q", p.ID, test.args, got, test.want)
		}
	}
}

func TestRenderWithoutArgument(t *testing.T) {
	p, err := load(t, small()).Pick(phrases.Query{Language: language.Polish, Stage: empathy.Resolving, Args: phrases.Args{Step: "x"}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Render(phrases.Args{})
	var missing *phrases.ArgumentError
	if !errors.As(err, &missing) || missing.Argument != "Step" {
		t.Errorf("error %v, want an *ArgumentError for Step", err)
	}
	if _, err := (phrases.Phrase{}).Render(phrases.Args{}); err == nil {
		t.Error("the zero Phrase renders")
	}
}

func TestCompose(t *testing.T) {
	c := load(t, small())
	advice := empathy.Advice{
		Language: language.Polish, Register: empathy.Formal, Emotion: empathy.Worry,
		Steps: []empathy.Step{
			{Stage: empathy.Acknowledging, Intent: "acknowledging.worry"},
			{Stage: empathy.Resolving, Intent: "resolving.proposal"},
			{Stage: empathy.Closing, Intent: "closing.wish"},
		},
	}
	for _, test := range []struct {
		name    string
		args    phrases.Args
		options []phrases.ComposeOption
		want    string
	}{
		{"body", phrases.Args{}, []phrases.ComposeOption{phrases.Body(" Kurier będzie jutro. "), phrases.Via(phrases.Chat)}, "Rozumiem, skąd ten niepokój. Kurier będzie jutro. Miłego dnia."},
		{"proposal", phrases.Args{Step: "zwrot"}, []phrases.ComposeOption{phrases.Via(phrases.Chat)}, "Rozumiem, skąd ten niepokój. Propozycja: zwrot. Miłego dnia."},
		{"nothing to propose", phrases.Args{}, []phrases.ComposeOption{phrases.Via(phrases.Chat)}, "Rozumiem, skąd ten niepokój. Miłego dnia."},
		{"e-mail", phrases.Args{Step: "zwrot"}, []phrases.ComposeOption{phrases.Via(phrases.Email)}, "Też byłoby mi nieswojo na Państwa miejscu, naprawdę trudno spokojnie czekać bez żadnej wiadomości o tym, co się dzieje.\n\nPropozycja: zwrot.\n\nMiłego dnia."},
	} {
		got, err := c.Compose(advice, test.args, test.options...)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if diff := cmp.Diff(test.want, got.Text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	advice.Language = language.Chinese
	if got, err := c.Compose(advice, phrases.Args{}, phrases.Body("明天送到。")); err != nil || got.Text != "理解您的担心。明天送到。祝您顺心。" {
		t.Errorf("Chinese: %q, %v", got, err)
	}
	if _, err := c.Compose(empathy.Advice{Language: language.Polish}, phrases.Args{}); !errors.Is(err, phrases.ErrNothingToSay) {
		t.Errorf("no steps: %v", err)
	}
}

func TestSuggest(t *testing.T) {
	got := load(t, small()).Suggest(language.Polish, "acknowledging.worry", empathy.Formal, empathy.Worry, 1)
	if len(got) != 2 { // the third needs the agent's gender
		t.Errorf("%d suggestions: %q", len(got), got)
	}
}

func TestLoadErrors(t *testing.T) {
	for _, test := range []struct{ name, file, content, want string }{
		{"id", "pl/phrases/closing.pl.toml", "\n[closing.wish.polite.1]\nother = \"x\"\n", `pl/phrases/closing.pl.toml:2: phrases: "closing.wish.polite.1": "polite" is no register`},
		{"intent", "pl/phrases/closing.pl.toml", "[closing.dance.formal.1]\nother = \"x\"\n", "pl/phrases/closing.pl.toml:1: closing.dance.formal.1: intents.toml has no intent closing.dance"},
		{"argument", "pl/phrases/closing.pl.toml", "[closing.wish.formal.1]\nother = \"{{.Cout}}\"\n", "there is no argument Cout"},
		{"template", "pl/phrases/closing.pl.toml", "[closing.wish.formal.1]\nother = \"{{.Count\"\n", "unclosed action"},
		{"TOML", "pl/phrases/closing.pl.toml", "[closing.wish.formal.1]\nother = \n", "pl/phrases/closing.pl.toml:2: "},
		{"language", "pl/phrases/closing.ru.toml", "[closing.wish.formal.1]\nother = \"x\"\n", "is named for ru but lies in the folder of pl"},
		{"names", "pl/names.toml", "[adress]\nformal = []\n", "pl/names.toml:1: "},
		{"stage", "intents.toml", "\n[ending.wish]\nlevel = \"human\"\n", `intents.toml:2: "ending" is no stage`},
		{"level", "intents.toml", "[closing.wish]\nlevel = \"humane\"\n", "intents.toml:2: "},
		{"alias of two", "intents.toml", "[closing.wish]\nlevel = \"human\"\n[closing.goodbye]\nlevel = \"human\"\naliases = [\"closing.wish\"]\n", "intents.toml:3: closing.goodbye: its alias closing.wish is also a name of closing.wish"},
		{"unknown argument", "intents.toml", "[closing.wish]\nlevel = \"human\"\nrequires = [\"Date\"]\n", `intents.toml:1: closing.wish: there is no argument "Date"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			fsys := small()
			fsys[test.file] = file(test.content)
			c, err := phrases.Load(fsys)
			if err == nil {
				err = c.LoadAll()
			}
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %q, want %q in it", err, test.want)
			}
		})
	}
	if _, err := phrases.Load(fstest.MapFS{"intents.toml": file("")}); err == nil {
		t.Error("a catalog without languages loads")
	}
}

func TestParseID(t *testing.T) {
	for _, good := range []string{"acknowledging.delay.formal.1", "followup.check_in.informal.12"} {
		id, err := phrases.ParseID(good)
		if err != nil || id.String() != good {
			t.Errorf("%q: %v, %v", good, id, err)
		}
	}
	for _, bad := range []string{"", "a.b.c.d", "closing.wish.formal", "closing.wish.formal.0", "closing.wish.formal.01", "closing.wish.formal.+1", "closing..formal.1", ".wish.formal.1", "closing.wish.polite.1", "closing.wish.formal.1.2"} {
		if id, err := phrases.ParseID(bad); err == nil {
			t.Errorf("%q reads as %v", bad, id)
		}
	}
}

// A phrase file, a query and a conversation may still use an intent's former
// name.
func TestAlias(t *testing.T) {
	fsys := small()
	fsys["intents.toml"] = file(strings.Replace(string(fsys["intents.toml"].Data), "[closing.wish]\n", "[closing.wish]\naliases = [\"closing.good_wishes\"]\n", 1))
	fsys["pl/phrases/own.pl.toml"] = file("[closing.good_wishes.neutral.1]\nother = \"Wszystkiego dobrego.\"\n[closing.good_wishes.neutral.2]\nother = \"Udanego dnia.\"\n")
	c := load(t, fsys)
	q := phrases.Query{Language: language.Polish, Intent: "closing.good_wishes", Register: empathy.Neutral}
	var said []string
	for range 3 {
		p, err := c.Pick(q)
		if err != nil {
			t.Fatal(err)
		}
		said = append(said, p.ID.String()+" "+p.Text())
		q.Used = append(q.Used, phrases.ID{Intent: "closing.good_wishes", Register: p.ID.Register, Variant: p.ID.Variant})
	}
	slices.Sort(said)
	want := []string{"closing.wish.neutral.1 Miłego dnia.", "closing.wish.neutral.2 Wszystkiego dobrego.", "closing.wish.neutral.3 Udanego dnia."}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What a scaffold leaves empty is not said.
func TestUnwrittenPhrases(t *testing.T) {
	fsys := small()
	fsys["pl/phrases/waiting.pl.toml"] = file("[closing.goodbye.formal.1]\ndescription = \"to be written\"\nother = \"\"\n")
	_, err := load(t, fsys).Pick(phrases.Query{Language: language.Polish, Intent: "closing.goodbye", Register: empathy.Formal})
	var missing *phrases.MissingError
	if !errors.As(err, &missing) {
		t.Errorf("error %v, want a *MissingError", err)
	}
}

func TestFormsAndPlace(t *testing.T) {
	p, err := load(t, small()).Pick(phrases.Query{Language: language.Polish, Intent: "acknowledging.delay", Register: empathy.Formal, Args: phrases.Args{Count: 2}})
	if err != nil {
		t.Fatal(err)
	}
	var categories []string
	for _, f := range p.Forms() {
		categories = append(categories, f.Category)
	}
	if diff := cmp.Diff([]string{"one", "few", "many", "other"}, categories); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if file, line := p.Place(); file != "pl/phrases/acknowledging.pl.toml" || line < 2 {
		t.Errorf("it stands at %s:%d", file, line)
	}
}
