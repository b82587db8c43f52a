package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// piece is what a test says of a token.
type piece struct {
	Kind Kind
	Text string
	Fold string
}

func pieces(d *Document) []piece {
	var got []piece
	for i, t := range d.Tokens {
		got = append(got, piece{t.Kind, d.Text(i), d.Fold(i)})
	}
	return got
}

func TestParseTokens(t *testing.T) {
	tests := []struct {
		name, in string
		want     []piece
	}{
		{"empty", "", nil},
		{"white space", " \n\t\u00A0\u200B", nil},
		{"contraction", "I don’t", []piece{{Word, "I", "i"}, {Word, "don’t", "don't"}}},
		{"quoted in apostrophes", "'ok'", []piece{{Punct, "'", "'"}, {Word, "ok", "ok"}, {Punct, "'", "'"}}},
		{"hyphens", "Dă-mi по-моему", []piece{{Word, "Dă", "da"}, {Word, "mi", "mi"}, {Word, "по", "по"}, {Word, "моему", "моему"}}},
		{"dash", "a - b", []piece{{Word, "a", "a"}, {Punct, "-", "-"}, {Word, "b", "b"}}},
		{"decomposed", "sa\u0306", []piece{{Word, "sa\u0306", "sa"}}},
		{"numbers", "3.5 10,00 12.05.2024 10:30 2-3 50% 100.", []piece{
			{Number, "3.5", "3.5"}, {Number, "10,00", "10,00"}, {Number, "12.05.2024", "12.05.2024"}, {Number, "10:30", "10:30"},
			{Number, "2-3", "2-3"}, {Number, "50%", "50%"}, {Number, "100", "100"}, {Punct, ".", "."},
		}},
		{"units", "24h 100ron 8kg 9am 250руб", []piece{
			{Number, "24", "24"}, {Word, "h", "h"}, {Number, "100", "100"}, {Word, "ron", "ron"}, {Number, "8", "8"}, {Word, "kg", "kg"},
			{Number, "9", "9"}, {Word, "am", "am"}, {Number, "250", "250"}, {Word, "руб", "руб"},
		}},
		{"Greeklish digits", "8elo 8a ka8e e3odos gr8", []piece{
			{Word, "8elo", "8elo"}, {Word, "8a", "8a"}, {Word, "ka8e", "ka8e"}, {Word, "e3odos", "e3odos"}, {Word, "gr8", "gr8"},
		}},
		{"codes", "AB12345 RO-7789 AB-12-CD345 x12y3z4 A4 iPhone13", []piece{
			{Other, "AB12345", "ab12345"}, {Other, "RO-7789", "ro-7789"}, {Other, "AB-12-CD345", "ab-12-cd345"},
			{Other, "x12y3z4", "x12y3z4"}, {Other, "A4", "a4"}, {Other, "iPhone13", "iphone13"},
		}},
		{"word and number", "covid-19", []piece{{Word, "covid", "covid"}, {Number, "19", "19"}}},
		{"Han", "VIP客戶3天", []piece{{Word, "VIP", "vip"}, {Han, "客", "客"}, {Han, "戶", "户"}, {Number, "3", "3"}, {Han, "天", "天"}}},
		{"marks", "?!... )))", []piece{{Punct, "?", "?"}, {Punct, "!", "!"}, {Punct, "...", "…"}, {Punct, ")))", ")"}}},
		{"emoticons", ":) :-( ;) :D xD :P <3 =)", []piece{
			{Emoji, ":)", ":)"}, {Emoji, ":-(", ":("}, {Emoji, ";)", ";)"}, {Emoji, ":D", ":d"}, {Emoji, "xD", "xd"},
			{Emoji, ":P", ":p"}, {Emoji, "<3", "<3"}, {Emoji, "=)", ":)"},
		}},
		{"no emoticons", "(aici:) ora:Dimineata nota:(a <30", []piece{
			{Punct, "(", "("}, {Word, "aici", "aici"}, {Punct, ":", ":"}, {Punct, ")", ")"},
			{Word, "ora", "ora"}, {Punct, ":", ":"}, {Word, "Dimineata", "dimineata"},
			{Word, "nota", "nota"}, {Punct, ":", ":"}, {Punct, "(", "("}, {Word, "a", "a"}, {Punct, "<", "<"}, {Number, "30", "30"},
		}},
		{"emoji", "👍🏽👨‍👩‍👧🇷🇴❤️1️⃣", []piece{
			{Emoji, "👍🏽", "👍"}, {Emoji, "👨‍👩‍👧", "👨‍👩‍👧"}, {Emoji, "🇷🇴", "🇷🇴"}, {Emoji, "❤️", "❤"}, {Emoji, "1️⃣", "1⃣"},
		}},
		{"addresses", "https://a.ro/x?y=1, www.b.com. me.too@site.co.uk shop.ro/x @ana #tag #123", []piece{
			{Other, "https://a.ro/x?y=1", "https://a.ro/x?y=1"}, {Punct, ",", ","}, {Other, "www.b.com", "www.b.com"}, {Punct, ".", "."},
			{Other, "me.too@site.co.uk", "me.too@site.co.uk"}, {Other, "shop.ro/x", "shop.ro/x"},
			{Other, "@ana", "@ana"}, {Other, "#tag", "#tag"}, {Other, "#123", "#123"},
		}},
		{"not addresses", "merge.ce primit.eu", []piece{
			{Word, "merge", "merge"}, {Punct, ".", "."}, {Word, "ce", "ce"}, {Word, "primit", "primit"}, {Punct, ".", "."}, {Word, "eu", "eu"},
		}},
		{"apostrophe before digits", "t'ai20", []piece{{Word, "t'ai", "t'ai"}, {Number, "20", "20"}}},
		{"numero", "№5", []piece{{Punct, "№", "№"}, {Number, "5", "5"}}},
		{"no text", "a\xff\x00b", []piece{{Word, "a", "a"}, {Other, "\xff\x00", "\uFFFD"}, {Word, "b", "b"}}},
		{"lone mark", "\u0301 a", []piece{{Word, "a", "a"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, pieces(Parse(tt.in))); diff != "" {
				t.Errorf("Parse(%q): -want +got\n%s", tt.in, diff)
			}
		})
	}
}

