package main

import (
	"sync"
	"time"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// A Desk follows the conversations of a helpdesk, in memory. It keeps what was
// heard in them; of words no more than a message that is not answered yet, and
// a note that is not posted yet. It is safe for concurrent use.
type Desk struct {
	Checker *empathy.Checker
	Catalog *phrases.Catalog

	mu            sync.Mutex
	conversations map[place]*followed
	swept         time.Time
}

type followed struct {
	conversation *empathy.Conversation
	at           time.Time // of the last message
	message      int64     // its id
	note         Note      // about it, until it is posted
}

// Hear takes a message in, and returns what there is to note. One that comes
// again, because its note could not be posted or through a second webhook, is
// not heard twice. A message that cannot be read, in another language for
// instance, gives the error of the check.
func (d *Desk) Hear(e Event) (Note, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	f := d.follow(e.place(), time.Now())
	if f.message == e.ID {
		return f.note, nil
	}
	note, err := d.hear(f.conversation, e)
	f.message, f.note = e.ID, note
	return note, err
}

// Noted tells that the note about a message is posted.
func (d *Desk) Noted(e Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.conversations[e.place()]; f != nil && f.message == e.ID {
		f.note = Note{}
	}
}

func (d *Desk) hear(conversation *empathy.Conversation, e Event) (Note, error) {
	if e.MessageType == "incoming" {
		report := conversation.Customer(e.Content)
		if report.Err() != nil {
			return Note{}, report.Err()
		}
		return Note{Customer: report.Customer, Findings: findingsOf(report, ""), Wordings: d.wordings(conversation)}, nil
	}
	report := conversation.Check(e.Content)
	note := Note{Customer: report.Customer, Reply: true, Findings: findingsOf(report, e.Content)}
	if report.Len() > 0 {
		note.Wordings = d.wordings(conversation)
	}
	if len(note.Wordings) == 0 { // the agent had the last word: there is no reply to compose
		note.Wordings = suggestions(report)
	}
	conversation.Agent(e.Content)
	return note, report.Err()
}

// followedFor is how long a quiet conversation is followed.
const followedFor = 7 * 24 * time.Hour

func (d *Desk) follow(at place, now time.Time) *followed {
	if now.Sub(d.swept) > time.Hour {
		for old, f := range d.conversations {
			if now.Sub(f.at) > followedFor {
				delete(d.conversations, old)
			}
		}
		d.swept = now
	}
	if d.conversations == nil {
		d.conversations = map[place]*followed{}
	}
	f := d.conversations[at]
	if f == nil {
		f = &followed{conversation: d.Checker.NewConversation()}
		d.conversations[at] = f
	}
	f.at = now
	return f
}

// gap stands for the answer itself, which only the agent knows.
const gap = "[…]"

// wordings composes three replies that the check has nothing against, around a
// gap for the answer.
func (d *Desk) wordings(conversation *empathy.Conversation) []string {
	advice := conversation.Advise()
	if len(advice.Steps) == 0 {
		return nil
	}
	var found []string
	var used []phrases.ID // so that the three differ in all their parts
	said := map[string]bool{}
	for seed := range uint64(24) {
		reply, err := d.Catalog.Compose(advice, phrases.Args{}, phrases.Body(gap), phrases.Via(phrases.Chat), phrases.Seeded(seed), phrases.Avoiding(used...))
		if err != nil || said[reply.Text] {
			continue
		}
		said[reply.Text] = true
		used = append(used, reply.Phrases...)
		if worst, off := conversation.Check(reply.Text, reply.IDs()...).Worst(); off && worst == empathy.Error {
			continue
		}
		if found = append(found, reply.Text); len(found) == 3 {
			break
		}
	}
	return found
}

// suggestions are the first three wordings that the findings come with.
func suggestions(report empathy.Report) []string {
	var found []string
	said := map[string]bool{}
	for f := range report.Findings() {
		for _, s := range f.Suggestions {
			if !said[s] && len(found) < 3 {
				said[s] = true
				found = append(found, s)
			}
		}
	}
	return found
}
