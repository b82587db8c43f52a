// Package text turns a raw message into folded tokens and sentences whose
// offsets point into the original bytes.
//
// It knows scripts, not languages: case, diacritics, width, traditional and
// simplified characters, look-alike letters, emoji, sentence marks. It never
// fails: bytes that are no text become tokens of kind Other.
package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Kind says what a token is.
type Kind uint8

const (
	Word   Kind = iota // letters, with apostrophes inside, or Greeklish digits (8elo)
	Number             // digits, with . , : / - inside and % behind
	Han                // exactly one Han character
	Punct              // one mark, or a run of the same mark
	Emoji              // one emoji sequence, or an emoticon
	Other              // addresses, handles, tags, order codes, and what is no text
)

func (k Kind) String() string {
	names := [...]string{"Word", "Number", "Han", "Punct", "Emoji", "Other"}
	if int(k) < len(names) {
		return names[k]
	}
	return "Kind(?)"
}

// Case is the capitalisation of a Word; of anything else it is Lower.
type Case uint8

const (
	Lower Case = iota
	Title      // a capital, then small letters, if any
	Upper      // two letters or more, all capitals
	Mixed
)

func (c Case) String() string {
	names := [...]string{"Lower", "Title", "Upper", "Mixed"}
	if int(c) < len(names) {
		return names[c]
	}
	return "Case(?)"
}

// Token is a stretch of the source.
type Token struct {
	Start, End int // byte offsets into Document.Source
	// The folded text is Document.folded[foldStart:foldEnd]. Offsets cost less
	// than strings and let one allocation hold the folds of a whole document.
	foldStart, foldEnd int32
	Sentence           int32 // index into Document.Sentences
	Kind               Kind
	Case               Case
	Space              bool // preceded by white space
	quoted             bool
	script             script
	newlines           uint8 // line ends right before the token, at most 2
}

// Sentence is a stretch of the source with its tokens.
type Sentence struct {
	Start, End  int  // byte offsets into Document.Source
	First, Last int  // Tokens[First:Last]
	Final       rune // the mark that ends it: '.', '?' or '!'; 0 for none
}

// Document is a parsed message.
type Document struct {
	Source    string
	Tokens    []Token
	Sentences []Sentence

	folded string // the folds of all tokens, one after another
	buffer []byte // where folded is built; kept for Reset
}

var documents = sync.Pool{New: func() any { return new(Document) }}

// Parse splits a message. Any bytes will do.
func Parse(source string) *Document {
	d := documents.Get().(*Document)
	d.Reset(source)
	return d
}

// Release gives the document's buffers back for a later Parse. The document
// must not be used afterwards; strings taken from it stay valid.
func (d *Document) Release() {
	// One huge message must not hold its memory for ever.
	const keep = 1 << 20
	if cap(d.buffer) > keep {
		*d = Document{}
	}
	d.Source, d.folded = "", ""
	documents.Put(d)
}

// Reset parses another message into the same buffers.
func (d *Document) Reset(source string) {
	s := scanner{source: source, tokens: d.Tokens[:0], folds: d.buffer[:0]}
	if cap(s.tokens) == 0 {
		// Ordinary messages have fewer tokens than this and never grow it.
		s.tokens = make([]Token, 0, len(source)/4+8)
		s.folds = make([]byte, 0, len(source)+8)
	}
	s.scan()
	d.Source, d.Tokens, d.buffer = source, s.tokens, s.folds
	d.folded = string(s.folds)
	d.markQuotes()
	d.splitSentences()
}

// Fold is the folded text of token i.
func (d *Document) Fold(i int) string {
	t := &d.Tokens[i]
	return d.folded[t.foldStart:t.foldEnd]
}

// Folds is the folded text of tokens first up to last, without what stands
// between them.
func (d *Document) Folds(first, last int) string {
	return d.folded[d.Tokens[first].foldStart:d.Tokens[last-1].foldEnd]
}

// Quoted tells whether token i lies inside quotation marks.
func (d *Document) Quoted(i int) bool { return d.Tokens[i].quoted }

// Text is the source of token i.
func (d *Document) Text(i int) string {
	return d.Source[d.Tokens[i].Start:d.Tokens[i].End]
}

// Exact is token i in lower case with its diacritics, in NFC.
func (d *Document) Exact(i int) string {
	raw := d.Text(i)
	if isPlainLower(raw) {
		return raw
	}
	exact := norm.NFC.String(strings.Map(exactRune, raw))
	// Lower-casing a capital sigma cannot see that the word ends there.
	if stem, ok := strings.CutSuffix(exact, "σ"); ok && stem != "" && d.Tokens[i].Kind == Word {
		return stem + "ς"
	}
	return exact
}

func exactRune(r rune) rune {
	switch lookup(r).class() {
	case joiner:
		return -1
	case apostrophe:
		return '\''
	}
	return unicode.ToLower(r)
}

func isPlainLower(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || 'A' <= s[i] && s[i] <= 'Z' || s[i] == '`' {
			return false
		}
	}
	return true
}
