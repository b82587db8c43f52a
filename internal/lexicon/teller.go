package lexicon

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/text"
)

// How much a sign counts for a language, and how much is heard.
const (
	letterVote  = 0.7  // a word with a letter that only this language has
	knownVote   = 0.25 // a word that its patterns know
	wordsToHear = 200  // enough to tell the language of any text
	knownFrom   = 3    // how many bytes a word has to have, folded, that counts as known

	mostLanguages = 64 // that are told apart; others beyond are not heard
)

// LatinGreek is Greek typed in Latin letters.
const LatinGreek = "el-Latn"

// A Teller counts for which language of one script the words of a message
// speak: function words, shared ones by halves, letters of its own, and what
// the patterns know. A statistical model would add megabytes to tell what
// these tell already. It is safe for concurrent use.
type Teller struct {
	languages []string // in order
	plain     dictionary
	skeletons dictionary     // of Greek in Latin letters
	greek     []atomic.Int32 // by entry of plain: that of its skeleton plus two; 0: not looked up yet
	letters   map[rune][]int
}

// NewTeller makes a teller of the languages that are spoken here, and of
// function words of others.
func NewTeller(idioms []*Idiom, others map[string][]string) *Teller {
	t := &Teller{letters: map[rune][]int{}}
	size := 0
	for _, i := range idioms {
		t.languages = append(t.languages, i.Language)
		if i.Language == "el" {
			t.languages = append(t.languages, LatinGreek)
		}
		size += len(i.known) + len(i.beginnings)
	}
	for _, language := range slices.Sorted(maps.Keys(others)) {
		if len(t.languages) < mostLanguages {
			t.languages = append(t.languages, language)
		}
	}
	slices.Sort(t.languages)
	t.plain.reserve(size)
	for _, i := range idioms {
		for _, r := range i.Letters {
			t.letters[r] = append(t.letters[r], t.number(i.Language))
		}
		if i.Language == "el" {
			t.skeletons.reserve(len(i.known) + len(i.beginnings))
			t.skeletons.addIdiom(t.number(LatinGreek), i)
		} else {
			t.plain.addIdiom(t.number(i.Language), i)
		}
	}
	for n, language := range t.languages {
		for _, word := range others[language] {
			t.plain.addSpeaker(n, text.Fold(word))
		}
	}
	t.share()
	t.plain.knowBeginnings()
	t.skeletons.knowBeginnings()
	t.greek = make([]atomic.Int32, len(t.plain.entries))
	return t
}

// share lets a skeleton that looks like a word of another language count for
// both by halves.
func (t *Teller) share() {
	for i := range t.skeletons.entries {
		greek := &t.skeletons.entries[i]
		if n := t.plain.find(greek.word); n >= 0 {
			plain := &t.plain.entries[n]
			greek.others, plain.others = len(plain.speakers), len(greek.speakers)
		}
	}
}

func (t *Teller) number(language string) int {
	n, _ := slices.BinarySearch(t.languages, language)
	return n
}

// Tell returns the language that most speaks in a message, how many votes it
// has and the next one has, and how many words were heard. The language is
// empty where none speaks.
func (t *Teller) Tell(doc *text.Document) (language string, votes, next float64, heard int) {
	var count [mostLanguages]float64
	var known [mostLanguages]int
	long := 0
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind != text.Word {
			continue
		}
		isLong := long < wordsToHear && len(doc.Fold(i)) >= knownFrom
		if heard >= wordsToHear && long >= wordsToHear {
			break
		}
		plain, greek := t.hear(doc.Fold(i))
		if isLong {
			long++
			for mask := plain.known | greek.known; mask != 0; mask &= mask - 1 {
				known[bits.TrailingZeros64(mask)]++
			}
		}
		if heard < wordsToHear {
			heard++
			plain.vote(&count)
			greek.vote(&count)
			t.hearLetters(doc, i, &count)
		}
	}
	best := -1
	for n := range t.languages {
		count[n] += knownVote * float64(known[n])
		if count[n] > 0 && (best < 0 || count[n] > count[best]) {
			best = n
		}
	}
	if best < 0 {
		return "", 0, 0, heard
	}
	for n := range t.languages {
		if n != best {
			next = max(next, count[n])
		}
	}
	return t.languages[best], count[best], next, heard
}

// hear looks a folded word up.
func (t *Teller) hear(fold string) (plain, greek saying) {
	n := t.plain.find(fold)
	if n < 0 {
		plain.known = t.plain.byBeginning(fold)
		if len(t.skeletons.entries) > 0 {
			greek = t.skeletons.say(text.Skeleton(fold))
		}
		return plain, greek
	}
	plain = t.plain.entries[n].saying
	if len(t.skeletons.entries) == 0 {
		return plain, greek
	}
	// Making the skeleton costs more than all the rest, so for words that are
	// known it is remembered what came of it.
	switch at := t.greek[n].Load(); at {
	case 0:
		skeleton := text.Skeleton(fold)
		if at = t.skeletons.find(skeleton); at >= 0 || t.skeletons.byBeginning(skeleton) == 0 {
			t.greek[n].Store(at + 2)
		}
		return plain, t.skeletons.say(skeleton)
	case 1:
		return plain, greek
	default:
		return plain, t.skeletons.entries[at-2].saying
	}
}

