package main

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

// browser opens a headless Chromium, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	name := ""
	for _, candidate := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(candidate); err == nil {
			name = found
			break
		}
	}
	if name == "" {
		t.Skip("there is no chromium: install it (Debian: apt-get install chromium) to test the coverage page")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(name), chromedp.NoSandbox, chromedp.WindowSize(1400, 1000))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func see[T any](t *testing.T, ctx context.Context, look chromedp.Action[T]) T {
	t.Helper()
	seen, err := chromedp.Run(ctx, look)
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

// TestCoveragePage opens the page as a manager would: an empty square is seen,
// a click shows its phrases, and nothing is asked of the network. With
// COVERAGE_SCREENSHOT set, a picture is written there to be looked at.
func TestCoveragePage(t *testing.T) {
	ctx := browser(t)
	closing := []byte("[closing.wish.formal.1]\ndescription = \"plain\"\nother = \"Życzymy <spokojnego> dnia & wieczoru.\"\n")
	catalog, err := phrases.Load(layered.FS{Upper: layered.Memory{"pl/phrases/closing.pl.toml": closing}, Lower: locales.FS})
	if err != nil {
		t.Fatal(err)
	}
	cover, err := coverageOf(catalog, []language.Tag{language.English, language.Polish, language.Chinese}, 3)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "coverage.html")
	if err := cover.writePage(file); err != nil {
		t.Fatal(err)
	}
	var requests atomic.Int32
	if err := chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok && !strings.HasPrefix(e.Request.URL, "file:") {
			requests.Add(1)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate((&url.URL{Scheme: "file", Path: file}).String()))
	for _, look := range []struct{ what, script, want string }{
		{"before a click the phrases", `getComputedStyle(document.getElementById("pl.closing.wish.formal")).display`, "none"},
		{"an empty square", `document.querySelector("table a[href='#pl.closing.wish.neutral']").className`, "h0"},
		{"a thin square", `document.querySelector("table a[href='#pl.closing.wish.formal']").className`, "h1"},
		{"a full square", `document.querySelector("table a[href='#zh.closing.wish.formal']").className`, "h2"},
	} {
		if got := see(t, ctx, chromedp.Evaluate[string](look.script)); got != look.want {
			t.Errorf("%s: %q, want %q", look.what, got, look.want)
		}
	}
	const cell, emptyCell = `section[id="pl.closing.wish.formal"]`, `section[id="pl.closing.wish.neutral"]`
	do(t, ctx, chromedp.Click(chromedp.CSS(`table a[href="#pl.closing.wish.formal"]`)), chromedp.WaitVisible(chromedp.CSS(cell)))
	phrase := see(t, ctx, chromedp.Text(chromedp.CSS(cell)))
	picture := see(t, ctx, chromedp.CaptureScreenshot())
	do(t, ctx, chromedp.Click(chromedp.CSS(cell+" a.close")), chromedp.WaitNotVisible(chromedp.CSS(cell)),
		chromedp.Click(chromedp.CSS(`table a[href="#pl.closing.wish.neutral"]`)), chromedp.WaitVisible(chromedp.CSS(emptyCell)))
	missing := see(t, ctx, chromedp.Text(chromedp.CSS(emptyCell)))
	if !strings.Contains(phrase, "Życzymy <spokojnego> dnia & wieczoru.") || !strings.Contains(phrase, "pl/phrases/closing.pl.toml:1") {
		t.Errorf("a click shows %q", phrase)
	}
	if !strings.Contains(missing, "closing.wish.neutral.1") {
		t.Errorf("an empty square says %q", missing)
	}
	if n := requests.Load(); n > 0 {
		t.Errorf("%d requests to the network", n)
	}
	if name := os.Getenv("COVERAGE_SCREENSHOT"); name != "" {
		if err := os.WriteFile(name, picture, 0o644); err != nil {
			t.Error(err)
		}
	}
}
