package lexicon_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

func TestWordlist(t *testing.T) {
	for _, test := range []struct {
		language string
		patterns []string
		message  string
		latin    bool
		want     []lexicon.Found
	}{
		{"pl", []string{"klient*", "tani*"}, "Drogi Kliencie, tańszy klientom", false, []lexicon.Found{{0, 4, 5}}},
		{"pl", []string{"klient*", "=tani"}, "KLIENTÓW tani", false, []lexicon.Found{{0, 0, 1}, {1, 1, 2}}},
		{"zh", []string{"亲", "您好"}, "亲，您好", false, []lexicon.Found{{0, 0, 1}, {1, 2, 4}}},
		{"el", []string{"πελάτ*"}, "agapite pelati", true, []lexicon.Found{{0, 1, 2}}},
		{"en", []string{"^(yes|yep)"}, "Yes. Say yes.", false, []lexicon.Found{{0, 0, 1}}},
		{"en", []string{"not cheap", "cheap"}, "not cheap", false, []lexicon.Found{{0, 0, 2}}},
		{"en", nil, "anything", false, nil},
	} {
		w, err := lexicon.NewWordlist(test.language, test.patterns)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, w.Find(text.Parse(test.message), test.latin)); diff != "" {
			t.Errorf("%q: %s", test.message, diff)
		}
	}
}

func TestWordlistErrors(t *testing.T) {
	for _, bad := range []string{"(open", "*", "", "<class>", "_", "a**b"} {
		_, err := lexicon.NewWordlist("en", []string{"fine", bad})
		var fault *lexicon.PatternError
		if !errors.As(err, &fault) || fault.Index != 1 || fault.Pattern != bad {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}