// hearLetters counts the letters of a word that only one language has, or few.
func (t *Teller) hearLetters(doc *text.Document, i int, count *[mostLanguages]float64) {
	word := doc.Text(i)
	for at := range len(word) {
		if word[at] < utf8.RuneSelf {
			continue
		}
		if strings.ContainsFunc(word[at:], unicode.IsMark) {
			word = doc.Exact(i) // puts letters and marks together
		}
		for _, r := range word {
			if r < utf8.RuneSelf {
				continue
			}
			languages := t.letters[unicode.ToLower(r)]
			for _, language := range languages {
				count[language] += letterVote / float64(len(languages))
			}
		}
		return
	}
}

// A saying is what a word tells.
type saying struct {
	speakers []int16 // languages that have it as a function word
	others   int     // that have it in the other dictionary
	known    uint64  // languages whose patterns know it
}

func (s *saying) vote(count *[mostLanguages]float64) {
	for _, language := range s.speakers {
		count[language] += 1 / float64(len(s.speakers)+s.others)
	}
}

// A dictionary is a hash table of words, and of beginnings of words.
type dictionary struct {
	entries []dictionaryEntry
	slots   []int32 // by hash: entry plus one; 0 if free
	longest int     // beginning, in bytes
	opens   openings
}

// openings tell of most words that no beginning which is known is theirs: a
// bit for each hash of the first bytes of one.
type openings [1 << 16 / 64]uint64

func (o *openings) bit(word string) (of *uint64, bit uint64) {
	first := uint32(word[0]) | uint32(word[1])<<8 | uint32(word[2])<<16 | uint32(word[3])<<24
	hash := first * 0x9E3779B1 >> 16
	return &o[hash/64], 1 << (hash % 64)
}

type dictionaryEntry struct {
	word string
	hash uint32
	saying
	begun uint64 // languages that know all words that begin so
}

// reserve makes room for words.
func (d *dictionary) reserve(words int) {
	d.entries = make([]dictionaryEntry, 0, words)
	d.slots = make([]int32, 1<<bits.Len(uint(words*2)))
}

func (d *dictionary) slot(word string, hash uint32) *int32 {
	mask := uint32(len(d.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		n := d.slots[at]
		if n == 0 || d.entries[n-1].hash == hash && d.entries[n-1].word == word {
			return &d.slots[at]
		}
	}
}

// find returns the number of a word's entry, or -1.
func (d *dictionary) find(word string) int32 {
	if len(d.slots) == 0 {
		return -1
	}
	return *d.slot(word, hashWord(word)) - 1
}

// entry returns the entry of a word, which is made if need be.
func (d *dictionary) entry(word string) *dictionaryEntry {
	if len(d.entries)*2 >= len(d.slots) {
		d.grow()
	}
	hash := hashWord(word)
	slot := d.slot(word, hash)
	if *slot == 0 {
		d.entries = append(d.entries, dictionaryEntry{word: word, hash: hash})
		*slot = int32(len(d.entries))
	}
	return &d.entries[*slot-1]
}

func (d *dictionary) grow() {
	d.slots = make([]int32, max(64, len(d.slots)*2))
	for i := range d.entries {
		*d.slot(d.entries[i].word, d.entries[i].hash) = int32(i + 1)
	}
}

func (d *dictionary) addIdiom(language int, i *Idiom) {
	for _, word := range i.known {
		d.entry(word).known |= 1 << language
	}
	for _, beginning := range i.beginnings {
		d.entry(beginning).begun |= 1 << language
		of, bit := d.opens.bit(beginning)
		*of |= bit
		d.longest = max(d.longest, len(beginning))
	}
	for _, word := range i.Words {
		d.addSpeaker(language, word)
	}
}

func (d *dictionary) addSpeaker(language int, word string) {
	e := d.entry(word)
	e.speakers = append(e.speakers, int16(language))
}

// knowBeginnings lets words be known by those who know their beginning.
func (d *dictionary) knowBeginnings() {
	for i := range d.entries {
		d.entries[i].known |= d.byBeginning(d.entries[i].word)
	}
}

// byBeginning returns the languages that know a beginning of the word.
func (d *dictionary) byBeginning(word string) uint64 {
	if len(word) < shortestBeginning {
		return 0
	}
	if of, bit := d.opens.bit(word); *of&bit == 0 {
		return 0
	}
	var known uint64
	for n := shortestBeginning; n <= min(len(word), d.longest); n++ {
		if at := d.find(word[:n]); at >= 0 {
			known |= d.entries[at].begun
		}
	}
	return known
}

// say returns what a word tells.
func (d *dictionary) say(word string) saying {
	if n := d.find(word); n >= 0 {
		return d.entries[n].saying
	}
	return saying{known: d.byBeginning(word)}
}
