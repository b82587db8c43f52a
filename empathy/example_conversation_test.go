package empathy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// A conversation from the first message to the farewell: what to say next, and
// what was missing in the end.
func Example_conversation() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	conversation := checker.NewConversation()
	conversation.Customer("My order is late again, the third time this year, and I am really frustrated. Why does this keep happening?")
	advice := conversation.Advise()
	fmt.Println(advice.Why)
	fmt.Println(advice.Steps[0].Stage, "-", advice.Steps[0].Why)

	conversation.Agent("I will send the order again with another courier. Does that work for you?")
	conversation.Customer("Yes, that works for me.")
	report := conversation.Agent("Thank you for your patience. I am closing this case now.")
	for f := range report.Findings() {
		fmt.Println(f.Rule)
	}
	// Output:
	// The customer has told you what it is about. The person first, then the matter, then the person again.
	// acknowledging - Something keeps standing in the customer's way. Say that you see how tiring this is.
	// unmet-need
}

// A bot keeps the conversation in its own store between two messages.
func ExampleChecker_ResumeConversation() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	conversation := checker.NewConversation()
	conversation.Customer("Znowu pobraliście opłatę dwa razy, jestem wściekła! Kiedy oddacie mi pieniądze?")
	state, err := json.Marshal(conversation)
	if err != nil {
		fmt.Println(err)
		return
	}

	resumed, err := checker.ResumeConversation(state)
	if err != nil {
		fmt.Println(err)
		return
	}
	open, met := resumed.Needs()
	fmt.Println(open, met)
	_, err = checker.ResumeConversation([]byte(`{"empathy":7}`))
	fmt.Println(errors.Is(err, empathy.ErrStateVersion))
	// Output:
	// [dignity reassurance hearing apology predictability] []
	// true
}

// The agent knows what no message tells.
func ExampleConversation_Advise() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	conversation := checker.NewConversation()
	conversation.Customer("I would like to return the shoes, I am disappointed with them.")
	advice := conversation.Advise(empathy.NothingCanBeDone)
	fmt.Println(advice.Why)
	for _, step := range advice.Steps {
		if step.Stage == empathy.Declining {
			fmt.Println("-", step.Intent)
		}
	}
	// Output:
	// It cannot be done, but you can always show that you understand. Say no plainly, with the reason, and offer what you can.
	// - declining.policy
	// - declining.alternative
}

// Replies are composed of the advice; what was said is not said again.
func ExampleConversation_Agent() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	conversation := checker.NewConversation()
	conversation.Customer("I am really worried, my transfer has still not arrived.")
	reply, err := phrases.Default().Compose(conversation.Advise(), phrases.Args{}, phrases.Body("The bank released it an hour ago; it will be on your account at noon."))
	if err != nil {
		fmt.Println(err)
		return
	}
	report := conversation.Agent(reply.Text, reply.IDs()...)
	_, met := conversation.Needs()
	fmt.Println(report.Len(), met)
	fmt.Println(len(conversation.Advise().Used) == len(reply.Phrases))
	// Output:
	// 0 [hearing apology]
	// true
}

func ExampleConversation_Check() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	conversation := checker.NewConversation()
	conversation.Customer("Where is my parcel?")
	draft := conversation.Check("It was your own fault, you did not read the terms!!!")
	for f := range draft.Findings() {
		fmt.Println(f.Rule)
	}
	fmt.Println(len(conversation.Turns()))
	// Output:
	// blame
	// shouting
	// 1
}

func ExampleConversation_Customer() {
	var conversation empathy.Conversation // the zero one uses the standard checker
	conversation.Customer("Could you tell me where my order is?")
	conversation.Agent("I will send the order again with another courier.")
	report := conversation.Customer("I have been waiting for three weeks and nobody cares, this is so frustrating!")
	for f := range report.Findings() {
		fmt.Println(f.Rule)
	}
	// Output: feeling-rising
}

func ExampleConversation_Turns() {
	var conversation empathy.Conversation
	conversation.Customer("Πάλι καθυστέρησε η παραγγελία μου, τρίτη φορά!")
	conversation.Agent("Λυπάμαι που ξανασυνέβη. Θα στείλω άλλον κούριερ αύριο.")
	for _, turn := range conversation.Turns() {
		fmt.Println(turn.Speaker, turn.Emotion, turn.Intensity, turn.Levels)
	}
	// Output:
	// customer frustration 2 []
	// agent neutral 0 [human business]
}

func ExampleConversation_Used() {
	var conversation empathy.Conversation
	conversation.Customer("Hello")
	conversation.Used("opening.greeting.neutral.1")
	fmt.Println(conversation.Advise().Used)
	// Output: [opening.greeting.neutral.1]
}

func ExampleKeepText() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	conversation := checker.NewConversation(empathy.KeepText())
	conversation.Customer("Where is my parcel?")
	fmt.Println(conversation.Turns()[0].Text)
	// Output: Where is my parcel?
}

func ExampleConversationRules() {
	for _, rule := range empathy.ConversationRules()[:3] {
		fmt.Println(rule, rule.Severity(), rule.Family())
	}
	// Output:
	// unmet-need warning conversation
	// never-paraphrased note conversation
	// closed-without-agreement warning conversation
}

func ExampleLoadVoice() {
	files := fstest.MapFS{"nord.toml": {Data: []byte(`
company = "Nord"
register = ["neutral", "formal"]
exclamation = false

[words.en.instead]
"passenger*" = "guest"
`)}}
	voice, err := empathy.LoadVoice(files, "nord.toml")
	if err != nil {
		fmt.Println(err)
		return
	}
	checker, err := empathy.New(empathy.WithVoice(voice))
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range checker.Check("Where is my bag?", "All passengers have their bags!").Findings() {
		fmt.Println(f.Rule, f.Message, f.Suggestions)
	}
	// Output:
	// off-brand The brand writes without exclamation marks. A full stop will do. []
	// off-brand The brand does not say “passengers” but “guest”. [guest]
}

func ExampleParseVoice() {
	_, err := empathy.ParseVoice("nord.toml", []byte("company = \"Nord\"\nregister = [\"posh\"]\n"))
	fmt.Println(err)
	// Output: empathy: nord.toml:2: register: "posh" is no register: formal, neutral, informal
}

func ExampleWithVoice() {
	checker, err := empathy.New(empathy.WithVoice(empathy.Voice{
		Company: "Nord",
		Address: map[language.Tag]empathy.Address{language.Polish: empathy.T}, // like a friend
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	advice, err := checker.Advise("Gdzie jest moja paczka?")
	fmt.Println(advice.Register, advice.Address, advice.Company(), err)
	// Output: informal T Nord <nil>
}
