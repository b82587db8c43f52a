package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// A labelledText is a line of a file of single texts. Which fields it has
// says what its label is: see the README.
type labelledText struct {
	Lang      string `json:"lang"`
	Text      string `json:"text"`
	Sentence  string `json:"sentence"`
	Formal    string `json:"formal"`   // the same sentence with V
	Informal  string `json:"informal"` // and with T
	Emotion   string `json:"emotion"`
	Positive  *bool  `json:"positive"`
	Score     string `json:"score"`  // of politeness
	Labels    []int  `json:"labels"` // sadness, surprise, fear, anger, neutral, trust, joy
	Register  string `json:"register"`
	Address   string `json:"address"`
	Intensity *int   `json:"intensity"`
	Customer  string `json:"customer"` // then it is a pair and no single text
}

// readTexts reads a file of single texts; it returns none for a corpus of
// pairs.
func readTexts(name string) ([]labelledText, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var texts []labelledText
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var t labelledText
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			if n == 1 {
				return nil, nil // whoever reads it as pairs says what is wrong
			}
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if t.Customer != "" || t.Text == "" && t.Sentence == "" && t.Formal == "" {
			return nil, nil
		}
		texts = append(texts, t)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return texts, nil
}

// Verdicts counts what became of the texts with one label.
type verdicts struct{ right, wrong, undecided int }

func (o verdicts) all() int { return o.right + o.wrong + o.undecided }

// A textMeasurement counts outcomes by what is measured and by label.
type textMeasurement struct {
	names  []string
	counts map[string]*verdicts
	scores []politeText
}

type politeText struct{ label, told float64 }

func (m *textMeasurement) count(name string, right, decided bool) {
	if m.counts[name] == nil {
		m.counts[name] = &verdicts{}
		m.names = append(m.names, name)
	}
	switch o := m.counts[name]; {
	case !decided:
		o.undecided++
	case right:
		o.right++
	default:
		o.wrong++
	}
}

func measureTexts(out io.Writer, checker *empathy.Checker, name string, texts []labelledText) {
	m := &textMeasurement{counts: map[string]*verdicts{}}
	for _, t := range texts {
		m.add(checker, t)
	}
	fmt.Fprintf(out, "%s: %d texts\n", name, len(texts))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "told\tlabelled\tright\twrong\tundecided\tright where decided\t")
	slices.Sort(m.names)
	for _, label := range m.names {
		o := m.counts[label]
		share := func(n int) string { return strconv.FormatFloat(ratio(n, o.all()), 'f', 3, 64) }
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%s\t%.3f\t\n", label, o.all(), share(o.right), share(o.wrong), share(o.undecided), ratio(o.right, o.right+o.wrong))
	}
	w.Flush()
	if len(m.scores) > 0 {
		fmt.Fprintf(out, "politeness: AUC of the top against the bottom quartile %.3f\n", quartileAUC(m.scores))
	}
	fmt.Fprintln(out)
}

func (m *textMeasurement) add(checker *empathy.Checker, t labelledText) {
	read := func(text string) empathy.Tone {
		tag, err := language.Parse(t.Lang)
		if err != nil {
			tag = language.Und
		}
		tone, _ := checker.AnalyzeIn(tag, text) // a text that cannot be read is undecided
		return tone
	}
	switch {
	case t.Formal != "":
		v, informal := read(t.Formal).Address, read(t.Informal).Address
		m.count("address V", v == empathy.V, v != empathy.NoAddress)
		m.count("address T", informal == empathy.T, informal != empathy.NoAddress)
	case t.Sentence != "":
		if score, err := strconv.ParseFloat(t.Score, 64); err == nil {
			m.scores = append(m.scores, politeText{score, read(t.Sentence).Politeness})
		}
	case t.Positive != nil:
		e := read(t.Text).Emotion
		m.count(fmt.Sprintf("positive %v", *t.Positive), e.Positive() == *t.Positive, e != empathy.NoEmotion)
		m.count("polarity", e.Positive() == *t.Positive, e != empathy.NoEmotion)
	case len(t.Labels) == len(redLabels):
		for i, emotions := range redLabels {
			if t.Labels[i] == 1 && emotions != nil {
				m.addEmotion(redNames[i], emotions, read(t.Text).Emotion)
			}
		}
	default:
		m.addLabels(t, read(t.Text))
	}
}

// addLabels measures on the fields of TONE_RULES.md, or on an emotion of
// another scheme that can be mapped to them.
func (m *textMeasurement) addLabels(t labelledText, told empathy.Tone) {
	if emotions, ok := foreignEmotions[t.Emotion]; ok {
		m.addEmotion(t.Emotion, emotions, told.Emotion)
	}
	for _, f := range []struct{ field, label, told string }{
		{"register", t.Register, told.Register.String()}, {"address", t.Address, told.Address.String()},
	} {
		if f.label != "" {
			m.count(f.field, f.label == f.told, true)
		}
	}
	if t.Intensity != nil {
		m.count("intensity", *t.Intensity == int(told.Intensity), true)
	}
}

// addEmotion counts whether one of the emotions was told, and whether the
// polarity was.
func (m *textMeasurement) addEmotion(label string, want []empathy.Emotion, told empathy.Emotion) {
	if slices.Contains(want, empathy.NoEmotion) {
		m.count(label, told == empathy.NoEmotion, true)
		return
	}
	m.count(label, slices.Contains(want, told), told != empathy.NoEmotion)
	m.count("polarity", want[0].Positive() == told.Positive(), told != empathy.NoEmotion)
}

// foreignEmotions maps other schemes' names to ours: XED's, and our own.
var foreignEmotions = map[string][]empathy.Emotion{
	"anger": {empathy.Anger, empathy.Frustration}, "disgust": {empathy.Anger, empathy.Frustration, empathy.Disappointment},
	"fear": {empathy.Worry}, "sadness": {empathy.Disappointment, empathy.Worry}, "joy": {empathy.Joy, empathy.Gratitude},
	"neutral": {empathy.NoEmotion}, "frustration": {empathy.Frustration}, "worry": {empathy.Worry},
	"disappointment": {empathy.Disappointment}, "confusion": {empathy.Confusion}, "gratitude": {empathy.Gratitude},
}

// redLabels maps the labels of REDv2; surprise and trust have none of ours.
var (
	redNames  = [7]string{"sadness", "surprise", "fear", "anger", "neutral", "trust", "joy"}
	redLabels = [7][]empathy.Emotion{
		foreignEmotions["sadness"], nil, foreignEmotions["fear"], foreignEmotions["anger"], foreignEmotions["neutral"], nil, foreignEmotions["joy"],
	}
)

// quartileAUC is the probability that a text of the politest quarter gets a
// higher score than one of the rudest; ties count half.
func quartileAUC(scores []politeText) float64 {
	slices.SortFunc(scores, func(x, y politeText) int {
		if x.label < y.label {
			return -1
		}
		return 1
	})
	n := len(scores) / 4
	won := 0.0
	for _, low := range scores[:n] {
		for _, high := range scores[len(scores)-n:] {
			switch {
			case high.told > low.told:
				won++
			case high.told == low.told:
				won += 0.5
			}
		}
	}
	if n == 0 {
		return 0
	}
	return won / float64(n*n)
}
