package locales_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/locales"
)

func own() fstest.MapFS {
	return fstest.MapFS{
		"de/tone.toml":                   &fstest.MapFile{Data: []byte("# German\n")},
		"de/phrases/opening.de.toml":     &fstest.MapFile{Data: []byte("# openings\n")},
		"pl/time.pl.toml":                &fstest.MapFile{Data: []byte("# ours\n")},
		"pl/phrases/opening_own.pl.toml": &fstest.MapFile{Data: []byte("# more\n")},
	}
}

func TestOverlayIsAFileSystem(t *testing.T) {
	if err := fstest.TestFS(locales.Overlay(own()), "intents.toml", "de/tone.toml", "de/phrases/opening.de.toml",
		"pl/names.toml", "pl/time.pl.toml", "pl/phrases/opening.pl.toml", "pl/phrases/opening_own.pl.toml"); err != nil {
		t.Error(err)
	}
}

func TestOverlayWins(t *testing.T) {
	o := locales.Overlay(own())
	got := map[string]string{}
	for _, name := range []string{"de/tone.toml", "pl/time.pl.toml"} {
		data, err := fs.ReadFile(o, name)
		if err != nil {
			t.Error(err)
		}
		got[name] = string(data)
	}
	if diff := cmp.Diff(map[string]string{"de/tone.toml": "# German\n", "pl/time.pl.toml": "# ours\n"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	languages, err := fs.Glob(o, "*/phrases")
	if err != nil {
		t.Error(err)
	}
	want := []string{"de/phrases", "el/phrases", "en/phrases", "pl/phrases", "ro/phrases", "ru/phrases", "zh/phrases"}
	if diff := cmp.Diff(want, languages); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := fs.ReadFile(o, "fr/tone.toml"); err == nil {
		t.Error("a file that nobody has is read")
	}
}
