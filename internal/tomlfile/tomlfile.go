// Package tomlfile reads TOML so that every value keeps its line: what is
// wrong with a pattern is found long after the file has been read, and has to
// be told with the line all the same.
package tomlfile

import (
	"errors"
	"fmt"
	"sort"

	"github.com/pelletier/go-toml/v2/unstable"
)

// An Entry is a key with its value.
type Entry struct {
	Path  []string // the tables and the key: words, en, banned
	Line  int      // from 1
	Kind  Kind
	Text  string // of a String
	True  bool   // of a Bool
	Items []Item // of a List
}

// An Item is a string in a list.
type Item struct {
	Text string
	Line int
}

// A Kind says what a value is. Other kinds are errors.
type Kind uint8

const (
	String Kind = iota
	Bool
	List // of strings
)

var kindNames = [...]string{"a string", "true or false", "a list of strings"}

// String says what a value of the kind is: "a string".
func (k Kind) String() string { return kindNames[k] }

// An Error says what is wrong in a file, and where.
type Error struct {
	File    string
	Line    int
	Message string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message) }

// Read returns the entries of a file in their order. It reads tables, strings,
// booleans and lists of strings; anything else is an [*Error].
func Read(name string, data []byte) ([]Entry, error) {
	r := reader{name: name}
	for i, c := range data {
		if c == '\n' {
			r.breaks = append(r.breaks, i)
		}
	}
	r.parser.Reset(data)
	var table []string
	for r.parser.NextExpression() {
		node := r.parser.Expression()
		switch node.Kind {
		case unstable.Table:
			table, _ = r.key(node)
		case unstable.KeyValue:
			if err := r.keyValue(table, node); err != nil {
				return nil, err
			}
		default:
			_, line := r.key(node)
			return nil, &Error{name, line, "only tables and keys may stand here"}
		}
	}
	if err := r.parser.Error(); err != nil {
		return nil, &Error{name, r.errorLine(err), err.Error()}
	}
	return r.entries, nil
}

type reader struct {
	name    string
	parser  unstable.Parser
	breaks  []int // where the lines end
	entries []Entry
}

func (r *reader) keyValue(table []string, node *unstable.Node) error {
	key, line := r.key(node)
	e := Entry{Path: append(append([]string(nil), table...), key...), Line: line}
	value := node.Value()
	switch value.Kind {
	case unstable.String:
		e.Text = string(value.Data)
	case unstable.Bool:
		e.Kind, e.True = Bool, string(value.Data) == "true"
	case unstable.Array:
		e.Kind = List
		items := value.Children()
		for items.Next() {
			item := items.Node()
			if item.Kind == unstable.Comment {
				continue
			}
			if item.Kind != unstable.String {
				return &Error{r.name, line, fmt.Sprintf("%s: the list has to hold strings alone", e.Path[len(e.Path)-1])}
			}
			e.Items = append(e.Items, Item{string(item.Data), r.line(int(item.Raw.Offset))})
		}
	default:
		return &Error{r.name, line, fmt.Sprintf("%s: want %s, %s or %s", e.Path[len(e.Path)-1], String, Bool, List)}
	}
	r.entries = append(r.entries, e)
	return nil
}

// key returns the parts of a node's key, and the line that it stands on.
func (r *reader) key(node *unstable.Node) (path []string, line int) {
	parts := node.Key()
	for parts.Next() {
		if line == 0 {
			line = r.line(int(parts.Node().Raw.Offset))
		}
		path = append(path, string(parts.Node().Data))
	}
	return path, line
}

// line returns the line, from 1, of an offset in the file.
func (r *reader) line(offset int) int { return sort.SearchInts(r.breaks, offset) + 1 }

// errorLine finds where a syntax error was met: the error highlights a piece
// of the data.
func (r *reader) errorLine(err error) int {
	var syntax *unstable.ParserError
	if errors.As(err, &syntax) && len(syntax.Highlight) > 0 {
		return r.line(int(r.parser.Range(syntax.Highlight).Offset))
	}
	return 1
}
