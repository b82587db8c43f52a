package empathy_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/empathy"
)

// textForm is a value with a text form.
type textForm interface {
	fmt.Stringer
	encoding.TextMarshaler
}

func list[T textForm](values []T) []textForm {
	var forms []textForm
	for _, v := range values {
		forms = append(forms, v)
	}
	return forms
}

// TestTextForms holds the vocabulary against TONE_RULES.md and DESIGN.md.
func TestTextForms(t *testing.T) {
	for _, test := range []struct {
		kind   string
		values []textForm
		want   []string
	}{
		{"stage", list(empathy.Stages()), []string{"opening", "listening", "acknowledging", "clarifying", "paraphrasing", "apologizing", "explaining", "resolving", "declining", "reassuring", "waiting", "confirming", "closing", "followup"}},
		{"register", list(empathy.Registers()), []string{"formal", "neutral", "informal"}},
		{"emotion", list(empathy.Emotions()), []string{"neutral", "anger", "frustration", "worry", "disappointment", "confusion", "joy", "gratitude"}},
		{"need", list(empathy.Needs()), []string{"dignity", "reassurance", "explanation", "thanks", "hearing", "apology", "control", "predictability"}},
		{"address", list([]empathy.Address{empathy.NoAddress, empathy.T, empathy.V, empathy.Mixed}), []string{"none", "T", "V", "mixed"}},
		{"level", list([]empathy.Level{empathy.Human, empathy.Business}), []string{"human", "business"}},
		{"intensity", list([]empathy.Intensity{0, 1, 2, 3}), []string{"0", "1", "2", "3"}},
		{"severity", list([]empathy.Severity{empathy.Note, empathy.Warning, empathy.Error}), []string{"note", "warning", "error"}},
		{"rule", list(empathy.Rules()), []string{
			"language", "too-informal", "too-formal", "mixed-address",
			"no-acknowledgement", "late-acknowledgement", "cheerful", "cold", "dismissive",
			"no-apology", "no-explanation", "no-reassurance", "no-timeframe", "no-thanks",
			"blame", "arguing", "capitulation", "shouting", "pressure",
			"boilerplate", "question-barrage", "rushed-close", "too-many-options", "customer-effort",
		}},
		{"act", list(empathy.Acts()), []string{
			"greet", "invite", "acknowledge", "apologize", "thank", "ask", "paraphrase", "explain", "propose", "offer-choice", "promise-time",
			"reassure", "decline", "hand-over", "wait", "confirm", "wish", "close", "feedback",
			"blame", "argue", "dismiss", "press", "capitulate", "boilerplate",
		}},
	} {
		var got []string
		for _, v := range test.values {
			text, err := v.MarshalText()
			if err != nil || string(text) != v.String() {
				t.Errorf("%s %v: MarshalText gives %q, %v", test.kind, v, text, err)
			}
			got = append(got, v.String())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.kind, diff)
		}
	}
}

// TestReadBack marshals every value as JSON and reads it again.
func TestReadBack(t *testing.T) {
	type all struct {
		Stages     []empathy.Stage
		Registers  []empathy.Register
		Emotions   []empathy.Emotion
		Needs      []empathy.Need
		Addresses  []empathy.Address
		Levels     []empathy.Level
		Intensity  []empathy.Intensity
		Severities []empathy.Severity
		Rules      []empathy.Rule
		Acts       []empathy.Act
	}
	want := all{
		empathy.Stages(), empathy.Registers(), empathy.Emotions(), empathy.Needs(),
		[]empathy.Address{empathy.NoAddress, empathy.T, empathy.V, empathy.Mixed},
		[]empathy.Level{empathy.Human, empathy.Business}, []empathy.Intensity{0, 1, 2, 3},
		[]empathy.Severity{empathy.Note, empathy.Warning, empathy.Error}, empathy.Rules(), empathy.Acts(),
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got all
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnknownNames(t *testing.T) {
	for _, test := range []struct {
		kind  string
		parse func(string) error
	}{
		{"stage", func(s string) error { _, err := empathy.ParseStage(s); return err }},
		{"register", func(s string) error { _, err := empathy.ParseRegister(s); return err }},
		{"emotion", func(s string) error { _, err := empathy.ParseEmotion(s); return err }},
		{"need", func(s string) error { _, err := empathy.ParseNeed(s); return err }},
		{"address", func(s string) error { _, err := empathy.ParseAddress(s); return err }},
		{"level", func(s string) error { _, err := empathy.ParseLevel(s); return err }},
		{"intensity", func(s string) error { _, err := empathy.ParseIntensity(s); return err }},
		{"severity", func(s string) error { _, err := empathy.ParseSeverity(s); return err }},
		{"rule", func(s string) error { _, err := empathy.ParseRule(s); return err }},
		{"act", func(s string) error { _, err := empathy.ParseAct(s); return err }},
	} {
		err := test.parse("Unheard-of")
		var unknown *empathy.UnknownNameError
		if !errors.As(err, &unknown) {
			t.Errorf("%s: error %v, want an *UnknownNameError", test.kind, err)
			continue
		}
		if diff := cmp.Diff(empathy.UnknownNameError{Kind: test.kind, Name: "Unheard-of"}, *unknown); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.kind, diff)
		}
	}
}

func TestRulesHaveSeverityAndFamily(t *testing.T) {
	got := map[string]string{}
	for _, r := range empathy.Rules() {
		got[r.String()] = r.Severity().String() + " " + r.Family().String()
	}
	want := map[string]string{
		"language": "error voice", "too-informal": "warning voice", "too-formal": "note voice", "mixed-address": "warning voice",
		"no-acknowledgement": "warning feeling", "late-acknowledgement": "note feeling", "cheerful": "warning feeling", "cold": "note feeling", "dismissive": "error feeling",
		"no-apology": "warning needs", "no-explanation": "note needs", "no-reassurance": "note needs", "no-timeframe": "note needs", "no-thanks": "note needs",
		"blame": "error dignity", "arguing": "error dignity", "capitulation": "warning dignity", "shouting": "warning dignity", "pressure": "warning dignity",
		"boilerplate": "warning process", "question-barrage": "warning process", "rushed-close": "warning process", "too-many-options": "note process", "customer-effort": "note process",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNeedWeights(t *testing.T) {
	weights := map[empathy.Need]float64{}
	for _, n := range empathy.Needs() {
		weights[n] = n.Weight()
	}
	want := map[empathy.Need]float64{
		empathy.Dignity: 0.92, empathy.Reassurance: 0.76, empathy.Explanation: 0.74, empathy.Thanks: 0.72,
		empathy.Hearing: 0.63, empathy.Apology: 0.62, empathy.Control: 0.60, empathy.Predictability: 0.60,
	}
	if diff := cmp.Diff(want, weights); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
