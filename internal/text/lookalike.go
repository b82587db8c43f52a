package text

import (
	"strings"
	"unicode/utf8"
)

// Letters that look the same, pair by pair: what stands under a key of the
// Latin layout, or is pasted to fool a filter.
const (
	cyrillicAsLatin = "аaеeоoрpсcхxуyкkмmтtвbнhіiѕsјj"
	greekAsLatin    = "αaβbεeζzηhιiκkμmνnοoρpτtυyχxνvυuωw"
)

// unmix rewrites, in place, a folded word that mixes Latin with Cyrillic or
// Greek letters, if the fewer ones all look like letters of the other script.
func unmix(folds []byte, start int) []byte {
	var latins, cyrillics, greeks int
	word := string(folds[start:])
	for _, r := range word {
		switch lookup(r).script() {
		case latin:
			latins++
		case cyrillic:
			cyrillics++
		case greek:
			greeks++
		}
	}
	pairs, others := cyrillicAsLatin, cyrillics
	if greeks > cyrillics {
		pairs, others = greekAsLatin, greeks
	}
	if latins == 0 || others == 0 || min(cyrillics, greeks) > 0 {
		return folds
	}
	// With as many of each, the rarer keyboard is the one chosen on purpose.
	from := latin
	if latins > others {
		from = cyrillic | greek
	}
	changed := make([]byte, 0, 2*len(word))
	for _, r := range word {
		if lookup(r).script()&from != 0 {
			twin := twinOf(pairs, r)
			if twin == 0 {
				return folds
			}
			r = twin
		}
		changed = utf8.AppendRune(changed, r)
	}
	return append(folds[:start], changed...)
}

// twinOf is the look-alike of r in pairs, or 0.
func twinOf(pairs string, r rune) rune {
	at := strings.IndexRune(pairs, r)
	if at < 0 {
		return 0
	}
	if r >= utf8.RuneSelf {
		return rune(pairs[at+utf8.RuneLen(r)])
	}
	twin, _ := utf8.DecodeLastRuneInString(pairs[:at])
	return twin
}
