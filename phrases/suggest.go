package phrases

import (
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

const mostSuggestions = 3

// Suggest returns up to three wordings of an intent that need no arguments.
// It makes a catalog an [empathy.Suggester].
func (c *Catalog) Suggest(lang language.Tag, intent string, register empathy.Register, emotion empathy.Emotion, seed uint64) []string {
	q := Query{Language: lang, Intent: intent, Register: register, Emotion: emotion, Seed: seed}
	var wordings []string
	for len(wordings) < mostSuggestions {
		p, err := c.Pick(q)
		if err != nil || lastIndex(q.Used, p.ID) >= 0 {
			break
		}
		q.Used = append(q.Used, p.ID)
		if s, err := p.Render(Args{}); err == nil {
			wordings = append(wordings, s)
		}
	}
	return wordings
}
