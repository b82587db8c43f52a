package phrasefile

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// A File is a go-i18n message file, with the places of all that is in it: a
// phrase file, and also the messages and the words for times of a language.
type File struct {
	Name     string
	Messages []Message // in the order of the file
	data     []byte
	breaks   []int // where the lines end
}

// A Message is one phrase as it stands in its file.
type Message struct {
	ID     string
	Line   int // of its table, from 1
	Fields []Field

	end int // of the last line that belongs to it
}

// A Field is a plural form of a message, or its description.
type Field struct {
	Key, Value string
	Line       int
	IsString   bool // a form that is no string is a fault

	start, end int // of the value, with its quotation marks
}

// Get returns the value of a key, or nothing.
func (m *Message) Get(key string) string {
	if f := m.field(key); f != nil {
		return f.Value
	}
	return ""
}

// LineOf returns the line of a key, or that of the message where it has no
// such key.
func (m *Message) LineOf(key string) int {
	if f := m.field(key); f != nil {
		return f.Line
	}
	return m.Line
}

func (m *Message) field(key string) *Field {
	i := slices.IndexFunc(m.Fields, func(f Field) bool { return f.Key == key })
	if i < 0 {
		return nil
	}
	return &m.Fields[i]
}

// Sources returns the plural forms by category.
func (m *Message) Sources() (sources [PluralForms]string) {
	for form, name := range formNames {
		sources[form] = m.Get(name)
	}
	return sources
}

// IsBlank reports whether nothing has been written yet: all forms are empty.
func (m *Message) IsBlank() bool { return m.Sources() == [PluralForms]string{} }

// keys are those that go-i18n knows in a message.
var keys = []string{"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other"}

// IsKey reports whether go-i18n knows the key.
func IsKey(key string) bool { return slices.Contains(keys, strings.ToLower(key)) }

// An Error says what is wrong in a file, and where.
type Error struct {
	File    string
	Line    int
	Message string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message) }

// Parse reads a message file. The error is an [*Error]; what stands before it
// is given back beside it.
func Parse(name string, data []byte) (*File, error) {
	f := &File{Name: name, data: data}
	for i, c := range data {
		if c == '\n' {
			f.breaks = append(f.breaks, i)
		}
	}
	var parser unstable.Parser
	parser.Reset(data)
	table, last := "", 0 // the table, and what line has been read up to
	for parser.NextExpression() {
		node := parser.Expression()
		switch node.Kind {
		case unstable.Table:
			table = joinKey(node.Key())
			last = f.lineOfKey(node)
			f.Messages = append(f.Messages, Message{ID: table, Line: last, end: last})
		case unstable.KeyValue:
			f.keyValue(table, node)
		default:
			return f, &Error{name, f.lineOfKey(node), "only tables and keys may stand here"}
		}
	}
	f.Messages = slices.DeleteFunc(f.Messages, func(m Message) bool { return len(m.Fields) == 0 && f.isParent(m.ID) })
	if err := parser.Error(); err != nil {
		line := 1
		if perr, ok := err.(*unstable.ParserError); ok && len(perr.Highlight) > 0 {
			line = f.line(int(parser.Range(perr.Highlight).Offset))
		}
		return f, &Error{name, line, err.Error()}
	}
	return f, nil
}

// isParent reports whether an empty table only holds other tables.
func (f *File) isParent(id string) bool {
	return slices.ContainsFunc(f.Messages, func(m Message) bool { return strings.HasPrefix(m.ID, id+".") })
}

func (f *File) keyValue(table string, node *unstable.Node) {
	key := joinKey(node.Key())
	value := node.Value()
	line := f.lineOfKey(node)
	field := Field{Value: string(value.Data), Line: line, IsString: value.Kind == unstable.String}
	if value.Raw.Length > 0 {
		field.start, field.end = int(value.Raw.Offset), int(value.Raw.Offset+value.Raw.Length)
	}
	id := table
	if i := strings.LastIndexByte(key, '.'); i >= 0 { // acknowledging.delay.formal.1.other = "…"
		id, key = strings.Trim(table+"."+key[:i], "."), key[i+1:]
	}
	if id == "" { // id = "…" is short for its form other
		id, key = key, "other"
	}
	field.Key = key
	if n := len(f.Messages); n == 0 || f.Messages[n-1].ID != id {
		f.Messages = append(f.Messages, Message{ID: id, Line: line})
	}
	m := &f.Messages[len(f.Messages)-1]
	m.Fields = append(m.Fields, field)
	m.end = f.line(max(field.end-1, 0))
}

func joinKey(parts unstable.Iterator) string {
	var key []string
	for parts.Next() {
		key = append(key, string(parts.Node().Data))
	}
	return strings.Join(key, ".")
}

func (f *File) lineOfKey(node *unstable.Node) int {
	parts := node.Key()
	if parts.Next() && parts.Node().Raw.Length > 0 {
		return f.line(int(parts.Node().Raw.Offset))
	}
	return f.line(int(node.Raw.Offset))
}

// line returns the line, from 1, of an offset in the file.
func (f *File) line(offset int) int { return sort.SearchInts(f.breaks, offset) + 1 }