func TestCase(t *testing.T) {
	tests := map[string]Case{
		"colet": Lower, "Colet": Title, "COLET": Upper, "coLet": Mixed, "COLEt": Mixed,
		"I": Title, "I'm": Title, "DON'T": Upper, "Ще": Title, "ЩЕ": Upper, "Șapte": Title, "S\u0326I": Upper, "ΕΣΕΙΣ": Upper, "8ELO": Upper,
	}
	for in, want := range tests {
		if got := Parse(in).Tokens[0].Case; got != want {
			t.Errorf("case of %q = %v, want %v", in, got, want)
		}
	}
}

func TestExact(t *testing.T) {
	tests := map[string]string{
		"colet": "colet", "MULȚUMESC": "mulțumesc", "S\u0326I": "și", "ΕΣΕΊΣ": "εσείς", "Don’t": "don't", "co\u00ADLet": "colet", "Ещё": "ещё",
	}
	for in, want := range tests {
		if diff := cmp.Diff(want, Parse(in).Exact(0)); diff != "" {
			t.Errorf("exact form of %q: -want +got\n%s", in, diff)
		}
	}
}

func TestSpace(t *testing.T) {
	var got []bool
	for _, tok := range Parse(" a, dă-mi\u00A0b").Tokens {
		got = append(got, tok.Space)
	}
	if diff := cmp.Diff([]bool{false, false, true, false, true}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestQuoted(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"a „b c” d", []string{"b", "c"}},
		{"a „b“ c", []string{"b"}},
		{"a „b\" c", []string{"b"}},
		{"a “b” c “d”", []string{"b", "d"}},
		{"a «b» c", []string{"b"}},
		{`a "b" c "d" e`, []string{"b", "d"}},
		{`"a""b" c`, []string{"a", "b"}},
		{"我说「好」了", []string{"好"}},
		{"a «b c", nil},
		{`a "b` + strings.Repeat(" x", 400) + `" c`, nil},
		{"a « b “c” d", []string{"c"}},
	}
	for _, tt := range tests {
		d := Parse(tt.in)
		var got []string
		for i := range d.Tokens {
			if d.Quoted(i) && d.Tokens[i].Kind != Punct {
				got = append(got, d.Fold(i))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("quoted in %q: -want +got\n%s", tt.in, diff)
		}
	}
}

func TestResetReusesBuffers(t *testing.T) {
	const message = "Bună ziua! Când ajunge coletul meu? Mulțumesc."
	d := Parse(message)
	fold := d.Fold(1)
	allocations := testing.AllocsPerRun(100, func() { d.Reset(message) })
	if allocations > 1 {
		t.Errorf("Reset allocates %v times, want at most 1", allocations)
	}
	d.Reset("altceva cu totul")
	if fold != "ziua" {
		t.Errorf("a fold changed to %q after Reset", fold)
	}
}
