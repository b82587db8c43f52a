package text

import "unicode/utf8"

// word takes the word at pos, or what turns out to be more than a word: an
// address, an order code, letters with digits inside.
func (s *scanner) word() {
	var f wordFold
	f.begin(s.folds)
	end := s.letters(&f)
	if end < len(s.source) {
		switch s.source[end] {
		case '.', '@', '_', '+', ':', '-', '/', '%':
			if s.mayContinue(end + 1) {
				if stop := s.special(end); stop > 0 {
					s.verbatim(stop)
					return
				}
			}
		default:
			if s.classAt(end) == digit {
				// No digits: an apostrophe parts them from here.
				if m := s.measure(); m.digits > 0 {
					s.mixed(m)
					return
				}
			}
		}
	}
	s.finishWord(&f, end)
}

// mayContinue tells, fast, whether an address or code could go on at pos.
func (s *scanner) mayContinue(pos int) bool {
	if pos >= len(s.source) {
		return false
	}
	c := s.source[pos]
	return c > ' ' && c != '.' && c != ','
}

func (s *scanner) finishWord(f *wordFold, end int) {
	f.finish()
	s.folds = f.folds
	kind := Word
	if isLaugh(f.folds[f.start:]) {
		s.folds = append(s.folds[:f.start], "xd"...)
		kind = Emoji
	}
	t := s.add(kind, end, f.start)
	if kind == Word {
		t.Case, t.script = f.letterCase(), f.scripts
	}
}

// isLaugh recognises xD, XDD.
func isLaugh(folded []byte) bool {
	return len(folded) >= 2 && len(folded) <= 3 && folded[0] == 'x' && folded[1] == 'd' && folded[len(folded)-1] == 'd'
}

// letters folds the letters from pos and returns their end. An apostrophe
// between letters belongs to them.
func (s *scanner) letters(f *wordFold) int {
	source, pos, end := s.source, s.pos, s.pos
	for pos < len(source) {
		c := source[pos]
		if lower := c | 0x20; 'a' <= lower && lower <= 'z' {
			pos = f.addASCII(source, pos)
			end = pos
			continue
		}
		if c < utf8.RuneSelf && c != '\'' && c != '`' {
			break
		}
		r, size := s.decode(pos)
		i := lookup(r)
		switch i.class() {
		case letter, mark:
			f.add(r, i)
			pos += size
			end = pos
		case joiner:
			pos += size
		case apostrophe:
			if s.classAt(pos+size) != letter {
				return end
			}
			f.run, f.last = 0, 0
			f.folds = append(f.folds, '\'')
			pos += size
		default:
			return end
		}
	}
	return end
}

// number takes the number at pos: digits, with separators between digits, and
// a per cent sign.
func (s *scanner) number() {
	if s.source[s.pos] < utf8.RuneSelf {
		if end := keycapEnd(s.source, s.pos); end > 0 {
			s.emoji(end)
			return
		}
	}
	end := s.digitsEnd(s.pos)
	for end < len(s.source) {
		r, size := s.decode(end)
		if lookup(r).fold() == '%' {
			end += size
			break
		}
		if !isSeparator(r) || s.classAt(end+size) != digit {
			break
		}
		end = s.digitsEnd(end + size)
	}
	if c := s.classAt(end); c == letter || end < len(s.source) && (c == hyphen || s.source[end] == '/' || s.source[end] == '_' || s.source[end] == '@') {
		if stop := s.special(end); stop > 0 {
			s.verbatim(stop)
			return
		}
		if c == letter && end == s.digitsEnd(s.pos) {
			s.mixed(s.measure())
			return
		}
	}
	s.digits(end)
}

func isSeparator(r rune) bool {
	switch r {
	case '.', ',', ':', '/', '-', '．', '：':
		return true
	}
	return false
}

func (s *scanner) digitsEnd(pos int) int {
	for s.classAt(pos) == digit {
		_, size := s.decode(pos)
		pos += size
	}
	return pos
}

func (s *scanner) digits(end int) {
	start := len(s.folds)
	for i := s.pos; i < end; {
		r, size := s.decode(i)
		s.folds = appendFold(s.folds, r, lookup(r))
		i += size
	}
	s.add(Number, end, start)
}

// mixed takes letters and digits that stand together: Greeklish (8elo), an
// order code (AB12345), or a number with its unit (24h, 100ron).
func (s *scanner) mixed(m mixture) {
	switch {
	case m.digits == m.leading && !m.opensGreeklish && (m.digits < 3 || m.letters <= 4 || m.scripts&latin == 0):
		s.digits(s.digitsEnd(s.pos)) // the letters follow as a word
	case m.isGreeklish():
		var f wordFold
		f.begin(s.folds)
		for i := s.pos; i < m.end; {
			r, size := s.decode(i)
			f.add(r, lookup(r))
			i += size
		}
		s.finishWord(&f, m.end)
	default:
		s.verbatim(m.end)
	}
}

// mixture describes a run of letters and digits.
type mixture struct {
	end             int
	letters, digits int
	capitals        int
	leading         int  // digits before the first letter
	adjacent        bool // two digits side by side
	foreign         bool // a digit that stands for no Greek letter
	opensGreeklish  bool // one digit, then what may follow that consonant
	scripts         script
}

func (m mixture) isGreeklish() bool {
	if m.digits >= 3 || m.adjacent || m.foreign || m.scripts&cyrillic != 0 {
		return false
	}
	if m.leading > 0 {
		return m.opensGreeklish
	}
	return m.letters > 2 || m.capitals < m.letters // A4 and T3 are codes
}

func (s *scanner) measure() mixture {
	var m mixture
	var first, second rune // the first rune, and the letter after it
	afterDigit := false
	pos := s.pos
	for pos < len(s.source) {
		r, size := s.decode(pos)
		i := lookup(r)
		c := i.class()
		if c != letter && c != digit && c != mark && c != joiner {
			break
		}
		pos += size
		if c != joiner {
			m.end = pos
		}
		switch c {
		case letter:
			if i.isUpper() {
				m.capitals++
			}
			if m.letters == 0 {
				second = i.fold()
			}
			m.letters++
			m.scripts |= i.script()
			afterDigit = false
		case digit:
			if m.letters == 0 {
				first = i.fold()
				m.leading++
			}
			m.digits++
			m.adjacent = m.adjacent || afterDigit
			m.foreign = m.foreign || !isGreeklishDigit(i.fold())
			afterDigit = true
		}
	}
	m.opensGreeklish = m.leading == 1 && opensGreeklish(first, second) && !s.isClockTime(m)
	return m
}

func isGreeklishDigit(r rune) bool {
	switch r {
	case '0', '3', '4', '8', '9':
		return true
	}
	return false
}

// opensGreeklish tells 8elo and 3ana from 8kg and 4lei: a theta stands before
// a vowel or r, l, n; xi and psi before a vowel.
func opensGreeklish(number, next rune) bool {
	switch next {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'w', 'h', 'α', 'ε', 'η', 'ι', 'ο', 'υ', 'ω':
		return isGreeklishDigit(number)
	case 'r', 'ρ':
		return number == '8' || number == '9'
	}
	return false
}

// isClockTime recognises 8am, 24h and 8h.
func (s *scanner) isClockTime(m mixture) bool {
	unit := s.source[s.digitsEnd(s.pos):m.end]
	return unit == "am" || unit == "AM" || unit == "h" || unit == "H"
}
