package localecheck

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tomlfile"
)

func answerChecks() []Check {
	return []Check{
		{
			ID: "answers-invalid", Title: "ways of saying yes and no that cannot be read", Severity: empathy.Error,
			Advice:   "the lists are agrees, corrects, refuses and but; their patterns are those of tone.toml, without classes",
			language: badAnswers,
		},
		{
			ID: "answers-missing", Title: "no way of saying yes or no", Severity: empathy.Warning,
			Advice:   "list how customers answer a proposal, as en/answers.toml does",
			language: missingAnswers,
		},
	}
}

var answerLists = []string{"agrees", "corrects", "refuses", "but"}

// answers reads answers.toml; ok is false where there is none.
func (l *locale) answers() (name string, entries []tomlfile.Entry, ok bool, err error) {
	name = path.Join(l.folder, "answers.toml")
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return name, nil, false, nil
	}
	entries, err = tomlfile.Read(name, data)
	return name, entries, true, err
}

func badAnswers(l *locale, report reporter) {
	name, entries, _, err := l.answers()
	var fault *tomlfile.Error
	if errors.As(err, &fault) {
		report(place{file: name, line: fault.Line}, "%s", fault.Message)
	}
	for _, e := range entries {
		key := strings.Join(e.Path, ".")
		if !slices.Contains(answerLists, key) || e.Kind != tomlfile.List {
			report(place{file: name, line: e.Line, subject: key}, "there is no such list")
			continue
		}
		for _, item := range e.Items {
			if _, err := lexicon.NewWordlist(l.base(), []string{item.Text}); err != nil {
				report(place{file: name, line: item.Line, subject: key}, "%v", err)
			}
		}
	}
}

func missingAnswers(l *locale, report reporter) {
	name, entries, ok, err := l.answers()
	switch {
	case len(l.files) == 0 || err != nil:
		return
	case !ok:
		report(place{file: name}, "the file is missing, so that customers are never heard to agree")
		return
	}
	for _, list := range answerLists[:3] {
		if !slices.ContainsFunc(entries, func(e tomlfile.Entry) bool { return e.Path[0] == list && len(e.Items) > 0 }) {
			report(place{file: name, line: 1, subject: list}, "it has no patterns")
		}
	}
}
