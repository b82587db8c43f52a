package phrasefile

import (
	"strings"
	"text/template"
)

// A Form is one plural form of a phrase, ready to be rendered.
type Form struct {
	Text     string             // as it stands in the file
	Template *template.Template // nil where there is nothing to fill in
	Parts    []Part             // what the template does, where it does no more than parts can
}

// ParseForms reads the plural forms of a phrase; an empty one is nil.
func ParseForms(id string, sources [PluralForms]string) (forms [PluralForms]*Form, err error) {
	for i, source := range sources {
		if source == "" {
			continue
		}
		f := &Form{Text: source}
		if strings.Contains(source, "{{") {
			if f.Template, err = template.New(id).Option("missingkey=error").Parse(source); err != nil {
				return forms, err
			}
			f.Parts = partsOf(f.Template.Tree)
		}
		forms[i] = f
	}
	return forms, nil
}
