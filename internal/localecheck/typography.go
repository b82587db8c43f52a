package localecheck

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/empathykit/empathykit/empathy"
)

func typographyChecks() []Check {
	return []Check{
		{
			ID: "quotes", Title: "quotation marks of another language", Severity: empathy.Warning,
			language: wrongQuotes,
		},
		{
			ID: "spacing", Title: "a space too many or too few", Severity: empathy.Error,
			language: wrongSpaces,
		},
		{
			ID: "marks", Title: "marks of another script", Severity: empathy.Error,
			language: wrongMarks,
		},
		{
			ID: "end-mark", Title: "a phrase without a mark at its end", Severity: empathy.Warning,
			Advice:   "end it with a full stop, a question mark or another mark: replies are made of several phrases",
			language: missingEnds,
		},
	}
}

// quotes are the quotation marks of languages by CLDR and the usual second
// pair. A language that is not here is not checked.
var quotes = map[string]string{
	"bg": "„“«»", "cs": "„“‚‘»«", "da": "“”»«„“", "de": "„“‚‘»«", "el": "«»“”", "en": "“”‘’", "es": "«»“”‘’",
	"fi": "”»’", "fr": "«»“”", "hr": "„“»«”", "hu": "„”»«", "it": "«»“”", "ja": "「」『』", "ko": "“”‘’", "lt": "„“",
	"lv": "“”„«»", "nb": "«»‘’", "nl": "“”‘’„", "pl": "„”«»", "pt": "“”‘’«»", "ro": "„”«»", "ru": "«»„“", "sk": "„“‚‘",
	"sl": "„“»«", "sr": "„“”", "sv": "”’»", "tr": "“”‘’", "uk": "«»„“", "zh": "“”‘’「」『』《》〈〉",
}

func wrongQuotes(l *locale, report reporter) {
	allowed, known := quotes[l.base()]
	if !known {
		return
	}
	for _, line := range l.lines() {
		for _, r := range line.text {
			if strings.ContainsRune("\"“”„‟«»「」『』《》", r) && !strings.ContainsRune(allowed, r) {
				first, size := utf8.DecodeRuneInString(allowed)
				second, _ := utf8.DecodeRuneInString(allowed[size:])
				at := line.at
				at.advice = fmt.Sprintf("write %c…%c", first, second)
				report(at, "%c is no quotation mark of %v", r, l.tag)
				break
			}
		}
	}
}

// readings are lines in all forms in which they come out.
func (l *locale) readings() []line {
	var lines []line
	for i := range l.spoken().sayings {
		s := &l.voice.sayings[i]
		for _, text := range s.texts {
			lines = append(lines, line{s.place(), text})
		}
	}
	return append(lines, l.lines()...)
}

var (
	spaceBeforeMark = regexp.MustCompile(`[\p{L}\p{N})\]»”“][ \x{00A0}\x{202F}]+[,.;:!?…](\s|$)`)
	greekWhatever   = regexp.MustCompile(`[οόΟΌ],τι`)
	noSpaceAfter    = regexp.MustCompile(`\p{L}[,;!?]\p{L}|\p{Ll}\.\p{Lu}`)
)

func wrongSpaces(l *locale, report reporter) {
	seen := map[place]bool{}
	for _, line := range l.readings() {
		if seen[line.at] {
			continue
		}
		if why, what := l.spacingFault(line.text, isPhrase(line.at.file)); why != "" {
			seen[line.at] = true
			at := line.at
			at.advice = what
			report(at, "%s in %q", why, line.text)
		}
	}
}

func isPhrase(file string) bool { return path.Base(path.Dir(file)) == "phrases" }

// spacingFault says what is wrong; only phrases are whole sentences, and a
// message may be a piece of one.
func (l *locale) spacingFault(text string, phrase bool) (why, advice string) {
	const inside = "a space that belongs to a part that may be missing stands inside {{with …}}…{{end}}"
	switch {
	case phrase && text != strings.TrimSpace(text):
		return "a space at the beginning or the end", "take it out; phrases are joined with one"
	case strings.Contains(text, "  "):
		return "two spaces in a row", inside
	case isHan(l.base()):
		if hanSpace.MatchString(text) {
			return "a space between characters", "take it out"
		}
		return "", ""
	case spaceBeforeMark.MatchString(text) && l.base() != "fr":
		return "a space before a mark", inside
	case noSpaceAfter.MatchString(greekWhatever.ReplaceAllString(text, "")):
		return "no space after a mark", "put one"
	}
	return "", ""
}

func isHan(language string) bool { return language == "zh" || language == "ja" }

var (
	hanSpace   = regexp.MustCompile(`\p{Han} +\p{Han}|[，。！？；：、] | [，。！？；：、]`)
	hanMark    = regexp.MustCompile(`\p{Han}[,.!?;:]|[,!?;:]\p{Han}`)
	fullWidth  = regexp.MustCompile(`[，。！？；：、（）]`)
	greekQuery = regexp.MustCompile(`\p{Greek}\?`)
)

func wrongMarks(l *locale, report reporter) {
	seen := map[place]bool{}
	for _, line := range l.lines() {
		at := line.at
		var mark string
		switch {
		case isHan(l.base()):
			mark, at.advice = hanMark.FindString(line.text), "write the marks in full width: ，。！？；："
		case l.base() == "el" && greekQuery.MatchString(line.text):
			mark, at.advice = "?", "the Greek question mark is ;"
		default:
			mark, at.advice = fullWidth.FindString(line.text), "write the mark in half width, with a space behind it"
		}
		if mark != "" && !seen[line.at] {
			seen[line.at] = true
			report(at, "%q is a mark of another script, in %q", mark, line.text)
		}
	}
}

func missingEnds(l *locale, report reporter) {
	for i := range l.spoken().sayings {
		s := &l.voice.sayings[i]
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s.plain, "»”“’\"')）」"))
		if s.plain != "" && !unicode.IsPunct(last) && last < 0x1F000 {
			report(s.place(), "%q ends without a mark", s.plain)
		}
	}
}
