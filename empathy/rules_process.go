package empathy

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
	"github.com/empathykit/empathykit/internal/tone"
)

// checkProcess: is the conversation led well?
func checkProcess(p *pair) {
	p.checkBoilerplate()
	p.checkQuestionBarrage()
	p.checkRushedClose()
	if span, ok := p.manyOptions(); ok {
		p.add(RuleTooManyOptions, 0.65, span, Span{})
	}
	if p.reply.Has(lexicon.FaultEffort) {
		p.add(RuleCustomerEffort, 0.65, Span(p.reply.SpanOfSection(lexicon.FaultEffort)), Span{})
	}
}

// checkBoilerplate: a script phrase in a reply where no other sentence says
// anything of this customer's matter. It takes a customer to say so.
func (p *pair) checkBoilerplate() {
	if p.customer == nil || !p.reply.Has(lexicon.FaultBoilerplate) {
		return
	}
	for i := range p.reply.Sentences {
		s := &p.reply.Sentences[i]
		if s.Does(lexicon.FaultBoilerplate) {
			continue
		}
		if s.Numbers || s.Question || s.DoesAny(lexicon.ActPropose, lexicon.ActPromiseTime, lexicon.ActAcknowledge, lexicon.ActExplain, lexicon.ActAsk) {
			return
		}
	}
	p.add(RuleBoilerplate, 0.7, Span(p.reply.SpanOfSection(lexicon.FaultBoilerplate)), Span{})
}

// TONE_RULES.md: three questions to a customer who is upset, before any
// acknowledgement, or five to anyone.
const (
	barrageToUpset  = 3
	barrageToAnyone = 5
)

func (p *pair) checkQuestionBarrage() {
	all := p.reply.Questions(len(p.reply.Sentences))
	if all >= barrageToAnyone {
		p.add(RuleQuestionBarrage, 0.7, Span{}, Span{})
		return
	}
	if p.customer == nil || !p.c.Emotion.Negative() {
		return
	}
	before := p.reply.FirstSentence(lexicon.ActAcknowledge)
	if before < 0 {
		before = len(p.reply.Sentences)
	}
	if p.reply.Questions(before) >= barrageToUpset {
		p.add(RuleQuestionBarrage, 0.7, Span{}, p.feelingSpan())
	}
}

// checkRushedClose: the case is closed while the problem is open, and nobody
// asked whether the solution works.
func (p *pair) checkRushedClose() {
	if p.customer == nil || p.has(lexicon.FactSolved) || p.c.Emotion.Positive() {
		return
	}
	if p.reply.CountOf(lexicon.ActClose) == 0 || p.reply.Does(lexicon.ActConfirm) {
		return
	}
	p.add(RuleRushedClose, 0.7, Span(p.reply.SpanOfSection(lexicon.ActClose)), Span{})
}

// optionsTooMany is TONE_RULES.md's "five or more options".
const optionsTooMany = 5

// manyOptions counts the items of a numbered or bulleted list, and those of a
// series in a sentence that offers something to choose from.
func (p *pair) manyOptions() (Span, bool) {
	if !p.options.known {
		p.options.known = true
		p.options.span, p.options.many = manyOptions(p.reply)
	}
	return p.options.span, p.options.many
}

func manyOptions(r *tone.Reply) (Span, bool) {
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
	choosing := r.Does(lexicon.ActOfferChoice)
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if s.Does(lexicon.ActAsk) || !choosing && !s.Question {
			continue
		}
		if r.SeriesIn(i, 1) >= optionsTooMany {
			return Span(s.Span), true
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
	switch t.Kind {
	case text.Han:
		return false
	case text.Word:
		return len(mark) == 1 && int(mark[0]|0x20) == 'a'+n-1 && endsMark(doc, t.End)
	case text.Number, text.Emoji, text.Other:
		if mark == circled(n) {
			return true
		}
		digits := countDigits(mark)
		if number, err := strconv.Atoi(mark[:digits]); err != nil || number != n || mark[0] == '0' {
			return false
		}
		rest := mark[digits:]
		return rest == "." || rest == ")" || strings.Contains(rest, "\u20e3") || rest == "" && endsMark(doc, t.End) // 1. 1️⃣ 1:
	}
	switch strings.TrimLeft(mark, "(") {
	case "•", "-", "*", "–", "—", "·", "▪", "●", "✓", "►":
		return startsLine(doc, t.Start)
	}
	return mark == circled(n)
}

func countDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// endsMark reports whether a mark that ends a number stands there.
func endsMark(doc *text.Document, at int) bool {
	next, _ := utf8.DecodeRuneInString(doc.Source[at:])
	return strings.ContainsRune(").:、．）", next)
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
