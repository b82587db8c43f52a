package phrases_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func withOwn(t *testing.T, own fstest.MapFS) *phrases.Catalog {
	t.Helper()
	c, err := phrases.Default().With(own)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestOwnPhrases: the brand's own come first, then the catalog's; one with the
// same ID takes the other's place.
func TestOwnPhrases(t *testing.T) {
	c := withOwn(t, fstest.MapFS{"en/phrases/closing.en.toml": file(`
[closing.wish.neutral.1]
other = "Fair winds."
[closing.wish.neutral.7]
other = "Calm seas."
`)})
	q := phrases.Query{Language: language.English, Intent: "closing.wish", Register: empathy.Neutral}
	var said []string
	for range 4 {
		p, err := c.Pick(q)
		if err != nil {
			t.Fatal(err)
		}
		said = append(said, p.Text())
		q.Used = append(q.Used, p.ID)
	}
	own := []string{"Calm seas.", "Fair winds."}
	if got := slices.Sorted(slices.Values(said[:2])); !slices.Equal(got, own) {
		t.Errorf("first %q, want the brand's own", said)
	}
	if slices.Contains(own, said[2]) || slices.Contains(own, said[3]) {
		t.Errorf("then %q, want the catalog's", said)
	}
	all, err := c.Phrases(language.English)
	if err != nil {
		t.Fatal(err)
	}
	before, err := phrases.Default().Phrases(language.English)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(before)+1 {
		t.Errorf("%d phrases, want %d and one more", len(all), len(before))
	}
}

func TestOwnIntents(t *testing.T) {
	c := withOwn(t, fstest.MapFS{
		"intents.toml":               file("[closing.points]\ndescription = \"how many points were earned\"\nlevel = \"business\"\nrequires = [\"Count\"]\n"),
		"en/phrases/closing.en.toml": file("[closing.points.neutral.1]\none = \"That is {{.Count}} point.\"\nother = \"That is {{.Count}} points.\"\n"),
	})
	args := phrases.Args{Count: 3}
	p, err := c.Pick(phrases.Query{Language: language.English, Intent: "closing.points", Args: args})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := p.Render(args); text != "That is 3 points." || err != nil {
		t.Errorf("%q, %v", text, err)
	}
}

func TestOwnPhrasesErrors(t *testing.T) {
	if _, err := phrases.Default().With(fstest.MapFS{"xx/phrases/closing.xx.toml": file("")}); err == nil || !strings.Contains(err.Error(), "xx/phrases") {
		t.Errorf("a language that the catalog does not speak: %v", err)
	}
	if _, err := phrases.Default().With(fstest.MapFS{"intents.toml": file("[singing.song]\n")}); err == nil || !strings.Contains(err.Error(), `intents.toml:1: "singing" is no stage`) {
		t.Errorf("a stage that is none: %v", err)
	}
	c := withOwn(t, fstest.MapFS{"en/phrases/closing.en.toml": file("\n[closing.dance.neutral.1]\nother = \"x\"\n")})
	const want = "phrases: own phrases: en/phrases/closing.en.toml:2: closing.dance.neutral.1: intents.toml has no intent closing.dance"
	if _, err := c.Phrases(language.English); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestComposeKeepsToTheVoice: the company is named where a phrase says it, an
// e-mail is signed, a chat only where it closes, and the phrases of the
// conversation are avoided.
func TestComposeKeepsToTheVoice(t *testing.T) {
	checker, err := empathy.New(empathy.WithVoice(empathy.Voice{
		Company: "Nord", Signature: map[language.Tag]string{language.English: "Your Nord team"}, NoExclamation: true,
	}))
	if err != nil {
		t.Fatal(err)
	}
	catalog := withOwn(t, fstest.MapFS{"en/phrases/opening.en.toml": file("[opening.reply.neutral.9]\nother = \"Hello{{with .Company}}, {{.}} here{{end}}.\"\n")})
	conversation := checker.NewConversation()
	conversation.Customer("Could you tell me when the office opens?")
	compose := func(options ...phrases.ComposeOption) phrases.Reply {
		t.Helper()
		reply, err := catalog.Compose(conversation.Advise(), phrases.Args{}, append(options, phrases.Body("We open at 9:00."))...)
		if err != nil {
			t.Fatal(err)
		}
		return reply
	}
	if reply := compose(phrases.Via(phrases.Email)); !strings.HasPrefix(reply.Text, "Hello, Nord here.") || !strings.HasSuffix(reply.Text, "\n\nYour Nord team") {
		t.Errorf("e-mail %q", reply)
	}
	first := compose(phrases.Via(phrases.Chat))
	if strings.Contains(first.Text, "Your Nord team") {
		t.Errorf("a chat that does not close is signed: %q", first)
	}
	conversation.Used(first.IDs()...)
	for _, id := range compose().Phrases {
		if slices.Contains(first.Phrases, id) {
			t.Errorf("%v is said again", id)
		}
	}
	conversation.Agent(first.Text, first.IDs()...)
	conversation.Customer("Great, thank you so much, that is perfect!")
	if reply := compose(phrases.Via(phrases.Chat)); !strings.HasSuffix(reply.Text, "\nYour Nord team") || strings.Contains(reply.Text, "!") {
		t.Errorf("the last words of a chat are %q", reply)
	}
}

// TestBodyStandsForWhatOnlyTheAgentCanSay: whatever the advice is.
func TestBodyStandsForWhatOnlyTheAgentCanSay(t *testing.T) {
	checker, err := empathy.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, situation := range append(empathy.Situations(), empathy.NoSituation) {
		for _, customer := range []string{"", "Hello", "My parcel is late again and I am really upset, why is that?"} {
			conversation := checker.NewConversation()
			if customer != "" {
				conversation.Customer(customer)
			} else {
				conversation.Customer("Hello")
				conversation.Agent("Hello, how can I help?")
			}
			advice := conversation.Advise(situation)
			if len(advice.Steps) == 0 {
				continue
			}
			reply, err := phrases.Default().Compose(advice, phrases.Args{}, phrases.Body("BODY"))
			if err != nil {
				t.Errorf("%v, %q: %v", situation, customer, err)
			}
			if strings.Count(reply.Text, "BODY") != 1 {
				t.Errorf("%v, %q: %q", situation, customer, reply)
			}
		}
	}
}
