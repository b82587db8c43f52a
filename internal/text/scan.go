package text

import (
	"slices"
	"unicode/utf8"
)

// scanner splits a source into tokens, from left to right, in linear time:
// what it looks ahead for is bounded, or remembered in checked.
type scanner struct {
	source string
	pos    int
	tokens []Token
	folds  []byte

	space    bool  // white space came since the last token
	newlines uint8 // line ends since the last token
	glued    bool  // nothing came since the last token
	brackets int   // round brackets open on this line
	// checked: no address starts before it; codeChecked: no order code does.
	checked, codeChecked int
}

func (s *scanner) scan() {
	for s.pos < len(s.source) {
		r, size := s.decode(s.pos)
		i := lookup(r)
		switch i.class() {
		case space:
			s.skipSpace(r, size)
		case letter:
			s.word()
		case digit:
			s.number()
		case han:
			s.single(Han, r, i, size)
		case emoji:
			s.emoji(emojiEnd(s.source, s.pos))
		case mark:
			s.extend(size)
		case joiner:
			s.pos += size
		case hyphen:
			if s.glued && s.tokens[len(s.tokens)-1].Kind <= Number && s.joins(s.pos+size) {
				s.pos += size
				s.glued = false
				break
			}
			s.punctuation(r, i, size)
		case punct, apostrophe:
			s.punctuation(r, i, size)
		default:
			s.nonText()
		}
	}
}

func (s *scanner) decode(pos int) (rune, int) {
	if c := s.source[pos]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	r, size := utf8.DecodeRuneInString(s.source[pos:])
	if r == utf8.RuneError && size == 1 {
		return 0, 1 // an invalid byte is as much text as a NUL
	}
	return r, size
}

// classAt is the class of the rune at pos; past the end it is space.
func (s *scanner) classAt(pos int) class {
	if pos >= len(s.source) {
		return space
	}
	r, _ := s.decode(pos)
	return lookup(r).class()
}

// joins tells whether what starts at pos can follow a hyphen inside a word.
func (s *scanner) joins(pos int) bool {
	c := s.classAt(pos)
	return c == letter || c == digit
}

func (s *scanner) skipSpace(r rune, size int) {
	s.pos += size
	s.space, s.glued = true, false
	switch r {
	case '\r':
		if s.pos < len(s.source) && s.source[s.pos] == '\n' {
			return
		}
	case '\n', '\u0085', '\u2028':
	case '\u2029':
		s.newlines = 2
		return
	default:
		return
	}
	s.newlines = min(s.newlines+1, 2)
	s.brackets = 0
}

// add ends a token at end whose fold is what came onto folds since foldStart.
func (s *scanner) add(kind Kind, end, foldStart int) *Token {
	if len(s.tokens) == cap(s.tokens) {
		// Text is as dense ahead as it was so far: grow once, not many times.
		s.tokens = slices.Grow(s.tokens, 8+len(s.tokens)*(len(s.source)-s.pos)/(s.pos+1))
	}
	s.tokens = append(s.tokens, Token{
		Start: s.pos, End: end, Kind: kind,
		foldStart: int32(foldStart), foldEnd: int32(len(s.folds)),
		Space: s.space && len(s.tokens) > 0, newlines: s.newlines,
	})
	s.pos = end
	s.space, s.newlines, s.glued = false, 0, true
	return &s.tokens[len(s.tokens)-1]
}

func (s *scanner) single(kind Kind, r rune, i info, size int) {
	start := len(s.folds)
	s.folds = appendFold(s.folds, r, i)
	s.add(kind, s.pos+size, start)
}

func (s *scanner) emoji(end int) {
	start := len(s.folds)
	s.folds = foldEmoji(s.folds, s.source[s.pos:end])
	s.add(Emoji, end, start)
}

// extend adds a combining mark to the token before it; a mark without a base
// is nothing.
func (s *scanner) extend(size int) {
	s.pos += size
	if s.glued {
		s.tokens[len(s.tokens)-1].End = s.pos
	}
}

// nonText takes a run of bytes that are no text as one token.
func (s *scanner) nonText() {
	end := s.pos
	for end < len(s.source) && s.classAt(end) == other {
		_, size := s.decode(end)
		end += size
	}
	start := len(s.folds)
	s.folds = append(s.folds, replacement...)
	s.add(Other, end, start)
}

// verbatim takes the source up to end as a token of kind Other.
func (s *scanner) verbatim(end int) {
	var f wordFold
	f.begin(s.folds)
	for i := s.pos; i < end; {
		r, size := s.decode(i)
		f.add(r, lookup(r))
		i += size
	}
	s.folds = f.folds
	s.add(Other, end, f.start)
}

func (s *scanner) punctuation(r rune, i info, size int) {
	if r < utf8.RuneSelf && s.pos+1 < len(s.source) {
		if s.sign(byte(r)) {
			return
		}
	}
	fold, end := i.fold(), s.pos+size
	for end < len(s.source) {
		next, nextSize := s.decode(end)
		n := lookup(next)
		// Quotation marks fold alike, but one may close and the next one open.
		same := n.fold() == fold && !n.expands() && !i.expands() && (fold != '"' || next == r)
		if n.class() != mark && !same {
			break
		}
		end += nextSize
	}
	// Three dots are one sign, however they are typed.
	if fold == '.' && i.class() == punct && end-s.pos > size {
		if again, _ := s.decode(s.pos + size); lookup(again).class() == punct {
			fold = '…'
		}
	}
	switch fold {
	case '(':
		s.brackets++
	case ')':
		s.brackets = max(s.brackets-1, 0)
	}
	start := len(s.folds)
	if i.expands() {
		s.folds = appendFold(s.folds, r, i)
	} else {
		s.folds = utf8.AppendRune(s.folds, fold)
	}
	s.add(Punct, end, start)
}

// sign takes what an ASCII mark may begin: an emoticon, a keycap, a handle, a
// tag.
func (s *scanner) sign(c byte) bool {
	switch c {
	case ':', ';', '=', '<', '>', '^', '-':
		glued := s.glued && s.tokens[len(s.tokens)-1].Kind <= Han
		end, fold := emoticon(s.source, s.pos, glued, s.brackets > 0)
		if end == 0 {
			return false
		}
		start := len(s.folds)
		s.folds = append(s.folds, fold...)
		s.add(Emoji, end, start)
		return true
	case '#', '*':
		if end := keycapEnd(s.source, s.pos); end > 0 {
			s.emoji(end)
			return true
		}
		if c == '*' {
			return false
		}
	case '@':
	default:
		return false
	}
	end := s.nameEnd(s.pos + 1)
	if end == s.pos+1 {
		return false
	}
	s.verbatim(end)
	return true
}

// nameEnd is the end of the letters, digits and low lines from pos.
func (s *scanner) nameEnd(pos int) int {
	for end := pos; ; {
		if c := s.classAt(end); c != letter && c != digit && (c != mark || end == pos) &&
			(end >= len(s.source) || s.source[end] != '_') {
			return end
		}
		_, size := s.decode(end)
		end += size
	}
}
