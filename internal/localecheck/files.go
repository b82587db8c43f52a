package localecheck

import (
	"fmt"
	"path"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/phrases"
)

func fileChecks() []Check {
	return []Check{
		{
			ID: "file-syntax", Title: "a file that is no TOML", Severity: empathy.Error,
			Advice:   "a table is [name], a phrase key = \"…\", with both quotation marks and none inside; write a mark inside as \\\" or put the whole in '…'",
			language: badSyntax,
		},
		{
			ID: "file-name", Title: "a phrase file that is named for another language", Severity: empathy.Error,
			language: badFileNames,
		},
		{
			ID: "file-stage", Title: "a phrase in the file of another stage", Severity: empathy.Warning,
			language: strayPhrases,
		},
		{
			ID: "field-unknown", Title: "a key that means nothing in a phrase", Severity: empathy.Error,
			Advice:   "the keys are description, zero, one, two, few, many, other; their values are strings in quotes",
			language: unknownFields,
		},
	}
}

func badSyntax(l *locale, report reporter) {
	for _, fault := range l.faults {
		report(place{file: fault.File, line: fault.Line}, "%s", fault.Message)
	}
}

func badFileNames(l *locale, report reporter) {
	for _, f := range l.files {
		parts := strings.Split(path.Base(f.Name), ".")
		if len(parts) == 3 && parts[1] == l.tag.String() {
			continue
		}
		stage := parts[0]
		report(place{file: f.Name, line: 1, advice: fmt.Sprintf("name it %s.%v.toml", stage, l.tag)},
			"a phrase file in the folder %s is named STAGE.%v.toml", l.folder, l.tag)
	}
}

func strayPhrases(l *locale, report reporter) {
	for _, m := range l.messages {
		file, _, _ := strings.Cut(path.Base(m.file.Name), ".")
		stage, _, _ := cut(m.id.Intent)
		if file == stage {
			continue
		}
		if _, err := empathy.ParseStage(file); err != nil {
			continue // a file of one's own, beside those of the stages
		}
		at := m.place()
		at.advice = fmt.Sprintf("move it to %s.%v.toml, where reviewers look for it", stage, l.tag)
		report(at, "a phrase of %s stands in the file of %s", stage, file)
	}
}

func unknownFields(l *locale, report reporter) {
	for _, f := range append(l.files[:len(l.files):len(l.files)], l.texts...) {
		for _, m := range f.Messages {
			for _, field := range m.Fields {
				switch at := (place{file: f.Name, line: field.Line, subject: m.ID}); {
				case !phrasefile.IsKey(field.Key):
					report(at, "there is no key %q", field.Key)
				case !field.IsString:
					report(at, "the value of %q is no string", field.Key)
				}
			}
		}
	}
}

func idChecks() []Check {
	return []Check{
		{
			ID: "id-grammar", Title: "an ID that is no stage.intent.register.variant", Severity: empathy.Error,
			Advice:   "write it like acknowledging.delay.formal.1: a stage, an intent of intents.toml, formal, neutral or informal, and a number from 1",
			language: badIDs,
		},
		{
			ID: "id-intent", Title: "an ID whose intent does not exist", Severity: empathy.Error,
			Advice:   "correct the spelling, or describe the new intent in intents.toml",
			language: unknownIntents,
		},
		{
			ID: "id-duplicate", Title: "an ID that stands twice", Severity: empathy.Error,
			Advice:   "give one of them the next free variant number",
			language: duplicateIDs,
		},
		{
			ID: "description-missing", Title: "a phrase without a description", Severity: empathy.Warning,
			Advice:   "say in a few words when the phrase fits; translators and reviewers see it beside the phrase",
			language: missingDescriptions,
		},
		{
			ID: "description-empathy", Title: "a description that does not say which empathy", Severity: empathy.Warning,
			Advice:   "begin the description with cognitive (shows understanding) or affective (shares the feeling)",
			language: missingKinds,
		},
	}
}

func badIDs(l *locale, report reporter) {
	for _, f := range l.files {
		for _, m := range f.Messages {
			if _, err := phrases.ParseID(m.ID); err != nil {
				report(place{file: f.Name, line: m.Line, subject: m.ID}, "%s", strings.TrimPrefix(err.Error(), "phrases: "))
			}
		}
	}
}

func unknownIntents(l *locale, report reporter) {
	for _, m := range l.messages {
		if intent, _ := l.intents.find(m.id.Intent); intent == nil {
			report(m.place(), "%s has no intent %s", intentsFile, m.id.Intent)
		}
	}
}

func duplicateIDs(l *locale, report reporter) {
	first := map[phrases.ID]message{}
	for _, m := range l.messages {
		if other, taken := first[m.id]; taken {
			report(m.place(), "it stands already at %s:%d", other.file.Name, other.Line)
			continue
		}
		first[m.id] = m
	}
}

func missingDescriptions(l *locale, report reporter) {
	for _, m := range l.messages {
		if !m.IsBlank() && m.Get("description") == "" {
			report(m.place(), "it has no description")
		}
	}
}

func missingKinds(l *locale, report reporter) {
	for _, m := range l.messages {
		intent, _ := l.intents.find(m.id.Intent)
		description := m.Get("description")
		if intent == nil || intent.Empathy != phrases.BothEmpathies || m.IsBlank() || description == "" {
			continue
		}
		if !strings.HasPrefix(description, phrases.Cognitive.String()) && !strings.HasPrefix(description, phrases.Affective.String()) {
			at := m.place()
			at.line = m.LineOf("description")
			report(at, "%s has phrases of both kinds of empathy, and the description does not say of which this is", intent.ID)
		}
	}
}
