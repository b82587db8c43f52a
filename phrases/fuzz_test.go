package phrases_test

import (
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// FuzzLoad feeds phrase files: what loads can be picked from and
// rendered without a panic, and what does not gives an error with its file.
func FuzzLoad(f *testing.F) {
	for _, seed := range []string{
		"[closing.wish.neutral.1]\nother = \"x\"\n",
		"[closing.wish.formal.1]\none = \"{{.Count}}\"\nfew = \"\"\n",
		"[closing.wish.formal.1]\nother = \"{{with .Customer}}{{.Vocative}}{{end}}\"\n",
		"[closing.wish.formal.1]\nother = '{{.Agent.Gendered \"a\" \"b\"}}'\n",
		"[closing.wish.formal.1]\nother = \"{{range .Customer}}x{{end}}\"\n",
		"[closing.wish.formal.1]\nother = \"{{$.When}}{{if .When}}y{{else}}z{{end}}\"\n",
		"[closing]\nwish = 1\n", "\xff", "[[a]]\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		fsys := small()
		fsys["ru/phrases/closing.ru.toml"] = &fstest.MapFile{Data: []byte(content)}
		c, err := phrases.Load(fsys)
		if err != nil {
			t.Fatal(err) // a language's own files are met later
		}
		all, err := c.Phrases(language.Russian)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		for _, p := range all {
			for _, args := range []phrases.Args{{}, full} {
				p.Render(args)
			}
		}
		c.Pick(phrases.Query{Language: language.Russian, Stage: empathy.Closing, Args: full})
	})
}
