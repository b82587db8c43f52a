package text

import (
	"strings"
	"unicode/utf8"
)

// emojiBlocks are the blocks in which nearly every character is shown as a
// picture; Go's tables have no emoji property.
var emojiBlocks = []struct{ first, last rune }{
	{0x231A, 0x231B}, {0x2328, 0x2328}, {0x23CF, 0x23CF}, {0x23E9, 0x23F3}, {0x23F8, 0x23FA},
	{0x25FB, 0x25FE}, {0x2600, 0x2767}, {0x2795, 0x2797}, {0x27A1, 0x27A1}, {0x27B0, 0x27B0}, {0x27BF, 0x27BF},
	{0x2934, 0x2935}, {0x2B05, 0x2B07}, {0x2B1B, 0x2B1C}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55},
	{0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
	{0x1F1E6, 0x1F1FF}, {0x1F300, 0x1FAFF},
}

const (
	zeroWidthJoiner = '\u200D'
	textStyle       = '\uFE0E'
	emojiStyle      = '\uFE0F'
	keycap          = '\u20E3'
)

func isEmojiBase(r rune) bool {
	if r < emojiBlocks[0].first {
		return false
	}
	for _, block := range emojiBlocks {
		if block.first <= r && r <= block.last {
			return true
		}
	}
	return false
}

func isFlagLetter(r rune) bool    { return 0x1F1E6 <= r && r <= 0x1F1FF }
func isSkinTone(r rune) bool      { return 0x1F3FB <= r && r <= 0x1F3FF }
func isEmojiTag(r rune) bool      { return 0xE0020 <= r && r <= 0xE007F }
func isEmojiModifier(r rune) bool { return isSkinTone(r) || r == textStyle || r == emojiStyle }

// emojiEnd is the end of the emoji sequence whose base starts at start:
// base, modifiers and tags, joined to further bases, or a pair of flag letters.
func emojiEnd(source string, start int) int {
	base, size := utf8.DecodeRuneInString(source[start:])
	end := start + size
	if isFlagLetter(base) {
		if next, size := utf8.DecodeRuneInString(source[end:]); isFlagLetter(next) {
			end += size
		}
		return end
	}
	for {
		next, size := utf8.DecodeRuneInString(source[end:])
		switch {
		case isEmojiModifier(next) || isEmojiTag(next) || next == keycap:
			end += size
		case next == zeroWidthJoiner:
			joined, joinedSize := utf8.DecodeRuneInString(source[end+size:])
			if !isEmojiBase(joined) {
				return end
			}
			end += size + joinedSize
		default:
			return end
		}
	}
}

// keycapEnd is the end of a keycap such as 1️⃣ at start, or 0.
func keycapEnd(source string, start int) int {
	rest := strings.TrimPrefix(source[start+1:], string(emojiStyle))
	if strings.HasPrefix(rest, string(keycap)) {
		return len(source) - len(rest) + len(string(keycap))
	}
	return 0
}

// foldEmoji drops skin tones and style selectors: 👍🏽 counts as 👍.
func foldEmoji(folds []byte, sequence string) []byte {
	for i, r := range sequence {
		if i > 0 && isEmojiModifier(r) {
			continue
		}
		folds = utf8.AppendRune(folds, r)
	}
	return folds
}

// emoticon recognises :-) and its like at start. It returns the end and the
// folded form, eyes and mouth, or 0. glued: a word ends right before it.
// bracketed: an open bracket may want the closing one for itself.
func emoticon(source string, start int, glued, bracketed bool) (end int, fold string) {
	rest := source[start:]
	if len(rest) < 2 {
		return 0, ""
	}
	if c := rest[0]; c != ':' && c != ';' && c != '=' {
		for _, fixed := range [...]string{"<3", "^^", "^_^", "-_-", ">_<"} {
			if strings.HasPrefix(rest, fixed) && !wordFollows(source, start+len(fixed)) {
				return start + len(fixed), fixed
			}
		}
		return 0, ""
	}
	var mouths string
	eyes := rest[0]
	switch eyes {
	case ':':
		mouths = ")(][|*/DdPpOo3"
	case ';':
		mouths = ")(]DPp*"
	case '=':
		mouths, eyes = ")(]D", ':'
	}
	at := 1
	if rest[at] == '-' || rest[at] == '\'' || rest[at] == '^' {
		at++
	}
	if at >= len(rest) || strings.IndexByte(mouths, rest[at]) < 0 {
		return 0, ""
	}
	mouth := rest[at]
	if mouth == ')' && bracketed && glued {
		return 0, ""
	}
	for at < len(rest) && rest[at] == mouth {
		at++
	}
	switch mouth {
	case ')', ']', '|', '*':
	case '(', '/', 'D':
		if wordFollows(source, start+at) || mouth == '/' && at < len(rest) && rest[at] == '/' {
			return 0, ""
		}
	default: // a letter or digit is a mouth only when it stands alone
		if glued || wordFollows(source, start+at) {
			return 0, ""
		}
		mouth |= 0x20
	}
	if mouth == 'D' {
		mouth = 'd'
	}
	return start + at, string([]byte{eyes, mouth})
}

// wordFollows tells whether a letter, digit or mark stands at pos.
func wordFollows(source string, pos int) bool {
	if pos >= len(source) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(source[pos:])
	switch lookup(r).class() {
	case letter, digit, mark:
		return true
	}
	return false
}
