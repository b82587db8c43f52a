package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"romanian comma", "Șțăâî", "staai"},
		{"romanian cedilla", "ŞŢăâî", "staai"},
		{"polish", "ZAŻÓŁĆGĘŚLĄJAŹŃ", "zazolcgeslajazn"},
		{"other latin", "đøßÆœİı", "dossaeoeii"},
		{"greek accents", "Καθυστέρηση", "καθυστερηση"},
		{"greek dialytika", "προϊόν ΐΰ", "προιον ιυ"},
		{"final sigma", "ΕΣΕΊΣ", "εσεισ"},
		{"small final sigma", "εσείς", "εσεισ"},
		{"io", "Ещё", "еще"},
		{"short i stays", "МОЙ", "мой"},
		{"short i decomposed", "мои\u0306", "мой"},
		{"short i with stress", "мои\u0301\u0306", "мой"},
		{"full width", "ＯＫ９", "ok9"},
		{"ligature", "ﬁne", "fine"},
		{"Roman numeral", "Ⅳ", "iv"},
		{"traditional", "妳們的訂單為什麼還沒到", "你们的订单为什么还没到"},
		{"compatibility ideograph", "\uF900", "岂"},
		{"apostrophes", "don’t donʼt don`t don´t", "don't don't don't don't"},
		{"long run", "soooo", "so"},
		{"long run, Cyrillic", "оооочень", "очень"},
		{"run of two", "good", "good"},
		{"digits do not collapse", "1000", "1000"},
		{"run of й", "ййй", "й"},
		{"run of й decomposed", "и\u0306и\u0306и\u0306", "й"},
		{"run across case", "SoOoO", "so"},
		{"run across scripts", "oоoчень", "очень"},
		{"soft hyphen", "co\u00ADlet", "colet"},
		{"zero width", "co\u200Dl\u200Ce\u200Bt", "colet"},
		{"bidi", "co\u202Elet", "colet"},
		{"mostly Cyrillic", "cпaсибo", "спасибо"},
		{"mostly Latin", "оrder", "order"},
		{"mostly Greek", "παραγγελίa", "παραγγελια"},
		{"real mixture stays", "qпривет", "qпривет"},
		{"majority without long runs", "ЃAAA", "га"},
		{"marks collapse", "!!!", "!"},
		{"Chinese marks", "。", "."},
		{"ellipsis", "...", "…"},
		{"emoticon", ":-)))", ":)"},
		{"laugh", "XDDDD", "xd"},
		{"skin tone", "👍🏽", "👍"},
		{"invalid", "\xff\xfe", "\uFFFD"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Fold(tt.in)); diff != "" {
				t.Errorf("Fold(%q): -want +got\n%s", tt.in, diff)
			}
			if diff := cmp.Diff(tt.want, Fold(tt.want)); diff != "" {
				t.Errorf("Fold(%q) is not idempotent: -want +got\n%s", tt.want, diff)
			}
		})
	}
}

// TestFoldEveryRune checks every character of Unicode, not the likely ones only.
func TestFoldEveryRune(t *testing.T) {
	for r := range rune(0x110000) {
		if r > 0xFFFF && classOf(r) == other || 0xD800 <= r && r < 0xE000 {
			continue
		}
		s := string(r)
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("%U: Fold gives %q, then %q", r, once, twice)
		}
		if composed, decomposed := Fold(norm.NFC.String(s)), Fold(norm.NFD.String(s)); composed != decomposed {
			t.Errorf("%U: Fold gives %q in NFC, %q in NFD", r, composed, decomposed)
		}
		if word := Fold("a" + s + "a"); Fold(word) != word {
			t.Errorf("%U: inside a word Fold gives %q, then %q", r, word, Fold(word))
		}
	}
}
