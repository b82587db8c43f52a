package empathy

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

// An explainer puts findings into the words of a reviewer's language.
type explainer struct {
	localizer *i18n.Localizer
	rules     []func() string // by rule, the words that explain it
}

// newExplainer reads the messages.LANG.toml files of the reviewer's language
// and of English, which stands in where a message is missing.
func newExplainer(fsys fs.FS, reviewer language.Tag) (*explainer, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	base := baseOf(reviewer)
	files, err := fs.Glob(fsys, "*/messages.*.toml")
	if err != nil {
		return nil, fmt.Errorf("looking for messages: %w", err)
	}
	for _, file := range files {
		if lang, _, _ := strings.Cut(path.Dir(file), "-"); lang != base && lang != "en" {
			continue
		}
		if _, err := bundle.LoadMessageFileFS(fsys, file); err != nil {
			return nil, fmt.Errorf("reading the messages of %s: %w", file, err)
		}
	}
	e := &explainer{localizer: i18n.NewLocalizer(bundle, reviewer.String(), base, "en")}
	for rule := range Rule(len(ruleNames)) {
		e.rules = append(e.rules, sync.OnceValue(func() string { return e.message("rule." + rule.String() + ".message") }))
	}
	return e, nil
}

// ofRule returns the words that explain a rule. They are the same in every
// finding, and filling in a template takes longer than most rules do.
func (e *explainer) ofRule(rule Rule) string {
	if e == nil || int(rule) >= len(e.rules) {
		return "rule." + rule.String() + ".message"
	}
	return e.rules[rule]()
}

// message returns the words for an id, or the id itself where no file has it.
func (e *explainer) message(id string) string { return e.fill(id, nil) }

// fill returns the words for an id with what they speak of filled in.
func (e *explainer) fill(id string, data map[string]any) string {
	if e == nil {
		return id
	}
	s, err := e.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data})
	if err != nil && s == "" {
		return id
	}
	return s
}

// Title returns the rule's short name in the reviewer's language.
func (c *Checker) Title(r Rule) string { return c.explainer.message("rule." + r.String() + ".title") }

// NeedNames lists needs in the reviewer's language.
func (c *Checker) NeedNames(needs []Need) string {
	names := make([]string, len(needs))
	for i, n := range needs {
		names[i] = c.explainer.message("need." + n.String())
	}
	return strings.Join(names, c.explainer.message("list.comma"))
}
