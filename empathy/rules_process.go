package empathy

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// checkProcess: is the conversation led well?
func checkProcess(p *pair) {
	p.checkBoilerplate()
	p.checkQuestionBarrage()
	p.checkRushedClose()
	if span, ok := manyOptions(p.reply); ok {
		p.add(RuleTooManyOptions, 0.65, span, Span{})
	}
	if p.reply.Has(lexicon.FaultEffort) {
		p.add(RuleCustomerEffort, 0.65, p.reply.spanOf(lexicon.FaultEffort), Span{})
	}
}

// checkBoilerplate: a script phrase in a reply where no other sentence says
// anything of this customer's matter. It takes a customer to say so.
func (p *pair) checkBoilerplate() {
	if p.customer == nil || !p.reply.Has(lexicon.FaultBoilerplate) {
		return
	}
	for i := range p.reply.sentences {
		s := &p.reply.sentences[i]
		if s.does(lexicon.FaultBoilerplate) {
			continue
		}
		if s.numbers || s.question || s.doesAny(lexicon.ActPropose, lexicon.ActPromiseTime, lexicon.ActAcknowledge, lexicon.ActExplain, lexicon.ActAsk) {
			return
		}
	}
	p.add(RuleBoilerplate, 0.7, p.reply.spanOf(lexicon.FaultBoilerplate), Span{})
}

// TONE_RULES.md: three questions to a customer who is upset, before any
// acknowledgement, or five to anyone.
const (
	barrageToUpset  = 3
	barrageToAnyone = 5
)

func (p *pair) checkQuestionBarrage() {
	all := p.reply.questions(len(p.reply.sentences))
	if all >= barrageToAnyone {
		p.add(RuleQuestionBarrage, 0.7, Span{}, Span{})
		return
	}
	if p.customer == nil || !p.c.Emotion.Negative() {
		return
	}
	before := p.reply.firstSentence(lexicon.ActAcknowledge)
	if before < 0 {
		before = len(p.reply.sentences)
	}
	if p.reply.questions(before) >= barrageToUpset {
		p.add(RuleQuestionBarrage, 0.7, Span{}, p.feelingSpan())
	}
}

// checkRushedClose: the case is closed while the problem is open, and nobody
// asked whether the solution works.
func (p *pair) checkRushedClose() {
	if p.customer == nil || p.has(lexicon.FactSolved) || p.c.Emotion.Positive() {
		return
	}
	if p.reply.countOf(lexicon.ActClose) == 0 || p.reply.does(lexicon.ActConfirm) {
		return
	}
	p.add(RuleRushedClose, 0.7, p.reply.spanOf(lexicon.ActClose), Span{})
}

// optionsTooMany is TONE_RULES.md's "five or more options".
const optionsTooMany = 5

// manyOptions counts the items of a numbered or bulleted list, and those of a
// series in a sentence that offers something to choose from.
func manyOptions(r *replyReading) (Span, bool) {
	items := 0
	var span Span
	for i := range r.Doc.Tokens {
		if !startsItem(r.Doc, i, items+1) {
			continue
		}
		if items++; items == 1 {
			span.Start = r.Doc.Tokens[i].Start
		}
		span.End = r.Doc.Tokens[i].End
	}
	if items >= optionsTooMany {
		return span, true
	}
	choosing := r.does(lexicon.ActOfferChoice)
	for i := range r.sentences {
		s := &r.sentences[i]
		if s.does(lexicon.ActAsk) || !choosing && !s.question {
			continue
		}
		if r.seriesIn(i, 1) >= optionsTooMany {
			return s.Span, true
		}
	}
	return Span{}, false
}

// startsItem reports whether token i marks item number n of a list: a bullet
// at the start of a line, or the number or letter before a bracket, dot or
// colon.
func startsItem(doc *text.Document, i, n int) bool {
	t := &doc.Tokens[i]
	mark := doc.Source[t.Start:t.End]
	switch strings.TrimLeft(mark, "(") {
	case "•", "-", "*", "–", "—", "·", "▪", "●", "✓", "►":
		return startsLine(doc, t.Start)
	}
	number := strconv.Itoa(n)
	if mark == circled(n) || strings.HasPrefix(mark, number) && strings.Contains(mark, "\u20e3") { // ① 1️⃣
		return true
	}
	next, _ := utf8.DecodeRuneInString(doc.Source[t.End:])
	if mark == number+"." || mark == number+")" {
		return true
	}
	return (mark == number || mark == string(rune('a'+n-1)) || mark == string(rune('A'+n-1))) && strings.ContainsRune(").:、．）", next)
}

func startsLine(doc *text.Document, at int) bool {
	before := strings.TrimRight(doc.Source[:at], " \t")
	return before == "" || before[len(before)-1] == '\n'
}

// circled returns the circled number, up to ⑳.
func circled(n int) string {
	if n > 20 {
		return ""
	}
	return string(rune('①' + n - 1))
}
