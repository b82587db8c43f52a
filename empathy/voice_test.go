package empathy_test

import (
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

const nordVoice = `company = "Nord"
register = ["neutral", "formal"]
emoji = false
exclamation = false
phrases = "own"

[signature]
en = "Your Nord team"
pl = "Zespół Nord"

[address]
pl = "V"

[words.en]
banned = [
	"cheap*", # never
	"valued customer",
]
[words.en.instead]
"passenger*" = "guest"

[words.pl.instead]
"pasażer*" = "gość"

[words.el]
banned = ["πελατ*"]
`

func nordFS() fstest.MapFS {
	return fstest.MapFS{
		"brand/nord.toml":                         {Data: []byte(nordVoice)},
		"brand/own/en/phrases/closing.en.toml":    {Data: []byte("[closing.wish.neutral.1]\nother = \"Fair winds.\"\n")},
		"brand/own/en/phrases/opening.en.toml":    {Data: []byte("[opening.greeting.neutral.9]\nother = \"Nord here, good day.\"\n")},
		"brand/broken/en/phrases/opening.en.toml": {Data: []byte("\n[opening.dance.neutral.1]\nother = \"x\"\n")},
	}
}

func nord(t testing.TB) empathy.Voice {
	t.Helper()
	voice, err := empathy.LoadVoice(nordFS(), "brand/nord.toml")
	if err != nil {
		t.Fatal(err)
	}
	return voice
}

func TestLoadVoice(t *testing.T) {
	got := nord(t)
	if got.Phrases == nil {
		t.Error("the phrases are not there")
	}
	got.Phrases = nil
	want := empathy.Voice{
		Company: "Nord", Registers: []empathy.Register{empathy.Neutral, empathy.Formal}, NoEmoji: true, NoExclamation: true,
		Signature: map[language.Tag]string{language.English: "Your Nord team", language.Polish: "Zespół Nord"},
		Address:   map[language.Tag]empathy.Address{language.Polish: empathy.V},
		Words: map[language.Tag][]empathy.BrandWord{
			language.English: {{Avoid: "cheap*"}, {Avoid: "valued customer"}, {Avoid: "passenger*", Instead: "guest"}},
			language.Polish:  {{Avoid: "pasażer*", Instead: "gość"}},
			language.Greek:   {{Avoid: "πελατ*"}},
		},
	}
	sameTag := cmp.Comparer(func(x, y language.Tag) bool { return x == y })
	if diff := cmp.Diff(want, got, sameTag); diff != "" {
		t.Error(diff)
	}
}

func TestVoiceErrors(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"company = \"x\"\nregister = [\"posh\"]", `empathy: x.toml:2: register: "posh" is no register: formal, neutral, informal`},
		{"register = [\n\"formal\",\n\"posh\"]", `empathy: x.toml:3: register: "posh" is no register: formal, neutral, informal`},
		{"emoji = \"no\"", "empathy: x.toml:1: emoji: want true or false"},
		{"\ncolour = \"red\"", "empathy: x.toml:2: colour: a voice has no such key; it has company, register, emoji, exclamation, phrases, signature, address and words"},
		{"[address]\npl = \"Pan\"", `empathy: x.toml:2: address.pl: "Pan" is no address: T or V`},
		{"[address]\n\"?\" = \"V\"", `empathy: x.toml:2: address.?: "?" is no language`},
		{"register = [\"formal\"]\n[address]\npl = \"T\"", "empathy: x.toml:3: address.pl: address T belongs to the informal register, which the voice does not allow"},
		{"register = [\"informal\"]\n[address]\nro = \"V\"", "empathy: x.toml:3: address.ro: address V belongs to the neutral and the formal register, and the voice allows neither"},
		{"[words.en]\nbanned = [\"fine\",\n\"(bad\"]", `empathy: x.toml:3: words.en: pattern "(bad": "(" at column 1 is not closed`},
		{"[words.en.instead]\n\"*\" = \"x\"", `empathy: x.toml:2: words.en: pattern "*": a lone * would match every word; write _ for a gap`},
		{"[words.en]\nnever = [\"x\"]", "empathy: x.toml:2: words.en.never: want banned or instead"},
		{"words = [\"x\"]", "empathy: x.toml:1: words: want words.LANGUAGE.banned, or a table words.LANGUAGE.instead"},
		{"[signature]\nen = [\"x\"]", "empathy: x.toml:2: signature.en: want a string"},
		{"phrases = \"own\"", "empathy: x.toml:1: phrases: there is no folder to look in; read the voice with LoadVoice"},
		{"company = 3", "empathy: x.toml:1: company: want a string, true or false or a list of strings"},
	} {
		_, err := empathy.ParseVoice("x.toml", []byte(test.content))
		var fault *empathy.VoiceError
		if !errors.As(err, &fault) {
			t.Errorf("%q: error %v", test.content, err)
			continue
		}
		if err.Error() != test.want {
			t.Errorf("%q:\n%v, want\n%s", test.content, err, test.want)
		}
	}
	missing := fstest.MapFS{"x.toml": {Data: []byte("company = \"x\"\nphrases = \"own\"\n")}}
	var fault *empathy.VoiceError
	if _, err := empathy.LoadVoice(missing, "x.toml"); !errors.As(err, &fault) || fault.Line != 2 {
		t.Errorf("a folder that is not there: %v", err)
	}
	if _, err := empathy.LoadVoice(missing, "y.toml"); err == nil {
		t.Error("a file that is not there is read")
	}
	if _, err := empathy.New(empathy.WithVoice(empathy.Voice{Words: map[language.Tag][]empathy.BrandWord{language.English: {{Avoid: "("}}}})); !errors.As(err, &fault) {
		t.Errorf("a voice in Go with a bad pattern: %v", err)
	}
}

