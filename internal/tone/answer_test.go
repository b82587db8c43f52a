package tone_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/tone"
	"github.com/empathykit/empathykit/locales"
)

func TestAnswer(t *testing.T) {
	listener, err := tone.NewListener(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	yes, no, corrected, neither := tone.Answer{Agrees: true}, tone.Answer{Refuses: true}, tone.Answer{Corrects: true}, tone.Answer{}
	for _, test := range []struct {
		language, message string
		want              tone.Answer
	}{
		{"en", "Yes, that works for me.", yes},
		{"en", "ok thanks", yes},
		{"en", "That's right. Go ahead.", yes},
		{"en", "👍", yes},
		{"en", "Yes, but when will it arrive?", neither},
		{"en", "No.", no},
		{"en", "No, that's not what I meant, I was talking about the second parcel.", corrected},
		{"en", "It still doesn't work.", corrected},
		{"en", "My order number is 4711.", neither},
		{"en", "Great, another week of waiting, I am so angry!", neither},
		{"ro", "Da, e în regulă.", yes},
		{"ro", "imi convine, multumesc", yes},
		{"ro", "Nu îmi convine deloc.", neither},
		{"ro", "Nu asta am întrebat, mă refeream la factura din mai.", corrected},
		{"ro", "tot nu merge", corrected},
		{"ro", "Nu.", no},
		{"ro", "Da, dar nu a mers.", tone.Answer{Corrects: true}},
		{"pl", "Tak, zgadza się.", yes},
		{"pl", "pasuje mi jutro", yes},
		{"pl", "nie pasuje mi jutro", neither},
		{"pl", "Nie o to mi chodzi, chodziło mi o drugą paczkę.", corrected},
		{"pl", "dalej nie działa", corrected},
		{"pl", "nie", no},
		{"ru", "Да, всё верно, спасибо.", yes},
		{"ru", "меня это устраивает", yes},
		{"ru", "меня это не устраивает", neither},
		{"ru", "Да сколько можно ждать!", neither},
		{"ru", "Нет, я имел в виду другой заказ.", corrected},
		{"ru", "все равно не работает", corrected},
		{"ru", "нет", no},
		{"el", "Ναι, με βολεύει.", yes},
		{"el", "endaxi, me volevei avrio", yes},
		{"el", "Δεν με βολεύει αύριο.", neither},
		{"el", "Όχι, εννοούσα το άλλο δέμα.", corrected},
		{"el", "ακόμα δεν δουλεύει", corrected},
		{"el", "όχι", no},
		{"zh", "好的，谢谢", yes},
		{"zh", "可以", yes},
		{"zh", "这样可以。", yes},
		{"zh", "好的，但是什么时候能到？", neither},
		{"zh", "不是这个意思，我说的是另一个订单", corrected},
		{"zh", "还是不行", corrected},
		{"zh", "不", no},
	} {
		m, err := listener.Listen(test.message, test.language, "")
		if err != nil {
			t.Fatal(err)
		}
		got, err := listener.Answer(m)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s %q: %s", test.language, test.message, diff)
		}
	}
}

func TestAnswerFileErrors(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"agrees = [\n\"yes\",\n\"(yes\",\n]", `en/answers.toml:3: pattern "(yes": "(" at column 1 is not closed`},
		{"agrees = [\"yes\"]\nmaybe = [\"perhaps\"]", "en/answers.toml:2: maybe: want one of the lists [agrees corrects refuses but]"},
		{"agrees = \"yes\"", "en/answers.toml:1: agrees: want one of the lists [agrees corrects refuses but]"},
	} {
		listener, err := tone.NewListener(fstest.MapFS{
			"en/tone.toml":    {Data: []byte("language = \"en\"\n")},
			"en/answers.toml": {Data: []byte(test.content)},
		})
		if err != nil {
			t.Fatal(err)
		}
		m, err := listener.Listen("yes", "en", "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := listener.Answer(m); err == nil || err.Error() != test.want {
			t.Errorf("error %v, want %s", err, test.want)
		}
	}
}
