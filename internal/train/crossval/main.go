// Command crossval says how well the models read customers' messages that
// they have not been trained on: five times over, on a fifth of the train
// part each, beside what the patterns alone read.
//
//	go run ./internal/train/crossval locales empathy/testdata/corpus
//
// Patterns have been written with the train part in view, so that their own
// figures, and what models make of them, are somewhat too good here; the test
// part (empathy eval --part test) says how good they are on strangers' text.
package main

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"text/tabwriter"

	"github.com/empathykit/empathykit/internal/tone"
	"github.com/empathykit/empathykit/internal/train"
)

const folds = 5

func foldOf(p train.Pair) int {
	h := fnv.New32a()
	h.Write([]byte(p.Customer))
	return int(h.Sum32() % folds)
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: crossval LOCALES CORPUS")
		os.Exit(2)
	}
	if err := run(os.DirFS(os.Args[1]), os.DirFS(os.Args[2])); err != nil {
		fmt.Fprintln(os.Stderr, "crossval:", err)
		os.Exit(1)
	}
}

func run(locales, corpus fs.FS) error {
	patterns, err := tone.NewListener(locales)
	if err != nil {
		return err
	}
	patterns.WithoutModels()
	told := map[string]*[2]reading{}
	for fold := range folds {
		models, err := train.Models(locales, corpus, func(p train.Pair) bool { return foldOf(p) != fold })
		if err != nil {
			return err
		}
		listener, err := tone.NewListener(locales)
		if err != nil {
			return err
		}
		for i, language := range train.Languages {
			listener.UseModel(language, models[i])
		}
		for _, language := range train.Languages {
			c, err := train.ReadCorpus(corpus, language)
			if err != nil {
				return err
			}
			if told[language] == nil {
				told[language] = &[2]reading{}
			}
			for _, p := range c.Part("train") {
				if foldOf(p) != fold {
					continue
				}
				for i, l := range []*tone.Listener{patterns, listener} {
					if err := told[language][i].add(l, language, p); err != nil {
						return err
					}
				}
			}
		}
	}
	print(told)
	return nil
}

// A reading counts what was told right of how many messages.
type reading struct{ all, emotion, intensity, upset, register int }

func (r *reading) add(l *tone.Listener, language string, p train.Pair) error {
	m, err := l.Listen(p.Customer, language, "")
	if err != nil {
		return err
	}
	count := func(n *int, right bool) {
		if right {
			*n++
		}
	}
	r.all++
	count(&r.emotion, m.Emotion == p.C.Emotion)
	count(&r.intensity, m.Intensity == p.C.Intensity)
	count(&r.register, m.Register == p.C.Register)
	count(&r.upset, upset(m.Emotion, m.Intensity) == upset(p.C.Emotion, p.C.Intensity))
	return nil
}

func upset(emotion string, intensity int) bool {
	return intensity >= 2 && emotion != "neutral" && emotion != "joy" && emotion != "gratitude"
}

func print(told map[string]*[2]reading) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "told right by\tmessages\temotion\tintensity\tupset or not\tregister\t")
	for _, language := range train.Languages {
		for i, by := range []string{"patterns", "model"} {
			r := told[language][i]
			share := func(n int) float64 { return float64(n) / float64(max(1, r.all)) }
			fmt.Fprintf(w, "%s %s\t%d\t%.3f\t%.3f\t%.3f\t%.3f\t\n", language, by, r.all, share(r.emotion), share(r.intensity), share(r.upset), share(r.register))
		}
	}
	w.Flush()
}
