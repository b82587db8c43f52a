package localecheck

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/phrases"
)

const intentsFile = "intents.toml"

// An intentFile is intents.toml, read as far as it can be.
type intentFile struct {
	intents []phrases.Intent
	entries []intentEntry
	err     *phrasefile.Error // a fault of TOML
}

// An intentEntry is an intent as it stands there.
type intentEntry struct {
	id     string
	line   int
	fields intentFields
}

type intentFields struct {
	Description string   `toml:"description"`
	Level       string   `toml:"level"`
	Needs       []string `toml:"needs"`
	Emotions    []string `toml:"emotions"`
	Empathy     string   `toml:"empathy"`
	Requires    []string `toml:"requires"`
	Optional    []string `toml:"optional"`
	Aliases     []string `toml:"aliases"`
	Deprecated  string   `toml:"deprecated"`
}

func readIntents(fsys fs.FS) (*intentFile, error) {
	data, err := fs.ReadFile(fsys, intentsFile)
	if err != nil {
		return nil, fmt.Errorf("reading the intents: %w", err)
	}
	f := &intentFile{}
	places, err := phrasefile.Parse(intentsFile, data)
	if errors.As(err, &f.err) {
		return f, nil
	}
	var stages map[string]map[string]intentFields
	decoder := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields()
	if err := decoder.Decode(&stages); err != nil {
		f.err = decodeError(intentsFile, err)
	}
	for _, m := range places.Messages {
		id, err := phrases.ParseID(m.ID + ".formal.1")
		if err != nil {
			f.entries = append(f.entries, intentEntry{id: m.ID, line: m.Line})
			continue
		}
		stage, _, _ := cut(id.Intent)
		fields := stages[stage][id.Intent[len(stage)+1:]]
		f.entries = append(f.entries, intentEntry{m.ID, m.Line, fields})
		f.intents = append(f.intents, intentOf(m.ID, stage, fields))
	}
	return f, nil
}

func intentOf(id, stageName string, t intentFields) phrases.Intent {
	stage, _ := empathy.ParseStage(stageName)
	intent := phrases.Intent{ID: id, Stage: stage, Description: t.Description, Requires: t.Requires, Optional: t.Optional, Aliases: t.Aliases, Deprecated: t.Deprecated}
	intent.Empathy.UnmarshalText([]byte(t.Empathy)) // a wrong name is reported by intent-invalid
	return intent
}

// decodeError adds the line to a fault that the TOML reader found.
func decodeError(file string, err error) *phrasefile.Error {
	var strict *toml.StrictMissingError
	var decoding *toml.DecodeError
	switch {
	case errors.As(err, &strict) && len(strict.Errors) > 0:
		line, _ := strict.Errors[0].Position()
		key := strict.Errors[0].Key()
		return &phrasefile.Error{File: file, Line: line, Message: fmt.Sprintf("there is no key %q", key[len(key)-1])}
	case errors.As(err, &decoding):
		line, _ := decoding.Position()
		return &phrasefile.Error{File: file, Line: line, Message: decoding.Error()}
	}
	return &phrasefile.Error{File: file, Line: 1, Message: err.Error()}
}

func intentChecks() []Check {
	return []Check{
		{
			ID: "intent-invalid", Title: "an intent that programs cannot read", Severity: empathy.Error,
			Advice:  "the head of intents.toml says which keys and values there are",
			intents: invalidIntents,
		},
		{
			ID: "intent-alias", Title: "a former name that finds two intents", Severity: empathy.Error,
			Advice:  "take the alias away from one of them",
			intents: clashingAliases,
		},
		{
			ID: "intent-renamed", Title: "a phrase under an intent's former name", Severity: empathy.Warning,
			language: renamedIntents,
		},
		{
			ID: "intent-deprecated", Title: "a phrase of an intent that goes away", Severity: empathy.Warning,
			language: deprecatedIntents,
		},
	}
}

func invalidIntents(f *intentFile, report reporter) {
	if f.err != nil {
		report(place{file: intentsFile, line: f.err.Line}, "%s", f.err.Message)
	}
	for _, e := range f.entries {
		at := place{file: intentsFile, line: e.line, subject: e.id}
		if _, err := phrases.ParseID(e.id + ".formal.1"); err != nil {
			report(at, "this is no stage.intent")
			continue
		}
		for _, fault := range e.faults() {
			report(at, "%s", fault)
		}
	}
}

// faults lists the values that have no meaning.
func (e *intentEntry) faults() []string {
	var faults []string
	check := func(what string, values []string, parse func(string) error) {
		for _, v := range values {
			if parse(v) != nil || v == "" {
				faults = append(faults, fmt.Sprintf("%q is no %s", v, what))
			}
		}
	}
	check("level", []string{e.fields.Level}, func(s string) error { return new(empathy.Level).UnmarshalText([]byte(s)) })
	check("need", e.fields.Needs, func(s string) error { return new(empathy.Need).UnmarshalText([]byte(s)) })
	check("feeling", e.fields.Emotions, func(s string) error { return new(empathy.Emotion).UnmarshalText([]byte(s)) })
	if e.fields.Empathy != "" {
		check("kind of empathy", []string{e.fields.Empathy}, func(s string) error { return new(phrases.Empathy).UnmarshalText([]byte(s)) })
	}
	check("argument", slices.Concat(e.fields.Requires, e.fields.Optional), func(s string) error {
		if !phrasefile.IsArgument(s) {
			return fmt.Errorf("there are %v", phrasefile.Arguments())
		}
		return nil
	})
	if e.fields.Description == "" {
		faults = append(faults, "the description is missing")
	}
	return faults
}

func clashingAliases(f *intentFile, report reporter) {
	owner := map[string]string{}
	for _, e := range f.entries {
		owner[e.id] = e.id
	}
	for _, e := range f.entries {
		for _, alias := range e.fields.Aliases {
			if other, taken := owner[alias]; taken {
				report(place{file: intentsFile, line: e.line, subject: e.id}, "its alias %s is also a name of %s", alias, other)
			}
			owner[alias] = e.id
		}
	}
}

func renamedIntents(l *locale, report reporter) {
	for _, m := range l.messages {
		if intent, alias := l.intents.find(m.id.Intent); alias {
			at := m.place()
			at.advice = fmt.Sprintf("call it %s.%v.%d, with a variant that is free", intent.ID, m.id.Register, m.id.Variant)
			report(at, "%s is now called %s", m.id.Intent, intent.ID)
		}
	}
}

func deprecatedIntents(l *locale, report reporter) {
	for _, m := range l.messages {
		if intent, _ := l.intents.find(m.id.Intent); intent != nil && intent.Deprecated != "" {
			at := m.place()
			at.advice = intent.Deprecated
			report(at, "%s goes away", intent.ID)
		}
	}
}
