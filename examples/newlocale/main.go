// Command newlocale adds a language to the six that are built in, with data
// files alone: the folder locales beside it holds German.
package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/locales"
	"github.com/empathykit/empathykit/phrases"
)

//go:embed locales
var files embed.FS

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "newlocale:", err)
		os.Exit(1)
	}
}

func run(out io.Writer) error {
	own, err := fs.Sub(files, "locales") // or os.DirFS("locales"), to edit without compiling
	if err != nil {
		return err
	}
	languages := locales.Overlay(own)
	catalog, err := phrases.Load(languages)
	if err != nil {
		return err
	}
	checker, err := empathy.New(empathy.WithLocales(languages), empathy.WithSuggestions(catalog), empathy.WithExplanationsIn(language.German))
	if err != nil {
		return err
	}

	customer := "Mein Paket ist schon wieder nicht angekommen, ich bin stinksauer!"
	for f := range checker.Check(customer, "Beruhigen Sie sich, das ist doch nur ein Paket.").Findings() {
		fmt.Fprintf(out, "%v: %s\n", f.Rule, f.Message)
	}
	advice, err := checker.Advise(customer)
	if err != nil {
		return err
	}
	args := phrases.Args{Customer: phrases.Person{Family: "Nowak", Gender: phrases.Feminine}}
	reply, err := catalog.Compose(advice, args, phrases.Body("Der Kurier kommt morgen zwischen 9 und 12 Uhr."))
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n%s\n", reply)
	return nil
}
