package localecheck

import (
	"fmt"
	"path"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/lexicon"
)

func toneChecks() []Check {
	return []Check{
		{
			ID: "tone-syntax", Title: "a tone file that cannot be read", Severity: empathy.Error,
			Advice:   "locales/README.md lists the sections; each holds lists of strings: strong = [\"…\"]",
			language: badToneFile,
		},
		{
			ID: "tone-pattern", Title: "a pattern that cannot be read", Severity: empathy.Error,
			Advice:   "locales/README.md describes the pattern language, with examples",
			language: badPatterns,
		},
		{
			ID: "tone-language", Title: "a language that cannot be told", Severity: empathy.Warning,
			language: untoldLanguage,
		},
		{
			ID: "tone-section", Title: "a section without patterns that rules rest on", Severity: empathy.Warning,
			language: emptySections,
		},
	}
}

func (l *locale) toneFile() string { return path.Join(l.folder, "tone.toml") }

func badToneFile(l *locale, report reporter) {
	switch {
	case l.toneErr != nil:
		report(place{file: l.toneErr.File, line: l.toneErr.Line}, "%s", l.toneErr.Message)
	case l.tone == nil && !l.compiledOnly:
		report(place{file: l.toneFile(), advice: "empathy locale new writes one to begin with"}, "it is missing, so that no message is heard in the language")
	}
}

func badPatterns(l *locale, report reporter) {
	if l.tone == nil {
		return
	}
	for _, fault := range l.tone.Faults {
		report(place{file: fault.File, line: fault.Line}, "%s", fault.Message)
	}
}

// leastWords is how many function words tell a language that shares its
// script with others.
const leastWords = 30

func untoldLanguage(l *locale, report reporter) {
	if l.tone == nil || isHan(l.base()) || len(l.tone.Words) >= leastWords {
		return
	}
	report(place{file: l.toneFile(), line: 1, subject: "identify.words", advice: fmt.Sprintf("list the commonest %d and more: articles, pronouns, prepositions, forms of to be, thanks and please", leastWords)},
		"%d function words are too few to tell the language", len(l.tone.Words))
}

// resting says what goes unheard where a section has no patterns.
var resting = []struct {
	section lexicon.Section
	what    string
}{
	{lexicon.AddressV, "polite address"}, {lexicon.AddressT, "familiar address"},
	{lexicon.RegisterFormal, "formality"}, {lexicon.RegisterInformal, "slang"},
	{lexicon.EmotionAnger, "anger"}, {lexicon.EmotionFrustration, "frustration"}, {lexicon.EmotionWorry, "worry"},
	{lexicon.EmotionDisappointment, "disappointment"}, {lexicon.EmotionConfusion, "confusion"}, {lexicon.EmotionJoy, "joy"}, {lexicon.EmotionGratitude, "gratitude"},
	{lexicon.FactHarm, "what the company did wrong (no-apology)"}, {lexicon.FactRecurrence, "that it happened again (no-reassurance)"},
	{lexicon.FactCredit, "praise (no-thanks)"}, {lexicon.AskWhy, "the wish for a reason (no-explanation)"}, {lexicon.AskWhen, "the wish for a time (no-timeframe)"},
	{lexicon.ActAcknowledge, "that a reply meets a feeling: every such reply is faulted"}, {lexicon.ActApologize, "apologies: every reply that needs one is faulted"},
	{lexicon.ActThank, "thanks"}, {lexicon.ActExplain, "reasons"}, {lexicon.ActPropose, "solutions"}, {lexicon.ActPromiseTime, "times that are promised"},
	{lexicon.ActReassure, "reassurance"}, {lexicon.FaultDismiss, "dismissal"}, {lexicon.FaultBlame, "blame"}, {lexicon.FaultBoilerplate, "script phrases"},
}

func emptySections(l *locale, report reporter) {
	if l.tone == nil {
		return
	}
	has := map[lexicon.Section]bool{}
	modifiers := false
	for i := range l.tone.Entries {
		e := &l.tone.Entries[i]
		has[e.Section] = has[e.Section] || !e.IsException()
		modifiers = modifiers || e.IsModifier() && strings.HasSuffix(e.Section.String(), "negators")
	}
	at := place{file: l.toneFile(), line: 1}
	for _, r := range resting {
		if r.section <= lexicon.AddressT && l.base() == "en" {
			continue // there is one address
		}
		if !has[r.section] {
			at.subject, at.advice = r.section.String(), "take what customers and agents write; a dozen patterns go a long way"
			report(at, "it has no patterns, so this is not heard: %s", r.what)
		}
	}
	if !modifiers {
		at.subject, at.advice = "modifier.negators", "list the words for not, no and never"
		report(at, "it has no patterns, so \"not angry\" is heard as anger")
	}
}
