// Command llmguard shows how to put empathykit between a language model and
// the customer. The model here is a fake that writes poor drafts; see
// [Generator] for where yours goes.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

const (
	customer = "My parcel is late again, the third time this month! I am furious. Why does this keep happening?"
	rude     = "Calm down, it is only a parcel."
	good     = "I understand how infuriating it is to be let down a third time, and I am sorry. The label printer in our depot was faulty; " +
		"it has been replaced, so this will not happen again. Your parcel arrives tomorrow between 9 and 12. Does that work for you?"
)

var task = Task{Facts: "The label printer in our depot was faulty; it has been replaced. Your parcel arrives tomorrow between 9 and 12."}

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "llmguard:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer) error {
	catalog := phrases.Default()
	checker, err := empathy.New(empathy.WithSuggestions(catalog))
	if err != nil {
		return err
	}
	guard := Guard{Catalog: catalog, Refuse: empathy.Warning}
	fmt.Fprintf(out, "customer   %s\n", customer)

	for _, scene := range []struct {
		title    string
		generate Generator
	}{
		{"a model that learns", scripted(rude, good)},
		{"a model that does not", scripted(rude)},
	} {
		reply, err := guard.Reply(ctx, scene.generate, checker.NewConversation(), customer, task)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "\n── %s\n", scene.title)
		for i, refused := range reply.Refused {
			fmt.Fprintf(out, "draft %d    refused: %v\n", i+1, rulesOf(refused))
		}
		fmt.Fprintf(out, "%-11s%s\n", origin(reply.Composed), reply.Text)
	}

	fmt.Fprintf(out, "\n── a stream\n")
	draft := "I understand how infuriating this is. Calm down, it is only a parcel. Goodbye."
	for piece, err := range guard.Stream(tokens(draft), checker.NewConversation(), customer, task) {
		if err != nil {
			return err
		}
		if piece.Composed {
			fmt.Fprintf(out, "stopped    %v\n", rulesOf(piece.Findings))
		}
		fmt.Fprintf(out, "%-11s%s\n", origin(piece.Composed), piece.Text)
	}
	return nil
}

func rulesOf(findings []empathy.Finding) []empathy.Rule {
	rules := make([]empathy.Rule, len(findings))
	for i, f := range findings {
		rules[i] = f.Rule
	}
	return rules
}

func origin(composed bool) string {
	if composed {
		return "composed"
	}
	return "sent"
}
