package inflect

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// Names addresses people in one language, by the rules of its names.toml. A
// nil Names addresses nobody. It does not change after it is loaded and is
// safe for concurrent use.
type Names struct {
	file namesFile
}

// namesFile is names.toml.
type namesFile struct {
	// Address lists, for each register, forms of address such as
	// "{honorific} {given}"; the first whose parts are all known is taken.
	Address map[string][]string `toml:"address"`
	// Honorific is by gender, in the form in which people are addressed.
	Honorific map[string]string `toml:"honorific"`
	// Given and Family have the vocatives, by gender.
	Given  map[string]vocatives `toml:"given"`
	Family map[string]vocatives `toml:"family"`
	// Infer tells by the end of a given name which vocatives it takes where
	// the gender is not known. It never chooses an honorific.
	Infer map[string][]string `toml:"infer"`
	// Foreign lists what shows that a name is none of the language's own, so
	// that it is left as it is.
	Foreign foreign `toml:"foreign"`
}

type vocatives struct {
	Endings    map[string]string `toml:"endings"`    // ending → what replaces it; the longest wins
	Exceptions map[string]string `toml:"exceptions"` // whole name → whole vocative
}

type foreign struct {
	Letters string   `toml:"letters"` // letters that no name of the language has
	Names   []string `toml:"names"`
}

// Load reads LANG/names.toml. A language without one has no forms of address
// by name: Load returns nil and no error.
func Load(fsys fs.FS, language string) (*Names, error) {
	file := path.Join(language, "names.toml")
	data, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the names: %w", err)
	}
	n := &Names{}
	decoder := toml.NewDecoder(strings.NewReader(string(data))).DisallowUnknownFields()
	if err := decoder.Decode(&n.file); err != nil {
		return nil, namesError(file, err)
	}
	return n, nil
}

func namesError(file string, err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		line, _ := strict.Errors[0].Position()
		return fmt.Errorf("%s:%d: there is no key %s", file, line, strings.Join(strict.Errors[0].Key(), "."))
	}
	var decoding *toml.DecodeError
	if errors.As(err, &decoding) {
		line, _ := decoding.Position()
		return fmt.Errorf("%s:%d: %w", file, line, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

var genderNames = [...]string{Unknown: "", Feminine: "feminine", Masculine: "masculine"}

// Address returns the form of address in a register ("formal", "neutral",
// "informal"), or nothing where the person cannot be addressed by name.
func (n *Names) Address(p Person, register string) string {
	if n == nil {
		return ""
	}
	for _, form := range n.file.Address[register] {
		if address, ok := n.fill(form, p); ok {
			return address
		}
	}
	return ""
}

// fill puts the parts of a name into a form of address; ok is false where
// one of them is not known.
func (n *Names) fill(form string, p Person) (address string, ok bool) {
	var b strings.Builder
	for form != "" {
		before, rest, found := strings.Cut(form, "{")
		b.WriteString(before)
		if !found {
			break
		}
		part, after, _ := strings.Cut(rest, "}")
		value := n.part(part, p)
		if value == "" {
			return "", false
		}
		b.WriteString(value)
		form = after
	}
	return b.String(), true
}

func (n *Names) part(part string, p Person) string {
	switch part {
	case "title":
		return p.Title
	case "honorific":
		return n.file.Honorific[genderNames[p.Gender]]
	case "given":
		return n.Given(p.Given, p.Gender)
	case "patronymic":
		return p.Patronymic
	case "family":
		return n.vocative(n.file.Family, p.Family, p.Gender)
	}
	return ""
}

// Given returns the vocative of a given name, or the name itself where the
// language has no vocative or the name is foreign to it.
func (n *Names) Given(name string, gender Gender) string {
	if n == nil {
		return name
	}
	if gender == Unknown {
		gender = n.infer(name)
	}
	return n.vocative(n.file.Given, name, gender)
}

// infer tells the gender whose vocatives a name takes, by its end.
func (n *Names) infer(name string) Gender {
	lower := strings.ToLower(name)
	best, length := Unknown, 0
	for gender, key := range genderNames {
		if _, known := n.file.Given[key].Exceptions[name]; known {
			return Gender(gender)
		}
		for _, ending := range n.file.Infer[key] {
			if strings.HasSuffix(lower, ending) && len(ending) > length {
				best, length = Gender(gender), len(ending)
			}
		}
	}
	return best
}

func (n *Names) vocative(tables map[string]vocatives, name string, gender Gender) string {
	table, ok := tables[genderNames[gender]]
	if !ok || gender == Unknown || n.isForeign(name) {
		return name
	}
	if exception, ok := table.Exceptions[name]; ok {
		return exception
	}
	// Double names are declined in both parts: Anna Maria, Kowalska-Nowak.
	if i := strings.IndexAny(name, " -"); i > 0 && i+1 < len(name) {
		return n.vocative(tables, name[:i], gender) + name[i:i+1] + n.vocative(tables, name[i+1:], gender)
	}
	return byEnding(table.Endings, name)
}

// byEnding replaces the longest ending that the table has. Something has to
// be left before it.
func byEnding(endings map[string]string, name string) string {
	lower := strings.ToLower(name)
	if len(lower) != len(name) {
		return name
	}
	for i := range name {
		if i == 0 {
			continue
		}
		if replacement, ok := endings[lower[i:]]; ok {
			return name[:i] + replacement
		}
	}
	return name
}

// isForeign reports whether a name is none of the language's own.
func (n *Names) isForeign(name string) bool {
	for _, foreign := range n.file.Foreign.Names {
		if foreign == name {
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(name)
	return !unicode.IsUpper(first) || strings.ContainsAny(strings.ToLower(name), n.file.Foreign.Letters)
}
