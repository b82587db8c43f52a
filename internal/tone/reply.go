package tone

import (
	"slices"
	"strconv"
	"strings"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// A Reply is a reply read sentence by sentence: what each does.
type Reply struct {
	*Message
	Sentences []Sentence

	likeliest [acts]likeliest
	content   Prints // of the customer that takenUp is about
	takenUp   []int  // by sentence
}

// Sentence is what one sentence of a reply does, as a set of sections.
type Sentence struct {
	Sections [lexicon.Sections]lexicon.Strength
	Question bool
	Numbers  bool // digits or codes: something specific
	Words    int
	Span     Span
}

func (s *Sentence) Does(section lexicon.Section) bool { return s.Sections[section] > 0 }

func (s *Sentence) DoesAny(sections ...lexicon.Section) bool {
	return slices.ContainsFunc(sections, s.Does)
}

// ReadReply groups the matches of a reply by its sentences. Two weak signs of
// a section in a reply make both of them count.
func ReadReply(m *Message) *Reply {
	r := &Reply{Message: m, Sentences: make([]Sentence, len(m.Doc.Sentences))}
	for i, s := range m.Doc.Sentences {
		acts := &r.Sentences[i]
		acts.Question = s.Final == '?'
		acts.Span = Span{s.Start, s.End}
		for j := s.First; j < s.Last; j++ {
			switch m.Doc.Tokens[j].Kind {
			case text.Number:
				acts.Numbers = true
				acts.Words++
				if isClock(m.Doc.Source[m.Doc.Tokens[j].Start:m.Doc.Tokens[j].End]) {
					acts.Sections[lexicon.ActPromiseTime] = lexicon.Strong
				}
			case text.Word, text.Han, text.Other:
				acts.Words++
			}
		}
	}
	for _, match := range m.Matches {
		if m.Has(match.Section) {
			acts := &r.Sentences[m.SentenceOf(match)]
			acts.Sections[match.Section] = max(acts.Sections[match.Section], match.Strength)
		}
	}
	if m.judged {
		r.consultOnSentences()
	}
	return r
}

// firstSentence returns the first sentence that does one of the sections, or -1.
func (r *Reply) FirstSentence(sections ...lexicon.Section) int {
	return slices.IndexFunc(r.Sentences, func(s Sentence) bool { return s.DoesAny(sections...) })
}

// does reports whether some sentence does one of the sections.
func (r *Reply) Does(sections ...lexicon.Section) bool {
	return r.FirstSentence(sections...) >= 0
}

// questions counts the questions and the demanded items up to a sentence. A
// series of things asked for counts by its items.
func (r *Reply) Questions(before int) int {
	n := 0
	for i := range r.Sentences[:before] {
		s := &r.Sentences[i]
		switch {
		case s.Does(lexicon.ActAsk):
			n += r.SeriesIn(i, 1)
		case s.Question && !s.DoesAny(lexicon.ActConfirm, lexicon.ActFeedback, lexicon.ActOfferChoice):
			items := r.SeriesIn(i, 2)
			if items < seriesOfQuestions {
				items = 1
			}
			n += items
		}
	}
	return n
}

// seriesOfQuestions is from how many pieces on a question asks several things;
// a comma or two stand in any.
const seriesOfQuestions = 3

// spanOf returns where the reply tells the section.
func (r *Reply) SpanOfSection(section lexicon.Section) Span {
	if match, ok := r.First(section); ok {
		return r.SpanOf(match)
	}
	return Span{}
}

// countOf counts the strong matches of a section.
func (r *Reply) CountOf(section lexicon.Section) int {
	_, strong := r.Count(section)
	return strong
}

// sentencesWith counts the sentences that do what a section says, strongly.
func (r *Reply) SentencesWith(section lexicon.Section) int {
	n := 0
	for i := range r.Sentences {
		if r.Sentences[i].Sections[section] >= lexicon.Strong {
			n++
		}
	}
	return n
}

// isClock reports whether a number is a time of day, in any language: 9:30,
// 14.00.
func isClock(number string) bool {
	hours, minutes, ok := strings.Cut(number, ":")
	if !ok {
		hours, minutes, ok = strings.Cut(number, ".")
	}
	if !ok || len(hours) < 1 || len(hours) > 2 || len(minutes) != 2 {
		return false
	}
	h, err := strconv.Atoi(hours)
	n, err2 := strconv.Atoi(minutes)
	return err == nil && err2 == nil && h <= 24 && n < 60
}

// IsAccount reports whether the reply is long and full of particulars: then
// the cause is told somewhere in it, in words that no pattern foresees.
func (r *Reply) IsAccount() bool {
	words, particulars := 0, 0
	for i := range r.Sentences {
		s := &r.Sentences[i]
		words += s.Words
		if s.Numbers || s.DoesAny(lexicon.ActPropose, lexicon.ActPromiseTime) {
			particulars++
		}
	}
	if r.Language == "zh" {
		words /= 2 // characters
	}
	return words >= 30 && particulars >= 2
}
