package exchange_test

import (
	"bytes"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/exchange"
	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/locales"
)

var formats = []struct {
	name  string
	write func(io.Writer, *exchange.Sheet) error
	read  func(io.Reader) (*exchange.Sheet, error)
}{
	{"csv", exchange.WriteCSV, exchange.ReadCSV},
	{"xlsx", exchange.WriteXLSX, exchange.ReadXLSX},
	{"xliff", exchange.WriteXLIFF, exchange.ReadXLIFF},
}

var languages = []string{"ro", "pl", "ru", "el", "zh", "en"}

func take(t *testing.T, fsys fs.FS, folder string) *exchange.Sheet {
	t.Helper()
	s, err := exchange.Take(fsys, folder, "en")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// roundTrip writes a sheet and reads it back.
func roundTrip(t *testing.T, format int, s *exchange.Sheet) *exchange.Sheet {
	t.Helper()
	var b bytes.Buffer
	if err := formats[format].write(&b, s); err != nil {
		t.Fatal(err)
	}
	back, err := formats[format].read(&b)
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// TestRoundTrip: every phrase of every language goes out and comes back
// unchanged in every format, and nothing is left unnamed.
func TestRoundTrip(t *testing.T) {
	for i, format := range formats {
		for _, lang := range languages {
			t.Run(format.name+"/"+lang, func(t *testing.T) {
				s := take(t, locales.FS, lang)
				back := roundTrip(t, i, s)
				if back.Language != language.Make(lang) || len(back.Rows) != len(s.Rows) {
					t.Fatalf("%v, %d rows; want %s, %d", back.Language, len(back.Rows), lang, len(s.Rows))
				}
				d, err := exchange.Bring(locales.FS, lang, back)
				if err != nil {
					t.Fatal(err)
				}
				if len(d.Changes) > 0 || d.Blank > 0 || d.Unnamed > 0 || len(d.Files) > 0 {
					t.Errorf("nothing was changed, and it brings %d changes, %d blank, %d unnamed; the first: %+v", len(d.Changes), d.Blank, d.Unnamed, d.Changes)
				}
			})
		}
	}
}

// TestChangesComeBack changes every third form, leaves out every fifth row
// and empties every seventh: the files have the changes and all else as it was.
func TestChangesComeBack(t *testing.T) {
	for i, format := range formats {
		for _, lang := range languages {
			t.Run(format.name+"/"+lang, func(t *testing.T) {
				s := take(t, locales.FS, lang)
				want := map[string]string{}
				sent := &exchange.Sheet{Language: s.Language, Source: s.Source}
				for n, row := range s.Rows {
					want[row.ID+"/"+row.Form] = row.Text
					switch {
					case n%5 == 0:
						continue
					case n%7 == 0:
						row.Text = ""
					case n%3 == 0:
						row.Text = `<„x”> & "y" 'z'` + "\n" + row.Text
						want[row.ID+"/"+row.Form] = row.Text
					}
					sent.Rows = append(sent.Rows, row)
				}
				d, err := exchange.Bring(locales.FS, lang, roundTrip(t, i, sent))
				if err != nil {
					t.Fatal(err)
				}
				after := layered.FS{Upper: layered.Memory(d.Files), Lower: locales.FS}
				got := map[string]string{}
				for _, row := range take(t, after, lang).Rows {
					got[row.ID+"/"+row.Form] = row.Text
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				onlyThoseLines(t, locales.FS, d)
			})
		}
	}
}

// onlyThoseLines compares the files by lines: only lines that a change names
// may differ.
func onlyThoseLines(t *testing.T, before fs.FS, d *exchange.Delivery) {
	t.Helper()
	changed := map[string]map[int]bool{}
	for _, c := range d.Changes {
		if changed[c.File] == nil {
			changed[c.File] = map[int]bool{}
		}
		changed[c.File][c.Line] = true
	}
	for name, content := range d.Files {
		old, err := fs.ReadFile(before, name)
		if err != nil {
			t.Fatal(err)
		}
		x, y := strings.Split(string(old), "\n"), strings.Split(string(content), "\n")
		if len(x) != len(y) {
			t.Fatalf("%s: %d lines become %d", name, len(x), len(y))
		}
		for i := range x {
			if (x[i] != y[i]) != changed[name][i+1] {
				t.Errorf("%s:%d: %q becomes %q", name, i+1, x[i], y[i])
			}
		}
	}
}

func TestNewPhrases(t *testing.T) {
	s := &exchange.Sheet{Rows: []exchange.Row{
		{ID: "closing.wish.formal.9", Form: "other", Text: "Życzymy spokojnych świąt."},
		{ID: "closing.wish.formal.1", Form: "other", Text: "", Remark: "too stiff?"},
	}}
	fsys := layered.FS{Lower: locales.FS, Upper: layered.Memory{"pl/phrases/closing.pl.toml": []byte("# ours\n[closing.wish.formal.1]\nother = \"Miłego dnia.\"\n\n[closing.thanks.formal.1]\nother = \"Dziękuję.\"\n")}}
	d, err := exchange.Bring(fsys, "pl", s)
	if err != nil {
		t.Fatal(err)
	}
	want := "# ours\n[closing.wish.formal.1]\nother = \"Miłego dnia.\"\n\n[closing.wish.formal.9]\nother = \"Życzymy spokojnych świąt.\"\n\n[closing.thanks.formal.1]\nother = \"Dziękuję.\"\n"
	if diff := cmp.Diff(want, string(d.Files["pl/phrases/closing.pl.toml"])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(d.Remarks) != 1 || d.Blank != 1 {
		t.Errorf("%d remarks, %d blank", len(d.Remarks), d.Blank)
	}
}

// TestWhatToolsDo: spreadsheets write semicolons and move columns; translation
// tools put elements of their own around placeholders.
func TestWhatToolsDo(t *testing.T) {
	want := []exchange.Row{{ID: "closing.wish.formal.1", Form: "other", Text: "Do {{.When}}, dobrze?", Remark: "ok"}}
	for name, read := range map[string]func() (*exchange.Sheet, error){
		"semicolons": func() (*exchange.Sheet, error) {
			return exchange.ReadCSV(strings.NewReader("remark;Text [pl];ID;form\r\nok;\"Do {{.When}}, dobrze?\";closing.wish.formal.1;other\r\n;;;\r\n"))
		},
		"elements": func() (*exchange.Sheet, error) {
			return exchange.ReadXLIFF(strings.NewReader(`<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="closing" source-language="en" target-language="pl" datatype="plaintext"><body>
<trans-unit id="closing.wish.formal.1/other" approved="yes"><source>x</source><seg-source><mrk mtype="seg" mid="0">x</mrk></seg-source><target state="final"><mrk mtype="seg" mid="0">Do <ph id="1">{{.When}}</ph></mrk>, <g id="2">dobrze</g>?</target><note from="developer">ours</note><note from="reviewer">ok</note></trans-unit></body></file></xliff>`))
		},
	} {
		s, err := read()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, s.Rows); diff != "" || s.Language != language.Polish {
			t.Errorf("%s: %v (-want +got):\n%s", name, s.Language, diff)
		}
	}
}

func TestErrors(t *testing.T) {
	row := func(id, form string) exchange.Row { return exchange.Row{ID: id, Form: form, Text: "x"} }
	for name, rows := range map[string][]exchange.Row{
		"ID": {row("closing.wish.polite.1", "other")}, "form": {row("closing.wish.formal.1", "plural")},
		"twice": {row("closing.wish.formal.1", "other"), row("closing.wish.formal.1", "other")},
	} {
		if _, err := exchange.Bring(locales.FS, "pl", &exchange.Sheet{Rows: rows}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for name, read := range map[string]func() (*exchange.Sheet, error){
		"empty table": func() (*exchange.Sheet, error) { return exchange.ReadCSV(strings.NewReader("")) },
		"no column":   func() (*exchange.Sheet, error) { return exchange.ReadCSV(strings.NewReader("id,text\n")) },
		"bad quote":   func() (*exchange.Sheet, error) { return exchange.ReadCSV(strings.NewReader("id,form,text\n\"x")) },
		"no workbook": func() (*exchange.Sheet, error) { return exchange.ReadXLSX(strings.NewReader("x")) },
		"no XLIFF":    func() (*exchange.Sheet, error) { return exchange.ReadXLIFF(strings.NewReader("<xliff")) },
		"XLIFF 2": func() (*exchange.Sheet, error) {
			return exchange.ReadXLIFF(strings.NewReader(`<xliff version="2.0"/>`))
		},
	} {
		if _, err := read(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
