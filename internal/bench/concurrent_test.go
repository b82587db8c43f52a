package bench

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

// TestMain sees to it that nothing started here goes on behind the tests.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// TestConcurrent lets 64 goroutines check, compose and follow conversations
// with one checker while its catalog is loaded again and again. Each pair has
// to be judged as it is judged alone. CHECKS sets how many checks each
// goroutine makes; issue 7 asks for 10,000 under the race detector.
func TestConcurrent(t *testing.T) {
	const goroutines = 64
	checks := 40
	if n := os.Getenv("CHECKS"); n != "" {
		if _, err := fmt.Sscan(n, &checks); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	live, err := phrases.Watch(ctx, locales.FS, phrases.Every(time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	checker := newChecker(t, empathy.WithSuggestions(live))
	want := map[string]string{}
	for _, lang := range languages {
		want[lang] = describe(checker.Check(pairs[lang][0], pairs[lang][1]))
	}
	conversation := checker.NewConversation()
	var working sync.WaitGroup
	var left atomic.Int32
	left.Store(goroutines)
	working.Go(func() {
		for left.Load() > 0 {
			if err := live.Reload(); err != nil {
				t.Error(err)
			}
		}
	})
	for i := range goroutines {
		working.Go(func() {
			defer left.Add(-1)
			for k := range checks {
				lang := languages[(i+k)%len(languages)]
				if got := describe(checker.Check(pairs[lang][0], pairs[lang][1])); got != want[lang] {
					t.Errorf("%s: %s, alone %s", lang, got, want[lang])
					return
				}
				if k%8 == 0 {
					conversation.Customer(pairs[lang][0])
					if _, err := live.Catalog().Compose(conversation.Advise(), phrases.Args{}); err != nil && err != phrases.ErrNothingToSay {
						t.Error(err)
					}
				}
			}
		})
	}
	working.Wait()
}

// describe is what a report says, but for the suggestions.
func describe(r empathy.Report) string {
	said := fmt.Sprint(r.Customer.Emotion, r.Customer.Intensity, r.Reply.Register, r.Err())
	for f := range r.Findings() {
		said += fmt.Sprint(" ", f.Rule, f.Confidence, f.Span)
	}
	return said
}

// BenchmarkCores is how many checks a second are made by one goroutine a
// core: run it with -cpu 1,2,4.
func BenchmarkCores(b *testing.B) {
	c := start(b, languages...)
	b.RunParallel(func(pb *testing.PB) {
		for i := 0; pb.Next(); i++ {
			pair := pairs[languages[i%len(languages)]]
			c.Check(pair[0], pair[1])
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "checks/s")
	b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "cores")
}
