package text

import (
	"unicode/utf8"
)

// Fold folds one word, mark or emoticon the way Parse does. Text of several
// tokens is folded as well as can be, as if it were one word.
func Fold(s string) string {
	folded, isWord := foldOnce(s)
	if isWord {
		return folded
	}
	// What invisible characters held apart may now be one token: fold again
	// until nothing changes, which is nearly always at once.
	for range 4 {
		again, _ := foldOnce(folded)
		if again == folded {
			break
		}
		folded = again
	}
	return folded
}

func foldOnce(s string) (folded string, isWord bool) {
	scan := scanner{source: s}
	scan.scan()
	if len(scan.tokens) == 1 {
		if t := scan.tokens[0]; t.Start == 0 && t.End == len(s) {
			return string(scan.folds), t.Kind == Word
		}
	}
	var f wordFold
	f.begin(nil)
	for i := 0; i < len(s); {
		r, size := scan.decode(i)
		f.add(r, lookup(r))
		i += size
	}
	f.finish()
	return string(f.folds), false
}

const replacement = "\uFFFD"

// wordFold folds the runes of one word onto the end of folds.
type wordFold struct {
	folds    []byte
	start    int // where in folds the word starts
	scripts  script
	letters  int
	capital  int  // how many of the letters are capitals
	leading  bool // the first letter is a capital
	last     rune // the last folded letter
	run      int  // how many times in a row it has come
	longRun  bool // some letter came three times in a row
	expanded bool // a letter became several, which nobody has counted
}

func (f *wordFold) begin(folds []byte) {
	*f = wordFold{folds: folds, start: len(folds)}
}

// add folds a rune of any class.
func (f *wordFold) add(r rune, i info) {
	switch i.class() {
	case mark:
		f.combine(r)
		return
	case joiner:
		return
	case letter:
		if i.isUpper() {
			if f.letters == 0 {
				f.leading = true
			}
			f.capital++
		}
		f.letters++
		f.scripts |= i.script()
		if i.expands() {
			f.expanded = true
		}
		f.track(i.fold())
	default:
		f.run = 0
	}
	f.folds = appendFold(f.folds, r, i)
}

// addASCII folds the run of ASCII letters at pos and returns its end. It does
// what add does, for the letters that most text is made of.
func (f *wordFold) addASCII(source string, pos int) int {
	start, folds, last, run := pos, f.folds, f.last, f.run
	capital := 0
	for ; pos < len(source); pos++ {
		c := source[pos]
		lower := c | 0x20
		if lower < 'a' || lower > 'z' {
			break
		}
		if c != lower {
			if pos == start && f.letters == 0 {
				f.leading = true
			}
			capital++
		}
		if rune(lower) != last {
			last, run = rune(lower), 1
		} else if run++; run >= 3 {
			f.longRun = true
		}
		folds = append(folds, lower)
	}
	f.folds, f.last, f.run = folds, last, run
	f.capital += capital
	f.letters += pos - start
	f.scripts |= latin
	return pos
}

// track notices runs of one letter.
func (f *wordFold) track(folded rune) {
	if folded != f.last {
		f.last, f.run = folded, 1
		return
	}
	f.run++
	if f.run >= 3 {
		f.longRun = true
	}
}

// combine drops a combining mark, but й is и with a breve.
func (f *wordFold) combine(r rune) {
	const breve = '\u0306'
	if n := len(f.folds); r == breve && n-f.start >= 2 && string(f.folds[n-2:]) == "и" {
		copy(f.folds[n-2:], "й")
		f.last, f.run = 'й', 1
		f.longRun = f.longRun || n-f.start >= 6 // the run may now have one more
	}
}

// finish does what only the whole word can tell.
func (f *wordFold) finish() {
	if f.longRun || f.expanded {
		f.folds = collapseRuns(f.folds, f.start)
	}
	if f.expanded || f.scripts&(f.scripts-1) != 0 {
		// Which script has the majority is counted without the long runs, and
		// letters that have become alike may make new ones.
		f.folds = collapseRuns(unmix(f.folds, f.start), f.start)
	}
}

func (f *wordFold) letterCase() Case {
	switch {
	case f.capital == 0:
		return Lower
	case f.capital == f.letters && f.letters >= 2:
		return Upper
	case f.leading && f.capital == 1:
		return Title
	}
	return Mixed
}

// appendFold appends the fold of one rune that is neither mark nor joiner.
func appendFold(folds []byte, r rune, i info) []byte {
	if i.class() == other {
		return append(folds, replacement...)
	}
	if !i.expands() {
		if fold := i.fold(); fold != 0 {
			return utf8.AppendRune(folds, fold)
		}
		return utf8.AppendRune(folds, r)
	}
	if 0xAC00 <= r && r < 0xD7A4 {
		return appendSyllable(folds, r-0xAC00)
	}
	for _, q := range foldSlowly(r) {
		if q < 1<<16 && basicPlane[q].class() == han {
			q = basicPlane[q].fold()
		}
		folds = utf8.AppendRune(folds, q)
	}
	return folds
}

// appendSyllable takes a Hangul syllable apart, as Unicode's rule has it.
func appendSyllable(folds []byte, index rune) []byte {
	const vowels, tails = 21, 28
	folds = utf8.AppendRune(folds, 0x1100+index/(vowels*tails))
	folds = utf8.AppendRune(folds, 0x1161+index/tails%vowels)
	if tail := index % tails; tail > 0 {
		folds = utf8.AppendRune(folds, 0x11A7+tail)
	}
	return folds
}

// collapseRuns shortens, in place, each run of three or more of one letter to
// one: soooo is so, but good stays good.
func collapseRuns(folds []byte, start int) []byte {
	write := start
	for read := start; read < len(folds); {
		r, size := utf8.DecodeRune(folds[read:])
		end := read + size
		for end < len(folds) && string(folds[end:min(end+size, len(folds))]) == string(folds[read:read+size]) {
			end += size
		}
		kept := end
		if end-read >= 3*size && lookup(r).class() == letter {
			kept = read + size
		}
		write += copy(folds[write:], folds[read:kept])
		read = end
	}
	return folds[:write]
}
