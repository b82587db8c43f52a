package phrases

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
)

// An Intent is something to say, in no language yet.
type Intent struct {
	ID          string // "acknowledging.delay"
	Stage       empathy.Stage
	Description string
	Level       empathy.Level
	Needs       []empathy.Need    // which needs the words meet
	Emotions    []empathy.Emotion // which feelings the words fit; empty: any
	Empathy     Empathy
	Requires    []string // arguments that have to be given
	Optional    []string // arguments that some variants use
	Aliases     []string // names that it had before; they still find it
	Deprecated  string   // what to use instead; empty: it is here to stay
}

// intentTOML is an intent as intents.toml has it.
type intentTOML struct {
	Description string            `toml:"description"`
	Level       empathy.Level     `toml:"level"`
	Needs       []empathy.Need    `toml:"needs"`
	Emotions    []empathy.Emotion `toml:"emotions"`
	Empathy     Empathy           `toml:"empathy"`
	Requires    []string          `toml:"requires"`
	Optional    []string          `toml:"optional"`
	Aliases     []string          `toml:"aliases"`
	Deprecated  string            `toml:"deprecated"`
}

const intentsFile = "intents.toml"

// loadIntents reads intents.toml, in the order of the stages and the file.
func loadIntents(fsys fs.FS) ([]Intent, error) {
	data, err := fs.ReadFile(fsys, intentsFile)
	if err != nil {
		return nil, fmt.Errorf("reading the intents: %w", err)
	}
	var stages map[string]map[string]intentTOML
	if err := toml.Unmarshal(data, &stages); err != nil {
		return nil, tomlError(intentsFile, err)
	}
	var intents []Intent
	for stageName, byName := range stages {
		stage, err := empathy.ParseStage(stageName)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %q is no stage", intentsFile, lineOfTable(data, stageName+"."), stageName)
		}
		for name, t := range byName {
			id := stageName + "." + name
			for _, argument := range slices.Concat(t.Requires, t.Optional) {
				if !phrasefile.IsArgument(argument) {
					return nil, fmt.Errorf("%s:%d: %s: there is no argument %q", intentsFile, lineOfTable(data, id), id, argument)
				}
			}
			intents = append(intents, Intent{id, stage, t.Description, t.Level, t.Needs, t.Emotions, t.Empathy, t.Requires, t.Optional, t.Aliases, t.Deprecated})
		}
	}
	slices.SortFunc(intents, func(x, y Intent) int {
		return cmp.Or(cmp.Compare(x.Stage, y.Stage), cmp.Compare(lineOfTable(data, x.ID), lineOfTable(data, y.ID)))
	})
	return intents, aliasesClash(data, intents)
}

// aliasesClash returns an error where a name would find two intents.
func aliasesClash(data []byte, intents []Intent) error {
	owner := map[string]string{}
	for _, i := range intents {
		owner[i.ID] = i.ID
	}
	for _, i := range intents {
		for _, alias := range i.Aliases {
			if other, taken := owner[alias]; taken {
				return fmt.Errorf("%s:%d: %s: its alias %s is also a name of %s", intentsFile, lineOfTable(data, i.ID), i.ID, alias, other)
			}
			owner[alias] = i.ID
		}
	}
	return nil
}

// lineOfTable finds the line, from 1, of the table that begins with name; 0
// where there is none.
func lineOfTable(data []byte, name string) int {
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		header := strings.TrimLeft(text, " \t")
		if strings.HasPrefix(header, "["+name) {
			if rest := header[1+len(name):]; strings.HasSuffix(name, ".") || strings.HasPrefix(rest, "]") {
				return line
			}
		}
	}
	return 0
}

// fits reports whether the words suit somebody who feels so.
func (i *Intent) fits(e empathy.Emotion) bool {
	return len(i.Emotions) == 0 || slices.Contains(i.Emotions, e)
}

// Empathy says how words show empathy: by understanding (cognitive), by
// sharing the feeling (affective), both, or that it does not matter.
type Empathy uint8

const (
	AnyEmpathy Empathy = iota
	Cognitive
	Affective
	BothEmpathies // of an intent that has phrases of either kind
)

var empathyNames = [...]string{"", "cognitive", "affective", "both"}

// String returns the text form, as intents.toml has it; empty for [AnyEmpathy].
func (e Empathy) String() string {
	if int(e) < len(empathyNames) {
		return empathyNames[e]
	}
	return ""
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (e Empathy) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (e *Empathy) UnmarshalText(b []byte) error {
	i := slices.Index(empathyNames[:], string(b))
	if i < 0 {
		return &empathy.UnknownNameError{Kind: "kind of empathy", Name: string(b)}
	}
	*e = Empathy(i)
	return nil
}
