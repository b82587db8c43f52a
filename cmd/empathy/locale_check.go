package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/localecheck"
)

type localeCheckCommand struct {
	Dir      string   `arg:"" optional:"" help:"The folder of the languages, or of one; the embedded languages if not given."`
	Lang     []string `help:"Only these languages." placeholder:"LANG"`
	Format   string   `help:"How the problems are written; code-scanning services read sarif." enum:"text,json,sarif" default:"text"`
	FailOn   string   `help:"The smallest severity that makes the exit status 1." enum:"note,warning,error,never" default:"error"`
	Notes    bool     `help:"Also write notes: patterns that others make superfluous, classes that are not used."`
	Variants int      `help:"How many phrases a cell should have." default:"3"`
	Corpus   string   `help:"A folder of labelled pairs, LANG.jsonl: faults that are heard in their clean replies are reported." type:"existingdir" placeholder:"DIR"`
	List     bool     `help:"List the checks and end."`
}

func (c *localeCheckCommand) Run(s streams) error {
	if c.List {
		return listChecks(s.out)
	}
	folder, err := openLocales(s, c.Dir, c.Lang)
	if err != nil {
		return err
	}
	options := []localecheck.Option{localecheck.Languages(folder.languages...), localecheck.Variants(c.Variants)}
	if c.Corpus != "" {
		options = append(options, localecheck.Corpus(os.DirFS(c.Corpus)))
	}
	problems, err := localecheck.Run(folder.files, options...)
	if err != nil {
		return err
	}
	problems = folder.theirs(problems)
	for i := range problems {
		problems[i].File = folder.shown(problems[i].File)
	}
	if err := c.write(s.out, problems, folder.languages); err != nil {
		return err
	}
	return failOn(c.FailOn, problems)
}

func (c *localeCheckCommand) write(out io.Writer, problems []localecheck.Problem, languages []string) error {
	switch c.Format {
	case "json":
		return writeProblemsJSON(out, problems)
	case "sarif":
		return writeProblemsSARIF(out, problems)
	}
	writeProblems(out, problems, c.Notes)
	fmt.Fprintf(out, "%s: %s\n", strings.Join(languages, " "), summary(problems))
	return nil
}

func failOn(name string, problems []localecheck.Problem) error {
	if name == "never" {
		return nil
	}
	limit, err := empathy.ParseSeverity(name)
	if err != nil {
		return err
	}
	if worst, ok := localecheck.Worst(problems); ok && worst >= limit {
		return errFindings
	}
	return nil
}

// writeProblems writes a problem as compilers do, and what to do below the
// first of its kind.
func writeProblems(out io.Writer, problems []localecheck.Problem, notes bool) {
	advised := map[string]bool{}
	for _, p := range problems {
		if p.Severity == empathy.Note && !notes {
			continue
		}
		fmt.Fprintln(out, p)
		if !advised[p.Check+p.Advice] {
			advised[p.Check+p.Advice] = true
			fmt.Fprintf(out, "    %s\n", p.Advice)
		}
	}
}

// summary counts problems by severity: "2 errors (cell-empty 2), no warnings".
func summary(problems []localecheck.Problem) string {
	var parts []string
	for _, severity := range []empathy.Severity{empathy.Error, empathy.Warning, empathy.Note} {
		total, counts := 0, map[string]int{}
		for _, p := range problems {
			if p.Severity == severity {
				total++
				counts[p.Check]++
			}
		}
		part := fmt.Sprintf("%d %vs", total, severity)
		switch total {
		case 0:
			part = fmt.Sprintf("no %vs", severity)
		case 1:
			part = fmt.Sprintf("1 %v", severity)
		}
		if total > 0 {
			part += " (" + countsOf(counts) + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

func countsOf(counts map[string]int) string {
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		names[i] = fmt.Sprintf("%s %d", name, counts[name])
	}
	return strings.Join(names, ", ")
}

type problemJSON struct {
	Check    string           `json:"check"`
	Severity empathy.Severity `json:"severity"`
	File     string           `json:"file"`
	Line     int              `json:"line,omitempty"`
	Subject  string           `json:"subject,omitempty"`
	Message  string           `json:"message"`
	Advice   string           `json:"advice"`
}

func writeProblemsJSON(out io.Writer, problems []localecheck.Problem) error {
	list := []problemJSON{}
	for _, p := range problems {
		list = append(list, problemJSON(p))
	}
	e := plainEncoder(out)
	e.SetIndent("", "  ")
	return e.Encode(list)
}

func writeProblemsSARIF(out io.Writer, problems []localecheck.Problem) error {
	var rules []sarifRule
	for _, c := range localecheck.Checks() {
		rules = append(rules, sarifRule{c.ID, sarifText{c.Title}})
	}
	results := []sarifResult{}
	for _, p := range problems {
		var region any
		if p.Line > 0 {
			region = sarifLine{p.Line}
		}
		message := p.Message
		if p.Subject != "" {
			message = p.Subject + ": " + message
		}
		results = append(results, sarifResult{p.Check, p.Severity.String(), sarifText{message + "\n" + p.Advice}, []sarifLocation{locationOf(p.File, region)}})
	}
	return writeSARIF(out, rules, results)
}

func listChecks(out io.Writer) error {
	for _, c := range localecheck.Checks() {
		if _, err := fmt.Fprintf(out, "%-22s %-8v %s\n", c.ID, c.Severity, c.Title); err != nil {
			return err
		}
	}
	return nil
}
