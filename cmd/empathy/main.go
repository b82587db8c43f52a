// Command empathy checks replies to customers, reads the tone of messages,
// and composes replies.
//
// Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage or data error.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"

	"github.com/alecthomas/kong"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/locales"
)

type commandLine struct {
	Locales string `help:"Take languages from this folder beside the embedded ones; its files win." type:"existingdir" placeholder:"DIR"`

	Check    checkCommand    `cmd:"" help:"Check whether a reply fits the customer's message."`
	Analyze  analyzeCommand  `cmd:"" help:"Read language, register, address and feeling off a message."`
	Compose  composeCommand  `cmd:"" help:"Compose a reply: human, business, human."`
	Converse converseCommand `cmd:"" help:"Hold a conversation: paste what the customer writes, see what to say."`
	Phrases  phrasesCommand  `cmd:"" help:"Show the phrases of the catalog."`
	Eval     evalCommand     `cmd:"" help:"Measure the checker on a labelled corpus."`
	Locale   localeCommand   `cmd:"" help:"For those who write languages: check, extend and add them."`
}

// streams are where a command reads and writes, so that tests can stand in,
// and the languages' data that it works with.
type streams struct {
	in       io.Reader
	out, err io.Writer
	locales  fs.FS
	folder   string // where the languages lie; empty: they are the embedded ones
}

// errFindings ends a run that found something at or above --fail-on.
var errFindings = errors.New("findings")

const (
	exitFindings = 1
	exitError    = 2
)

func main() {
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, locales: locales.FS}))
}

func run(args []string, s streams) int {
	var cli commandLine
	exit := -1
	parser, err := kong.New(&cli,
		kong.Name("empathy"),
		kong.Vars{"threshold": strconv.FormatFloat(empathy.DefaultThreshold, 'g', -1, 64)},
		kong.Description("Says what fits a customer, and hears what does not."),
		kong.Writers(s.out, s.err),
		kong.Exit(func(code int) { exit = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		fmt.Fprintln(s.err, "empathy:", err)
		return exitError
	}
	ctx, err := parser.Parse(args)
	if exit >= 0 { // --help has been shown
		return exit
	}
	if cli.Locales != "" {
		s.folder, s.locales = cli.Locales, locales.Overlay(os.DirFS(cli.Locales))
	}
	if err == nil {
		err = ctx.Run(s)
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFindings):
		return exitFindings
	}
	fmt.Fprintln(s.err, "empathy:", err)
	return exitError
}
