package phrasefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Change gives a form of a phrase, or its description, new words.
type Change struct{ ID, Key, Value string }

// An insertion replaces a piece of a file.
type insertion struct {
	start, end int
	text       string
}

// Edit returns the content of the file with the changes made. Everything else
// stays byte for byte: comments, order, blank lines. A new form stands in the
// order zero, one, two, few, many, other; a new phrase behind the last one of
// its cell or its intent, or at the end.
func (f *File) Edit(changes []Change) []byte {
	var edits []insertion
	added := map[string][]Change{}
	var order []string
	for _, c := range changes {
		i := slices.IndexFunc(f.Messages, func(m Message) bool { return m.ID == c.ID })
		if i < 0 {
			if added[c.ID] == nil {
				order = append(order, c.ID)
			}
			added[c.ID] = append(added[c.ID], c)
			continue
		}
		edits = append(edits, f.change(&f.Messages[i], c))
	}
	for _, id := range order {
		edits = append(edits, f.insert(id, added[id]))
	}
	return f.apply(edits)
}

func (f *File) apply(edits []insertion) []byte {
	slices.SortStableFunc(edits, func(x, y insertion) int { return cmp.Compare(x.start, y.start) })
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(out, f.data[at:e.start]...)
		if e.start > 0 && e.start == e.end && f.data[e.start-1] != '\n' { // the last line was not ended
			out = append(out, '\n')
		}
		out = append(out, e.text...)
		at = e.end
	}
	return append(out, f.data[at:]...)
}

// change replaces a value, or puts a new line into the table.
func (f *File) change(m *Message, c Change) insertion {
	if field := m.field(c.Key); field != nil {
		return insertion{field.start, field.end, Quote(c.Value)}
	}
	line := fmt.Sprintf("%s = %s\n", c.Key, Quote(c.Value))
	for _, field := range m.Fields {
		if keyOrder(field.Key) > keyOrder(c.Key) {
			at := f.startOf(field.Line)
			return insertion{at, at, line}
		}
	}
	at := f.startOf(m.end + 1)
	return insertion{at, at, line}
}

// insert puts a new phrase where those are that it belongs to.
func (f *File) insert(id string, changes []Change) insertion {
	slices.SortStableFunc(changes, func(x, y Change) int { return cmp.Compare(keyOrder(x.Key), keyOrder(y.Key)) })
	table := id
	if strings.ContainsFunc(id, func(r rune) bool {
		return !strings.ContainsRune("._-", r) && (r < '0' || r > 'z' || r > '9' && r < 'A' || r > 'Z' && r < 'a')
	}) {
		table = Quote(id)
	}
	text := "\n[" + table + "]\n"
	for _, c := range changes {
		text += fmt.Sprintf("%s = %s\n", c.Key, Quote(c.Value))
	}
	at := len(f.data)
	best := 0
	for i := range f.Messages {
		if n := sharedParts(f.Messages[i].ID, id); n >= 2 && n >= best {
			best, at = n, f.startOf(f.Messages[i].end+1)
		}
	}
	return insertion{at, at, text}
}

// sharedParts counts the parts that two IDs begin with alike.
func sharedParts(x, y string) int {
	a, b := strings.Split(x, "."), strings.Split(y, ".")
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func keyOrder(key string) int {
	if form, ok := FormOf(key); ok {
		return len(keys) + slices.Index(formsInOrder[:], form)
	}
	return slices.Index(keys, key)
}

// startOf returns the offset that a line begins at, or the end of the file.
func (f *File) startOf(line int) int {
	if line <= 1 {
		return 0
	}
	if line-2 < len(f.breaks) {
		return f.breaks[line-2] + 1
	}
	return len(f.data)
}

// Quote writes a TOML string, in literal quotes where it has quotation marks
// of its own, so that templates stay readable.
func Quote(s string) string {
	plain := !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7F })
	if plain && strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
