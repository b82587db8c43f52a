// Command gen trains the models of all languages on the train part of the
// corpus and writes them beside the tone files.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/empathykit/empathykit/internal/train"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen LOCALES CORPUS")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(locales, corpus string) error {
	models, err := train.Models(os.DirFS(locales), os.DirFS(corpus), func(train.Pair) bool { return true })
	if err != nil {
		return err
	}
	for i, m := range models {
		data, err := m.MarshalBinary()
		if err != nil {
			return err
		}
		name := filepath.Join(locales, train.Languages[i], "model.bin")
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
