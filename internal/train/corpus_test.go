package train

import (
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/empathykit/empathykit/internal/tone"
	"github.com/empathykit/empathykit/locales"
)

// TestCorpusTeaches: every label of the corpus is one that the models have an
// output for.
func TestCorpusTeaches(t *testing.T) {
	listener, err := tone.NewListener(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	examiner := NewExaminer(listener.WithoutModels())
	for i, language := range Languages {
		c, err := ReadCorpus(os.DirFS("../../empathy/testdata/corpus"), language)
		if err != nil {
			t.Fatal(err)
		}
		pairs := c.Part("train")
		examples, err := examiner.Examples(i, c, pairs)
		if err != nil {
			t.Errorf("%s: %v", language, err)
		}
		if least := len(c.Messages) + len(pairs) + len(c.Sentences); len(examples) < least {
			t.Errorf("%s: %d examples of %d texts", language, len(examples), least)
		}
	}
}

// TestParts: no message of the test part is in what models learn from.
func TestParts(t *testing.T) {
	for _, language := range Languages {
		c, err := ReadCorpus(os.DirFS("../../empathy/testdata/corpus"), language)
		if err != nil {
			t.Fatal(err)
		}
		learnt := map[string]bool{}
		for _, p := range c.Part("train") {
			learnt[p.Customer] = true
		}
		for _, m := range c.Messages {
			learnt[m.Text] = true
		}
		for _, p := range c.Part("test") {
			if learnt[p.Customer] {
				t.Errorf("%s: the customer's message is in the train part too", p.ID)
			}
		}
	}
}

func TestBadCorpus(t *testing.T) {
	_, err := ReadCorpus(fstest.MapFS{"ro.jsonl": {Data: []byte("{}\n{\"id\":3}\n")}}, "ro")
	if err == nil || err.Error()[:11] != "ro.jsonl:2:" {
		t.Errorf("error %v, want one that begins with the place", err)
	}
}

func TestPlain(t *testing.T) {
	for _, test := range []struct {
		acts []string
		want bool
	}{{nil, true}, {[]string{"explain", "promise-time"}, true}, {[]string{"propose", "warm"}, false}} {
		if got := plain(test.acts); got != test.want {
			t.Errorf("plain(%v) = %v", slices.Clone(test.acts), got)
		}
	}
}
