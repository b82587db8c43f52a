package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// A Generator writes a draft: it calls a language model, of whatever make.
type Generator func(ctx context.Context, prompt string) (string, error)

// A Guard lets a draft out when the check has nothing against it, and composes
// a reply where no draft is good enough. It does not change and is safe for
// concurrent use.
type Guard struct {
	Catalog *phrases.Catalog // what a composed reply is made of
	Tries   int              // how many drafts are asked for; 0: three
	Refuse  empathy.Severity // findings from this weight on refuse a draft; the zero one is Note: all do
}

// A Task is what the application knows about the matter.
type Task struct {
	Facts string       // the answer in the customer's language, fit to be sent as it stands
	Args  phrases.Args // names, times and causes for a composed reply
}

// A Reply is what may be sent.
type Reply struct {
	Text     string
	Composed bool                // no draft was good enough: the words are the catalog's and the facts
	Refused  [][]empathy.Finding // why each draft was refused, in their order
	Cause    error               // why the generator was given up, if it failed
}

// ErrHandOver is returned where neither a draft nor a composed reply may be
// sent. A person has to answer.
var ErrHandOver = errors.New("no reply passes the check: hand over to a person")

// Reply hears the customer, asks for drafts until one passes, and says it. The
// error is that of the context, of a message that cannot be read, or ErrHandOver.
func (g Guard) Reply(ctx context.Context, generate Generator, conversation *empathy.Conversation, message string, task Task) (Reply, error) {
	if err := conversation.Customer(message).Err(); err != nil {
		return Reply{}, fmt.Errorf("reading the customer's message: %w", err)
	}
	advice := conversation.Advise()
	brief := firstPrompt(advice, message, task)
	prompt := brief
	var reply Reply
	for range g.tries() {
		draft, err := generate(ctx, prompt)
		if ctx.Err() != nil {
			return reply, ctx.Err()
		}
		if err != nil { // the customer is not to wait for a model that is down
			reply.Cause = fmt.Errorf("generating a draft: %w", err)
			break
		}
		report := conversation.Check(draft)
		refused := g.refused(report)
		if report.Err() == nil && len(refused) == 0 {
			conversation.Agent(draft)
			reply.Text = draft
			return reply, nil
		}
		reply.Refused = append(reply.Refused, refused)
		prompt = retryPrompt(brief, draft, refused, report.Err())
	}
	composed, err := g.compose(conversation, advice, task, "")
	if err != nil {
		return reply, err
	}
	conversation.Agent(composed.Text, composed.IDs()...)
	reply.Text, reply.Composed = composed.Text, true
	return reply, nil
}

// compose makes the reply of the catalog's phrases and the facts. It is held
// against the same check, together with what was said already; the first
// wording that passes is taken.
func (g Guard) compose(conversation *empathy.Conversation, advice empathy.Advice, task Task, said string) (phrases.Reply, error) {
	const wordings = 8
	for seed := range uint64(wordings) {
		reply, err := g.Catalog.Compose(advice, task.Args, phrases.Body(task.Facts), phrases.Via(phrases.Chat), phrases.Seeded(seed))
		if err != nil {
			return phrases.Reply{}, fmt.Errorf("composing the reply: %w", err)
		}
		report := conversation.Check(strings.TrimSpace(said+" "+reply.Text), reply.IDs()...)
		if report.Err() == nil && !hasError(report) {
			return reply, nil
		}
	}
	return phrases.Reply{}, ErrHandOver
}

func (g Guard) tries() int {
	if g.Tries <= 0 {
		return 3
	}
	return g.Tries
}

// refused returns the findings that weigh enough to refuse a draft.
func (g Guard) refused(report empathy.Report) []empathy.Finding {
	return slices.DeleteFunc(slices.Collect(report.Findings()), func(f empathy.Finding) bool { return f.Severity < g.Refuse })
}

// hasError reports whether something was found that must not be sent.
func hasError(report empathy.Report) bool {
	worst, found := report.Worst()
	return found && worst == empathy.Error
}
