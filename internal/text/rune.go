package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class is what a rune does in the splitting of a message.
type class uint8

const (
	other class = iota // controls, private use, unassigned
	space
	letter
	digit
	han
	punct
	emoji
	mark   // belongs to the rune before it, and folds to nothing
	joiner // invisible: zero-width, soft hyphen, bidi control
	apostrophe
	hyphen
)

// script is a set of the scripts that the project folds into one another.
type script uint8

const (
	latin script = 1 << iota
	cyrillic
	greek
)

// info packs what is known of a rune, so that the scanner needs one load:
// the folded rune in the low 16 bits, then class, scripts and flags.
type info uint32

const (
	classShift  = 16
	scriptShift = 20
	upperFlag   = info(1) << 23
	// expandsFlag: the fold does not fit; foldSlowly knows it.
	expandsFlag = info(1) << 24
)

func makeInfo(c class, fold rune) info { return info(c)<<classShift | info(fold) }

func (i info) class() class   { return class(i >> classShift & 0xF) }
func (i info) script() script { return script(i >> scriptShift & 7) }
func (i info) fold() rune     { return rune(i & 0xFFFF) }
func (i info) isUpper() bool  { return i&upperFlag != 0 }
func (i info) expands() bool  { return i&expandsFlag != 0 }

// basicPlane holds the info of every rune below 0x10000. It is computed once,
// from the Unicode tables that the program carries anyway.
var basicPlane = buildBasicPlane()

func lookup(r rune) info {
	if r < 1<<16 {
		return basicPlane[r]
	}
	return lookupWide(r)
}

func lookupWide(r rune) info {
	c := classOf(r)
	if c == mark || c == joiner {
		return makeInfo(c, 0)
	}
	i := makeInfo(c, 0) | expandsFlag
	if c == emoji || c == other || c == space {
		return i
	}
	if unicode.IsUpper(r) {
		i |= upperFlag
	}
	first, _ := utf8.DecodeRuneInString(foldSlowly(r))
	if first < 1<<16 && (c == letter || c == digit || c == punct || c == han) {
		target := basicPlane[first]
		i = i&^(0xF<<classShift) | info(target.class())<<classShift | info(target.script())<<scriptShift
	}
	return i
}

// classOf classes a rune by its Unicode category alone.
func classOf(r rune) class {
	switch {
	case isEmojiBase(r):
		return emoji
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.IsSpace(r) || unicode.Is(unicode.Z, r):
		return space
	case unicode.IsLetter(r) || unicode.Is(unicode.Mc, r):
		return letter
	case unicode.IsMark(r):
		return mark
	case unicode.Is(unicode.Cf, r):
		return joiner
	case unicode.IsNumber(r):
		return digit
	case unicode.IsPunct(r) || unicode.IsSymbol(r):
		return punct
	}
	return other
}

func buildBasicPlane() *[1 << 16]info {
	var table [1 << 16]info
	for _, category := range []struct {
		ranges *unicode.RangeTable
		class  class
	}{
		{unicode.L, letter}, {unicode.M, mark}, {unicode.Mc, letter}, {unicode.N, digit},
		{unicode.P, punct}, {unicode.S, punct}, {unicode.Z, space}, {unicode.White_Space, space},
		{unicode.Cf, joiner}, {unicode.Han, han},
	} {
		fill(&table, category.ranges, category.class)
	}
	for _, block := range emojiBlocks {
		for r := block.first; r <= block.last && r < 1<<16; r++ {
			table[r] = makeInfo(emoji, r)
		}
	}
	for r, c := range specialClass {
		table[r] = makeInfo(c, r)
	}
	for r := range rune(1 << 16) {
		switch {
		case r < 0x3400, 0xA000 <= r && r < 0xAC00, 0xF900 <= r:
			describe(&table, r)
		case 0xAC00 <= r && r < 0xD7A4:
			table[r] |= expandsFlag // Hangul syllables decompose by rule
		}
	}
	for r := range specialFolds {
		class := table[r].class()
		table[r] = foldedInfo(class, r) | table[r]&upperFlag
		if unicode.IsUpper(r) {
			table[r] |= upperFlag
		}
	}
	addScript(&table, unicode.Latin, latin)
	addScript(&table, unicode.Cyrillic, cyrillic)
	addScript(&table, unicode.Greek, greek)
	addHan(&table)
	// A fold belongs to the class and script of what it becomes, so that
	// canonically equal texts are split alike.
	for r := range rune(1 << 16) {
		if to := table[r].fold(); to != r && to != 0 && !table[r].expands() {
			target := table[to]
			if target.class() == han {
				to = target.fold() // a compatibility character may be traditional too
			}
			table[r] = table[r]&upperFlag | info(to) | target&(0xF<<classShift|7<<scriptShift)
		}
	}
	return &table
}

