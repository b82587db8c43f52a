package phrases_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// onDisk writes the small catalog to a folder.
func onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, f := range small() {
		write(t, filepath.Join(dir, name), string(f.Data))
	}
	return dir
}

// write replaces a file in one step, as editors and deployments do.
func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+"~", []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(name+"~", name); err != nil {
		t.Fatal(err)
	}
}

const look = 5 * time.Millisecond

// reloads collects what a live catalog tells.
type reloads chan error

func (r reloads) told(_ *phrases.Catalog, err error) { r <- err }

func (r reloads) next(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("no reload is told of")
		return nil
	}
}

func TestWatch(t *testing.T) {
	dir := onDisk(t)
	told := make(reloads, 100)
	live, err := phrases.Watch(t.Context(), os.DirFS(dir), phrases.Every(look), phrases.OnReload(told.told))
	if err != nil {
		t.Fatal(err)
	}
	wish := func() string {
		p, err := live.Catalog().Pick(phrases.Query{Language: language.Polish, Intent: "closing.wish", Register: empathy.Neutral})
		if err != nil {
			t.Fatal(err)
		}
		return p.Text()
	}
	closing := filepath.Join(dir, "pl/phrases/closing.pl.toml")
	for _, step := range []struct{ name, content, fault, wish string }{
		{"a change", "[closing.wish.neutral.1]\nother = \"Udanego dnia.\"\n", "", "Udanego dnia."},
		{"a broken file", "[closing.wish.neutral.1]\nother = \"Dobrej nocy.\n", "pl/phrases/closing.pl.toml:2: ", "Udanego dnia."},
		{"another broken file", "[closing.wish.neutral.1]\nother = \"{{.Cout}}\"\n", "there is no argument Cout", "Udanego dnia."},
		{"mended", "[closing.wish.neutral.1]\nother = \"Dobrej nocy.\"\n", "", "Dobrej nocy."},
	} {
		write(t, closing, step.content)
		err := told.next(t)
		if (err == nil) != (step.fault == "") || err != nil && !strings.Contains(err.Error(), step.fault) {
			t.Errorf("%s: error %v, want %q", step.name, err, step.fault)
		}
		if (live.Err() == nil) != (err == nil) {
			t.Errorf("%s: Err returns %v", step.name, live.Err())
		}
		if got := wish(); got != step.wish {
			t.Errorf("%s: it says %q, want %q", step.name, got, step.wish)
		}
	}
	if err := os.Remove(closing); err != nil {
		t.Fatal(err)
	}
	if err := told.next(t); err != nil {
		t.Errorf("a removed file: %v", err)
	}
}

func TestWatchErrors(t *testing.T) {
	if _, err := phrases.Watch(t.Context(), os.DirFS(t.TempDir())); err == nil {
		t.Error("an empty folder is watched")
	}
	dir := onDisk(t)
	live, err := phrases.Watch(t.Context(), os.DirFS(dir), phrases.Every(0))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "intents.toml"), "[")
	if err := live.Reload(); err == nil || live.Err() == nil {
		t.Error("broken intents are reloaded")
	}
	if _, err := live.Catalog().Phrases(language.Polish); err != nil {
		t.Errorf("after a failed reload: %v", err)
	}
}

// TestWatchUnderLoad composes in many goroutines while the files change, good
// and broken by turns: no reply fails, and each is of a whole catalog.
func TestWatchUnderLoad(t *testing.T) {
	dir := onDisk(t)
	told := make(reloads, 1000)
	live, err := phrases.Watch(t.Context(), os.DirFS(dir), phrases.Every(time.Millisecond), phrases.OnReload(told.told))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var speakers sync.WaitGroup
	for range 8 {
		speakers.Go(func() { speak(ctx, t, live) })
	}
	closing := filepath.Join(dir, "pl/phrases/closing.pl.toml")
	good, broken := 0, 0
	for i := range 30 {
		content := "[closing.wish.neutral.1]\nother = \"Dzień dobry.\"\n[closing.goodbye.informal.1]\nother = \"Hej.\"\n" + strings.Repeat("#", i)
		if i%3 == 2 {
			content += "\n["
		}
		write(t, closing, content)
		if told.next(t) == nil {
			good++
		} else {
			broken++
		}
		if i%7 == 0 {
			live.Reload() // by hand, beside the looks
			<-told
		}
	}
	stop()
	speakers.Wait()
	if good != 20 || broken != 10 {
		t.Errorf("%d good and %d broken reloads, want 20 and 10", good, broken)
	}
}

func speak(ctx context.Context, t *testing.T, live *phrases.Live) {
	advice := empathy.Advice{Language: language.Polish, Steps: []empathy.Step{
		{Stage: empathy.Opening, Intent: "opening.greeting"}, {Stage: empathy.Closing, Intent: "closing.wish"},
	}}
	for seed := uint64(0); ctx.Err() == nil; seed++ {
		if _, err := live.Catalog().Compose(advice, phrases.Args{}, phrases.Seeded(seed)); err != nil {
			t.Error(err)
			return
		}
		if len(live.Suggest(language.Polish, "closing.wish", empathy.Neutral, empathy.NoEmotion, seed)) == 0 {
			t.Error("nothing to suggest")
			return
		}
	}
}