func FuzzParseVoice(f *testing.F) {
	f.Add([]byte(nordVoice))
	f.Add([]byte("[words.zh]\nbanned = [\"亲\"]\n[address]\nzh = \"T\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		voice, err := empathy.ParseVoice("x", data)
		var fault *empathy.VoiceError
		if err != nil && (!errors.As(err, &fault) || fault.Line < 1) {
			t.Fatalf("error %v", err)
		}
		if err != nil {
			return
		}
		if _, err := empathy.New(empathy.WithVoice(voice)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestOffBrand(t *testing.T) {
	checker := newChecker(t, empathy.WithVoice(nord(t)))
	for _, test := range []struct {
		customer, reply string
		spans           []string // what is off brand
		suggestions     []string
	}{
		{"Where is my bag?", "Your bag is on its way. It arrives tomorrow at 9:00.", nil, nil},
		{"Where is my bag?", "Your bag is on its way! It arrives tomorrow at 9:00!", []string{"!"}, nil},
		{"Where is my bag?", "Your bag is on its way 🙂 It arrives tomorrow at 9:00.", []string{"🙂"}, nil},
		{"Where is my bag?", "Dear valued customer, passengers with cheaper tickets wait.", []string{"valued customer", "passengers", "cheaper"}, []string{"guest"}},
		{"Where is my bag?", "gonna check that rn lol, brb", []string{"gonna"}, nil},
		{"Gdzie jest moja torba?", "Zaraz sprawdzę, gdzie jest twoja torba.", []string{"twoja"}, nil},
		{"Gdzie jest moja torba?", "Sprawdzę, gdzie jest Pani torba. Pasażerowie czekają.", []string{"Pasażerowie"}, []string{"gość"}},
		{"Πού είναι η τσάντα μου;", "Αγαπητέ πελάτη, ψάχνουμε την τσάντα σας.", []string{"πελάτη"}, nil},
	} {
		var spans, suggestions []string
		for f := range checker.Check(test.customer, test.reply).Findings() {
			if f.Rule == empathy.RuleOffBrand {
				spans = append(spans, test.reply[f.Span.Start:f.Span.End])
				suggestions = append(suggestions, f.Suggestions...)
			}
		}
		if diff := cmp.Diff(test.spans, spans); diff != "" {
			t.Errorf("%q: %s", test.reply, diff)
		}
		if diff := cmp.Diff(test.suggestions, suggestions); diff != "" {
			t.Errorf("%q: %s", test.reply, diff)
		}
	}
}

// TestFamiliarBrand: what the rules object to and the brand asks for is no
// fault.
func TestFamiliarBrand(t *testing.T) {
	voice := empathy.Voice{Address: map[language.Tag]empathy.Address{language.Polish: empathy.T}}
	const customer, familiar, polite = "Gdzie jest moja paczka?", "Twoja paczka będzie u ciebie jutro do 12:00.", "Pani paczka będzie u Pani jutro do 12:00."
	for _, test := range []struct {
		checker *empathy.Checker
		reply   string
		want    []empathy.Rule
	}{
		{newChecker(t), familiar, []empathy.Rule{empathy.RuleTooInformal}},
		{newChecker(t, empathy.WithVoice(voice)), familiar, nil},
		{newChecker(t, empathy.WithVoice(voice)), polite, []empathy.Rule{empathy.RuleOffBrand}},
	} {
		if diff := cmp.Diff(test.want, rulesOf(test.checker.Check(customer, test.reply))); diff != "" {
			t.Errorf("%q: %s", test.reply, diff)
		}
	}
	advice, err := newChecker(t, empathy.WithVoice(voice)).Advise(customer)
	if err != nil || advice.Register != empathy.Informal || advice.Address != empathy.T {
		t.Errorf("advice %v %v, %v", advice.Register, advice.Address, err)
	}
}

// TestAdviceKeepsToTheVoice: a brand that is never informal, and one that
// always is.
func TestAdviceKeepsToTheVoice(t *testing.T) {
	const casual, letter = "hey whats up with my order lol", "Dear Sir or Madam, I am writing to enquire about the status of my order. Yours faithfully, John Smith"
	for _, test := range []struct {
		registers []empathy.Register
		customer  string
		want      empathy.Register
	}{
		{nil, casual, empathy.Informal},
		{[]empathy.Register{empathy.Neutral, empathy.Formal}, casual, empathy.Neutral},
		{[]empathy.Register{empathy.Formal}, casual, empathy.Formal},
		{nil, letter, empathy.Formal},
		{[]empathy.Register{empathy.Informal}, letter, empathy.Informal},
		{[]empathy.Register{empathy.Neutral}, letter, empathy.Neutral},
	} {
		advice, err := newChecker(t, empathy.WithVoice(empathy.Voice{Registers: test.registers})).Advise(test.customer)
		if err != nil || advice.Register != test.want {
			t.Errorf("%v, %q: %v, %v; want %v", test.registers, test.customer, advice.Register, err, test.want)
		}
	}
}

// TestComposedInTheVoice: the brand has nothing against a reply that is composed
// for it, or against a better wording that is suggested.
func TestComposedInTheVoice(t *testing.T) {
	voice := nord(t)
	voice.Words[language.English] = append(voice.Words[language.English], empathy.BrandWord{Avoid: "frustrat*"})
	catalog, err := phrases.Default().With(voice.Phrases)
	if err != nil {
		t.Fatal(err)
	}
	checker := newChecker(t, empathy.WithVoice(voice), empathy.WithSuggestions(catalog))
	for _, l := range pool {
		for _, message := range []string{l.asks, l.upset, l.thanks, l.mild} {
			advice, err := checker.Advise(message)
			if err != nil {
				t.Fatal(err)
			}
			for seed := range uint64(4) {
				reply, err := catalog.Compose(advice, phrases.Args{}, phrases.Seeded(seed), phrases.Via(phrases.Email), phrases.Body("13:00."))
				if err != nil {
					t.Errorf("%s: %v", l.language, err)
					continue
				}
				if rules := rulesOf(checker.Check(message, reply.Text)); slices.Contains(rules, empathy.RuleOffBrand) {
					t.Errorf("%q is off brand", reply.Text)
				}
			}
			for f := range checker.Check(message, l.bare).Findings() {
				for _, suggestion := range f.Suggestions {
					if !advice.Allows(suggestion) {
						t.Errorf("%v suggests %q", f.Rule, suggestion)
					}
				}
			}
		}
	}
}