func fill(table *[1 << 16]info, ranges *unicode.RangeTable, c class) {
	for _, block := range ranges.R16 {
		for r := rune(block.Lo); r <= rune(block.Hi); r += rune(block.Stride) {
			table[r] = makeInfo(c, r)
		}
	}
}

func addScript(table *[1 << 16]info, ranges *unicode.RangeTable, s script) {
	for _, block := range ranges.R16 {
		for r := rune(block.Lo); r <= rune(block.Hi); r += rune(block.Stride) {
			if table[r].class() == letter {
				table[r] |= info(s) << scriptShift
			}
		}
	}
}

// describe adds the fold and case of a rune whose class is known.
func describe(table *[1 << 16]info, r rune) {
	c := table[r].class()
	switch c {
	case other, space:
		return
	case mark, joiner:
		table[r] = makeInfo(c, 0)
		return
	}
	var buffer [utf8.UTFMax]byte
	raw := utf8.AppendRune(buffer[:0], r)
	switch lower := unicode.ToLower(r); {
	case 0xFB50 <= r && r < 0xFF00 && c == letter:
		// Arabic presentation forms are too rare to be worth the start-up time.
		table[r] |= expandsFlag
	case norm.NFKD.Properties(raw).Decomposition() != nil:
		table[r] = foldedInfo(c, r)
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			table[r] |= upperFlag
		}
	case lower != r:
		table[r] = makeInfo(c, lower) | upperFlag
	}
}

func foldedInfo(c class, r rune) info {
	folded := []rune(foldSlowly(r))
	if len(folded) == 0 {
		return makeInfo(mark, 0) // half-width voicing marks
	}
	switch first := folded[0]; {
	case len(folded) == 1 && first < 1<<16:
		return makeInfo(c, first)
	case (c == digit || c == punct) && unicode.IsLetter(first):
		return makeInfo(letter, 0) | expandsFlag // Roman numerals, squared units
	case c == punct && unicode.IsDigit(first):
		return makeInfo(digit, 0) | expandsFlag
	}
	return makeInfo(c, 0) | expandsFlag
}

// foldSlowly folds one rune by the rules themselves; the table remembers its
// answers for all runes that fold to a single one.
func foldSlowly(r rune) string {
	if to, ok := specialFolds[r]; ok {
		return to
	}
	var buffer [64]byte
	folded := buffer[:0]
	for _, q := range string(decompose(r)) {
		if q >= utf8.RuneSelf && unicode.IsMark(q) && !unicode.Is(unicode.Mc, q) {
			continue
		}
		q = unicode.ToLower(q)
		if to, ok := specialFolds[q]; ok {
			folded = append(folded, to...)
			continue
		}
		folded = utf8.AppendRune(folded, q)
	}
	return string(folded)
}

// decompose is the full compatibility decomposition of r, but ⑴ or ¨, which
// would fall apart into brackets or a space, stay whole.
func decompose(r rune) []byte {
	raw := utf8.AppendRune(nil, r)
	parts := norm.NFKD.Properties(raw).Decomposition()
	if parts != nil && !isWordlike(parts) && utf8.RuneCount(parts) > 1 {
		parts = norm.NFD.Properties(raw).Decomposition()
	}
	if parts == nil {
		return raw
	}
	return parts
}

func isWordlike(parts []byte) bool {
	for _, r := range string(parts) {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) && r != '⁄' {
			return false
		}
	}
	return true
}

var specialClass = map[rune]class{
	'\'': apostrophe, '’': apostrophe, '‘': apostrophe, 'ʼ': apostrophe, '`': apostrophe, '´': apostrophe,
	'\u1FBD': apostrophe, '\u1FBF': apostrophe, '\u1FEF': apostrophe, '\u1FFD': apostrophe,
	'-': hyphen, '‐': hyphen, '‑': hyphen,
}

// specialFolds are the folds that Unicode's decompositions do not give.
var specialFolds = map[rune]string{
	'Й': "й", 'й': "й", // й is a letter of its own, unlike ё
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ø': "o", 'Ø': "o", 'ß': "ss", 'ẞ': "ss",
	'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ı': "i", 'ς': "σ",
	'’': "'", '‘': "'", 'ʼ': "'", '`': "'", '´': "'",
	'\u1FBD': "'", '\u1FBF': "'", '\u1FEF': "'", '\u1FFD': "'",
	'‐': "-", '‑': "-",
	'。': ".", '｡': ".", '、': ",", '､': ",", '…': "…", '⋯': "…", '‼': "!", '⁇': "?", '⁈': "?", '⁉': "?",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '「': `"`, '」': `"`, '『': `"`, '』': `"`,
	'｢': `"`, '｣': `"`,
	'№': "№", '™': "™", '℠': "℠",
}
