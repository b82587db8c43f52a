package bench

import (
	"os"
	"testing"
	"time"

	"github.com/jonreiter/govader"
)

// fastest runs functions in turn, each some times in a row, and returns the
// shortest time that each took. On a busy machine that is what tells: the mean
// measures the neighbours.
func fastest(runs ...func()) []time.Duration {
	const inARow = 30
	best := make([]time.Duration, len(runs))
	for end := time.Now().Add(time.Duration(len(runs)) * 500 * time.Millisecond); time.Now().Before(end); {
		for i, run := range runs {
			for range inARow {
				begin := time.Now()
				run()
				if took := time.Since(begin); best[i] == 0 || took < best[i] {
					best[i] = took
				}
			}
		}
	}
	return best
}

// TestRatio prints how long a whole check takes beside govader's reading of a
// hundred words.
func TestRatio(t *testing.T) {
	if os.Getenv("RATIOS") == "" {
		t.Skip("measures; set RATIOS=1 to have it")
	}
	c := newChecker(t)
	vader := govader.NewSentimentIntensityAnalyzer()
	runs := []func(){func() { vader.PolarityScores(hundredWords) }}
	for _, lang := range languages {
		pair := pairs[lang]
		runs = append(runs, func() { c.Check(pair[0], pair[1]) })
	}
	took := fastest(runs...)
	t.Logf("govader   %8v", took[0])
	for i, lang := range languages {
		t.Logf("check %s  %8v   %.2f of govader", lang, took[i+1], float64(took[i+1])/float64(took[0]))
	}
	started := fastest(func() { start(t, "en") }, func() { start(t, languages...) })
	t.Logf("start     %8v for English, %v for all six", started[0], started[1])
}
