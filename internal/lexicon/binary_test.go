package lexicon

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/locales"
)

// TestCompiledIsTheSame scans with a lexicon that was compiled, written and
// read back.
func TestCompiledIsTheSame(t *testing.T) {
	source := []byte(modified)
	want, err := Compile("en", "en/tone.toml", source)
	if err != nil {
		t.Fatal(err)
	}
	got, err := unmarshal(Marshal(want, source), source)
	if err != nil {
		t.Fatal(err)
	}
	doc := text.Parse("I am very annoyed and not at all happy, so sorry about that, it is your fault!")
	if diff := cmp.Diff(new(Scanner).Scan(want, doc, false), new(Scanner).Scan(got, doc, false)); diff != "" {
		t.Errorf("(-compiled +read back):\n%s", diff)
	}
}

func TestStaleIsCompiledAgain(t *testing.T) {
	source := []byte(modified)
	l, err := Compile("en", "en/tone.toml", source)
	if err != nil {
		t.Fatal(err)
	}
	good := Marshal(l, source)
	damaged := append([]byte(nil), good...)
	damaged[len(damaged)/2] ^= 1
	for name, test := range map[string]struct{ compiled, source []byte }{
		"another source": {good, append([]byte("# changed\n"), source...)},
		"damaged":        {damaged, source},
		"cut short":      {good[:len(good)/2], source},
		"empty":          {nil, source},
		"another format": {append([]byte("empathykit lexicon 1\n"), good[len(format):]...), source},
	} {
		if _, err := unmarshal(test.compiled, test.source); err == nil {
			t.Errorf("%s: it is read", name)
		}
		l, err := Load(fstest.MapFS{"en/tone.toml": {Data: test.source}, "en/tone.bin": {Data: test.compiled}}, "en")
		if err != nil || !l.Speaks("annoyed") {
			t.Errorf("%s: the tone file is not compiled: %v", name, err)
		}
	}
}

// TestCompiledAlone: without the tone file, the compiled form is enough.
func TestCompiledAlone(t *testing.T) {
	l, err := Compile("en", "en/tone.toml", []byte(modified))
	if err != nil {
		t.Fatal(err)
	}
	l, err = Load(fstest.MapFS{"en/tone.bin": {Data: Marshal(l, []byte(modified))}}, "en")
	if err != nil || !l.Speaks("annoyed") {
		t.Errorf("the compiled lexicon is not read: %v", err)
	}
	if _, err := Load(fstest.MapFS{"en/tone.bin": {Data: []byte("damaged")}}, "en"); err == nil {
		t.Error("a damaged one is")
	}
}

// TestEmbeddedIsFresh: go generate has been run after the last change.
func TestEmbeddedIsFresh(t *testing.T) {
	for _, language := range languages {
		source, err := fs.ReadFile(data, language+"/tone.toml")
		if err != nil {
			t.Fatal(err)
		}
		compiled, err := locales.FS.ReadFile(language + "/tone.bin")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := unmarshal(compiled, source); err != nil {
			t.Errorf("%s: %v; run go generate ./locales", language, err)
		}
	}
}
