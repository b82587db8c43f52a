package empathy_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

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
