// Command curves measures how the time of a check grows with the length of the
// text and with the number of patterns. It prints both as tables and draws
// them: curves.svg in the folder that is named, or in the current one.
//
//	go run ./curves [folder]
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

func main() {
	folder := "."
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	if err := run(folder); err != nil {
		fmt.Fprintln(os.Stderr, "curves:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	byLength, err := lengths()
	if err != nil {
		return err
	}
	byPatterns, err := patterns()
	if err != nil {
		return err
	}
	for _, c := range []curve{byLength, byPatterns} {
		c.print(os.Stdout)
	}
	return os.WriteFile(filepath.Join(folder, "curves.svg"), []byte(draw(byLength, byPatterns)), 0o644)
}

// A curve is what was measured, with what its axes are called.
type curve struct {
	title, x, y string
	points      []point
}

// A point is a measurement.
type point struct{ x, y float64 }

func (c *curve) add(x, y float64) { c.points = append(c.points, point{x, y}) }

const story = "I have been waiting for my parcel for nine days now, it is the third time that the driver writes that nobody was at home. "

// lengths measures checks of 10 to 100,000 words, half of them the reply's.
func lengths() (curve, error) {
	c := curve{title: "A check, by the length of the pair", x: "words", y: "microseconds"}
	checker, err := empathy.New()
	if err != nil {
		return c, err
	}
	words := strings.Fields(strings.Repeat(story, 5000))
	for n := 10; n <= 100_000; n *= 10 {
		message := strings.Join(words[:n/2], " ")
		var failed error
		took := fastest(func() {
			if err := checker.Check(message, message).Err(); err != nil {
				failed = err
			}
		})
		if failed != nil {
			return c, failed
		}
		c.add(float64(n), float64(took.Nanoseconds())/1000)
	}
	return c, nil
}

// patterns measures scans with the English patterns once to 16 times over.
func patterns() (curve, error) {
	c := curve{title: "A scan of 100 words, by the number of patterns", x: "times the English patterns", y: "microseconds"}
	source, err := os.ReadFile(filepath.Join(localesFolder(), "en", "tone.toml"))
	if err != nil {
		return c, err
	}
	doc := text.Parse(strings.Join(strings.Fields(strings.Repeat(story, 5))[:100], " "))
	for n := 1; n <= 16; n *= 2 {
		lex, err := lexicon.Compile("en", "en/tone.toml", multiply(source, n))
		if err != nil {
			return c, err
		}
		var scanner lexicon.Scanner
		c.add(float64(n), float64(fastest(func() { scanner.Scan(lex, doc, false) }).Nanoseconds())/1000)
	}
	return c, nil
}

// localesFolder is where the tone files lie, seen from the nested module.
func localesFolder() string {
	for _, folder := range []string{"../../locales", "../../../locales", "locales"} {
		if _, err := os.Stat(filepath.Join(folder, "en", "tone.toml")); err == nil {
			return folder
		}
	}
	return "../../locales"
}

// fastest is the shortest of many runs: others may be using the machine.
func fastest(run func()) time.Duration {
	run()
	best := time.Hour
	for end := time.Now().Add(time.Second); time.Now().Before(end); {
		begin := time.Now()
		run()
		best = min(best, time.Since(begin))
	}
	return best
}

func (c *curve) print(out *os.File) {
	fmt.Fprintf(out, "\n%s\n\n| %s | %s | each |\n| ---: | ---: | ---: |\n", c.title, c.x, c.y)
	for _, p := range c.points {
		fmt.Fprintf(out, "| %.0f | %.1f | %.2f |\n", p.x, p.y, p.y/p.x)
	}
}
