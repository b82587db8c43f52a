package text

import "unicode/utf8"

// Skeleton is a rough phonetic key of a folded Greek word, the same whether it
// is written in Greek or in Latin letters (Greeklish), and whichever of the
// letters that sound alike the writer took.
//
// It works in two steps: letters turns either script into one alphabet of
// sounds to be, and sounds joins digraphs and drops what Greek spelling alone
// tells apart.
func Skeleton(folded string) string {
	var key [64]byte
	return string(AppendSkeleton(key[:0], folded))
}

// AppendSkeleton appends the skeleton of a folded word to key.
func AppendSkeleton(key []byte, folded string) []byte {
	var letters [64]byte
	return append(key, sounds(key[len(key):], greekLetters(letters[:0], folded))...)
}

// The alphabet between the two steps: a e i o, y for every upsilon, and
//
//	v f g d z k l m n p r s t as they sound
//	8 theta
//	x chi and xi, which Greeklish writes alike
//
// A letter of no such kind stands for itself if it is ASCII, and for nothing
// otherwise.
const theta = '8'

// greekLetters reads either script letter by letter. What Latin letters stand
// for depends on their neighbours.
func greekLetters(letters []byte, word string) []byte {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			var read int
			letters, read = latinLetter(letters, word, i)
			i += read
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if at := r - 'α'; 0 <= at && int(at) < len(greekAlphabet) {
			letters = append(letters, greekAlphabet[at]...)
		}
		i += size
	}
	return letters
}

// greekAlphabet is α to ω; both sigmas are there.
var greekAlphabet = [...]string{
	"a", "v", "g", "d", "e", "z", "i", "8", "i", "k", "l", "m", "n", "x", "o", "p",
	"r", "s", "s", "t", "y", "f", "x", "ps", "o",
}

// latinLetter reads the letter at i, with an h after it that it swallows. It
// returns how many bytes that took.
func latinLetter(letters []byte, word string, i int) ([]byte, int) {
	next, after := byteAt(word, i+1), byteAt(word, i+2)
	switch c := word[i]; c {
	case 't':
		if next == 'h' && isTheta(word, i) {
			return append(letters, theta), 2
		}
	case 'p':
		if next == 'h' && isLatinVowel(after) {
			return append(letters, 'f'), 2
		}
	case 'c':
		if next == 'h' && after != 0 {
			return append(letters, 'x'), 2
		}
		return append(letters, 'k'), 1
	case 'g', 'd':
		if next == 'h' && isLatinVowel(after) {
			return append(letters, c), 2
		}
	case 'h':
		if isLatinVowel(next) {
			return append(letters, 'x'), 1
		}
		return append(letters, 'i'), 1
	case 'y':
		return latinY(letters, word, i)
	case 'u':
		if next == 'y' { // the key of theta: kauysterhsh
			return append(letters, theta), 1
		}
		return append(letters, 'y'), 1
	case 'w':
		return append(letters, 'o'), 1
	case 'b':
		return append(letters, 'v'), 1
	case 'j', '3': // the key of xi, and its shape
		return append(letters, 'x'), 1
	case 'q', '9', '0':
		return append(letters, theta), 1
	case '4':
		return append(letters, 'p', 's'), 1
	case '\'':
		return letters, 1
	}
	return append(letters, word[i]), 1
}

// isTheta tells thelo and arithmos from ths and thn, where t and h are tau and
// eta. The h is an eta before a consonant, but for the clusters that Greek has.
func isTheta(word string, i int) bool {
	next, after := byteAt(word, i+2), byteAt(word, i+3)
	switch next {
	case 'v':
		return true
	case 'r': // thriskia, but eisithrio and sugxarhthria
		return after != 'i' || byteAt(word, i+4) != 'o' && byteAt(word, i+4) != 'a' && byteAt(word, i+4) != 'w'
	case 'l': // thlipsi, but thlefono
		return after != 'e'
	case 'm': // arithmos, but krathmeno
		return after != 'e'
	case 'n': // ethnos, but thn
		return after != 0
	}
	return isLatinVowel(next)
}

// latinY is an upsilon, but where a word begins with it and a vowel follows it
// spells a soft gamma: yiati, ya.
func latinY(letters []byte, word string, i int) ([]byte, int) {
	if i == 0 {
		switch byteAt(word, 1) {
		case 'i', 'e':
			return append(letters, 'g'), 1
		case 'a', 'o', 'u', 'w':
			return append(letters, 'g', 'i'), 1
		}
	}
	return append(letters, 'y'), 1
}

func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

func isLatinVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'w':
		return true
	}
	return false
}

// sounds joins the digraphs of vowels and gives each sound to emit.
func sounds(key, letters []byte) []byte {
	for i := 0; i < len(letters); i++ {
		c := letters[i]
		var next byte
		if i+1 < len(letters) {
			next = letters[i+1]
		}
		switch {
		case c == 'a' && next == 'i':
			key = emit(key, 'e')
			i++
		case (c == 'e' || c == 'o') && next == 'i':
			key = emit(key, 'i')
			i++
		case c == 'o' && next == 'y':
			key = emit(key, 'u')
			i++
		case (c == 'a' || c == 'e') && next == 'y':
			key = emit(key, c)
			key = emit(key, 'f')
			i++
		case c == 'y':
			key = emit(key, 'i')
		default:
			key = emit(key, c)
		}
	}
	return key
}

// emit adds a sound to the key, or lets it melt into the one before.
func emit(key []byte, c byte) []byte {
	if len(key) == 0 {
		return append(key, c)
	}
	rest, last := key[:len(key)-1], key[len(key)-1]
	switch {
	case c == last:
		return key
	case last == 'n' && (c == 't' || c == 'd'): // ντ, δ
		return emit(rest, 'd')
	case last == 'n' && (c == 'g' || c == 'k'), last == 'g' && c == 'k': // γγ, γκ
		return emit(rest, 'g')
	case last == 'n' && c == 'x': // συγχ-, typed sinx-
		return append(emit(rest, 'g'), 'x')
	case last == 'm' && (c == 'p' || c == 'v'): // μπ, β
		return emit(rest, 'v')
	case last == 'k' && c == 's': // ξ
		return emit(rest, 'x')
	case c == 'v' && (last == 'a' || last == 'e'): // as in αυ, ευ
		return append(key, 'f')
	}
	return append(key, c)
}
