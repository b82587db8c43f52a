package text

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "Bună ziua! Dă-mi coletul RO-7789, dl. Pop :) 12.05.2024", "Почему?! Ещё раз)))", "Πού είναι; 8elo",
		"妳們的訂單「AB12345」還沒到？", "I don’t… <3 👍🏽👨‍👩‍👧🇷🇴1️⃣", "a\xff\x00b\u0301\u0306", "мои\u0306 и\u0301\u0306",
		"https://a.ro/x, me@b.com @c #d www.e.com", "①㍿ﬁ½№™Ⅳ가\uF900\U0002F800", "\u037E\u0387\u1FEF\u212A\u0385", "cпaсибо оrder",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		d := Parse(source)
		checkStructure(t, d)
		for i := range d.Tokens {
			fold := d.Fold(i)
			if again := Fold(fold); d.Tokens[i].Kind == Word && again != fold {
				t.Errorf("%q folds to %q, then %q", d.Text(i), fold, again)
			}
			Skeleton(fold)
			d.Exact(i)
		}
		if once := Fold(source); Fold(once) != once {
			t.Errorf("Fold(%q) is %q, then %q", source, once, Fold(once))
		}
		if utf8.ValidString(source) {
			composed, decomposed := Parse(norm.NFC.String(source)), Parse(norm.NFD.String(source))
			if diff := cmp.Diff(folds(composed), folds(decomposed)); diff != "" {
				t.Errorf("%q: -NFC +NFD\n%s", source, diff)
			}
		}
	})
}

func folds(d *Document) []piece {
	var got []piece
	for i, tok := range d.Tokens {
		got = append(got, piece{tok.Kind, "", d.Fold(i)})
	}
	return got
}

func checkStructure(t *testing.T, d *Document) {
	t.Helper()
	valid := utf8.ValidString(d.Source)
	end := 0
	for i, tok := range d.Tokens {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(d.Source) {
			t.Fatalf("token %d is [%d,%d) after %d", i, tok.Start, tok.End, end)
		}
		if valid && (!utf8.RuneStart(d.Source[tok.Start]) || tok.End < len(d.Source) && !utf8.RuneStart(d.Source[tok.End])) {
			t.Fatalf("token %d [%d,%d) cuts a rune", i, tok.Start, tok.End)
		}
		if d.Fold(i) == "" {
			t.Fatalf("token %d %q folds to nothing", i, d.Text(i))
		}
		end = tok.End
	}
	next := 0
	for k, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
			t.Fatalf("sentence %d is %+v, after token %d", k, s, next)
		}
		for i := s.First; i < s.Last; i++ {
			if int(d.Tokens[i].Sentence) != k {
				t.Fatalf("token %d says sentence %d, not %d", i, d.Tokens[i].Sentence, k)
			}
		}
		next = s.Last
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(d.Tokens))
	}
}
