package tone

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/text"
)

// The dense features of a message or a sentence, by number. What patterns
// found comes first: three for each section. The rest is how the text is
// typed and, of a whole message, how the patterns alone read it.
const (
	denseSections = 3 * lexicon.Sections

	denseEmotion   = denseSections    // 8, in the order of outputs
	denseIntensity = denseEmotion + 8 // at least 1, 2, 3
	denseRegister  = denseIntensity + 3
	denseAddress   = denseRegister + 3 // none, T, V, mixed
	denseMockery   = denseAddress + 4
	denseAgitated  = denseMockery + 1
	denseShouted   = denseAgitated + 1 // at least 1, 3 words
	denseSmiles    = denseShouted + 2
	denseCareless  = denseSmiles + 1 // at least 1, 2, 3 signs
	denseLength    = denseCareless + 3
	denseQuestion  = denseLength + 5
	denseExclaims  = denseQuestion + 1
	denseNumbers   = denseExclaims + 1

	denseSole       = denseNumbers + 1 // 7: the only feeling that is told strongly
	densePoliteness = denseSole + 7    // thanks beside a negative feeling

	// DenseFeatures is how many there are.
	DenseFeatures = densePoliteness + 1
)

// lengths are the upper bounds of the classes of length, in words.
var lengths = [...]int{5, 12, 25, 50}

// tokensToWeigh is how much of a message the model looks at. No customer
// writes more; it keeps the cost of a message that is meant to be slow small.
const tokensToWeigh = 2000

// MessageFeatures describes a whole message that the patterns have read.
func (m *Message) MessageFeatures(f *model.Features) { m.describeMessage(f, nil) }

func (m *Message) describeMessage(f *model.Features, b *borders) {
	f.Dense, f.Sparse = f.Dense[:0], f.Sparse[:0]
	m.describeTokens(f, 0, len(m.Doc.Tokens))
	m.describeWords(f, 0, min(len(m.Doc.Tokens), tokensToWeigh), b)
	f.Dense = append(f.Dense,
		model.Input{Number: denseEmotion + indexOf(emotions[:], m.Emotion), Value: 1},
		model.Input{Number: denseRegister + indexOf(registers[:], m.Register), Value: 1},
		model.Input{Number: denseAddress + indexOf(addresses[:], m.Address), Value: 1})
	for i := range m.Intensity {
		f.Dense = append(f.Dense, model.Input{Number: denseIntensity + i, Value: 1})
	}
	shouted := m.shoutedWords()
	for _, sign := range [...]struct {
		number int
		there  bool
	}{
		{denseMockery, m.Mockery},
		{denseAgitated, m.agitated()},
		{denseShouted, shouted >= 1},
		{denseShouted + 1, shouted >= wordsToShout},
		{denseSmiles, len(m.Smiles) > 0},
		{denseCareless, m.careless >= 1},
		{denseCareless + 1, m.careless >= 2},
		{denseCareless + 2, m.careless >= 3},
	} {
		if sign.there {
			f.Dense = append(f.Dense, model.Input{Number: sign.number, Value: 1})
		}
	}
}

// TextFeatures describes a text as if it were one sentence.
func (m *Message) TextFeatures(f *model.Features) {
	f.Dense, f.Sparse = f.Dense[:0], f.Sparse[:0]
	m.describeTokens(f, 0, len(m.Doc.Tokens))
	m.describeWords(f, 0, len(m.Doc.Tokens), nil)
}

// describeTokens adds what is dense about tokens [first, last).
func (m *Message) describeTokens(f *model.Features, first, last int) {
	m.describeSections(f, first, last)
	m.describeTyping(f, first, last)
}

func (m *Message) describeSections(f *model.Features, first, last int) {
	var hints, strong [lexicon.Sections]uint8
	from, _ := slices.BinarySearchFunc(m.Matches, first, func(match lexicon.Match, first int) int { return cmp.Compare(match.First, first) })
	for i := range m.Matches[from:] {
		match := &m.Matches[from+i]
		if match.First >= last {
			break
		}
		if match.Conditional {
			continue
		}
		hints[match.Section]++
		if match.Strength >= lexicon.Strong {
			strong[match.Section]++
		}
		if match.Strength >= lexicon.Extreme {
			strong[match.Section]++
		}
	}
	m.describeFeelings(f, &hints, &strong)
	for s, n := range hints {
		if n == 0 {
			continue
		}
		f.Dense = append(f.Dense, model.Input{Number: 3 * s, Value: 1})
		if strong[s] > 0 {
			f.Dense = append(f.Dense, model.Input{Number: 3*s + 1, Value: 1})
		}
		if strong[s] > 1 {
			f.Dense = append(f.Dense, model.Input{Number: 3*s + 2, Value: 1})
		}
	}
}

