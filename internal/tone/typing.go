package tone

import (
	"unicode"
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/text"
)

// carelessTyping counts the signs of a message typed as one types to friends:
// it begins in a small letter, ends without a mark, doubles its marks,
// stretches letters. A letter to a company shows none of them.
func carelessTyping(doc *text.Document) int {
	signs := carelessChinese(doc)
	first, last := boundaryTokens(doc)
	if first < 0 {
		return signs
	}
	if r, _ := utf8.DecodeRuneInString(doc.Source[doc.Tokens[first].Start:]); unicode.IsLower(r) {
		signs++
		if doc.Tokens[last].Kind != text.Punct && doc.Tokens[last].Kind != text.Emoji {
			signs++
		}
	}
	doubled, stretched := false, false
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		word := doc.Source[t.Start:t.End]
		switch t.Kind {
		case text.Punct:
			doubled = doubled || countMarks(word) >= 2
		case text.Word:
			stretched = stretched || hasStretch(doc, i)
		}
	}
	if doubled {
		signs++
	}
	if stretched {
		signs++
	}
	return signs
}

// carelessChinese counts the signs of Chinese typed in a chat: spaces where
// marks belong, no mark at the end, doubled marks, a character three times.
func carelessChinese(doc *text.Document) int {
	n := len(doc.Tokens)
	if n == 0 || doc.Tokens[0].Kind != text.Han {
		return 0
	}
	spaced, doubled, repeated := false, false, false
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		switch {
		case t.Kind == text.Punct && countMarks(doc.Source[t.Start:t.End]) >= 2:
			doubled = true
		case t.Kind == text.Han && i > 0 && doc.Tokens[i-1].Kind == text.Han:
			spaced = spaced || t.Start > doc.Tokens[i-1].End
			repeated = repeated || i > 1 && doc.Fold(i) == doc.Fold(i-1) && doc.Fold(i) == doc.Fold(i-2)
		}
	}
	signs := 0
	for _, sign := range []bool{spaced, doubled, repeated, doc.Tokens[n-1].Kind == text.Han} {
		if sign {
			signs++
		}
	}
	return signs
}

// hasMark reports whether there is a combining mark in a word.
func hasMark(word string) bool {
	for _, r := range word {
		if r >= 0x300 && (r < 0x370 || r >= 0x483 && unicode.IsMark(r) && !(0x48A <= r && r < 0x530)) {
			return true
		}
	}
	return false
}

// repeatsRune reports whether a rune stands three times in a row: fast, since
// in small letters that is all there is to see.
func repeatsRune(word string) bool {
	last, run := rune(-1), 0
	for _, r := range word {
		if r != last {
			last, run = r, 1
		} else if run++; run >= 3 {
			return true
		}
	}
	return false
}

// boundaryTokens returns the first word and the last token of any kind.
func boundaryTokens(doc *text.Document) (first, last int) {
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind == text.Word {
			return i, len(doc.Tokens) - 1
		}
	}
	return -1, -1
}

// countMarks counts question and exclamation marks; in Greek the semicolon
// asks.
func countMarks(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case '!', '?', ';', '！', '？', '\u037e':
			n++
		}
	}
	return n
}

// hasStretch reports whether a letter stands three times in a row.
func hasStretch(doc *text.Document, i int) bool {
	word := doc.Text(i)
	if hasMark(word) {
		word = doc.Exact(i) // so that it makes no difference how letters are composed
	}
	if doc.Tokens[i].Case == text.Lower && !repeatsRune(word) {
		return false
	}
	var previous rune
	run := 0
	for _, r := range word {
		if r = unicode.ToLower(r); r == previous && unicode.IsLetter(r) {
			if run++; run >= 3 && r != 'w' { // www
				return true
			}
			continue
		}
		previous, run = r, 1
	}
	return false
}
