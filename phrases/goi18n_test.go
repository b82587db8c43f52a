package phrases_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

// TestGoi18nMerge runs goi18n's own merge over a copy of each language's
// files: what it writes loads as the same phrases, with the same forms and
// descriptions.
func TestGoi18nMerge(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds goi18n")
	}
	tool := filepath.Join(t.TempDir(), "goi18n")
	if out, err := exec.Command("go", "build", "-o", tool, "github.com/nicksnyder/go-i18n/v2/goi18n").CombinedOutput(); err != nil {
		t.Fatalf("building goi18n: %v\n%s", err, out)
	}
	for _, tag := range phrases.Default().Languages() {
		t.Run(tag.String(), func(t *testing.T) {
			files, err := filepath.Glob("../locales/" + tag.String() + "/phrases/*.toml")
			if err != nil || len(files) == 0 {
				t.Fatal(files, err)
			}
			dir := t.TempDir()
			args := append([]string{"merge", "-sourceLanguage", tag.String(), "-outdir", dir}, files...)
			if out, err := exec.Command(tool, args...).CombinedOutput(); err != nil {
				t.Fatalf("goi18n merge: %v\n%s", err, out)
			}
			merged, err := os.ReadFile(filepath.Join(dir, "active."+tag.String()+".toml"))
			if err != nil {
				t.Fatal(err)
			}
			fsys := layered.Memory{tag.String() + "/phrases/active." + tag.String() + ".toml": merged}
			if fsys["intents.toml"], err = locales.FS.ReadFile("intents.toml"); err != nil {
				t.Fatal(err)
			}
			c, err := phrases.Load(fsys)
			if err != nil {
				t.Fatal(err)
			}
			want, err := phrases.Default().Phrases(tag)
			if err != nil {
				t.Fatal(err)
			}
			got, err := c.Phrases(tag)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(saidBy(want), saidBy(got)); diff != "" {
				t.Errorf("goi18n merge (-want +got):\n%s", diff)
			}
		})
	}
}

type said struct {
	ID, Description string
	Forms           []phrases.Form
}

func saidBy(all []phrases.Phrase) []said {
	var list []said
	for _, p := range all {
		list = append(list, said{p.ID.String(), p.Description, p.Forms()})
	}
	return list
}
