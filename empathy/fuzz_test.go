package empathy_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/empathykit/empathykit/empathy"
)

// FuzzCheck holds what is true of every report.
func FuzzCheck(f *testing.F) {
	for _, seed := range [][2]string{
		{"Where is my parcel?!", "Calm down, it is only a parcel."},
		{"Где мой заказ??", "Вы сами виноваты"}, {"Πού είναι;", "hremiste"}, {"等了三天", "亲，请耐心等待哦~"},
		{"", "\xff"}, {"🙂", "„a“ «b» \"c"}, {"1) a 2) b", "1. a\n2. b\n3. c\n4. d\n5. e"},
		{"Unde e coletul?\x00", "Îmi pare rău\u202e."}, {"e" + strings.Repeat("\u0301", 40), "a\u200db. c\u200dd?"},
	} {
		f.Add(seed[0], seed[1])
	}
	checker := newChecker(f, empathy.WithThreshold(0.2))
	f.Fuzz(func(t *testing.T, customer, reply string) {
		report := checker.Check(customer, reply)
		again := checker.Check(customer, reply)
		if diff := cmp.Diff(report, again, cmp.AllowUnexported(empathy.Report{}, empathy.Tone{}), cmp.Comparer(sameTag), cmp.Comparer(sameError)); diff != "" {
			t.Fatalf("the same pair, checked again (-first +again):\n%s", diff)
		}
		rules := []empathy.Rule{}
		for finding := range report.Findings() {
			if finding.Rule == empathy.NoRule || finding.Confidence < 0.2 || finding.Confidence > 1 || finding.Message == "" {
				t.Fatalf("%+v", finding)
			}
			checkSpan(t, reply, finding.Span)
			checkSpan(t, customer, finding.Customer)
			rules = append(rules, finding.Rule)
		}
		if !slices.IsSorted(rules) {
			t.Fatalf("findings in the order %v", rules)
		}
		checkTone(t, customer, report.Customer)
		checkTone(t, reply, report.Reply)
	})
}

func sameTag(x, y language.Tag) bool { return x == y }

func sameError(x, y error) bool {
	return x == nil && y == nil || x != nil && y != nil && x.Error() == y.Error()
}

func checkTone(t *testing.T, message string, tone empathy.Tone) {
	t.Helper()
	for _, e := range tone.Evidence {
		checkSpan(t, message, e.Span)
	}
	if !(tone.Politeness >= -1 && tone.Politeness <= 1) {
		t.Fatalf("politeness %v", tone.Politeness)
	}
	if tone.Intensity > empathy.Extreme || (tone.Intensity == 0) != (tone.Emotion == empathy.NoEmotion) {
		t.Fatalf("%v of intensity %d", tone.Emotion, tone.Intensity)
	}
}

func checkSpan(t *testing.T, message string, s empathy.Span) {
	t.Helper()
	if s.Start < 0 || s.Start > s.End || s.End > len(message) {
		t.Fatalf("span %+v of %d bytes", s, len(message))
	}
	if utf8.ValidString(message) && !utf8.ValidString(message[s.Start:s.End]) {
		t.Fatalf("span %+v cuts a character of %q", s, message)
	}
}

// FuzzAnalyze: a message reads the same however its letters are composed, and
// what is invisible in it is not seen.
func FuzzAnalyze(f *testing.F) {
	for _, seed := range []string{
		"Bună ziua! Dă-mi coletul RO-7789, dl. Pop :)", "Почему?! Ещё раз))) ЁЛКИ", "Πού είναι το δέμα μου; ΑΠΑΡΑΔΕΚΤΟ", "妳們的訂單「AB12345」還沒到？！",
		"Źle mi z tym, żółć.", "I AM waiting… sooooo long <3", "8elo ta lefta mou pisw", "한국어 텍스트입니다", "é é é ơ ǖ Ǟ",
	} {
		f.Add(seed)
	}
	checker := newChecker(f)
	f.Fuzz(func(t *testing.T, message string) {
		tone, _ := checker.Analyze(message)
		checkTone(t, message, tone)
		if !utf8.ValidString(message) || tone.Intensity == 0 && len(message) > 4000 {
			return
		}
		composed, _ := checker.Analyze(norm.NFC.String(message))
		decomposed, _ := checker.Analyze(norm.NFD.String(message))
		ignore := cmpopts.IgnoreFields(empathy.Tone{}, "Evidence")
		if diff := cmp.Diff(composed, decomposed, ignore, cmp.AllowUnexported(empathy.Tone{}), cmp.Comparer(sameTag)); diff != "" {
			t.Fatalf("%q (-NFC +NFD):\n%s", message, diff)
		}
	})
}

// FuzzConversation: whatever the two say, the state stays small and takes up
// where it was left.
func FuzzConversation(f *testing.F) {
	f.Add("My parcel is late!!", "Sorry to hear it.", "And when does it come?", "Tomorrow by noon.")
	f.Add("Где заказ?", "", "\xff", "🙂")
	f.Add("等了三天", "亲~", "好的", "再见")
	checker := newChecker(f)
	f.Fuzz(func(t *testing.T, first, second, third, fourth string) {
		conversation := checker.NewConversation()
		conversation.Customer(first)
		conversation.Agent(second)
		conversation.Customer(third)
		state, err := conversation.MarshalJSON()
		if err != nil || len(state) > 4096 {
			t.Fatalf("a state of %d bytes, %v", len(state), err)
		}
		resumed, err := checker.ResumeConversation(state)
		if err != nil {
			t.Fatalf("%s: %v", state, err)
		}
		conversation.Check(fourth)
		report := resumed.Check(fourth)
		for finding := range report.Findings() {
			checkSpan(t, fourth, finding.Span)
		}
		resumed.Advise()
		again, err := resumed.MarshalJSON()
		if err != nil || string(again) != string(state) {
			t.Fatalf("%s, but taken up %s (%v)", state, again, err)
		}
	})
}

// FuzzNames: the text form of every type is read back, and nothing else is.
func FuzzNames(f *testing.F) {
	for _, seed := range []string{"formal", "V", "worry", "no-apology", "opening", "nothing-can-be-done", "", "Formal", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if v, err := empathy.ParseRegister(name); err == nil && v.String() != name {
			t.Errorf("register %q is %q", name, v)
		}
		if v, err := empathy.ParseAddress(name); err == nil && v.String() != name {
			t.Errorf("address %q is %q", name, v)
		}
		if v, err := empathy.ParseEmotion(name); err == nil && v.String() != name {
			t.Errorf("emotion %q is %q", name, v)
		}
		if v, err := empathy.ParseRule(name); err == nil && v.String() != name {
			t.Errorf("rule %q is %q", name, v)
		}
		if v, err := empathy.ParseStage(name); err == nil && v.String() != name {
			t.Errorf("stage %q is %q", name, v)
		}
		if v, err := empathy.ParseSituation(name); err == nil && v.String() != name {
			t.Errorf("situation %q is %q", name, v)
		}
	})
}
