package bench

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/jonreiter/govader"

	"github.com/empathykit/empathykit/empathy"
)

// realTexts is where labelled text by people outside this project lies; it is
// never committed. The environment's REAL says otherwise.
const realTexts = "../../../shared/real"

// polarity is -1, 0 or 1.
type polarity int

// xedPolarity is what the emotions of XED come to.
var xedPolarity = map[string]polarity{"anger": -1, "disgust": -1, "fear": -1, "sadness": -1, "joy": 1, "neutral": 0}

// A verdict counts how one of the two reads texts of a polarity.
type verdict struct{ right, opposite, undecided int }

func (v *verdict) count(want, got polarity) {
	switch got {
	case want:
		v.right++
	case 0:
		v.undecided++
	default:
		v.opposite++
	}
}

// precision is the share of right ones among those that it decides on.
func (v verdict) precision() float64 { return float64(v.right) / float64(v.right+v.opposite) }

// TestPolarity measures our polarity beside govader's on lines of English film
// subtitles. Subtitles are no customer messages: we decide on fewer, and those
// have to be right at least as often as govader's.
func TestPolarity(t *testing.T) {
	folder := realTexts
	if other := os.Getenv("REAL"); other != "" {
		folder = other
	}
	file, err := os.Open(folder + "/xed-en.jsonl")
	if os.IsNotExist(err) {
		t.Skipf("there is no xed-en.jsonl in %s; REAL names another folder", folder)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	checker, vader := newChecker(t), govader.NewSentimentIntensityAnalyzer()
	var ours, theirs verdict
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var line struct{ Text, Emotion string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		want, ok := xedPolarity[line.Emotion]
		if !ok {
			t.Fatalf("no polarity for %q", line.Emotion)
		}
		if want == 0 {
			continue
		}
		tone, _ := checker.Analyze(line.Text)
		ours.count(want, polarityOf(tone.Emotion))
		theirs.count(want, vaderPolarity(vader, line.Text))
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("ours    %+v, right of those decided %.3f", ours, ours.precision())
	t.Logf("govader %+v, right of those decided %.3f", theirs, theirs.precision())
	if ours.precision() < theirs.precision() {
		t.Errorf("of the texts decided on, %.3f are right, of govader's %.3f", ours.precision(), theirs.precision())
	}
}

func polarityOf(e empathy.Emotion) polarity {
	switch {
	case e.Positive():
		return 1
	case e.Negative():
		return -1
	}
	return 0
}

// vaderPolarity reads the compound score by the thresholds that VADER's
// authors recommend.
func vaderPolarity(vader *govader.SentimentIntensityAnalyzer, text string) polarity {
	switch score := vader.PolarityScores(text).Compound; {
	case score >= 0.05:
		return 1
	case score <= -0.05:
		return -1
	}
	return 0
}
