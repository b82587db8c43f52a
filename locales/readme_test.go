package locales_test

import (
	"os"
	"strings"
	"testing"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/phrases"
)

// rows returns the rows of the table under a head that begins so.
func rows(t *testing.T, head string) [][]string {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(readme), "\n"+head)
	if !found {
		t.Fatalf("README.md has no table %q", head)
	}
	_, table, _ = strings.Cut(table, "\n") // the rest of the head
	var rows [][]string
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.ReplaceAll(strings.TrimSpace(line), `\|`, "\x00"), "|")
		if len(cells) < 3 {
			break
		}
		var row []string
		for _, cell := range cells[1 : len(cells)-1] {
			row = append(row, strings.ReplaceAll(strings.Trim(cell, " `"), "\x00", "|"))
		}
		if !strings.HasPrefix(row[0], "---") {
			rows = append(rows, row)
		}
	}
	return rows
}

// TestPatternsOfReadme: the examples that linguists learn from are true.
func TestPatternsOfReadme(t *testing.T) {
	examples := rows(t, "| pattern | language |")
	if len(examples) < 20 {
		t.Errorf("%d examples, want 20", len(examples))
	}
	for _, row := range examples {
		pattern := row[0]
		in, err := lexicon.Inspect("tone.toml", []byte("[fact.harm]\nstrong = ['''"+pattern+"''']\n"))
		if err != nil || len(in.Faults) > 0 {
			t.Errorf("%s: %v, %v", pattern, err, in.Faults)
			continue
		}
		if hits, _ := in.Found(row[2]); len(hits) == 0 {
			t.Errorf("%s does not find %q", pattern, row[2])
		}
		if hits, _ := in.Found(row[3]); len(hits) > 0 {
			t.Errorf("%s finds %q", pattern, row[3])
		}
	}
}

// TestPhrasesOfReadme: the examples of registers are out of the catalog.
func TestPhrasesOfReadme(t *testing.T) {
	known := map[string]bool{}
	for _, tag := range phrases.Default().Languages() {
		all, err := phrases.Default().Phrases(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			known[p.ID.Register.String()+" "+p.Text()] = true
		}
	}
	examples := rows(t, "| | formal | neutral | informal |")
	if len(examples) != 6 {
		t.Errorf("%d languages, want 6", len(examples))
	}
	for _, row := range examples {
		for i, register := range []string{"formal", "neutral", "informal"} {
			if !known[register+" "+row[i+1]] {
				t.Errorf("%s, %s: %q is not in the catalog", row[0], register, row[i+1])
			}
		}
	}
}
