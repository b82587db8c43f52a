package inflect

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/empathykit/empathykit/locales"
)

func loadNames(t testing.TB, language string) *Names {
	t.Helper()
	n, err := Load(locales.FS, language)
	if err != nil {
		t.Fatal(err)
	}
	if n == nil {
		t.Fatalf("%s has no names.toml", language)
	}
	return n
}

// TestVocatives holds the rules against names with their vocatives, checked
// against grammars: at least 150 in each language that has them.
func TestVocatives(t *testing.T) {
	genders := map[string]Gender{"feminine": Feminine, "masculine": Masculine}
	for _, language := range []string{"pl", "el"} {
		n := loadNames(t, language)
		data, err := os.ReadFile("testdata/" + language + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		names := 0
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			part, gender, name, want := fields[0], genders[fields[1]], fields[2], fields[3]
			names++
			tables := n.file.Given
			if part == "family" {
				tables = n.file.Family
			}
			if got := n.vocative(tables, name, gender); got != want {
				t.Errorf("%s %s: %s, want %s", language, name, got, want)
			}
		}
		if names < 150 {
			t.Errorf("%s: %d names", language, names)
		}
	}
}

func TestAddress(t *testing.T) {
	for _, test := range []struct {
		language, register string
		person             Person
		want               string
	}{
		{"pl", "formal", Person{Given: "Anna", Family: "Kowalska", Gender: Feminine}, "Pani Anno"},
		{"pl", "formal", Person{Given: "Anna", Family: "Kowalska"}, ""}, // no honorific is guessed
		{"pl", "formal", Person{Family: "Kowalski", Gender: Masculine}, ""},
		{"pl", "formal", Person{Given: "Jan", Gender: Masculine, Title: "Panie Doktorze"}, "Panie Doktorze"},
		{"pl", "informal", Person{Given: "Kasia"}, "Kasiu"},
		{"pl", "informal", Person{Given: "Marek"}, "Marku"},
		{"pl", "informal", Person{Given: "Carmen"}, "Carmen"}, // could be either
		{"el", "formal", Person{Given: "Νίκος", Family: "Παπαδόπουλος", Gender: Masculine}, "κύριε Παπαδόπουλε"},
		{"el", "formal", Person{Family: "Παπαδοπούλου", Gender: Feminine}, "κυρία Παπαδοπούλου"},
		{"el", "neutral", Person{Given: "Μαρία"}, "Μαρία"},
		{"el", "informal", Person{Given: "Γιώργος"}, "Γιώργο"},
		{"ro", "formal", Person{Given: "Ion", Family: "Popescu", Gender: Masculine}, "domnule Popescu"},
		{"ro", "formal", Person{Given: "Ion", Family: "Popescu", Gender: Masculine, Title: "domnule doctor"}, "domnule doctor Popescu"},
		{"ro", "neutral", Person{Given: "Maria"}, "Maria"},
		{"ru", "formal", Person{Given: "Анна", Patronymic: "Сергеевна", Family: "Иванова"}, "Анна Сергеевна"},
		{"ru", "formal", Person{Given: "Анна"}, "Анна"},
		{"ru", "informal", Person{Given: "Аня", Patronymic: "Сергеевна"}, "Аня"},
		{"zh", "formal", Person{Family: "王", Given: "芳", Gender: Feminine}, "王女士"},
		{"zh", "formal", Person{Family: "王", Given: "芳"}, "王芳"},
		{"zh", "neutral", Person{Family: "李", Gender: Masculine}, "李先生"},
		{"zh", "formal", Person{Family: "李", Title: "老师"}, "李老师"},
		{"en", "formal", Person{Given: "Anna", Family: "Brown", Gender: Feminine}, "Ms Brown"},
		{"en", "formal", Person{Given: "Anna", Family: "Brown"}, "Anna Brown"},
		{"en", "formal", Person{Family: "Brown", Title: "Dr"}, "Dr Brown"},
		{"en", "informal", Person{Given: "Anna"}, "Anna"},
		{"en", "informal", Person{}, ""},
	} {
		if got := loadNames(t, test.language).Address(test.person, test.register); got != test.want {
			t.Errorf("%s %s %+v: %q, want %q", test.language, test.register, test.person, got, test.want)
		}
	}
	if got := (*Names)(nil).Address(Person{Given: "Anna"}, "formal"); got != "" {
		t.Errorf("without names.toml: %q", got)
	}
}

func TestLoadErrors(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"[address]\nformal = 1\n", "xx/names.toml:2: "},
		{"[addres]\nformal = []\n", "xx/names.toml:1: there is no key addres"},
		{"[address\n", "xx/names.toml:1: "},
	} {
		_, err := Load(fstest.MapFS{"xx/names.toml": {Data: []byte(test.content)}}, "xx")
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want %q in it", test.content, err, test.want)
		}
	}
	if n, err := Load(fstest.MapFS{}, "xx"); n != nil || err != nil {
		t.Errorf("no file: %v, %v", n, err)
	}
}

func FuzzAddress(f *testing.F) {
	f.Add("Anna Maria", "Kowalska", uint8(1), "pl")
	f.Add("Νίκος", "Παπαδόπουλος", uint8(2), "el")
	f.Add("İ-", "\xff", uint8(0), "zh")
	all := map[string]*Names{}
	for _, language := range []string{"pl", "el", "ro", "ru", "zh", "en"} {
		all[language] = loadNames(f, language)
	}
	f.Fuzz(func(t *testing.T, given, family string, gender uint8, language string) {
		n := all[language]
		if n == nil || !utf8.ValidString(given) || !utf8.ValidString(family) {
			return
		}
		for _, register := range []string{"formal", "neutral", "informal"} {
			if got := n.Address(Person{Given: given, Family: family, Gender: Gender(gender % 3)}, register); !utf8.ValidString(got) {
				t.Fatalf("%q", got)
			}
		}
	})
}
