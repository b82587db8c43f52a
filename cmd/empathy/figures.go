package main

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"text/tabwriter"

	"github.com/empathykit/empathykit/empathy"
)

// figures are a tally's ratios, as they are written.
type figures struct {
	N         int     `json:"n"` // labelled
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Low       float64 `json:"f1_low,omitempty"` // of the 95 % interval of F1
	High      float64 `json:"f1_high,omitempty"`
}

func figuresOf(t tally) figures {
	return figures{N: t.TP + t.FN, Precision: t.precision(), Recall: t.recall(), F1: t.f1()}
}

type evaluation struct {
	Pairs        int                           `json:"pairs"`
	All          figures                       `json:"all"`
	Languages    map[string]figures            `json:"languages"`
	Rules        map[string]figures            `json:"rules"`
	Families     map[string]figures            `json:"families"`
	Accuracy     map[string]map[string]float64 `json:"accuracy"`
	EmotionMacro float64                       `json:"emotion_macro_f1"`
}

func (m *measurement) summary() evaluation {
	e := evaluation{Pairs: m.pairs, Languages: map[string]figures{}, Rules: map[string]figures{}, Families: map[string]figures{}, Accuracy: map[string]map[string]float64{}, EmotionMacro: m.emotionMacro()}
	var all tally
	var every []tally
	for language, t := range m.languages {
		f := figuresOf(*t)
		f.Low, f.High = interval(m.each[language])
		e.Languages[language] = f
		all = all.plus(*t)
	}
	for _, language := range slices.Sorted(maps.Keys(m.each)) {
		every = append(every, m.each[language]...)
	}
	e.All = figuresOf(all)
	e.All.Low, e.All.High = interval(every)
	families := map[string]tally{}
	for rule, t := range m.rules {
		e.Rules[rule.String()] = figuresOf(*t)
		families[rule.Family().String()] = families[rule.Family().String()].plus(*t)
	}
	for family, t := range families {
		e.Families[family] = figuresOf(t)
	}
	for field, languages := range m.fields {
		e.Accuracy[field] = map[string]float64{}
		for language, t := range languages {
			e.Accuracy[field][language] = ratio(t.TP, t.TP+t.FP)
		}
	}
	return e
}

func (m *measurement) emotionMacro() float64 {
	sum, n := 0.0, 0
	for _, t := range m.emotions {
		if t.TP+t.FN > 0 {
			sum += t.f1()
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func (m *measurement) print(out io.Writer) {
	e := m.summary()
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	row := func(name string, f figures) {
		between := ""
		if f.High > 0 {
			between = fmt.Sprintf("%.3f–%.3f", f.Low, f.High)
		}
		fmt.Fprintf(w, "%s\t%d\t%.3f\t%.3f\t%.3f\t%s\t\n", name, f.N, f.Precision, f.Recall, f.F1, between)
	}
	fmt.Fprintf(w, "findings\tlabelled\tprecision\trecall\tF1\t95 %%\t\n")
	for _, rule := range empathy.Rules() {
		row(rule.String(), e.Rules[rule.String()])
	}
	for _, family := range slices.Sorted(maps.Keys(e.Families)) {
		row("family "+family, e.Families[family])
	}
	for _, language := range slices.Sorted(maps.Keys(e.Languages)) {
		row(language, e.Languages[language])
	}
	row("all", e.All)
	w.Flush()
	fmt.Fprintln(out)
	w = tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	languages := slices.Sorted(maps.Keys(e.Languages))
	fmt.Fprintf(w, "told right\t")
	for _, language := range languages {
		fmt.Fprintf(w, "%s\t", language)
	}
	fmt.Fprintln(w)
	for _, field := range []string{"language", "register", "address", "emotion", "intensity", "reply language", "reply register", "reply address"} {
		fmt.Fprintf(w, "%s\t", field)
		for _, language := range languages {
			fmt.Fprintf(w, "%.3f\t", e.Accuracy[field][language])
		}
		fmt.Fprintln(w)
	}
	w.Flush()
	fmt.Fprintf(out, "\nemotion macro-F1 %.3f over %d pairs\n", e.EmotionMacro, e.Pairs)
	for _, field := range []string{"register", "address", "emotion"} {
		m.printConfusion(out, field)
	}
}

// printConfusion writes a row a label, a column an answer.
func (m *measurement) printConfusion(out io.Writer, field string) {
	counts := m.confusion[field]
	names := map[string]bool{}
	for pair := range counts {
		names[pair[0]], names[pair[1]] = true, true
	}
	columns := slices.Sorted(maps.Keys(names))
	fmt.Fprintf(out, "\n%s: label ↓, told →\n", field)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "\t")
	for _, c := range columns {
		fmt.Fprintf(w, "%s\t", c)
	}
	fmt.Fprintln(w)
	for _, r := range columns {
		fmt.Fprintf(w, "%s\t", r)
		for _, c := range columns {
			fmt.Fprintf(w, "%d\t", counts[[2]string{r, c}])
		}
		fmt.Fprintln(w)
	}
	w.Flush()
}

func (t tally) plus(u tally) tally { return tally{t.TP + u.TP, t.FP + u.FP, t.FN + u.FN} }

const resamples = 1000

// interval is the 95 % bootstrap interval of F1: pairs are drawn with
// replacement. The draw is the same every time.
func interval(pairs []tally) (low, high float64) {
	if len(pairs) < 2 {
		return 0, 0
	}
	draw := rand.New(rand.NewPCG(1, 2))
	scores := make([]float64, resamples)
	for i := range scores {
		var sum tally
		for range pairs {
			sum = sum.plus(pairs[draw.IntN(len(pairs))])
		}
		scores[i] = sum.f1()
	}
	slices.Sort(scores)
	return scores[resamples*25/1000], scores[resamples*975/1000]
}
