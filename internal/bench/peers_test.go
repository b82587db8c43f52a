package bench

import (
	"math"
	"strings"
	"testing"

	"github.com/abadojack/whatlanggo"
	"github.com/coregx/ahocorasick"
	"github.com/jonreiter/govader"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pemistahl/lingua-go"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

func newChecker(t testing.TB, options ...empathy.Option) *empathy.Checker {
	t.Helper()
	c, err := empathy.New(options...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// BenchmarkCheck checks a pair of a hundred words. govader reads as many
// words, and tells of them how positive they are.
func BenchmarkCheck(b *testing.B) {
	c := newChecker(b)
	for _, lang := range languages {
		b.Run(lang, func(b *testing.B) {
			pair := pairs[lang]
			c.Check(pair[0], pair[1])
			b.SetBytes(int64(len(pair[0]) + len(pair[1])))
			b.ReportAllocs()
			for b.Loop() {
				c.Check(pair[0], pair[1])
			}
		})
	}
	b.Run("govader", benchmarkVader)
}

// BenchmarkAnalyze reads one message.
func BenchmarkAnalyze(b *testing.B) {
	c := newChecker(b)
	for _, lang := range languages {
		b.Run(lang, func(b *testing.B) {
			message := joined(lang)
			c.Analyze(message)
			b.SetBytes(int64(len(message)))
			b.ReportAllocs()
			for b.Loop() {
				c.Analyze(message)
			}
		})
	}
	b.Run("govader", benchmarkVader)
}

func benchmarkVader(b *testing.B) {
	vader := govader.NewSentimentIntensityAnalyzer()
	b.SetBytes(int64(len(hundredWords)))
	b.ReportAllocs()
	for b.Loop() {
		vader.PolarityScores(hundredWords)
	}
}

// BenchmarkLanguage tells the language of a short sentence. Ours is a whole
// Analyze, since telling the language is a part of it; the peers tell among
// the same six languages.
func BenchmarkLanguage(b *testing.B) {
	c := newChecker(b)
	detector := lingua.NewLanguageDetectorBuilder().
		FromLanguages(lingua.Romanian, lingua.Polish, lingua.Russian, lingua.Greek, lingua.Chinese, lingua.English).
		WithPreloadedLanguageModels().Build()
	among := whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
		whatlanggo.Ron: true, whatlanggo.Pol: true, whatlanggo.Rus: true, whatlanggo.Ell: true, whatlanggo.Cmn: true, whatlanggo.Eng: true,
	}}
	for _, way := range []struct {
		name string
		tell func(string)
	}{
		{"analyze", func(s string) { c.Analyze(s) }},
		{"lingua", func(s string) { detector.DetectLanguageOf(s) }},
		{"whatlanggo", func(s string) { whatlanggo.DetectLangWithOptions(s, among) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for _, lang := range languages {
				way.tell(short[lang])
			}
			b.ReportAllocs()
			for b.Loop() {
				for _, lang := range languages {
					way.tell(short[lang])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(languages)), "ns/sentence")
		})
	}
}

// BenchmarkScan compares the scan for patterns, with and without the reading
// of the text into tokens before it, to what bounds it: a search for 3,000
// plain words, and folding alone.
func BenchmarkScan(b *testing.B) {
	const repeats = 20
	for _, lang := range languages {
		lex, err := lexicon.Load(locales.FS, lang)
		if err != nil {
			b.Fatal(err)
		}
		message := strings.Repeat(joined(lang)+" ", repeats)
		b.Run(lang+"/read+scan", func(b *testing.B) {
			var scanner lexicon.Scanner
			b.SetBytes(int64(len(message)))
			b.ReportAllocs()
			for b.Loop() {
				doc := text.Parse(message)
				scanner.Scan(lex, doc, false)
				doc.Release()
			}
		})
		b.Run(lang+"/scan", func(b *testing.B) {
			var scanner lexicon.Scanner
			doc := text.Parse(message)
			b.SetBytes(int64(len(message)))
			b.ReportAllocs()
			for b.Loop() {
				scanner.Scan(lex, doc, false)
			}
		})
	}
	message := strings.Repeat(joined("en")+" ", repeats)
	b.Run("ahocorasick", func(b *testing.B) {
		automaton, err := ahocorasick.NewBuilder().AddStrings(manyWords(3000)).Build()
		if err != nil {
			b.Fatal(err)
		}
		haystack := []byte(message)
		b.SetBytes(int64(len(haystack)))
		b.ReportAllocs()
		for b.Loop() {
			automaton.FindAll(haystack, -1)
		}
	})
	b.Run("nfkc+fold", func(b *testing.B) {
		fold := cases.Fold()
		b.SetBytes(int64(len(message)))
		b.ReportAllocs()
		for b.Loop() {
			fold.String(norm.NFKC.String(message))
		}
	})
}

// manyWords returns words that look like words.
func manyWords(n int) []string {
	syllables := []string{"par", "cel", "wait", "ing", "del", "iv", "er", "sor", "ry", "ang", "le", "tru", "ck", "no", "ph", "one"}
	words := make([]string, n)
	for i := range words {
		for k := i; ; k /= len(syllables) {
			words[i] += syllables[k%len(syllables)]
			if k < len(syllables) {
				break
			}
		}
	}
	return words
}

// rendering are the arguments that phrases are rendered with.
var rendering = phrases.Args{
	Customer: phrases.Person{Given: "Anna", Family: "Kowalska", Gender: phrases.Feminine}, Agent: phrases.Person{Given: "Maria", Gender: phrases.Feminine},
	Count: 3, When: "jutro do 12:00",
}

// BenchmarkPhrase picks and renders a phrase in Polish, where three days ask
// for a plural form and the name for a vocative. go-i18n renders the same
// template with the vocative given.
func BenchmarkPhrase(b *testing.B) {
	catalog := phrases.Default()
	query := phrases.Query{Language: language.Polish, Intent: "apologizing.delay", Register: empathy.Formal, Args: rendering}
	p, err := catalog.Pick(query)
	if err != nil {
		b.Fatal(err)
	}
	want, err := p.Render(rendering)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("pick+render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p, err := catalog.Pick(query)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := p.Render(rendering); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := p.Render(rendering); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("go-i18n", func(b *testing.B) {
		bundle := i18n.NewBundle(language.Polish)
		template := p.Text()
		if err := bundle.AddMessages(language.Polish, &i18n.Message{ID: "m", One: template, Few: template, Many: template, Other: template}); err != nil {
			b.Fatal(err)
		}
		localizer := i18n.NewLocalizer(bundle, "pl")
		data := map[string]any{"Customer": map[string]any{"Vocative": "Pani Anno"}, "Count": 3}
		config := &i18n.LocalizeConfig{MessageID: "m", PluralCount: 3, TemplateData: data}
		got, err := localizer.Localize(config)
		if err != nil {
			b.Fatal(err)
		}
		if math.Abs(float64(len(got)-len(want))) > 10 {
			b.Fatalf("%q is not like %q", got, want)
		}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := localizer.Localize(config); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkCompose puts a whole reply together for a message that has been read.
func BenchmarkCompose(b *testing.B) {
	catalog := phrases.Default()
	for _, lang := range languages {
		b.Run(lang, func(b *testing.B) {
			advice, err := empathy.Advise(pairs[lang][0])
			if err != nil {
				b.Fatal(err)
			}
			body := phrases.Body(short[lang])
			b.ReportAllocs()
			for b.Loop() {
				if _, err := catalog.Compose(advice, phrases.Args{}, body); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
