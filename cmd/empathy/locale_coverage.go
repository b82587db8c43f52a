package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"os"
	"text/tabwriter"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

type localeCoverageCommand struct {
	Dir      string   `arg:"" optional:"" help:"The folder of the languages, or of one; the embedded languages if not given."`
	Lang     []string `help:"Only these languages." placeholder:"LANG"`
	Variants int      `help:"How many phrases a cell should have." default:"3"`
	HTML     string   `help:"Also write a page with a heat map and all phrases to this file; it needs no network." placeholder:"FILE" name:"html"`
}

func (c *localeCoverageCommand) Run(s streams) error {
	folder, err := openLocales(s, c.Dir, c.Lang)
	if err != nil {
		return err
	}
	catalog, err := phrases.Load(folder.files)
	if err != nil {
		return err
	}
	var tags []language.Tag
	for _, name := range folder.languages {
		tag, err := language.Parse(name)
		if err != nil {
			return fmt.Errorf("--lang: %w", err)
		}
		tags = append(tags, tag)
	}
	cover, err := coverageOf(catalog, tags, c.Variants)
	if err != nil {
		return err
	}
	if err := cover.writeTable(s.out); err != nil {
		return err
	}
	if c.HTML == "" {
		return nil
	}
	return cover.writePage(c.HTML)
}

// A coverage is what can be said in some languages, by cell.
type coverage struct {
	Intents   []phrases.Intent
	Languages []coveredLanguage
	Variants  int
	cells     map[cellKey][]phrases.Phrase
}

type cellKey struct {
	language string
	intent   string
	register empathy.Register
}

// A coveredLanguage has a language's totals.
type coveredLanguage struct {
	Code, Name                 string
	Phrases, Full, Thin, Empty int // the last three count cells
}

func coverageOf(catalog *phrases.Catalog, tags []language.Tag, variants int) (*coverage, error) {
	c := &coverage{Intents: catalog.Intents(), Variants: variants, cells: map[cellKey][]phrases.Phrase{}}
	for _, tag := range tags {
		all, err := catalog.Phrases(tag)
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			at := cellKey{tag.String(), p.ID.Intent, p.ID.Register}
			c.cells[at] = append(c.cells[at], p)
		}
		l := coveredLanguage{Code: tag.String(), Name: display.English.Tags().Name(tag), Phrases: len(all)}
		for _, intent := range c.Intents {
			for _, register := range empathy.Registers() {
				switch n := c.count(l.Code, intent.ID, register); {
				case n == 0:
					l.Empty++
				case n < variants:
					l.Thin++
				default:
					l.Full++
				}
			}
		}
		c.Languages = append(c.Languages, l)
	}
	return c, nil
}

func (c *coverage) count(language, intent string, register empathy.Register) int {
	return len(c.cells[cellKey{language, intent, register}])
}

// inStage sums up the cells of a stage and counts those without a phrase.
func (c *coverage) inStage(language string, stage empathy.Stage, register empathy.Register) (phrases, empty int) {
	for _, intent := range c.Intents {
		if intent.Stage == stage {
			n := c.count(language, intent.ID, register)
			phrases += n
			if n == 0 {
				empty++
			}
		}
	}
	return phrases, empty
}

// writeTable writes a row for each stage and register, a column a language.
func (c *coverage) writeTable(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "stage\tregister")
	for _, l := range c.Languages {
		fmt.Fprintf(w, "\t%s", l.Code)
	}
	fmt.Fprintln(w)
	for _, stage := range empathy.Stages() {
		name := stage.String()
		for _, register := range registersDown() {
			fmt.Fprintf(w, "%s\t%v", name, register)
			for _, l := range c.Languages {
				n, empty := c.inStage(l.Code, stage, register)
				if empty > 0 {
					fmt.Fprintf(w, "\t%d (%d empty)", n, empty)
				} else {
					fmt.Fprintf(w, "\t%d", n)
				}
			}
			fmt.Fprintln(w)
			name = ""
		}
	}
	for _, row := range []struct {
		name  string
		count func(coveredLanguage) int
	}{
		{"phrases", func(l coveredLanguage) int { return l.Phrases }},
		{fmt.Sprintf("cells with %d and more", c.Variants), func(l coveredLanguage) int { return l.Full }},
		{"cells with fewer", func(l coveredLanguage) int { return l.Thin }},
		{"empty cells", func(l coveredLanguage) int { return l.Empty }},
	} {
		fmt.Fprintf(w, "%s\t", row.name)
		for _, l := range c.Languages {
			fmt.Fprintf(w, "\t%d", row.count(l))
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// registersDown are the registers from formal to informal.
func registersDown() []empathy.Register {
	return []empathy.Register{empathy.Formal, empathy.Neutral, empathy.Informal}
}

//go:embed coverage.html
var coveragePage string

// A pageStage, a pageIntent and a pageCell are what the page is made of.
type pageStage struct {
	Name    string
	Intents []pageIntent
}

type pageIntent struct {
	phrases.Intent
	Name  string
	Cells []pageCell
}

type pageCell struct {
	ID       string // the anchor
	Language coveredLanguage
	Register empathy.Register
	Intent   *phrases.Intent
	Phrases  []phrases.Phrase
	Heat     int // 0 empty, 1 thin, 2 enough, 3 more
	Siblings []pageCell
}

// placeOf is where a reviewer finds the phrase.
func placeOf(p phrases.Phrase) string {
	file, line := p.Place()
	return fmt.Sprintf("%s:%d", file, line)
}

func (c *coverage) cell(l coveredLanguage, intent *phrases.Intent, register empathy.Register) pageCell {
	cell := pageCell{
		ID:       fmt.Sprintf("%s.%s.%v", l.Code, intent.ID, register),
		Language: l, Register: register, Intent: intent, Phrases: c.cells[cellKey{l.Code, intent.ID, register}],
	}
	switch n := len(cell.Phrases); {
	case n == 0:
	case n < c.Variants:
		cell.Heat = 1
	case n == c.Variants:
		cell.Heat = 2
	default:
		cell.Heat = 3
	}
	return cell
}

// Stages are the rows of the page.
func (c *coverage) Stages() []pageStage {
	var stages []pageStage
	for i := range c.Intents {
		intent := &c.Intents[i]
		if n := len(stages); n == 0 || stages[n-1].Name != intent.Stage.String() {
			stages = append(stages, pageStage{Name: intent.Stage.String()})
		}
		row := pageIntent{Intent: *intent, Name: intent.ID[len(intent.Stage.String())+1:]}
		for _, l := range c.Languages {
			for _, register := range registersDown() {
				cell := c.cell(l, intent, register)
				for _, other := range c.Languages {
					cell.Siblings = append(cell.Siblings, c.cell(other, intent, register))
				}
				row.Cells = append(row.Cells, cell)
			}
		}
		stages[len(stages)-1].Intents = append(stages[len(stages)-1].Intents, row)
	}
	return stages
}

func (c *coverage) writePage(name string) error {
	page, err := template.New("coverage").Funcs(template.FuncMap{"place": placeOf, "registers": registersDown}).Parse(coveragePage)
	if err != nil {
		return fmt.Errorf("reading the page's template: %w", err)
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := page.Execute(f, c); err != nil {
		f.Close()
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return f.Close()
}
