package main

import (
	"fmt"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

type composeCommand struct {
	Customer string `required:"" help:"The customer's message."`
	Body     string `help:"The answer, in your own words; it stands in the middle."`
	Lang     string `help:"The customer's language (BCP 47); told by itself if not given."`
	Register string `help:"formal, neutral or informal; as the customer writes if not given." enum:"formal,neutral,informal," default:""`
	Channel  string `help:"Where the reply goes out." enum:"chat,email," default:""`
	Seed     uint64 `help:"Another seed chooses other words."`
	Format   string `help:"How the reply is written." enum:"text,json" default:"text"`

	voiceFlag

	Given      string `help:"The customer's given name."`
	Family     string `help:"The customer's family name."`
	Patronymic string `help:"The customer's patronymic (Russian)."`
	Gender     string `help:"The customer's grammatical gender." enum:"feminine,masculine," default:""`
	Agent      string `help:"The agent's given name."`
	Company    string `help:"The company's name."`
	Count      int    `help:"How many days the customer has waited."`
	When       string `help:"When something happens: \"tomorrow between 9 and 12\"."`
	Cause      string `help:"Why it happened."`
	Step       string `help:"What is done about it."`
}

type composedJSON struct {
	Text    string         `json:"text"`
	Phrases []phrases.ID   `json:"phrases"`
	Needs   []empathy.Need `json:"needs"`
}

func (c *composeCommand) Run(s streams) error {
	checker, catalog, err := newChecker(s, c.Lang, "en", c.voiceFlag)
	if err != nil {
		return err
	}
	advice, err := checker.Advise(c.Customer)
	if err != nil {
		return err
	}
	if c.Register != "" {
		if advice.Register, err = empathy.ParseRegister(c.Register); err != nil {
			return err
		}
	}
	var channel phrases.Channel
	if err := channel.UnmarshalText([]byte(c.Channel)); err != nil {
		return err
	}
	reply, err := catalog.Compose(advice, c.args(), phrases.Body(c.Body), phrases.Via(channel), phrases.Seeded(c.Seed))
	if err != nil {
		return err
	}
	if c.Format == "json" {
		return plainEncoder(s.out).Encode(composedJSON{Text: reply.Text, Phrases: reply.Phrases, Needs: advice.Needs})
	}
	fmt.Fprintln(s.out, reply)
	return nil
}

func (c *composeCommand) args() phrases.Args {
	genders := map[string]phrases.Gender{"feminine": phrases.Feminine, "masculine": phrases.Masculine}
	return phrases.Args{
		Customer: phrases.Person{Given: c.Given, Family: c.Family, Patronymic: c.Patronymic, Gender: genders[c.Gender]},
		Agent:    phrases.Person{Given: c.Agent}, Company: c.Company,
		Count: c.Count, When: c.When, Cause: c.Cause, Step: c.Step,
	}
}
