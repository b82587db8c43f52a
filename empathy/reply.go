package empathy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/internal/tone"
)

// A replyReading is a reply read sentence by sentence: what each does.
type replyReading struct {
	*tone.Message
	sentences []sentenceActs
}

// sentenceActs is what one sentence of a reply does, as a set of sections.
type sentenceActs struct {
	sections [lexicon.Sections]lexicon.Strength
	question bool
	numbers  bool // digits or codes: something specific
	words    int
	Span     Span
}

func (s *sentenceActs) does(section lexicon.Section) bool { return s.sections[section] > 0 }

func (s *sentenceActs) doesAny(sections ...lexicon.Section) bool {
	return slices.ContainsFunc(sections, s.does)
}

// readReply groups the matches of a reply by its sentences. Two weak signs of
// a section in a reply make both of them count.
func readReply(m *tone.Message) *replyReading {
	r := &replyReading{Message: m, sentences: make([]sentenceActs, len(m.Doc.Sentences))}
	for i, s := range m.Doc.Sentences {
		acts := &r.sentences[i]
		acts.question = s.Final == '?'
		acts.Span = Span{s.Start, s.End}
		for j := s.First; j < s.Last; j++ {
			switch m.Doc.Tokens[j].Kind {
			case text.Number:
				acts.numbers = true
				acts.words++
				if isClock(m.Doc.Source[m.Doc.Tokens[j].Start:m.Doc.Tokens[j].End]) {
					acts.sections[lexicon.ActPromiseTime] = lexicon.Strong
				}
			case text.Word, text.Han, text.Other:
				acts.words++
			}
		}
	}
	for _, match := range m.Matches {
		if match.Strength >= lexicon.Strong || m.Has(match.Section) {
			acts := &r.sentences[m.SentenceOf(match)]
			acts.sections[match.Section] = max(acts.sections[match.Section], match.Strength)
		}
	}
	return r
}

// firstSentence returns the first sentence that does one of the sections, or -1.
func (r *replyReading) firstSentence(sections ...lexicon.Section) int {
	return slices.IndexFunc(r.sentences, func(s sentenceActs) bool { return s.doesAny(sections...) })
}

// does reports whether some sentence does one of the sections.
func (r *replyReading) does(sections ...lexicon.Section) bool {
	return r.firstSentence(sections...) >= 0
}

// questions counts the questions and the demanded items up to a sentence. A
// series of things asked for counts by its items.
func (r *replyReading) questions(before int) int {
	n := 0
	for i := range r.sentences[:before] {
		s := &r.sentences[i]
		switch {
		case s.does(lexicon.ActAsk):
			n += r.seriesIn(i, 1)
		case s.question && !s.doesAny(lexicon.ActConfirm, lexicon.ActFeedback, lexicon.ActOfferChoice):
			items := r.seriesIn(i, 2)
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
func (r *replyReading) spanOf(section lexicon.Section) Span {
	if match, ok := r.First(section); ok {
		return Span(r.SpanOf(match))
	}
	return Span{}
}

// countOf counts the strong matches of a section.
func (r *replyReading) countOf(section lexicon.Section) int {
	n := 0
	for _, match := range r.Matches {
		if match.Section == section && match.Strength >= lexicon.Strong {
			n++
		}
	}
	return n
}

// sentencesWith counts the sentences that do what a section says, strongly.
func (r *replyReading) sentencesWith(section lexicon.Section) int {
	n := 0
	for i := range r.sentences {
		if r.sentences[i].sections[section] >= lexicon.Strong {
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
