package localecheck_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/internal/localecheck"
	"github.com/empathykit/empathykit/locales"
)

func filesOf(t *testing.T, name string) (files layered.Memory, comment string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	files = layered.Memory{}
	for _, f := range archive.Files {
		files[f.Name] = f.Data
	}
	return files, string(archive.Comment)
}

// base is the sound locale that faults are planted in.
func base(t *testing.T) layered.Memory {
	files, _ := filesOf(t, "base.txtar")
	for _, name := range []string{"ro/messages.ro.toml", "ro/time.ro.toml", "ro/names.toml", "ro/answers.toml"} {
		data, err := fs.ReadFile(locales.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	return files
}

func TestSoundLocale(t *testing.T) {
	problems, err := localecheck.Run(base(t), localecheck.Variants(1))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

// TestPlantedFaults: testdata holds a locale for each check, in which the
// fault is planted. The check finds it, and in Romanian no other error is
// found beside it.
func TestPlantedFaults(t *testing.T) {
	for _, check := range localecheck.Checks() {
		if check.ID == "load" {
			continue // TestUnloadable
		}
		t.Run(check.ID, func(t *testing.T) {
			files, comment := filesOf(t, check.ID+".txtar")
			want, advice, some := string(files["want"]), string(files["advice"]), string(files["want-some"])
			onlyIt := files["only"] != nil || some != ""
			options := []localecheck.Option{localecheck.Corpus(files), localecheck.Variants(1), localecheck.Languages("ro")}
			for setting := range strings.Lines(comment) {
				key, value, _ := strings.Cut(strings.TrimSpace(setting), ": ")
				switch key {
				case "variants":
					n, err := strconv.Atoi(value)
					if err != nil {
						t.Fatal(err)
					}
					options = append(options, localecheck.Variants(n))
				case "languages":
					options, onlyIt = append(options, localecheck.Languages(strings.Fields(value)...)), true
				}
			}
			for _, name := range []string{"want", "advice", "want-some", "only"} {
				delete(files, name)
			}
			problems, err := localecheck.Run(layered.FS{Upper: files, Lower: base(t)}, options...)
			if err != nil {
				t.Fatal(err)
			}
			var got, advised strings.Builder
			for _, p := range problems {
				if p.Check == check.ID {
					advised.WriteString(p.Advice + "\n")
				}
				if p.Check == check.ID || !onlyIt && p.Severity == empathy.Error {
					got.WriteString(p.String() + "\n")
				}
				if p.Advice == "" {
					t.Errorf("%v: it does not say what to do", p)
				}
			}
			if some != "" {
				for line := range strings.Lines(some) {
					if !strings.Contains(got.String(), line) {
						t.Errorf("not found: %sbut\n%s", line, got.String())
					}
				}
				return
			}
			if diff := cmp.Diff(want, got.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if advice != "" && !strings.Contains(advised.String(), advice) {
				t.Errorf("advice (-want +got):\n%s", cmp.Diff(advice, advised.String()))
			}
		})
	}
}

// TestUnloadable: what no other check has found keeps a language from loading.
func TestUnloadable(t *testing.T) {
	files := base(t)
	files["judge.bin"] = []byte("no model")
	problems, err := localecheck.Run(files, localecheck.Variants(1))
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 1 || problems[0].Check != "load" || !strings.Contains(problems[0].Message, "judge.bin") {
		t.Errorf("problems %v", problems)
	}
}

func TestRunErrors(t *testing.T) {
	if _, err := localecheck.Run(layered.Memory{}); err == nil {
		t.Error("an empty folder is checked")
	}
	if _, err := localecheck.Run(base(t), localecheck.Languages("de")); err == nil || !strings.Contains(err.Error(), "de") {
		t.Errorf("a language that is not there: %v", err)
	}
}

// TestEmbeddedLocales: what ships has no errors, three variants everywhere, and
// in its phrases no warnings but those that rest on what is heard.
func TestEmbeddedLocales(t *testing.T) {
	problems, err := localecheck.Run(os.DirFS("../../locales"), localecheck.Variants(3))
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, p := range problems {
		counts[p.Check]++
		if p.Severity == empathy.Error || p.Check == "cell-thin" || strings.Contains(p.File, "phrases") && p.Check != "register" && p.Check != "boilerplate" {
			t.Error(p)
		}
	}
	t.Logf("warnings and notes: %v", counts)
}

// TestCompiledOnly: programs carry tone files compiled; phrases are still
// listened to.
func TestCompiledOnly(t *testing.T) {
	own := layered.Memory{"pl/phrases/own.pl.toml": []byte("[closing.wish.formal.21]\ndescription = \"plain\"\nother = \"Trzymaj się, napisz do nas, kiedy chcesz.\"\n")}
	problems, err := localecheck.Run(layered.FS{Upper: own, Lower: locales.FS}, localecheck.Languages("pl"))
	if err != nil {
		t.Fatal(err)
	}
	var errs []string
	for _, p := range problems {
		if p.Severity == empathy.Error {
			errs = append(errs, p.Check)
		}
	}
	if !slices.Equal(errs, []string{"address"}) {
		t.Errorf("errors %v, want the familiar address alone", errs)
	}
}

func TestChecksAreDescribed(t *testing.T) {
	var ids []string
	for _, c := range localecheck.Checks() {
		if c.ID == "" || c.Title == "" || slices.Contains(ids, c.ID) {
			t.Errorf("%+v", c)
		}
		ids = append(ids, c.ID)
	}
	planted, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range planted {
		if id := strings.TrimSuffix(filepath.Base(name), ".txtar"); id != "base" && !slices.Contains(ids, id) {
			t.Errorf("%s belongs to no check", name)
		}
	}
	if _, err := os.Stat("testdata/base.txtar"); err != nil {
		t.Error(err)
	}
}
