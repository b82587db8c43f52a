package text

import (
	"strings"
	"unicode/utf8"
)

// special is the end of the address or order code that starts at pos, or 0.
// stop is where the letters or digits at pos end.
func (s *scanner) special(stop int) int {
	if strings.HasPrefix(s.source[stop:], "://") {
		return s.urlEnd()
	}
	if stop-s.pos == 3 && s.source[stop] == '.' && strings.EqualFold(s.source[s.pos:stop], "www") && s.joins(stop+1) {
		return s.urlEnd()
	}
	if end := s.addressEnd(); end > 0 {
		return end
	}
	return s.codeEnd()
}

// urlEnd is where a URL at pos ends: at white space, a quotation mark or a Han
// character, without the marks of the sentence around it.
func (s *scanner) urlEnd() int {
	end, kept := s.pos, s.pos
	for end < len(s.source) {
		r, size := s.decode(end)
		i := lookup(r)
		c := i.class()
		if c == space || c == han || c == other || c == emoji || i.fold() == '"' || r == '<' || r == '>' || c == punct && r >= utf8.RuneSelf {
			break
		}
		end += size
		if !strings.ContainsRune(".,!?;:'*", r) && (r != ')' || s.brackets == 0) && r != ']' {
			kept = end
		}
	}
	return kept
}

// addressEnd is the end of an e-mail address, a bare domain or a file name at
// pos, or 0.
func (s *scanner) addressEnd() int {
	if s.pos < s.checked {
		return 0
	}
	at, lastDot, end := 0, 0, s.pos
chain:
	for ; end < len(s.source); end++ {
		switch c := s.source[end]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', c == '-', c == '_', c == '%', c == '+':
		case c == '.':
			if end+1 < len(s.source) && isASCIIAlnum(s.source[end+1]) {
				lastDot = end
				continue
			}
			break chain
		case c == '@' && at == 0 && end > s.pos && end+1 < len(s.source) && isASCIIAlnum(s.source[end+1]):
			at, lastDot = end, 0
		default:
			break chain
		}
	}
	if lastDot > 0 && !wordFollows(s.source, end) && (at > 0 || isSuffix(s.source[lastDot+1:end])) {
		if end < len(s.source) && s.source[end] == '/' && at == 0 {
			return s.urlEnd()
		}
		return end
	}
	s.checked = end
	return 0
}

func isASCIIAlnum(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// isSuffix knows the ends of the domains and file names that customers write.
// Those that are words as well (eu, de, me) would glue sentences together.
func isSuffix(s string) bool {
	switch s {
	case "com", "net", "org", "io", "info", "ro", "pl", "ru", "gr", "cn", "uk",
		"pdf", "jpg", "jpeg", "png", "doc", "docx", "xls", "xlsx", "zip", "txt", "html", "exe", "mp3", "mp4":
		return true
	}
	return false
}

// codeEnd is the end of an order code such as RO-7789 at pos, or 0: groups of
// letters and digits joined by hyphens, strokes or low lines, with three
// digits or more, and letters before a digit. Small letters alone are words.
func (s *scanner) codeEnd() int {
	if s.pos < s.codeChecked {
		return 0
	}
	digits, pos := 0, s.pos
	letters, lettersFirst, joined := false, false, false
	groupDigits, groupSmall := 0, false
	for {
		c := space
		var i info
		size := 0
		if pos < len(s.source) {
			var r rune
			r, size = s.decode(pos)
			i = lookup(r)
			c = i.class()
		}
		switch {
		case c == letter:
			letters = true
			groupSmall = groupSmall || !i.isUpper()
		case c == digit:
			digits++
			groupDigits++
			lettersFirst = lettersFirst || letters
		case c == mark && pos > s.pos:
		default:
			if groupSmall && groupDigits == 0 {
				s.codeChecked = pos
				return 0
			}
			end := pos
			groupDigits, groupSmall = 0, false
			if size == 1 && (c == hyphen || s.source[pos] == '/' || s.source[pos] == '_') && s.joins(pos+1) {
				joined = true
				break
			}
			if joined && digits >= 3 && lettersFirst {
				return end
			}
			s.codeChecked = pos
			return 0
		}
		pos += size
	}
}
