package text

import (
	"slices"
	"unicode/utf8"
)

// splitSentences cuts the tokens into sentences.
func (d *Document) splitSentences() {
	d.Sentences = d.Sentences[:0]
	first := 0
	// Letters of the sentence so far: a Greek question ends in a semicolon.
	greeks, letters := 0, 0
	for i := 0; i < len(d.Tokens); {
		t := &d.Tokens[i]
		if i > first && t.newlines > 0 && d.lineEndsBefore(i) {
			d.closeSentence(first, i, 0)
			first, greeks, letters = i, 0, 0
		}
		if t.Kind == Word {
			size := int(t.foldEnd - t.foldStart) // the same however the letters are composed
			letters += size
			if t.script == greek {
				greeks += size
			}
		}
		if t.Kind != Punct {
			i++
			continue
		}
		if d.isSmileBeforeCapital(i) {
			d.closeSentence(first, i+1, 0)
			first, greeks, letters = i+1, 0, 0
			i++
			continue
		}
		end, final := d.finalMarks(i, 2*greeks > letters)
		if end == 0 {
			i++
			continue
		}
		if final == '.' && !d.stopEnds(first, i, end) {
			i = end
			continue
		}
		end = d.closers(end)
		if end < len(d.Tokens) && d.goesOn(end) {
			i = end
			continue
		}
		d.closeSentence(first, end, final)
		first, greeks, letters = end, 0, 0
		i = end
	}
	if first < len(d.Tokens) {
		d.closeSentence(first, len(d.Tokens), 0)
	}
}

// isSmileBeforeCapital recognises the Russian smile that stands for a final
// mark: Спасибо))) Жду.
func (d *Document) isSmileBeforeCapital(i int) bool {
	t := &d.Tokens[i]
	if t.End-t.Start < 2 || i+1 == len(d.Tokens) || d.firstRune(i) != ')' {
		return false
	}
	next := &d.Tokens[i+1]
	return next.Kind == Word && next.Case != Lower && next.Space
}

func (d *Document) closeSentence(first, last int, final rune) {
	for i := first; i < last; i++ {
		d.Tokens[i].Sentence = int32(len(d.Sentences))
	}
	if n := len(d.Sentences); n == cap(d.Sentences) {
		d.Sentences = slices.Grow(d.Sentences, 4+n*(len(d.Tokens)-first)/(first+1))
	}
	d.Sentences = append(d.Sentences, Sentence{
		Start: d.Tokens[first].Start, End: d.Tokens[last-1].End,
		First: first, Last: last, Final: final,
	})
}

// firstRune is the first folded rune of token i: for punctuation, the mark.
func (d *Document) firstRune(i int) rune {
	r, _ := utf8.DecodeRuneInString(d.Fold(i))
	return r
}

// finalMarks reads the run of final marks at token i. It returns where the run
// ends, or 0 if there is none, and what it amounts to.
func (d *Document) finalMarks(i int, isGreek bool) (end int, final rune) {
	for end = i; end < len(d.Tokens); end++ {
		t := &d.Tokens[end]
		if t.Kind != Punct || end > i && (t.newlines > 0 || t.Space && t.Start > d.Tokens[end-1].End+1) {
			break
		}
		m := d.firstRune(end)
		switch {
		case m == ';' && isGreek:
			m = '?'
		case m == ';' && d.Source[t.Start] != ';':
			// Full-width, so Chinese; U+037E in text that is not Greek counts too.
			m = '.'
		case m == '…':
			m = '.'
		}
		if m != '.' && m != '?' && m != '!' {
			break
		}
		if final != '?' && (final != '!' || m == '?') {
			final = m
		}
	}
	if end == i {
		return 0, 0
	}
	return end, final
}

// stopEnds tells whether the full stop or ellipsis at token i, whose marks run
// to end, ends the sentence that starts at token first.
func (d *Document) stopEnds(first, i, end int) bool {
	if end == len(d.Tokens) {
		return true
	}
	mark, next := &d.Tokens[i], &d.Tokens[end]
	if next.newlines > 0 && d.lineEndsBefore(end) {
		return true
	}
	if d.Source[mark.Start] >= utf8.RuneSelf && d.firstRune(i) != '…' {
		return true // 。 stands in no abbreviation
	}
	nextSmall := next.Kind == Word && next.Case == Lower && next.script != 0
	if d.firstRune(i) == '…' {
		return !nextSmall
	}
	if i == first || end > i+1 {
		return end > i+1
	}
	before := &d.Tokens[i-1]
	if before.End != mark.Start {
		return true
	}
	switch before.Kind {
	case Number:
		// 3. piętro, 12. 05., and the numbers of a list
		return !nextSmall && next.Kind != Number && i-1 != first
	case Word:
		return d.wordEnds(first, i, nextSmall || next.Kind == Number)
	}
	return true
}

// wordEnds tells whether the full stop at token i ends the sentence, seen from
// the word before it. small: a small letter or a digit follows.
func (d *Document) wordEnds(first, i int, small bool) bool {
	word := d.Fold(i - 1)
	if utf8.RuneCountInString(word) == 1 {
		if pronouns[word] {
			return true
		}
		dotted := i-3 >= first && d.Tokens[i-2].Kind == Punct && d.firstRune(i-2) == '.'
		return dotted && endable[word] && !small && d.Tokens[i+1].Space
	}
	switch abbreviations[word] {
	case inside:
		return false
	case insideOrAt:
		return !small
	}
	return true
}

// closers moves past what belongs to the sentence after its final marks:
// closing quotes and brackets, smiles, emoji.
func (d *Document) closers(end int) int {
	for ; end < len(d.Tokens) && d.Tokens[end].newlines == 0; end++ {
		t := &d.Tokens[end]
		if t.Kind == Emoji {
			continue
		}
		if t.Kind != Punct {
			break
		}
		switch d.firstRune(end) {
		case ')':
			if !t.Space || t.End-t.Start > 1 {
				continue
			}
		case ']', '\'':
			if !t.Space {
				continue
			}
		case '"':
			if !t.Space && !isOpeningQuote(d.Source[t.Start:]) {
				continue
			}
		}
		break
	}
	return end
}

func isOpeningQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '«', '„', '「', '『', '｢':
		return true
	}
	return false
}

// goesOn tells whether token i continues a sentence whose final marks are
// quoted: „Ce?”, a zis.
func (d *Document) goesOn(i int) bool {
	t := &d.Tokens[i]
	if t.Kind != Punct || t.Space || t.newlines > 0 {
		return false
	}
	r := d.firstRune(i)
	return r == ',' || r == ';' || r == ':'
}

// lineEndsBefore tells whether the line end before token i ends a sentence:
// the line looks finished, or the next one looks like a beginning.
func (d *Document) lineEndsBefore(i int) bool {
	next, before := &d.Tokens[i], &d.Tokens[i-1]
	if next.newlines >= 2 {
		return true
	}
	switch next.Kind {
	case Word:
		if next.Case != Lower {
			return true
		}
	case Han, Emoji:
		return true
	case Punct:
		switch d.firstRune(i) {
		case '-', '*', '•', '–', '—', '·', '>', '"':
			return true
		}
	case Number:
		if i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == Punct && !d.Tokens[i+1].Space {
			return true
		}
	}
	switch before.Kind {
	case Han, Emoji:
		return true
	case Punct:
		switch d.firstRune(i - 1) {
		case ',', '(', '[', '-', '–', '—', '/', '&', '+':
			return false
		}
		return true
	}
	return false
}
