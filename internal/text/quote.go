package text

import "unicode/utf8"

// maxQuote is how far apart, in bytes of folded tokens, two quotation marks may
// be to belong together: a forgotten one must not quote the rest of the message.
const maxQuote = 300

// quoteStyle is a pair of marks; each style is matched on its own.
type quoteStyle uint8

const (
	straight quoteStyle = iota
	curly               // „…” “…” „…“
	angled
	corner
	whiteCorner
	quoteStyles
)

// markQuotes marks the tokens inside quotation marks that are closed.
func (d *Document) markQuotes() {
	var opened [quoteStyles]int // index of the opening mark, plus 1
	low := false                // the open curly mark is „
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != Punct || d.Fold(i) != `"` {
			continue
		}
		style, opens, closes := quoteMark(d.Source[t.Start:], low)
		if style == quoteStyles {
			continue
		}
		from := opened[style]
		if style == straight && from == 0 && opened[curly] != 0 && low {
			style, from = curly, opened[curly] // „…" as typed on a plain keyboard
		}
		switch {
		case closes && from > 0 && t.foldStart-d.Tokens[from-1].foldEnd <= maxQuote:
			for j := from; j < i; j++ {
				d.Tokens[j].quoted = true
			}
			opened[style] = 0
		case opens:
			opened[style] = i + 1
			if style == curly {
				low = opensLow(d.Source[t.Start:])
			}
		}
	}
}

func opensLow(s string) bool { return len(s) >= 3 && s[:3] == "„" }

// quoteMark says what the quotation mark at the start of s can do. low: the
// open mark is „, which “ closes.
func quoteMark(s string, low bool) (style quoteStyle, opens, closes bool) {
	if s[0] == '"' {
		if len(s) > 1 && s[1] == '"' {
			return quoteStyles, false, false // an empty quotation
		}
		return straight, true, true
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '＂':
		return straight, true, true
	case '„', '‟':
		return curly, true, false
	case '“':
		return curly, true, low
	case '”':
		return curly, true, true
	case '«':
		return angled, true, false
	case '»':
		return angled, false, true
	case '「', '｢':
		return corner, true, false
	case '」', '｣':
		return corner, false, true
	case '『':
		return whiteCorner, true, false
	case '』':
		return whiteCorner, false, true
	}
	return quoteStyles, false, false
}
