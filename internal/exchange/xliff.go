package exchange

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// XLIFF 1.2, since every tool of translators reads it (Trados, memoQ, Phrase,
// OmegaT, Weblate, Poedit), and 2.0 only some. A unit is one form of a phrase;
// what stands in braces is a placeholder that the tools protect.
const xliffNamespace = "urn:oasis:names:tc:xliff:document:1.2"

type xliffDocument struct {
	XMLName xml.Name    `xml:"xliff"`
	Xmlns   string      `xml:"xmlns,attr,omitempty"`
	Version string      `xml:"version,attr"`
	Files   []xliffFile `xml:"file"`
}

type xliffFile struct {
	Original string      `xml:"original,attr"`
	Source   string      `xml:"source-language,attr"`
	Target   string      `xml:"target-language,attr"`
	Datatype string      `xml:"datatype,attr"`
	Units    []xliffUnit `xml:"body>trans-unit"`
}

type xliffUnit struct {
	ID     string      `xml:"id,attr"`
	Name   string      `xml:"resname,attr"`
	Source xliffText   `xml:"source"`
	Target *xliffText  `xml:"target"`
	Notes  []xliffNote `xml:"note"`
}

type xliffNote struct {
	From string `xml:"from,attr,omitempty"`
	Text string `xml:",chardata"`
}

type xliffText struct {
	State string `xml:"state,attr,omitempty"`
	Inner string `xml:",innerxml"`
}

// WriteXLIFF writes a document with a file for each stage.
func WriteXLIFF(w io.Writer, s *Sheet) error {
	doc := xliffDocument{Xmlns: xliffNamespace, Version: "1.2"}
	for _, r := range s.Rows {
		if n := len(doc.Files); n == 0 || doc.Files[n-1].Original != r.Stage {
			doc.Files = append(doc.Files, xliffFile{Original: r.Stage, Source: s.Source.String(), Target: s.Language.String(), Datatype: "plaintext"})
		}
		f := &doc.Files[len(doc.Files)-1]
		unit := xliffUnit{
			ID: r.ID + "/" + r.Form, Name: r.ID, Source: xliffText{Inner: withPlaceholders(r.SourceText)},
			Target: &xliffText{State: "translated", Inner: withPlaceholders(r.Text)},
			Notes: []xliffNote{
				{"developer", r.Description}, {"developer", fmt.Sprintf("stage: %s; register: %s; plural form: %s", r.Stage, r.Register, r.Form)},
				{"developer", "arguments: " + r.Arguments},
			},
		}
		if r.Text == "" {
			unit.Target.State = "needs-translation"
		}
		f.Units = append(f.Units, unit)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(doc); err != nil {
		return fmt.Errorf("writing XLIFF: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// withPlaceholders puts what stands in braces into <ph>, and escapes the rest.
func withPlaceholders(text string) string {
	var b strings.Builder
	for n := 1; ; n++ {
		before, rest, found := strings.Cut(text, "{{")
		escape(&b, before)
		if !found {
			break
		}
		action, after, closed := strings.Cut(rest, "}}")
		if !closed {
			escape(&b, "{{"+rest)
			break
		}
		b.WriteString(`<ph id="` + strconv.Itoa(n) + `">`)
		escape(&b, "{{"+action+"}}")
		b.WriteString("</ph>")
		text = after
	}
	return b.String()
}

func escape(b *strings.Builder, s string) { xml.EscapeText(b, []byte(s)) } // a Builder does not fail

// ReadXLIFF reads XLIFF 1.2 as tools give it back.
func ReadXLIFF(r io.Reader) (*Sheet, error) {
	var doc xliffDocument
	if err := xml.NewDecoder(r).Decode(&doc); err != nil {
		return nil, fmt.Errorf("reading XLIFF: %w", err)
	}
	if !strings.HasPrefix(doc.Version, "1.") {
		return nil, fmt.Errorf("reading XLIFF: version %q; export it as 1.2", doc.Version)
	}
	s := &Sheet{}
	for _, f := range doc.Files {
		var err error
		if s.Language, err = language.Parse(f.Target); err != nil {
			return nil, fmt.Errorf("reading XLIFF: target-language: %w", err)
		}
		for _, unit := range f.Units {
			row, err := unit.row()
			if err != nil {
				return nil, err
			}
			s.Rows = append(s.Rows, row)
		}
	}
	return s, nil
}

func (u *xliffUnit) row() (Row, error) {
	id, form, ok := strings.Cut(u.ID, "/")
	if !ok {
		return Row{}, fmt.Errorf("reading XLIFF: unit %q is none of ours: its id is no ID/form", u.ID)
	}
	row := Row{ID: id, Form: form}
	for _, note := range u.Notes {
		if note.From != "developer" && strings.TrimSpace(note.Text) != "" {
			row.Remark = strings.TrimSpace(row.Remark + " " + note.Text)
		}
	}
	if u.Target == nil {
		return row, nil
	}
	text, err := plainText(u.Target.Inner)
	if err != nil {
		return Row{}, fmt.Errorf("reading XLIFF: unit %s: %w", u.ID, err)
	}
	row.Text = text
	return row, nil
}

// plainText takes the text out of a target, whatever inline elements the
// tool has put around it.
func plainText(inner string) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader("<t>" + inner + "</t>"))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}
