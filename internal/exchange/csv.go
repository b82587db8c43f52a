package exchange

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// columns are the head of a table, in CSV and XLSX alike. Only id, form, text
// and remark are read back.
var columns = []string{"id", "form", "stage", "register", "description", "arguments", "source", "text", "remark"}

// WriteCSV writes a table with a byte order mark, by which Excel knows UTF-8.
// Its first row says which languages it is in.
func WriteCSV(w io.Writer, s *Sheet) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	for _, row := range s.table() {
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// table is the sheet as rows of strings: the head, with the languages in
// brackets, and the phrases.
func (s *Sheet) table() [][]string {
	head := slices.Clone(columns)
	head[slices.Index(columns, "source")] += fmt.Sprintf(" [%v]", s.Source)
	head[slices.Index(columns, "text")] += fmt.Sprintf(" [%v]", s.Language)
	table := [][]string{head}
	for _, r := range s.Rows {
		table = append(table, []string{r.ID, r.Form, r.Stage, r.Register, r.Description, r.Arguments, r.SourceText, r.Text, r.Remark})
	}
	return table
}

// ReadCSV reads a table, with commas or semicolons, as spreadsheets write it
// in different countries.
func ReadCSV(r io.Reader) (*Sheet, error) {
	b := bufio.NewReader(r)
	if mark, err := b.Peek(3); err == nil && string(mark) == "\ufeff" {
		b.Discard(3)
	}
	head, _ := b.Peek(200)
	table := csv.NewReader(b)
	table.FieldsPerRecord = -1
	line, _, _ := strings.Cut(string(head), "\n")
	if strings.Count(line, ";") > strings.Count(line, ",") {
		table.Comma = ';'
	}
	rows, err := table.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading CSV: %w", err)
	}
	return fromTable(rows)
}

// fromTable finds the columns by their names, so that they may be moved.
func fromTable(rows [][]string) (*Sheet, error) {
	if len(rows) == 0 {
		return nil, fmt.Errorf("the table is empty")
	}
	s := &Sheet{}
	at := map[string]int{}
	for i, name := range rows[0] {
		name, tag, bracketed := strings.Cut(strings.TrimSpace(name), " [")
		at[strings.ToLower(name)] = i
		if bracketed && strings.EqualFold(name, "text") {
			var err error
			if s.Language, err = language.Parse(strings.TrimSuffix(tag, "]")); err != nil {
				return nil, fmt.Errorf("the head of the table: %w", err)
			}
		}
	}
	for _, name := range []string{"id", "form", "text"} {
		if _, ok := at[name]; !ok {
			return nil, fmt.Errorf("the table has no column %q; its head is %q", name, rows[0])
		}
	}
	field := func(row []string, name string) string {
		if i, ok := at[name]; ok && i < len(row) {
			return row[i]
		}
		return ""
	}
	for _, row := range rows[1:] {
		r := Row{ID: strings.TrimSpace(field(row, "id")), Form: strings.TrimSpace(field(row, "form")), Text: field(row, "text"), Remark: strings.TrimSpace(field(row, "remark"))}
		if r.ID != "" {
			s.Rows = append(s.Rows, r)
		}
	}
	return s, nil
}
