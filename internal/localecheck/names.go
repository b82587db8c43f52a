package localecheck

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/inflect"
	"github.com/empathykit/empathykit/internal/phrasefile"
)

func nameChecks() []Check {
	return []Check{
		{
			ID: "names-invalid", Title: "a rule for names that cannot work", Severity: empathy.Error,
			Advice:   "see another language's names.toml; the parts of a form are {title}, {honorific}, {given}, {patronymic}, {family}",
			language: badNames,
		},
		{
			ID: "names-missing", Title: "a register in which nobody can be addressed by name", Severity: empathy.Warning,
			Advice:   "add it under [address]; the first form whose parts are all known is taken",
			language: missingForms,
		},
	}
}

type nameRules struct {
	Address   map[string][]string
	Honorific map[string]string
	Given     map[string]struct{ Exceptions map[string]string }
	Family    map[string]struct{ Exceptions map[string]string }
}

// names reads names.toml; ok is false where there is none or it is no TOML.
func (l *locale) names() (name string, rules nameRules, places *phrasefile.File, ok bool) {
	name = path.Join(l.folder, "names.toml")
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return name, rules, nil, false
	}
	places, _ = phrasefile.Parse(name, data)
	return name, rules, places, toml.Unmarshal(data, &rules) == nil
}

func badNames(l *locale, report reporter) {
	name, rules, places, ok := l.names()
	if _, err := inflect.Load(l.fsys, l.folder); err != nil {
		line, why := lineOfError(err, name)
		report(place{file: name, line: line}, "%s", why)
		return
	}
	if !ok {
		return
	}
	at := func(table, key string) place {
		for _, m := range places.Messages {
			if m.ID == table {
				return place{file: name, line: m.LineOf(key), subject: table}
			}
		}
		return place{file: name, line: 1, subject: table}
	}
	for _, register := range keysOf(rules.Address) {
		if _, err := empathy.ParseRegister(register); err != nil {
			report(at("address", register), "%q is no register", register)
		}
		for _, form := range rules.Address[register] {
			if why := formFault(form); why != "" {
				report(at("address", register), "%q: %s", form, why)
			}
		}
	}
	genders := func(table string, keys []string) {
		for _, gender := range keys {
			if gender != "feminine" && gender != "masculine" {
				report(at(table, gender), "%q is no gender; there are feminine and masculine", gender)
			}
		}
	}
	genders("honorific", keysOf(rules.Honorific))
	for _, part := range []struct {
		name   string
		tables map[string]struct{ Exceptions map[string]string }
	}{{"given", rules.Given}, {"family", rules.Family}} {
		genders(part.name, keysOf(part.tables))
		for _, gender := range keysOf(part.tables) {
			table := part.name + "." + gender + ".exceptions"
			for _, n := range keysOf(part.tables[gender].Exceptions) {
				if first, _ := utf8.DecodeRuneInString(n); unicode.IsLower(first) {
					report(at(table, n), "%q: exceptions are whole names, with a capital", n)
				}
			}
		}
	}
}

func formFault(form string) string {
	for form != "" {
		_, rest, found := strings.Cut(form, "{")
		if !found {
			return ""
		}
		part, after, closed := strings.Cut(rest, "}")
		if !closed {
			return "a brace is not closed"
		}
		if !slices.Contains([]string{"title", "honorific", "given", "patronymic", "family"}, part) {
			return "there is no part {" + part + "}"
		}
		form = after
	}
	return ""
}

func keysOf[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func missingForms(l *locale, report reporter) {
	name, rules, places, ok := l.names()
	if places == nil {
		if len(l.files) > 0 {
			report(place{file: name}, "there is no names.toml, so that customers are never addressed by name")
		}
		return
	}
	if !ok {
		return
	}
	for _, register := range empathy.Registers() {
		if len(rules.Address[register.String()]) == 0 {
			report(place{file: name, line: 1, subject: "address." + register.String()}, "there is no form")
		}
	}
}

// lineOfError takes the line off an error that begins with file:line.
func lineOfError(err error, file string) (line int, why string) {
	why = err.Error()
	var decoding *toml.DecodeError
	if errors.As(err, &decoding) {
		line, _ = decoding.Position()
	}
	rest, ok := strings.CutPrefix(why, file+":")
	if !ok {
		return max(line, 1), why
	}
	for rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		if decoding == nil {
			line = line*10 + int(rest[0]-'0')
		}
		rest = rest[1:]
	}
	return max(line, 1), strings.TrimPrefix(rest, ": ")
}
