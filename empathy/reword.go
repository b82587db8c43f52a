package empathy

import (
	"github.com/empathykit/empathykit/internal/lexicon"
)

// reword makes the suggestions of a finding a rewording of the faulty
// sentence, where the fault is one of wording: it sets Replaces, and returns
// the intent that says what the sentence should have said.
func (p *pair) reword(f *Finding) (intent string, ok bool) {
	if p.reply == nil || f.Span == (Span{}) {
		return "", false
	}
	switch f.Rule {
	case RuleDismissive, RuleBlame, RuleCapitulation, RuleBoilerplate, RuleTooInformal, RuleTooFormal:
	default:
		return "", false
	}
	at := p.sentenceAt(f.Span.Start)
	if at < 0 {
		return "", false
	}
	f.Replaces = Span(p.reply.Sentences[at].Span)
	if f.Rule == RuleTooInformal || f.Rule == RuleTooFormal {
		return p.sameIn(at), true // the same thing in another register
	}
	return p.remedy(f.Rule), true
}

func (p *pair) sentenceAt(offset int) int {
	for i := range p.reply.Sentences {
		if s := &p.reply.Sentences[i]; s.Span.Start <= offset && offset < s.Span.End {
			return i
		}
	}
	return -1
}

// sameIn names the intent that does what a sentence does, as far as the
// catalog can say it without knowing the matter.
func (p *pair) sameIn(sentence int) string {
	for _, does := range [...]struct {
		section lexicon.Section
		intent  string
	}{
		{lexicon.ActApologize, "apologizing.error"},
		{lexicon.ActAcknowledge, acknowledging(p.c.Emotion)},
		{lexicon.ActThank, "closing.thanks"},
		{lexicon.ActConfirm, "confirming.works"},
		{lexicon.ActWait, "waiting.hold"},
		{lexicon.ActInvite, "listening.invite"},
		{lexicon.ActWish, "closing.wish"},
		{lexicon.ActClose, "closing.wish"},
		{lexicon.ActGreet, "opening.reply"},
		{lexicon.ActPropose, "reassuring.ownership"},
	} {
		if p.reply.Likely(sentence, does.section) >= 0.5 {
			return does.intent
		}
	}
	return acknowledging(p.c.Emotion)
}
