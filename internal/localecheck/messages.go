package localecheck

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/locales"
)

func messageChecks() []Check {
	return []Check{
		{
			ID: "message-missing", Title: "a finding that is not explained in the language", Severity: empathy.Warning,
			Advice:   "reviewers read English in its place",
			language: func(l *locale, report reporter) { l.compare("messages", false, report, nil) },
		},
		{
			ID: "message-unknown", Title: "a message that no program asks for", Severity: empathy.Warning,
			Advice:   "the IDs are those of en/messages.en.toml",
			language: func(l *locale, report reporter) { l.compare("messages", true, report, nil) },
		},
	}
}

// english reads the English file that says which messages there are.
func english(kind string) []string {
	name := fmt.Sprintf("en/%s.en.toml", kind)
	data, err := locales.FS.ReadFile(name)
	if err != nil {
		return nil
	}
	f, _ := phrasefile.Parse(name, data)
	var ids []string
	for _, m := range f.Messages {
		ids = append(ids, m.ID)
	}
	return ids
}

// compare reports messages that English has and the language has not, or the
// reverse. optional are those that a language may have of its own.
func (l *locale) compare(kind string, unknown bool, report reporter, optional []string) {
	known := english(kind)
	var written []string
	found := false
	for _, f := range l.texts {
		if !strings.HasPrefix(path.Base(f.Name), kind+".") {
			continue
		}
		found = true
		for _, m := range f.Messages {
			if !m.IsBlank() {
				written = append(written, m.ID)
			}
			if unknown && !slices.Contains(known, m.ID) && !slices.Contains(optional, m.ID) {
				report(place{file: f.Name, line: m.Line, subject: m.ID}, "there is no such message")
			}
		}
	}
	if unknown || len(l.files) == 0 {
		return // without phrases it is a language that only listens
	}
	at := place{file: path.Join(l.folder, fmt.Sprintf("%s.%v.toml", kind, l.tag))}
	if !found {
		report(at, "the file is missing")
		return
	}
	for _, id := range known {
		if !slices.Contains(written, id) {
			at.subject = id
			report(at, "it is missing")
		}
	}
}