// describeFeelings adds what only shows in the feelings together.
func (m *Message) describeFeelings(f *model.Features, hints, strong *[lexicon.Sections]uint8) {
	sole, told, negative := 0, 0, false
	for e := lexicon.EmotionAnger; e <= lexicon.EmotionGratitude; e++ {
		if strong[e] > 0 {
			sole = int(e - lexicon.EmotionAnger)
			told++
		}
		negative = negative || e <= lexicon.EmotionConfusion && hints[e] > 0
	}
	if told == 1 {
		f.Dense = append(f.Dense, model.Input{Number: denseSole + sole, Value: 1})
	}
	if negative && hints[lexicon.EmotionGratitude] > 0 {
		f.Dense = append(f.Dense, model.Input{Number: densePoliteness, Value: 1})
	}
}

func (m *Message) describeTyping(f *model.Features, first, last int) {
	words, number, question, exclaims := 0, false, false, false
	for i := first; i < last; i++ {
		t := &m.Doc.Tokens[i]
		switch t.Kind {
		case text.Number:
			number = true
			words++
		case text.Punct:
			switch m.Doc.Source[t.Start] {
			case '?':
				question = true
			case '!':
				exclaims = true
			}
		case text.Word, text.Other:
			words++
		case text.Han:
			words += i & 1 // most words are two characters
		}
	}
	if last > first && m.Doc.Sentences[m.Doc.Tokens[last-1].Sentence].Final == '?' {
		question = true // also the Greek mark and the Chinese one
	}
	class := 0
	for class < len(lengths) && words > lengths[class] {
		class++
	}
	f.Dense = append(f.Dense, model.Input{Number: denseLength + class, Value: 1})
	if question {
		f.Dense = append(f.Dense, model.Input{Number: denseQuestion, Value: 1})
	}
	if exclaims {
		f.Dense = append(f.Dense, model.Input{Number: denseExclaims, Value: 1})
	}
	if number {
		f.Dense = append(f.Dense, model.Input{Number: denseNumbers, Value: 1})
	}
}

// Kinds of sparse features.
const (
	featWord   = 'w'
	featBegin  = 'b' // the first letters
	featEnd    = 'e' // the last letters
	featPair   = 'p' // stems of neighbours
	featSkip   = 's' // stems with one word between
	featTriple = 't' // three Chinese characters
)

const (
	beginShort = 4 // letters
	beginLong  = 6
	endLetters = 3
)

// describeWords adds the words, their beginnings, which hold the meaning,
// their ends, which hold the grammar, and pairs of them.
//
// Where borders are asked for, it notes where sentences begin, and which
// features lie across their borders: a sentence by itself has all the others.
func (m *Message) describeWords(f *model.Features, first, last int, b *borders) {
	var before, further string // stems of the words before this one
	sentence, since := int32(-1), 0
	for i := first; i < last; i++ {
		fold := m.Doc.Fold(i)
		t := &m.Doc.Tokens[i]
		stem := fold
		if since++; t.Sentence != sentence {
			sentence, since = t.Sentence, 0
			b.begin(len(f.Sparse))
		}
		switch t.Kind {
		case text.Number:
			stem = "#"
			f.Sparse = append(f.Sparse, model.HashOf(featWord).Add(stem).Feature())
		case text.Word:
			stem = describeWord(f, m.stemmed(i))
		case text.Han:
			f.Sparse = append(f.Sparse, model.HashOf(featWord).Add(fold).Feature())
			if further != "" {
				b.cross(since < 2, len(f.Sparse))
				f.Sparse = append(f.Sparse, model.HashOf(featTriple).Add(further).Add(before).Add(fold).Feature())
			}
		default:
			f.Sparse = append(f.Sparse, model.HashOf(featWord).Add(fold).Feature())
		}
		if before != "" {
			b.cross(since < 1, len(f.Sparse))
			f.Sparse = append(f.Sparse, model.HashOf(featPair).Add(before).Add(stem).Feature())
		}
		if further != "" && t.Kind != text.Han {
			b.cross(since < 2, len(f.Sparse))
			f.Sparse = append(f.Sparse, model.HashOf(featSkip).Add(further).Add(stem).Feature())
		}
		further, before = before, stem
	}
}

// describeWord adds the features of one word and returns its stem.
func describeWord(f *model.Features, fold string) (stem string) {
	f.Sparse = append(f.Sparse, model.HashOf(featWord).Add(fold).Feature())
	short, long := firstLetters(fold, beginShort), firstLetters(fold, beginLong)
	if len(short) < len(fold) {
		f.Sparse = append(f.Sparse, model.HashOf(featBegin).Add(short).Feature())
	}
	if len(long) < len(fold) {
		f.Sparse = append(f.Sparse, model.HashOf(featBegin).Add(long).Feature())
	}
	if end := lastLetters(fold, endLetters); len(end) < len(fold) {
		f.Sparse = append(f.Sparse, model.HashOf(featEnd).Add(end).Feature())
	}
	return firstLetters(fold, stemLetters)
}

func lastLetters(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return 0
}
