package empathy_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

func newChecker(t testing.TB, options ...empathy.Option) *empathy.Checker {
	t.Helper()
	c, err := empathy.New(options...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestInputErrors(t *testing.T) {
	const fine = "Where is my parcel? I have been waiting for a week."
	german := "Wo bleibt mein Paket, und warum antwortet mir niemand auf meine Fragen?"
	for _, test := range []struct {
		name, customer, reply string
		want                  error
		message               string
	}{
		{"empty reply", fine, "", empathy.ErrEmpty, "reply"},
		{"only space", fine, " \n\t\u00a0", empathy.ErrEmpty, "reply"},
		{"only NULs", fine, "\x00\x00", empathy.ErrEmpty, "reply"},
		{"only invalid UTF-8", fine, "\xff\xfe", empathy.ErrEmpty, "reply"},
		{"too long", fine, strings.Repeat("word ", 1<<18), empathy.ErrTooLong, "reply"},
		{"unknown language", german, german, empathy.ErrUnknownLanguage, "customer's message"},
		{"long customer", strings.Repeat("word ", 1<<18), "Here it is.", empathy.ErrTooLong, "customer's message"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := newChecker(t).Check(test.customer, test.reply).Err()
			if !errors.Is(err, test.want) {
				t.Fatalf("error %v, want %v", err, test.want)
			}
			var input *empathy.InputError
			if !errors.As(err, &input) || input.Message != test.message {
				t.Errorf("error %#v, want it about the %s", err, test.message)
			}
		})
	}
}

func TestOddInputIsNoError(t *testing.T) {
	for _, test := range []struct{ name, customer, reply string }{
		{"no customer", "", "We have sent it today."},
		{"customer sends one emoji", "🙂", "We have sent it today."},
		{"reply is one emoji", "Where is my parcel? I have been waiting for a week.", "🙂"},
		{"one mark", "?", "We have sent it today."},
		{"invalid UTF-8 among words", "Where is \xff\xfe my parcel?", "It is \xc3\x28 on its way, we have sent it today."},
		{"bidi controls", "\u202eWhere is my parcel?\u202c", "We have sent it today."},
		{"NULs among words", "Where is\x00my parcel?", "We have sent it today."},
	} {
		if err := newChecker(t).Check(test.customer, test.reply).Err(); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestSizeLimit(t *testing.T) {
	c := newChecker(t, empathy.WithSizeLimit(10))
	if _, err := c.Analyze("Hello you"); err != nil {
		t.Errorf("nine bytes: %v", err)
	}
	if _, err := c.Analyze("Hello to you"); !errors.Is(err, empathy.ErrTooLong) {
		t.Errorf("twelve bytes: %v, want ErrTooLong", err)
	}
}

func TestUnknownLanguageIsNamed(t *testing.T) {
	_, err := empathy.Advise("Wo bleibt mein Paket, und warum antwortet mir niemand auf meine Fragen?")
	var input *empathy.InputError
	if !errors.As(err, &input) || input.Language != language.German {
		t.Errorf("error %#v, want it to name German", err)
	}
}

func TestBadOptions(t *testing.T) {
	if _, err := empathy.New(empathy.WithLanguage(language.Swahili)); err == nil {
		t.Error("a checker for a language without data is made")
	}
}

// TestHostile bounds the time for a megabyte of anything, as customer's message
// and as reply. DESIGN.md wants 100 ms; the limit here is for a busy machine,
// and still tells linear from quadratic.
func TestHostile(t *testing.T) {
	c := newChecker(t)
	c.Check("warm up", "warm up")
	size := 1 << 20
	if raceEnabled {
		size = 1 << 16
	}
	for name, unit := range map[string]string{
		"letters": "a", "question marks": "?", "words": "you are ", "combining marks": "e\u0301\u0301\u0301", "Chinese": "等", "emoji": "🙂",
		"digits": "1", "numbers": "1 2 ", "open quotes": "„", "brackets": "((", "NUL": "\x00", "invalid": "\xff", "Greek": "σας ", "Russian": "вы ",
		"bullets": "- a\n", "joiners": "a\u200d", "bidi": "\u202ea ",
	} {
		t.Run(name, func(t *testing.T) {
			message := strings.Repeat(unit, size/len(unit))
			begin := time.Now()
			c.Check(message, message)
			if took := time.Since(begin); took > 30*time.Second {
				t.Errorf("took %v", took)
			} else {
				t.Logf("took %v", took)
			}
		})
	}
}

func TestConcurrentUse(t *testing.T) {
	c := newChecker(t)
	messages := []string{"Unde este coletul meu?", "Gdzie jest moja paczka?", "Где мой заказ?", "Πού είναι το δέμα μου;", "我的快递呢？", "Where is my parcel?"}
	var group sync.WaitGroup
	for i := range 32 {
		group.Go(func() {
			for j := range 20 {
				c.Check(messages[(i+j)%len(messages)], messages[(i+j)%len(messages)])
			}
		})
	}
	group.Wait()
}

// FuzzCheck holds what is true of every report.
func FuzzCheck(f *testing.F) {
	for _, seed := range [][2]string{
		{"Where is my parcel?!", "Calm down, it is only a parcel."},
		{"Где мой заказ??", "Вы сами виноваты"}, {"Πού είναι;", "hremiste"}, {"等了三天", "亲，请耐心等待哦~"},
		{"", "\xff"}, {"🙂", "„a“ «b» \"c"}, {"1) a 2) b", "1. a\n2. b\n3. c\n4. d\n5. e"},
	} {
		f.Add(seed[0], seed[1])
	}
	checker := newChecker(f)
	f.Fuzz(func(t *testing.T, customer, reply string) {
		report := checker.Check(customer, reply)
		again := checker.Check(customer, reply)
		if report.Len() != again.Len() {
			t.Fatalf("%d findings, then %d", report.Len(), again.Len())
		}
		for finding := range report.Findings() {
			if finding.Rule == empathy.NoRule || finding.Confidence < 0 || finding.Confidence > 1 {
				t.Fatalf("%+v", finding)
			}
			checkSpan(t, reply, finding.Span)
			checkSpan(t, customer, finding.Customer)
		}
		for _, e := range report.Customer.Evidence {
			checkSpan(t, customer, e.Span)
		}
		for _, e := range report.Reply.Evidence {
			checkSpan(t, reply, e.Span)
		}
	})
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
