package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestBrowser goes through a conversation in Chromium, on a desk and on a
// phone. SCREENSHOTS names a folder to leave pictures in.
func TestBrowser(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium; .ci/run installs it")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	browser, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)

	for _, size := range []struct {
		name          string
		width, height int64
		lang          string
	}{{"desktop", 1280, 800, "en"}, {"phone", 360, 740, "pl"}, {"phone-zh", 360, 740, "zh"}} {
		t.Run(size.name, func(t *testing.T) {
			web, _ := serve(t, filepath.Join(t.TempDir(), "chat.db"), &FakeCarrier{})
			tab, leave := chromedp.NewContext(browser)
			defer leave()
			if err := chromedp.Do(tab, chromedp.EmulateViewport(size.width, size.height)); err != nil { // a timeout here would be the browser's
				t.Fatal(err)
			}
			tab, cancel := context.WithTimeout(tab, time.Minute)
			defer cancel()
			d := dialogues[size.lang]
			do(t, tab, chromedp.Navigate(web.URL), chromedp.WaitVisible("#log li.bot"),
				chromedp.Evaluate[chromedp.Void](`language.value = '`+size.lang+`'; language.dispatchEvent(new Event('change'))`),
				chromedp.WaitVisible(`#log li.bot[lang="`+size.lang+`"]`), messages(1))
			do(t, tab, typed(d.story), messages(3))
			do(t, tab, typed(d.number), messages(5), chromedp.WaitVisible("#options button"))
			picture(t, tab, size.name)
			if n := read[int](t, tab, `document.querySelectorAll('#options button').length`); n != 2 {
				t.Errorf("%d buttons, want 2", n)
			}
			if n := read[int](t, tab, `document.documentElement.scrollWidth - window.innerWidth`); n > 0 {
				t.Errorf("the page is %d px too wide", n)
			}
			do(t, tab, chromedp.Click("#options button:first-child"), messages(7))
			do(t, tab, typed(d.yes), messages(9))
			if lang := read[string](t, tab, `document.documentElement.lang`); lang != size.lang {
				t.Errorf("the page is in %q", lang)
			}
			if focus := read[string](t, tab, `document.activeElement.id`); focus != "message" {
				t.Errorf("the focus is on %q", focus)
			}
			before := read[string](t, tab, `log.textContent`)
			do(t, tab, chromedp.Reload(), messages(9)) // this tab keeps what was said
			if after := read[string](t, tab, `log.textContent`); after != before {
				t.Errorf("after a reload %q, before %q", after, before)
			}
			picture(t, tab, size.name+"-end")
		})
	}
}

func do(t *testing.T, tab context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(tab, steps...); err != nil {
		t.Fatal(err)
	}
}

func read[T any](t *testing.T, tab context.Context, expression string) T {
	t.Helper()
	value, err := chromedp.Run(tab, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// typed writes a message and sends it with the Enter key.
func typed(text string) chromedp.Action[chromedp.Void] {
	return chromedp.SendKeys("#message", text+kb.Enter)
}

// messages waits until there are so many, and the page has come to rest.
func messages(n int) chromedp.Action[chromedp.Void] {
	return chromedp.PollFunction[chromedp.Void](
		`n => document.querySelectorAll('#log li').length >= n && document.querySelector('#form').getAttribute('aria-busy') !== 'true'`,
		chromedp.WithPollingArgs(n))
}

// picture saves what is seen, if anybody wants to.
func picture(t *testing.T, tab context.Context, name string) {
	t.Helper()
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(tab, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}
