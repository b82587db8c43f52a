package lexicon

import (
	"io/fs"
	"testing"

	"github.com/empathykit/empathykit/internal/text"
)

// BenchmarkScan scans all messages of the corpus that may be looked at: not
// one over and over, whose way through the automaton would be warm.
func BenchmarkScan(b *testing.B) {
	for _, language := range languages {
		b.Run(language, func(b *testing.B) {
			s := speak(b, language)
			var documents []*text.Document
			bytes, tokens := 0, 0
			for _, message := range corpus(b, language) {
				doc := text.Parse(message)
				documents = append(documents, doc)
				bytes += len(message)
				tokens += len(doc.Tokens)
			}
			var sc Scanner
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				for _, doc := range documents {
					sc.Scan(s.lexicon, doc, false)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
		})
	}
}

// BenchmarkLoad reads compiled lexicons.
func BenchmarkLoad(b *testing.B) {
	for _, language := range languages {
		b.Run(language, func(b *testing.B) {
			source, err := fs.ReadFile(data, language+"/tone.toml")
			if err != nil {
				b.Fatal(err)
			}
			compiled := Marshal(speak(b, language).lexicon, source)
			b.SetBytes(int64(len(compiled)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := unmarshal(compiled, source); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCompile reads tone files.
func BenchmarkCompile(b *testing.B) {
	for _, language := range languages {
		b.Run(language, func(b *testing.B) {
			source, err := fs.ReadFile(data, language+"/tone.toml")
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := Compile(language, language+"/tone.toml", source); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
