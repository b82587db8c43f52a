// Package pseudo makes a language of a real one to test a host's layout with:
// still readable, but with accents on its letters, a third longer, and in
// brackets, so that what is cut off, squeezed or not taken from the catalog
// shows at once.
package pseudo

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/phrasefile"
)

// Files returns the phrase, time and message files of the pseudo-language, by
// their names, made of the language in the folder source of fsys.
func Files(fsys fs.FS, source string, tag language.Tag) (map[string]string, error) {
	files := map[string]string{}
	for _, pattern := range []string{"phrases/*.toml", "time.*.toml", "messages.*.toml"} {
		names, err := fs.Glob(fsys, path.Join(source, pattern))
		if err != nil {
			return nil, fmt.Errorf("looking for files of %s: %w", source, err)
		}
		for _, name := range names {
			content, err := file(fsys, name)
			if err != nil {
				return nil, err
			}
			target := strings.TrimPrefix(name, source+"/")
			target = strings.TrimSuffix(target, "."+source+".toml") + "." + tag.String() + ".toml"
			files[path.Join(tag.String(), target)] = content
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("there are no phrases in %s", source)
	}
	if names, err := fs.ReadFile(fsys, path.Join(source, "names.toml")); err == nil {
		files[path.Join(tag.String(), "names.toml")] = string(names)
	}
	return files, nil
}

func file(fsys fs.FS, name string) (string, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", name, err)
	}
	f, err := phrasefile.Parse(name, data)
	if err != nil {
		return "", err
	}
	var changes []phrasefile.Change
	for _, m := range f.Messages {
		for _, field := range m.Fields {
			if _, form := phrasefile.FormOf(field.Key); form && field.Value != "" {
				changes = append(changes, phrasefile.Change{ID: m.ID, Key: field.Key, Value: Text(field.Value)})
			}
		}
	}
	return string(f.Edit(changes)), nil
}

// accents are letters that a reader still recognises.
var accents = map[rune]rune{
	'a': 'å', 'b': 'ƀ', 'c': 'ç', 'd': 'ð', 'e': 'é', 'f': 'ƒ', 'g': 'ĝ', 'h': 'ĥ', 'i': 'î', 'j': 'ĵ', 'k': 'ķ', 'l': 'ļ', 'm': 'ɱ',
	'n': 'ñ', 'o': 'ö', 'p': 'þ', 'q': 'ǫ', 'r': 'ŕ', 's': 'š', 't': 'ţ', 'u': 'û', 'v': 'ṽ', 'w': 'ŵ', 'x': 'ẋ', 'y': 'ý', 'z': 'ž',
	'A': 'Å', 'B': 'Ɓ', 'C': 'Ç', 'D': 'Ð', 'E': 'É', 'F': 'Ƒ', 'G': 'Ĝ', 'H': 'Ĥ', 'I': 'Î', 'J': 'Ĵ', 'K': 'Ķ', 'L': 'Ļ', 'M': 'Ṁ',
	'N': 'Ñ', 'O': 'Ö', 'P': 'Þ', 'Q': 'Ǫ', 'R': 'Ŕ', 'S': 'Š', 'T': 'Ţ', 'U': 'Û', 'V': 'Ṽ', 'W': 'Ŵ', 'X': 'Ẋ', 'Y': 'Ý', 'Z': 'Ž',
}

// Text changes a phrase; what stands in braces stays as it is.
func Text(phrase string) string {
	var b strings.Builder
	letters := 0
	b.WriteString("⟦")
	for rest := phrase; rest != ""; {
		words, action, found := strings.Cut(rest, "{{")
		for _, r := range words {
			if accent, ok := accents[r]; ok {
				r = accent
			}
			if unicode.IsLetter(r) {
				letters++
			}
			b.WriteRune(r)
		}
		if !found {
			break
		}
		action, rest, _ = strings.Cut(action, "}}")
		b.WriteString("{{" + action + "}}")
	}
	b.WriteString(padding((letters + 2) / 3))
	b.WriteString("⟧")
	return b.String()
}

// padding is so many characters of words that nobody takes for the text.
func padding(n int) string {
	if n == 0 {
		return ""
	}
	const words = " one two three four five six seven eight nine ten"
	s := strings.Repeat(words, n/len(words)+1)
	for utf8.RuneCountInString(s) > max(n, 2) {
		s = s[:len(s)-1]
	}
	return strings.TrimRight(s, " ")
}
