// Command gen compiles the tone files of a folder of languages, so that they
// need not be read at start-up: it writes LANG/tone.bin, and LANG/words.bin with
// what tells the language, beside LANG/tone.toml.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/empathykit/empathykit/internal/lexicon"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen FOLDER")
		os.Exit(2)
	}
	if err := compile(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func compile(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*", "tone.toml"))
	if err != nil {
		return err
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		language := filepath.Base(filepath.Dir(file))
		l, err := lexicon.Compile(language, language+"/tone.toml", source)
		if err != nil {
			return err
		}
		for name, data := range map[string][]byte{"tone.bin": lexicon.Marshal(l, source), "words.bin": lexicon.MarshalIdiom(l, source)} {
			if err := os.WriteFile(filepath.Join(filepath.Dir(file), name), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
