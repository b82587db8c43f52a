package tone

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/locales"
)

func listener(t testing.TB) *Listener {
	t.Helper()
	l, err := NewListener(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLanguage(t *testing.T) {
	l := listener(t)
	for _, test := range []struct{ message, want string }{
		{"Unde este coletul meu?", "ro"},
		{"unde e pachetul, astept de o saptamana", "ro"},
		{"Gdzie jest moja paczka?", "pl"},
		{"gdzie moja paczka, czekam juz tydzien", "pl"},
		{"Где мой заказ?", "ru"},
		{"Πού είναι το δέμα μου;", "el"},
		{"pou einai to dema mou, perimeno mia evdomada", "el"},
		{"我的快递怎么还没到", "zh"},
		{"我的快遞怎麼還沒到", "zh"},
		{"Where is my parcel?", "en"},
		{"where's my stuff", "en"},
		{"Wo bleibt mein Paket, und warum antwortet mir niemand?", "de"},
		{"Où est mon colis ? Je vous ai écrit mais vous ne répondez pas.", "fr"},
		{"Де моє замовлення? Я чекаю вже тиждень і ніхто не відповідає", "uk"},
		{"荷物はいつ届きますか", "ja"},
		{"👍", Undetermined},
		{"12345", Undetermined},
	} {
		m, err := l.Listen(test.message, "", "")
		if err != nil {
			t.Fatal(err)
		}
		if m.Language != test.want {
			t.Errorf("%q: %s, want %s", test.message, m.Language, test.want)
		}
	}
}

// TestHint: the customer's language is assumed for a reply that does not tell
// its own, if the script allows it.
func TestHint(t *testing.T) {
	for _, test := range []struct{ reply, hint, want string }{
		{"OK", "ru", "ru"},
		{"👍", "pl", "pl"},
		{"Zzyzx qwrtp blorpt vlimp", "ru", Undetermined},
	} {
		m, err := listener(t).Listen(test.reply, "", test.hint)
		if err != nil {
			t.Fatal(err)
		}
		if m.Language != test.want {
			t.Errorf("%q with hint %s: %s, want %s", test.reply, test.hint, m.Language, test.want)
		}
	}
}

// reading is what a test compares.
type reading struct {
	Address, Register, Emotion string
	Intensity                  int
}

func TestReading(t *testing.T) {
	l := listener(t)
	for _, test := range []struct {
		language, message string
		want              reading
	}{
		// Politeness lives in verb endings.
		{"ru", "Можешь посмотреть, где заказ?", reading{"T", "informal", "neutral", 0}},
		{"ru", "Можете посмотреть, где заказ?", reading{"V", "neutral", "neutral", 0}},
		{"ro", "Poți să te uiți, te rog?", reading{"T", "informal", "neutral", 0}},
		{"ro", "Puteți să vă uitați, vă rog?", reading{"V", "neutral", "neutral", 0}},
		{"pl", "Możesz sprawdzić?", reading{"T", "informal", "neutral", 0}},
		{"pl", "Czy może Pani sprawdzić?", reading{"V", "neutral", "neutral", 0}},
		{"el", "Μπορείς να το δεις;", reading{"T", "informal", "neutral", 0}},
		{"el", "Μπορείτε να το δείτε;", reading{"V", "neutral", "neutral", 0}},
		{"zh", "您能帮我看一下吗？", reading{"V", "neutral", "neutral", 0}},
		// A feeling denied is none.
		{"en", "I am not angry, I just need the invoice.", reading{"none", "neutral", "neutral", 0}},
		{"ro", "Nu sunt supărat, am nevoie doar de factură.", reading{"none", "neutral", "neutral", 0}},
		{"ru", "Я не злюсь, мне нужен только счёт.", reading{"none", "neutral", "neutral", 0}},
		// Shouting makes it extreme.
		{"en", "I AM REALLY ANGRY ABOUT THIS", reading{"none", "neutral", "anger", 3}},
		// Thanks under a complaint are politeness.
		{"en", "I am very worried about my transfer. Thank you in advance.", reading{"none", "neutral", "worry", 2}},
	} {
		m, err := l.Listen(test.message, test.language, "")
		if err != nil {
			t.Fatal(err)
		}
		got := reading{m.Address, m.Register, m.Emotion, m.Intensity}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.message, diff)
		}
	}
}

// TestQuoted: what stands in quotation marks is somebody else's voice.
func TestQuoted(t *testing.T) {
	m, err := listener(t).Listen("Оператор сказал мне: «подожди, ты не один».", "ru", "")
	if err != nil {
		t.Fatal(err)
	}
	if m.Address != "none" {
		t.Errorf("address %s, want none", m.Address)
	}
}

func TestNewListenerErrors(t *testing.T) {
	if _, err := NewListener(fstest.MapFS{}); err == nil {
		t.Error("a listener without languages is made")
	}
	l, err := NewListener(fstest.MapFS{"xx/tone.toml": {Data: []byte("[act.sing]\nstrong = [\"la\"]\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Load("xx"); err == nil {
		t.Error("a bad tone file loads")
	}
	if err := l.Load("yy"); err == nil {
		t.Error("a language that is not there loads")
	}
}
