package main

import (
	"fmt"
	"iter"
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/empathykit/empathykit/empathy"
)

// A Piece is a part of a streamed reply that may be shown.
type Piece struct {
	Text     string
	Composed bool              // the draft was stopped: these words are the catalog's and the facts
	Findings []empathy.Finding // what stopped the draft; of the last piece of a whole one, what is off in all of it
	Cause    error             // why the generator was given up, if it failed
}

// Stream hears the customer and lets a draft through sentence by sentence while
// it is being written. A sentence is shown once it is whole and nothing in it
// must not be sent; at the first one with an error the generator is stopped
// (the loop over chunks ends) and a composed reply takes its place. What is
// missing, such as an apology, is known only at the end, when all has been
// shown: it is told in the last piece, for the log. The error is that of a
// message that cannot be read, or ErrHandOver.
func (g Guard) Stream(chunks iter.Seq2[string, error], conversation *empathy.Conversation, message string, task Task) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		if err := conversation.Customer(message).Err(); err != nil {
			yield(Piece{}, fmt.Errorf("reading the customer's message: %w", err))
			return
		}
		s := stream{guard: g, conversation: conversation, task: task, advice: conversation.Advise(), yield: yield}
		defer s.remember()
		pending := ""
		for chunk, err := range chunks {
			if err != nil {
				s.finish(empathy.Report{}, fmt.Errorf("generating a draft: %w", err))
				return
			}
			var whole []string
			whole, pending = cut(pending + chunk)
			for _, sentence := range whole {
				if !s.show(sentence, false) {
					return
				}
			}
		}
		s.show(pending, true)
	}
}

// cut takes the whole sentences off the front. The last one may still go on.
func cut(text string) (whole []string, rest string) {
	for s := sentences.FromString(text); s.Next(); {
		whole = append(whole, s.Value())
	}
	if len(whole) == 0 {
		return nil, ""
	}
	last := len(whole) - 1
	return whole[:last], whole[last]
}

// A stream is a draft on its way to the customer.
type stream struct {
	guard        Guard
	conversation *empathy.Conversation
	task         Task
	advice       empathy.Advice
	yield        func(Piece, error) bool
	said         string   // what has been shown
	ids          []string // the phrases in it
}

// show lets a sentence through, or finishes in other words; it reports whether
// there may be more.
func (s *stream) show(sentence string, last bool) bool {
	report := s.conversation.Check(s.said + sentence)
	if hasError(report) {
		s.finish(report, nil)
		return false
	}
	if strings.TrimSpace(s.said+sentence) == "" && last { // the model said nothing
		s.finish(report, report.Err())
		return false
	}
	piece := Piece{Text: sentence}
	if last {
		piece.Findings = s.guard.refused(report)
	}
	s.said += sentence
	return s.yield(piece, nil)
}

// finish composes what the draft does not say.
func (s *stream) finish(report empathy.Report, cause error) {
	piece := Piece{Composed: true, Cause: cause}
	for f := range report.Findings() {
		if f.Severity == empathy.Error {
			piece.Findings = append(piece.Findings, f)
		}
	}
	reply, err := s.guard.compose(s.conversation, s.advice, s.task, s.said)
	if err != nil {
		s.yield(piece, err)
		return
	}
	piece.Text = reply.Text
	s.said, s.ids = strings.TrimSpace(s.said+" "+reply.Text), reply.IDs()
	s.yield(piece, nil)
}

// remember tells the conversation what the customer has been shown.
func (s *stream) remember() {
	if s.said != "" {
		s.conversation.Agent(s.said, s.ids...)
	}
}
