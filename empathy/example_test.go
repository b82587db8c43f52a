package empathy_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func ExampleCheck() {
	report := empathy.Check("My parcel is a week late, again, and nobody answers my calls!", "Calm down, it is only a parcel.")
	for f := range report.Findings() {
		fmt.Println(f.Severity, f.Rule)
	}
	// Output:
	// warning no-acknowledgement
	// error dismissive
	// warning no-apology
	// note no-reassurance
}

func ExampleAnalyze() {
	tone := empathy.Analyze("Πάλι καθυστέρησε η παραγγελία μου, τρίτη φορά!")
	fmt.Println(tone.Language, tone.Register, tone.Address, tone.Emotion, tone.Intensity)
	// Output: el neutral none frustration 2
}

func ExampleAdvise() {
	advice, err := empathy.Advise("Dlaczego znowu pobraliście mi opłatę dwa razy? Jestem wściekła!")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(advice.Language, advice.Emotion, advice.Needs)
	for _, step := range advice.Steps {
		fmt.Println(step.Stage, step.Intent)
	}
	// Output:
	// pl anger [dignity reassurance explanation hearing apology]
	// acknowledging acknowledging.anger
	// apologizing apologizing.recurrence
	// explaining explaining.cause_known
	// resolving resolving.proposal
	// reassuring reassuring.prevention
	// confirming confirming.works
}

func ExampleNew() {
	checker, err := empathy.New(
		empathy.WithSuggestions(phrases.Default()),
		empathy.WithExplanationsIn(language.Polish),
		empathy.WithThreshold(0.7),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	report := checker.Check("Где мой заказ? Жду уже неделю.", "Your order is on its way and will arrive tomorrow.")
	for f := range report.Findings() {
		fmt.Println(f.Rule, f.Span)
	}
	// Output: language {0 50}
}

func ExampleChecker_Check() {
	checker, err := empathy.New(empathy.WithSuggestions(phrases.Default()))
	if err != nil {
		fmt.Println(err)
		return
	}
	report := checker.Check("I am really worried, the money has still not arrived.", "Please wait.")
	worst, found := report.Worst()
	fmt.Println(worst, found, report.Customer.Emotion, report.Err())
	// Output: warning true worry <nil>
}

func ExampleChecker_Analyze() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = checker.Analyze("Wo bleibt mein Paket, und warum antwortet mir niemand?")
	fmt.Println(err)
	// Output: empathy: the message: its language is not known here (it looks like de)
}

func ExampleChecker_Title() {
	checker, err := empathy.New(empathy.WithExplanationsIn(language.English))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(checker.Title(empathy.RuleNoApology))
	// Output: no apology
}

func ExampleNeed_Weight() {
	for _, n := range empathy.Needs()[:3] {
		fmt.Println(n, n.Weight())
	}
	// Output:
	// dignity 0.92
	// reassurance 0.76
	// explanation 0.74
}

func ExampleParseRule() {
	rule, err := empathy.ParseRule("customer-effort")
	fmt.Println(rule, rule.Severity(), rule.Family(), err)
	// Output: customer-effort note process <nil>
}
