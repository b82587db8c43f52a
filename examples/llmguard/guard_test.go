package main

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func newChecker(t *testing.T) *empathy.Checker {
	t.Helper()
	checker, err := empathy.New(empathy.WithSuggestions(phrases.Default()))
	if err != nil {
		t.Fatal(err)
	}
	return checker
}

var guard = Guard{Catalog: phrases.Default(), Refuse: empathy.Warning}

func TestReply(t *testing.T) {
	failing := func(context.Context, string) (string, error) { return "", errors.New("model is down") }
	type result struct {
		Text     string // empty where it was composed
		Composed bool
		Refused  int
		Failed   bool
	}
	tests := map[string]struct {
		generate Generator
		want     result
	}{
		"a good draft is sent":          {scripted(good), result{Text: good}},
		"a poor one is written anew":    {scripted(rude, rude, good), result{Text: good, Refused: 2}},
		"after three tries it composes": {scripted(rude, rude, rude, good), result{Composed: true, Refused: 3}},
		"nothing is no draft":           {scripted("", "  ", good), result{Text: good, Refused: 2}},
		"a model that is down":          {failing, result{Composed: true, Failed: true}},
	}
	checker := newChecker(t)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			conversation := checker.NewConversation()
			reply, err := guard.Reply(t.Context(), test.generate, conversation, customer, task)
			if err != nil {
				t.Fatal(err)
			}
			if reply.Composed && (!strings.Contains(reply.Text, task.Facts) || strings.Contains(reply.Text, rude)) {
				t.Errorf("composed %q, which is not about the facts", reply.Text)
			}
			got := result{reply.Text, reply.Composed, len(reply.Refused), reply.Cause != nil}
			if got.Composed {
				got.Text = ""
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if n := len(conversation.Turns()); n != 2 {
				t.Errorf("the conversation remembers %d messages, want the customer's and the one sent", n)
			}
		})
	}
}

// TestRetryPrompt: the model is told which rule, which words, and better ones.
func TestRetryPrompt(t *testing.T) {
	var prompts []string
	drafts := scripted(rude, good)
	generate := func(ctx context.Context, prompt string) (string, error) {
		prompts = append(prompts, prompt)
		return drafts(ctx, prompt)
	}
	if _, err := guard.Reply(t.Context(), generate, newChecker(t).NewConversation(), customer, task); err != nil {
		t.Fatal(err)
	}
	if len(prompts) != 2 {
		t.Fatalf("asked %d times, want 2", len(prompts))
	}
	for _, want := range []string{"in English", customer, task.Facts} {
		if !strings.Contains(prompts[0], want) {
			t.Errorf("the first prompt lacks %q:\n%s", want, prompts[0])
		}
	}
	for _, want := range []string{prompts[0], rude, "dismissive", "It is about “Calm down”", "For example: “"} {
		if !strings.Contains(prompts[1], want) {
			t.Errorf("the second prompt lacks %q:\n%s", want, prompts[1])
		}
	}
}

// TestSixLanguages: a dismissal is refused in each, and a composed reply in the
// customer's own language goes out instead.
func TestSixLanguages(t *testing.T) {
	tests := map[string]struct{ customer, draft, facts string }{
		"ro": {"Coletul meu întârzie din nou, sunt furioasă!", "Calmează-te, e doar un colet.", "Coletul ajunge mâine între 9 și 12."},
		"pl": {"Moja paczka znowu się spóźnia, jestem wściekła!", "Proszę się uspokoić, to tylko paczka.", "Paczka dotrze jutro między 9 a 12."},
		"ru": {"Посылка опять опаздывает, я в ярости!", "Успокойтесь, это всего лишь посылка.", "Посылка придёт завтра с 9 до 12."},
		"el": {"Το δέμα μου καθυστερεί πάλι, είμαι έξαλλη!", "Ηρεμήστε, ένα δέμα είναι μόνο.", "Το δέμα έρχεται αύριο από τις 9 έως τις 12."},
		"zh": {"我的包裹又晚了，气死我了！", "冷静一点，不就是一个包裹吗。", "包裹明天九点到十二点之间送到。"},
		"en": {customer, rude, task.Facts},
	}
	checker := newChecker(t)
	for lang, test := range tests {
		t.Run(lang, func(t *testing.T) {
			reply, err := guard.Reply(t.Context(), scripted(test.draft), checker.NewConversation(), test.customer, Task{Facts: test.facts})
			if err != nil {
				t.Fatal(err)
			}
			if !reply.Composed || !strings.Contains(reply.Text, test.facts) {
				t.Fatalf("%+v, want a composed reply with the facts", reply)
			}
			if got := empathy.Analyze(reply.Text).Language.String(); got != lang {
				t.Errorf("composed in %s: %q", got, reply.Text)
			}
		})
	}
}

func TestReplyErrors(t *testing.T) {
	checker := newChecker(t)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := guard.Reply(cancelled, scripted(good), checker.NewConversation(), customer, task); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := guard.Reply(t.Context(), scripted(good), checker.NewConversation(), "", task); !errors.Is(err, empathy.ErrEmpty) {
		t.Errorf("no message: %v", err)
	}
	insult := Task{Facts: "Calm down, it is only a parcel. It is your own fault, you did not read the terms."}
	if _, err := guard.Reply(t.Context(), scripted(rude), checker.NewConversation(), customer, insult); !errors.Is(err, ErrHandOver) {
		t.Errorf("facts that must not be sent: %v", err)
	}
}

func TestRun(t *testing.T) {
	var out strings.Builder
	if err := run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"draft 3    refused:", "sent       " + good, "stopped    [dismissive]"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("lacks %q:\n%s", want, out.String())
		}
	}
}
