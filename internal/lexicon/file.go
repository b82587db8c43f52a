package lexicon

import (
	"fmt"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// An entry is one pattern as it stands in a tone file.
type entry struct {
	section  Section
	strength Strength
	pattern  string
	line     int
}

// A file is a tone file, read but not compiled.
type file struct {
	name    string
	entries []entry
	classes map[string][]entry
	words   []string // [identify] words
	letters string   // [identify] letters
	breaks  []int    // where the lines end
}

// An Error says what is wrong in a tone file, and where.
type Error struct {
	File    string
	Line    int
	Message string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message) }

// parseFile reads a tone file. It walks the syntax tree rather than decoding
// into a struct, because every pattern has to keep its line.
func parseFile(name string, data []byte) (*file, error) {
	f := &file{name: name, classes: map[string][]entry{}}
	for i, c := range data {
		if c == '\n' {
			f.breaks = append(f.breaks, i)
		}
	}
	var parser unstable.Parser
	parser.Reset(data)
	table := ""
	for parser.NextExpression() {
		node := parser.Expression()
		switch node.Kind {
		case unstable.Table:
			table = joinKey(node.Key())
		case unstable.KeyValue:
			if err := f.keyValue(table, node); err != nil {
				return nil, err
			}
		default:
			return nil, &Error{name, f.lineOf(node), "only tables and keys may stand here"}
		}
	}
	if err := parser.Error(); err != nil {
		return nil, &Error{name, f.errorLine(&parser, err), err.Error()}
	}
	return f, nil
}

func (f *file) keyValue(table string, node *unstable.Node) error {
	key := joinKey(node.Key())
	path := strings.TrimPrefix(table+"."+key, ".")
	value := node.Value()
	if path == "identify.letters" && value.Kind == unstable.String {
		f.letters = string(value.Data)
		return nil
	}
	if path == "language" {
		return nil
	}
	line := f.lineOf(node)
	if value.Kind != unstable.Array {
		return &Error{f.name, line, fmt.Sprintf("%s: want a list of patterns", path)}
	}
	name := path[:max(strings.LastIndexByte(path, '.'), 0)]
	var add func(e entry)
	switch {
	case path == "identify.words":
		add = func(e entry) { f.words = append(f.words, e.pattern) }
	case name == "class":
		add = func(e entry) { f.classes[key] = append(f.classes[key], e) }
	default:
		section, strength, err := f.place(path, line)
		if err != nil {
			return err
		}
		add = func(e entry) {
			e.section, e.strength = section, strength
			f.entries = append(f.entries, e)
		}
	}
	items := value.Children()
	for items.Next() {
		item := items.Node()
		if item.Kind == unstable.Comment {
			continue
		}
		if item.Kind != unstable.String {
			return &Error{f.name, f.lineOf(item), fmt.Sprintf("%s: a pattern is a string", path)}
		}
		add(entry{pattern: string(item.Data), line: f.lineOf(item)})
	}
	return nil
}

// place finds the section and the strength that a path such as
// "emotion.anger.mild" or "modifier.negators" names.
func (f *file) place(path string, line int) (Section, Strength, error) {
	if section, ok := ParseSection(path); ok && section >= modifierNegators {
		return section, Strong, nil
	}
	i := strings.LastIndexByte(path, '.')
	section, ok := ParseSection(path[:max(i, 0)])
	if !ok {
		return 0, 0, &Error{f.name, line, fmt.Sprintf("%s: there is no such section; locales/README.md lists them", path)}
	}
	strength, ok := section.parseStrength(path[i+1:])
	if !ok {
		return 0, 0, &Error{f.name, line, fmt.Sprintf("%s: %q is not a strength that this section has", path, path[i+1:])}
	}
	return section, strength, nil
}

func joinKey(parts unstable.Iterator) string {
	var key []string
	for parts.Next() {
		key = append(key, string(parts.Node().Data))
	}
	return strings.Join(key, ".")
}

// lineOf finds the line that a node stands on, 1-based. A node without a
// range of its own stands where its first child does.
func (f *file) lineOf(node *unstable.Node) int {
	if node.Raw.Length > 0 {
		return f.line(int(node.Raw.Offset))
	}
	switch node.Kind {
	case unstable.KeyValue, unstable.Table, unstable.ArrayTable:
		parts := node.Key()
		if parts.Next() && parts.Node().Raw.Length > 0 {
			return f.line(int(parts.Node().Raw.Offset))
		}
	}
	return 0
}

// line returns the line, 1-based, of an offset in the file.
func (f *file) line(offset int) int { return sort.SearchInts(f.breaks, offset) + 1 }

// errorLine finds where a syntax error was met: the error highlights a piece
// of the data.
func (f *file) errorLine(parser *unstable.Parser, err error) int {
	if perr, ok := err.(*unstable.ParserError); ok && len(perr.Highlight) > 0 {
		return f.line(int(parser.Range(perr.Highlight).Offset))
	}
	return 0
}
