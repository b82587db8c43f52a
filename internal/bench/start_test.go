package bench

import (
	"runtime"
	"testing"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// BenchmarkStart is what a program pays from nothing up to its first check:
// in one language that is told by itself, and in all six.
func BenchmarkStart(b *testing.B) {
	for _, lang := range languages {
		b.Run(lang, func(b *testing.B) { benchmarkStart(b, lang) })
	}
	b.Run("all", func(b *testing.B) { benchmarkStart(b, languages...) })
}

func benchmarkStart(b *testing.B, among ...string) {
	b.ReportAllocs()
	for b.Loop() {
		start(b, among...)
	}
}

func start(t testing.TB, among ...string) *empathy.Checker {
	c := newChecker(t)
	for _, lang := range among {
		if err := c.Check(pairs[lang][0], pairs[lang][1]).Err(); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// BenchmarkMemory reports the memory that a checker holds once it has checked
// in one language, and in all six.
func BenchmarkMemory(b *testing.B) {
	for _, among := range [][]string{{"en"}, languages} {
		name := among[0]
		if len(among) > 1 {
			name = "all"
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				before := heap()
				c := start(b, among...)
				b.ReportMetric(float64(heap()-before)/1e6, "MB-held")
				runtime.KeepAlive(c)
			}
		})
	}
}

// heap is how many bytes are in use after garbage has gone.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what pools held goes in the second round
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// TestStartInLanguage makes sure that a checker that is told its language
// loads no other: it holds less than half of what one of all languages does.
func TestStartInLanguage(t *testing.T) {
	before := heap()
	one, err := empathy.New(empathy.WithLanguage(language.Polish))
	if err != nil {
		t.Fatal(err)
	}
	one.Check(pairs["pl"][0], pairs["pl"][1])
	held := heap() - before
	before = heap()
	all := start(t, languages...)
	if heldByAll := heap() - before; held*2 > heldByAll {
		t.Errorf("a checker of one language holds %d bytes, one of six %d", held, heldByAll)
	}
	runtime.KeepAlive(one)
	runtime.KeepAlive(all)
}
