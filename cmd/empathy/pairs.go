package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// A pairLine is a line of the JSON Lines contract.
type pairLine struct {
	ID       string  `json:"id"`
	Customer string  `json:"customer"`
	Reply    *string `json:"reply"`
}

// readPairs reads a pair a line. A bad line is reported with its number and
// does not stop the others; bad is how many there were.
func readPairs(name string, r io.Reader, complain io.Writer, one func(checked) error) (bad int, err error) {
	progress := newProgress(complain)
	defer progress.done()
	lines := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, readErr := lines.ReadBytes('\n')
		if readErr != nil && !errors.Is(readErr, io.EOF) {
			return bad, fmt.Errorf("reading %s: %w", name, readErr)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			pair, lineErr := parsePair(line)
			if lineErr != nil {
				bad++
				fmt.Fprintf(complain, "empathy: %s:%d: %v\n", name, n, lineErr)
			} else if err := one(pair); err != nil {
				return bad, err
			}
			progress.step(n)
		}
		if readErr != nil {
			return bad, nil
		}
	}
}

func parsePair(line []byte) (checked, error) {
	var p pairLine
	if err := json.Unmarshal(line, &p); err != nil {
		return checked{}, fmt.Errorf("not a pair: %w", err)
	}
	if p.Reply == nil {
		return checked{}, errors.New(`not a pair: "reply" is missing`)
	}
	return checked{id: p.ID, customer: p.Customer, reply: *p.Reply}, nil
}

// progress counts lines on standard error while that is a terminal.
type progress struct {
	w     io.Writer
	shown bool
}

func newProgress(w io.Writer) *progress {
	if !isTerminal(w) {
		return &progress{}
	}
	return &progress{w: w}
}

const linesAStep = 500

func (p *progress) step(n int) {
	if p.w != nil && n%linesAStep == 0 {
		fmt.Fprintf(p.w, "\r%d pairs", n)
		p.shown = true
	}
}

func (p *progress) done() {
	if p.shown {
		fmt.Fprintln(p.w)
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
