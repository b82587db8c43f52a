package empathy_test

import (
	"fmt"
	"testing"
	"time"
)

func TestMinCheck(t *testing.T) {
	for _, l := range []string{"en", "ru", "zh"} {
		c := newChecker(t)
		p := benchmarked[l]
		c.Check(p[0], p[1])
		best := time.Hour
		for range 3000 {
			t0 := time.Now()
			for range 5 {
				c.Check(p[0], p[1])
			}
			best = min(best, time.Since(t0)/5)
		}
		fmt.Println(l, "check min", best)
	}
}
