package empathy

import (
	"bytes"
	"cmp"
	"flag"
	"hash/fnv"
	"os"
	"slices"
	"testing"

	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/tone"
	"github.com/empathykit/empathykit/internal/train"
)

var (
	update        = flag.Bool("update", false, "train the judge and write locales/judge.bin")
	crossvalidate = flag.Bool("crossvalidate", false, "cross-validate the judge")
)

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

// TestCrossValidateJudge prints how well the judge does on pairs that neither
// it nor the models have seen: go test ./empathy -run CrossValidate -crossvalidate -v
func TestCrossValidateJudge(t *testing.T) {
	if !*crossvalidate {
		t.Skip("takes minutes; run with -crossvalidate")
	}
	verdicts := map[Rule]*[3]float64{} // right, false, missed
	pairs := crossFitted(t, corpusFolder)
	for k := range folds {
		var unseen, rest []judgedPair
		for _, p := range pairs {
			if foldOf(p.Pair) == k {
				unseen = append(unseen, p)
			} else {
				rest = append(rest, p)
			}
		}
		judge := trainJudge(rest)
		for _, p := range unseen {
			for i, confidence := range judge.Scores(&p.example.Features, nil) {
				rule := Rules()[i]
				if verdicts[rule] == nil {
					verdicts[rule] = new([3]float64)
				}
				switch told, labelled := confidence >= DefaultThreshold, p.example.Targets[i] == 1; {
				case told && labelled:
					verdicts[rule][0]++
				case told:
					verdicts[rule][1]++
				case labelled:
					verdicts[rule][2]++
				}
			}
		}
	}
	var all [3]float64
	for _, rule := range Rules()[1:] { // a reply in another language is not judged
		v := verdicts[rule]
		t.Logf("%-22s precision %.2f recall %.2f", rule, v[0]/max(1, v[0]+v[1]), v[0]/max(1, v[0]+v[2]))
		for i := range all {
			all[i] += v[i]
		}
	}
	f1 := 2 * all[0] / (2*all[0] + all[1] + all[2])
	t.Logf("%d pairs: precision %.3f recall %.3f F1 %.3f", len(pairs), all[0]/(all[0]+all[1]), all[0]/(all[0]+all[2]), f1)
	if f1 < 0.7 {
		t.Errorf("F1 %.3f, want 0.7 and more", f1)
	}
}
