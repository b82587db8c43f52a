package main

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/empathykit/empathykit/empathy"
)

// counted counts the pieces that are taken of a stream.
func counted(chunks iter.Seq2[string, error], n *int) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for piece, err := range chunks {
			*n++
			if !yield(piece, err) {
				return
			}
		}
	}
}

func TestStream(t *testing.T) {
	const understood = "I understand how infuriating this is, and I am sorry. "
	broken := func(yield func(string, error) bool) {
		_ = yield(understood+"Your par", nil) && yield("", errors.New("connection reset"))
	}
	tests := map[string]struct {
		chunks   iter.Seq2[string, error]
		shown    string // of the draft
		composed bool
		failed   bool
	}{
		"a good draft goes through whole":    {tokens(good), good, false, false},
		"a poor sentence stops it":           {tokens(understood + rude + " " + strings.Repeat("More. ", 100)), understood, true, false},
		"a poor first sentence is not shown": {tokens(rude + " Goodbye."), "", true, false},
		"a poor last sentence is not shown":  {tokens(understood + rude), understood, true, false},
		"a stream that breaks off":           {broken, understood, true, true},
		"a model that says nothing":          {tokens(" "), "", true, true},
	}
	checker := newChecker(t)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			conversation := checker.NewConversation()
			var shown strings.Builder
			var composed []Piece
			for piece, err := range guard.Stream(test.chunks, conversation, customer, task) {
				if err != nil {
					t.Fatal(err)
				}
				if piece.Composed {
					composed = append(composed, piece)
					continue
				}
				shown.WriteString(piece.Text)
			}
			if diff := cmp.Diff(test.shown, shown.String()); diff != "" {
				t.Errorf("shown (-want +got)\n%s", diff)
			}
			if got := len(composed) == 1; got != test.composed || len(composed) > 1 {
				t.Fatalf("%d composed pieces: %+v", len(composed), composed)
			}
			if test.composed && (!strings.Contains(composed[0].Text, task.Facts) || (composed[0].Cause != nil) != test.failed) {
				t.Errorf("composed %+v", composed[0])
			}
			if n := len(conversation.Turns()); n != 2 {
				t.Errorf("the conversation remembers %d messages, want 2", n)
			}
		})
	}
}

// TestStreamStopsTheModel: nothing more is taken of a draft that is given up,
// or that nobody reads any more.
func TestStreamStopsTheModel(t *testing.T) {
	taken := 0
	draft := counted(tokens(rude+" "+strings.Repeat("More words. ", 100)), &taken)
	for range guard.Stream(draft, newChecker(t).NewConversation(), customer, task) {
	}
	if words := len(strings.Fields(rude)) + 1; taken > words {
		t.Errorf("%d pieces taken, want at most %d", taken, words)
	}

	taken = 0
	for range guard.Stream(counted(tokens(good), &taken), newChecker(t).NewConversation(), customer, task) {
		break
	}
	if all := strings.Count(good, " ") + 1; taken >= all {
		t.Errorf("all %d pieces taken, and only one sentence was read", taken)
	}
}

// TestStreamTellsWhatIsMissing: who was shown a reply without a word of
// understanding cannot be helped any more, but the log can tell.
func TestStreamTellsWhatIsMissing(t *testing.T) {
	var last Piece
	for piece, err := range guard.Stream(tokens("The parcel is in Leeds. It arrives tomorrow."), newChecker(t).NewConversation(), customer, task) {
		if err != nil {
			t.Fatal(err)
		}
		last = piece
	}
	if !slices.Contains(rulesOf(last.Findings), empathy.RuleNoAcknowledgement) {
		t.Errorf("the last piece tells %v", rulesOf(last.Findings))
	}
}

func TestCut(t *testing.T) {
	tests := map[string]struct {
		whole []string
		rest  string
	}{
		"":              {nil, ""},
		"It may still":  {nil, "It may still"},
		"At 3.5 kg it":  {nil, "At 3.5 kg it"},
		"First. Second": {[]string{"First. "}, "Second"},
		"我明白。包裹明天到":     {[]string{"我明白。"}, "包裹明天到"},
		"Καταλαβαίνω. Θα έρθει; Ναι": {[]string{"Καταλαβαίνω. "}, "Θα έρθει; Ναι"},
	}
	for text, want := range tests {
		whole, rest := cut(text)
		if diff := cmp.Diff(want.whole, whole, cmpopts.EquateEmpty()); diff != "" || rest != want.rest {
			t.Errorf("%q: %q and %q", text, whole, rest)
		}
	}
}
