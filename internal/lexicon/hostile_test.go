package lexicon

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/empathykit/empathykit/internal/text"
)

// hostile returns messages of about n bytes that are meant to be slow.
func hostile(s *spoken, n int) map[string]string {
	random := rand.New(rand.NewPCG(3, 4))
	var words, salads strings.Builder
	v := &s.lexicon.main.vocabulary.words
	for words.Len() < n {
		e := &v.entries[random.IntN(len(v.entries))]
		words.WriteString(v.text[e.start:e.end] + " ")
	}
	for salads.Len() < n {
		salads.WriteString(salad(s, random))
	}
	// The word that most junctions follow on from, over and over.
	worst, most := 0, 0
	for i, e := range v.entries {
		if e.class == noClass {
			continue
		}
		if at := s.lexicon.main.starts[e.class]; at != 0 {
			if j := s.lexicon.main.junction(at); j.row != nil && int(j.row.size) > most {
				size := int(j.row.size)
				worst, most = i, size
			}
		}
	}
	word := v.text[v.entries[worst].start:v.entries[worst].end] + " "
	return map[string]string{
		"words at random":    words.String(),
		"words side by side": salads.String(),
		"one word":           strings.Repeat(word, n/len(word)),
		"marks":              strings.Repeat("?!", n/2),
		"words and marks":    strings.Repeat(word+", - ", n/(len(word)+4)),
		"one letter":         strings.Repeat("a ", n/2),
		"no text":            strings.Repeat("\xff\x00", n/2),
	}
}

// TestHostile: however long a text is and whatever stands in it, a token
// costs a bounded number of steps. That is counted and not timed, so that it
// holds on a busy machine too.
func TestHostile(t *testing.T) {
	const mostSteps = 100 // a token
	for _, language := range languages {
		s := speak(t, language)
		for name, message := range hostile(s, 200_000) {
			doc := text.Parse(message)
			var sc Scanner
			sc.Scan(s.lexicon, doc, false)
			if sc.steps > mostSteps*len(doc.Tokens) {
				t.Errorf("%s, %s: %d steps for %d tokens", language, name, sc.steps, len(doc.Tokens))
			}
			doc.Release()
		}
		// Any word may be the one that sets most patterns going.
		v := &s.lexicon.main.vocabulary.words
		for _, e := range v.entries {
			doc := text.Parse(strings.Repeat(v.text[e.start:e.end]+" ", 40))
			var sc Scanner
			sc.Scan(s.lexicon, doc, false)
			if sc.steps > mostSteps*len(doc.Tokens) {
				t.Errorf("%s, %q over and over: %d steps for %d tokens", language, v.text[e.start:e.end], sc.steps, len(doc.Tokens))
			}
			doc.Release()
		}
	}
}

// BenchmarkHostile scans a megabyte of each.
func BenchmarkHostile(b *testing.B) {
	for _, language := range languages {
		s := speak(b, language)
		for name, message := range hostile(s, 1_000_000) {
			b.Run(language+"/"+strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
				doc := text.Parse(message)
				b.SetBytes(int64(len(message)))
				var sc Scanner
				for b.Loop() {
					sc.Scan(s.lexicon, doc, false)
				}
			})
		}
	}
}
