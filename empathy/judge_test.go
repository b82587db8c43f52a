package empathy

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/tone"
	"github.com/empathykit/empathykit/internal/train"
)

var update = flag.Bool("update", false, "train the judge and write locales/judge.bin")

const folds = 5

// foldOf puts a pair in one of the parts that take turns in being unseen. All
// pairs of a customer's message go to the same.
func foldOf(p train.Pair) int {
	h := fnv.New32a()
	h.Write([]byte(p.Customer))
	return int(h.Sum32() % folds)
}

type judgedPair struct {
	train.Pair
	example model.Example
}

// crossFitted describes the pairs of the train part by models that have not
// seen them: the judge has to learn how far models can be trusted on text
// that is new.
func crossFitted(t *testing.T, corpus string) []judgedPair {
	locales := os.DirFS(localesFolder())
	var all []judgedPair
	for k := range folds {
		models, err := train.Models(locales, os.DirFS(corpus), func(p train.Pair) bool { return foldOf(p) != k })
		if err != nil {
			t.Fatal(err)
		}
		c := checkerWith(t, models)
		for i, language := range train.Languages {
			data, err := train.ReadCorpus(os.DirFS(corpus), language)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range data.Part("train") {
				if foldOf(p) != k {
					continue
				}
				if x, ok := judgeExample(c, i, p); ok {
					all = append(all, judgedPair{p, x})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(x, y judgedPair) int { return bytes.Compare([]byte(x.ID), []byte(y.ID)) })
	return all
}

func checkerWith(t *testing.T, models []*model.Model) *Checker {
	t.Helper()
	c, err := New(WithLocales(os.DirFS(localesFolder())), WithThreshold(0))
	if err != nil {
		t.Fatal(err)
	}
	c.judge = nil
	c.listener, err = tone.NewListener(os.DirFS(localesFolder()))
	if err != nil {
		t.Fatal(err)
	}
	for i, language := range train.Languages {
		c.listener.UseModel(language, models[i])
	}
	return c
}

// judgeExample returns what the judge sees of a pair; ok is false where it
// will not be asked.
func judgeExample(c *Checker, language int, label train.Pair) (x model.Example, ok bool) {
	p, _ := c.read(label.Customer, label.Reply)
	if p.reply == nil || p.customer == nil || !p.customer.Judged() || !p.reply.Judged() {
		return x, false
	}
	p.checkRules()
	x = model.Example{Known: []bool{true}, Targets: make([]float32, len(Rules())), Weight: 1}
	x.Features.Dense = p.evidenceOf(p.findings).inputs
	for i, rule := range Rules() {
		if slices.Contains(label.Findings, rule.String()) {
			x.Targets[i] = 1
		}
	}
	return x, true
}

func trainJudge(pairs []judgedPair) *model.Model {
	var outputs []string
	for _, rule := range Rules() {
		outputs = append(outputs, rule.String())
	}
	trainer := &model.Lasso{Groups: []model.Group{{Name: "rules", Outputs: outputs}}, Dense: evidenceSize, Pull: judgePull}
	examples := make([]model.Example, len(pairs))
	for i, p := range pairs {
		examples[i] = p.example
	}
	return trainer.Train(examples)
}

// judgePull was chosen by cross-validation on the train part.
var judgePull = 1.6

// localesFolder is where the tone files are; LOCALES names another place, for
// trying a change.
func localesFolder() string { return cmp.Or(os.Getenv("LOCALES"), "../locales") }

const corpusFolder = "testdata/corpus"

// TestTrainJudge trains the judge and writes it, when asked to by
// `go generate ./empathy`; CI looks whether the file was fresh.
func TestTrainJudge(t *testing.T) {
	if !*update {
		t.Skip("run by go generate ./empathy")
	}
	data, err := trainJudge(crossFitted(t, corpusFolder)).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../locales/"+judgeFile, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestJudgeDev(t *testing.T) {
	corpus := os.Getenv("CORPUS")
	if corpus == "" {
		t.Skip()
	}
	report(t, "cv", crossFitted(t, corpus))
}

func report(t *testing.T, name string, pairs []judgedPair) {
	type out struct {
		p    float64
		y    bool
		rule int
		lang string
	}
	var outs []out
	hard := [3]int{}
	for k := range folds {
		var in, rest []judgedPair
		for _, p := range pairs {
			if foldOf(p.Pair) == k {
				in = append(in, p)
			} else {
				rest = append(rest, p)
			}
		}
		j := trainJudge(rest)
		for _, p := range in {
			s := j.Scores(&p.example.Features, nil)
			for i := range Rules() {
				fired := slices.ContainsFunc(p.example.Features.Dense, func(in model.Input) bool { return in.Number == i })
				y := p.example.Targets[i] == 1
				if fired && y {
					hard[0]++
				} else if fired {
					hard[1]++
				} else if y {
					hard[2]++
				}
				outs = append(outs, out{float64(s[i]), y, i, p.Lang})
			}
		}
	}
	fmt.Printf("%s: hard P %.3f R %.3f F1 %.3f n=%d\n", name, float64(hard[0])/float64(hard[0]+hard[1]), float64(hard[0])/float64(hard[0]+hard[2]), 2*float64(hard[0])/float64(2*hard[0]+hard[1]+hard[2]), len(pairs))
	for _, th := range []float64{.3, .4, .45, .5, .55, .6, .7, .8} {
		var tp, fp, fn float64
		for _, o := range outs {
			switch {
			case o.p >= th && o.y:
				tp++
			case o.p >= th:
				fp++
			case o.y:
				fn++
			}
		}
		fmt.Printf("  th %.2f P %.3f R %.3f F1 %.3f\n", th, tp/(tp+fp), tp/(tp+fn), 2*tp/(2*tp+fp+fn))
	}
	line := ""
	for i, r := range Rules() {
		var tp, fp, fn float64
		for _, o := range outs {
			if o.rule != i {
				continue
			}
			switch {
			case o.p >= .5 && o.y:
				tp++
			case o.p >= .5:
				fp++
			case o.y:
				fn++
			}
		}
		line += fmt.Sprintf("%s %.2f/%.2f  ", r, tp/math.Max(1, tp+fp), tp/math.Max(1, tp+fn))
	}
	fmt.Println("  ", line)
	for _, l := range train.Languages {
		var tp, fp, fn float64
		for _, o := range outs {
			if o.lang != l {
				continue
			}
			switch {
			case o.p >= .5 && o.y:
				tp++
			case o.p >= .5:
				fp++
			case o.y:
				fn++
			}
		}
		fmt.Printf("   %s P %.3f R %.3f F1 %.3f\n", l, tp/(tp+fp), tp/(tp+fn), 2*tp/(2*tp+fp+fn))
	}
}

func TestJudgeErrors(t *testing.T) {
	corpus, rule := os.Getenv("CORPUS"), os.Getenv("RULE")
	if corpus == "" || rule == "" {
		t.Skip()
	}
	pairs := crossFitted(t, corpus)
	at := slices.IndexFunc(Rules(), func(r Rule) bool { return r.String() == rule })
	for k := range folds {
		var in, rest []judgedPair
		for _, p := range pairs {
			if foldOf(p.Pair) == k {
				in = append(in, p)
			} else {
				rest = append(rest, p)
			}
		}
		j := trainJudge(rest)
		for _, p := range in {
			s := j.Scores(&p.example.Features, nil)[at]
			y := p.example.Targets[at] == 1
			if y && s < .4 || !y && s > .5 {
				fmt.Printf("%v %.2f %s [%s %d] %v\n  C: %s\n  R: %s\n", y, s, p.ID, p.C.Emotion, p.C.Intensity, p.Findings, p.Customer, p.Reply)
			}
		}
	}
}

func TestDump(t *testing.T) {
	corpus, out := os.Getenv("CORPUS"), os.Getenv("DUMP")
	if corpus == "" || out == "" {
		t.Skip()
	}
	f, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range crossFitted(t, corpus) {
		x := make([]float32, evidenceSize)
		for _, in := range p.example.Features.Dense {
			x[in.Number] = in.Value
		}
		fmt.Fprintf(f, "%s\t%s\t%d\t%v\t%v\n", p.ID, p.Lang, foldOf(p.Pair), x, p.example.Targets)
	}
}
