package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

type converseCommand struct {
	Lang      string `help:"The customer's language (BCP 47); told by itself if not given."`
	ExplainIn string `help:"The language that advice and findings are explained in." default:"en"`
	State     string `help:"Keep the conversation in this file and take it up from there." placeholder:"FILE"`
	Given     string `help:"The customer's given name."`
	Family    string `help:"The customer's family name."`
	Agent     string `help:"The agent's given name."`
	voiceFlag
}

// Help is shown by empathy converse --help.
func (c *converseCommand) Help() string {
	return `Write or paste what the customer writes, and end it with an empty line.
Then write the reply, and end it with an empty line. A line of numbers takes the
phrases that are shown under them; any other line stands as it is. A reply that
has findings is sent by another empty line, or written anew.

An empty line instead of a customer's message: the customer says nothing.
  /SITUATION  what only you know: ` + situationNames() + `
  /quit       ends (so does the end of the input)`
}

func situationNames() string {
	var names []string
	for _, s := range empathy.Situations() {
		names = append(names, s.String())
	}
	return strings.Join(names, ", ")
}

func (c *converseCommand) Run(s streams) error {
	checker, catalog, err := newChecker(s, c.Lang, c.ExplainIn, c.voiceFlag)
	if err != nil {
		return err
	}
	d := &dialogue{
		lines: bufio.NewScanner(s.in), out: s.out, checker: checker, catalog: catalog, state: c.State,
		args:     phrases.Args{Customer: phrases.Person{Given: c.Given, Family: c.Family}, Agent: phrases.Person{Given: c.Agent}},
		terminal: isTerminal(s.out), conversation: checker.NewConversation(),
	}
	d.lines.Buffer(nil, empathy.DefaultSizeLimit)
	d.writer = textWriter{out: s.out, colour: d.terminal && os.Getenv("NO_COLOR") == "", checker: checker}
	if err := d.resume(); err != nil {
		return err
	}
	return d.hold()
}

// A dialogue is a conversation at a terminal, or read line by line from a pipe.
type dialogue struct {
	lines        *bufio.Scanner
	out          io.Writer
	writer       textWriter
	checker      *empathy.Checker
	catalog      *phrases.Catalog
	args         phrases.Args
	conversation *empathy.Conversation
	state        string
	terminal     bool

	offered []offer
}

// An offer is a phrase that is shown under a number.
type offer struct {
	id   phrases.ID
	text string
}

// errQuit ends the dialogue.
var errQuit = errors.New("quit")

func (d *dialogue) hold() error {
	for {
		err := d.round()
		if errors.Is(err, errQuit) {
			return d.lines.Err()
		}
		if err != nil {
			return err
		}
	}
}

// round is one message of the customer and the reply to it.
func (d *dialogue) round() error {
	message, situations, err := d.block("The customer writes (an empty line ends it):", hearing)
	if err != nil {
		return err
	}
	if message != "" {
		report := d.conversation.Customer(message)
		if err := report.Err(); err != nil {
			d.say(strings.TrimPrefix(err.Error(), "empathy: "))
			return nil
		}
		d.say(d.writer.paint("1", describe(report.Customer)))
		for f := range report.Findings() {
			d.writer.finding("", f)
		}
		if err := d.save(); err != nil {
			return err
		}
	}
	d.advise(situations)
	return d.reply()
}

// reply reads replies until one is sent.
func (d *dialogue) reply() error {
	draft := draft{}
	for {
		lines, situations, err := d.block("Your reply (numbers take phrases, an empty line ends it):", replying)
		if err != nil && draft.text == "" {
			return err
		}
		if len(situations) > 0 && lines == "" {
			d.advise(situations)
			continue
		}
		if lines == "" {
			if draft.text == "" {
				return nil // the customer goes on
			}
			return errors.Join(d.send(draft), err)
		}
		next, err := d.compose(lines)
		if err != nil {
			d.say(err.Error())
			continue
		}
		draft = next
		d.say(d.writer.paint("1", "reply  ") + d.quote(draft.text))
		report := d.conversation.Check(draft.text, draft.used...)
		if err := report.Err(); err != nil {
			d.say(strings.TrimPrefix(err.Error(), "empathy: "))
		}
		for f := range report.Findings() {
			d.writer.finding(draft.text, f)
		}
		if report.Len() == 0 {
			d.say("nothing to object to: sent")
			return d.send(draft)
		}
		d.say("\nAn empty line sends it all the same; or write it anew.")
	}
}

// A draft is a reply that is not sent yet.
type draft struct {
	text string
	used []string
}

// compose puts a reply together: lines of numbers are phrases.
func (d *dialogue) compose(lines string) (draft, error) {
	var made draft
	var parts []string
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		chosen, err := d.chosen(line)
		if err != nil {
			return draft{}, err
		}
		if chosen == nil {
			parts = append(parts, line)
		}
		for _, o := range chosen {
			parts = append(parts, o.text)
			made.used = append(made.used, o.id.String())
		}
	}
	between := " "
	if base, _ := d.conversation.Advise().Language.Base(); base.String() == "zh" {
		between = ""
	}
	made.text = strings.Join(parts, between)
	return made, nil
}

// chosen returns the phrases of a line of numbers, or nil where it is none.
func (d *dialogue) chosen(line string) ([]offer, error) {
	var numbers []int
	for _, field := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(field)
		if err != nil {
			return nil, nil
		}
		numbers = append(numbers, n)
	}
	var chosen []offer
	for _, n := range numbers {
		if n < 1 || n > len(d.offered) {
			return nil, fmt.Errorf("there is no phrase %d; write the reply anew", n)
		}
		chosen = append(chosen, d.offered[n-1])
	}
	return chosen, nil
}

func (d *dialogue) send(reply draft) error {
	d.conversation.Agent(reply.text, reply.used...)
	return d.save()
}

// advise shows what to say next, and phrases to say it with.
func (d *dialogue) advise(situations []empathy.Situation) {
	advice := d.conversation.Advise(situations...)
	d.offered = nil
	d.say("")
	d.say(advice.Why)
	if needs := slices.DeleteFunc(advice.Needs, func(n empathy.Need) bool { return n == empathy.Dignity }); len(needs) > 0 {
		d.say("still needed: " + d.checker.NeedNames(needs)) // dignity goes without saying
	}
	if len(advice.Steps) == 0 {
		return
	}
	d.say(fmt.Sprintf("%s, %s", advice.Language, advice.Register))
	for _, step := range advice.Steps {
		d.say(fmt.Sprintf("\n%s  %s", d.writer.paint("1", step.Stage.String()), step.Why))
		offers := d.offers(advice, step)
		if len(offers) == 0 {
			d.say("     (in your own words)")
		}
		for _, o := range offers {
			d.offered = append(d.offered, o)
			d.say(fmt.Sprintf("  %2d %s", len(d.offered), d.quote(o.text)))
		}
	}
}

// mostOffers is how many phrases are shown for a step.
const mostOffers = 3

// offers picks phrases for a step that need no more than is known.
func (d *dialogue) offers(advice empathy.Advice, step empathy.Step) []offer {
	args := d.args
	args.Company = advice.Company()
	q := phrases.Query{
		Language: advice.Language, Stage: step.Stage, Intent: step.Intent, Register: advice.Register,
		Emotion: advice.Emotion, Intensity: advice.Intensity, Args: args, Allows: advice.Allows,
	}
	for _, used := range advice.Used {
		if id, err := phrases.ParseID(used); err == nil {
			q.Used = append(q.Used, id)
		}
	}
	var offers []offer
	for len(offers) < mostOffers {
		p, err := d.catalog.Pick(q)
		if err != nil || slices.ContainsFunc(offers, func(o offer) bool { return o.id == p.ID }) {
			break
		}
		text, err := p.Render(args)
		if err != nil {
			break
		}
		q.Used = append(q.Used, p.ID)
		offers = append(offers, offer{p.ID, text})
	}
	return offers
}

// What stands before a line that is typed.
const (
	hearing  = "customer"
	replying = "reply"
)

// block reads lines up to an empty one. Lines that begin with a stroke are
// commands: a situation is told beside the customer's message, or instead of a
// reply, which brings other advice at once. At the end of the input what was read
// counts, and then the dialogue quits.
func (d *dialogue) block(prompt, short string) (string, []empathy.Situation, error) {
	d.prompt("\n" + d.writer.paint("2", prompt))
	var lines []string
	var situations []empathy.Situation
	for {
		d.mark(short)
		if !d.lines.Scan() {
			if len(lines) == 0 {
				return "", situations, errQuit
			}
			return strings.Join(lines, "\n"), situations, nil
		}
		line := strings.TrimRight(d.lines.Text(), " \t\r")
		name, isCommand := strings.CutPrefix(line, "/")
		switch {
		case line == "":
			return strings.Join(lines, "\n"), situations, nil
		case !isCommand:
			lines = append(lines, line)
		case name == "quit":
			return "", nil, errQuit
		default:
			s, err := empathy.ParseSituation(name)
			switch {
			case err != nil || s == empathy.NoSituation:
				d.say("there is no /" + name + "; there are /quit and the situations " + situationNames())
			case short == replying && len(lines) > 0:
				d.say("give the situation before the reply; /" + name + " is left out")
			case short == replying:
				return "", []empathy.Situation{s}, nil
			default:
				situations = append(situations, s)
			}
		}
	}
}

// say writes a line.
func (d *dialogue) say(line string) { fmt.Fprintln(d.out, line) }

// prompt writes a line that only somebody at a terminal needs.
func (d *dialogue) prompt(line string) {
	if d.terminal {
		d.say(line)
	}
}

// mark writes what stands before a line that is typed.
func (d *dialogue) mark(short string) {
	if d.terminal {
		fmt.Fprint(d.out, d.writer.paint("36", short+"> "))
	}
}

// quote keeps what a terminal shows as text.
func (d *dialogue) quote(s string) string { return strings.Map(printable, s) }

// resume takes up the conversation in the state file, if there is one.
func (d *dialogue) resume() error {
	if d.state == "" {
		return nil
	}
	data, err := os.ReadFile(d.state)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if d.conversation, err = d.checker.ResumeConversation(data); err != nil {
		return fmt.Errorf("%s: %w", d.state, err)
	}
	d.say(fmt.Sprintf("taking up the conversation after %d messages", len(d.conversation.Turns())))
	return nil
}

// save writes the state file whole or not at all.
func (d *dialogue) save() error {
	if d.state == "" {
		return nil
	}
	data, err := json.Marshal(d.conversation)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(d.state), ".empathy-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(append(data, '\n')); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), d.state)
}
