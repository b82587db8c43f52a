package phrases

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// A Reply is a composed reply.
type Reply struct {
	Text    string
	Phrases []ID // what it is composed of, for [Query].Used
}

// String returns the text.
func (r Reply) String() string { return r.Text }

// IDs returns the text forms of the phrases' IDs, for [empathy.Conversation.Used].
func (r Reply) IDs() []string {
	ids := make([]string, len(r.Phrases))
	for i, id := range r.Phrases {
		ids[i] = id.String()
	}
	return ids
}

// A ComposeOption sets how a reply is composed.
type ComposeOption func(*composition)

// Body gives the answer in the agent's own words. It stands in the middle, in
// place of what only the agent can say: the proposal, or else the summary, the
// question, the refusal that is advised.
func Body(answer string) ComposeOption {
	return func(c *composition) { c.body = strings.TrimSpace(answer) }
}

// Via says which channel the reply goes out on. An e-mail is in paragraphs.
func Via(channel Channel) ComposeOption { return func(c *composition) { c.query.Channel = channel } }

// Avoiding says what has been said in the conversation already.
func Avoiding(used ...ID) ComposeOption {
	return func(c *composition) { c.query.Used = append(c.query.Used, used...) }
}

// Seeded chooses among equals: the same seed composes the same reply.
func Seeded(seed uint64) ComposeOption { return func(c *composition) { c.query.Seed = seed } }

// A composition is a reply in the making.
type composition struct {
	catalog   *Catalog
	args      Args
	body      string
	signature string
	query     Query
	parts     []part
	said      []ID
	closes    bool
}

// A part is what one step contributes.
type part struct {
	text  string
	level empathy.Level
}

// ErrNothingToSay is the error of [Catalog.Compose] where the advice has no steps.
var ErrNothingToSay = errors.New("phrases: the advice has no steps")

// Compose makes a whole reply of the advice: the person first, then the
// matter, then the person again, in one register and one form of address.
// Steps whose arguments are not given are left out; where a cause is asked
// for and none is given, the reply says that it is being found out. Phrases
// that the conversation has used are avoided. The advice's voice is kept: its
// company is named, words that it does not use are not picked, and an e-mail,
// or a reply that closes, is signed.
func (c *Catalog) Compose(advice empathy.Advice, args Args, options ...ComposeOption) (Reply, error) {
	if len(advice.Steps) == 0 {
		return Reply{}, ErrNothingToSay
	}
	if args.Company == "" {
		args.Company = advice.Company()
	}
	m := composition{catalog: c, args: args, signature: advice.Signature(), query: Query{
		Language: advice.Language, Register: advice.Register, Emotion: advice.Emotion, Intensity: advice.Intensity,
		Allows: advice.Allows,
	}}
	for _, used := range advice.Used {
		if id, err := ParseID(used); err == nil { // others are the caller's own
			m.query.Used = append(m.query.Used, id)
		}
	}
	for _, option := range options {
		option(&m)
	}
	for _, step := range m.withBody(m.withTime(advice.Steps)) {
		if err := m.take(step); err != nil {
			return Reply{}, fmt.Errorf("composing a reply: %w", err)
		}
	}
	return Reply{m.join(), m.said}, nil
}

// theBody marks the step in whose place the agent's own words stand.
const theBody = "body"

// ownWords are the intents that the agent's own words can take the place of,
// the likeliest first.
var ownWords = []string{
	"paraphrasing.what_happened", "paraphrasing.expectation", "clarifying.details", "declining.policy",
	"followup.proactive_notice", "waiting.update_delay", "waiting.callback", "waiting.hold", "closing.thanks",
}

// withBody finds the place of the agent's own words.
func (m *composition) withBody(steps []empathy.Step) []empathy.Step {
	if m.body == "" {
		return steps
	}
	at := slices.IndexFunc(steps, func(s empathy.Step) bool { return s.Stage == empathy.Resolving })
	for _, intent := range ownWords {
		if at >= 0 {
			break
		}
		at = slices.IndexFunc(steps, func(s empathy.Step) bool { return s.Intent == intent })
	}
	body := empathy.Step{Stage: empathy.Resolving, Intent: theBody}
	if at < 0 {
		return append(slices.Clone(steps), body)
	}
	stage := steps[at].Stage
	with := append(slices.Clone(steps[:at]), body)
	if steps[at].Intent == "closing.thanks" { // nothing is open: the thanks stay
		with = append(with, steps[at])
	}
	for _, s := range steps[at+1:] {
		if stage != empathy.Declining || s.Stage != empathy.Declining {
			with = append(with, s)
		}
	}
	return with
}

// withTime sees to it that a time that is given is also said: behind the
// answer, where no step of the advice says it.
func (m *composition) withTime(steps []empathy.Step) []empathy.Step {
	const certainty = "reassuring.certainty"
	at := -1
	for i, step := range steps {
		if step.Intent == certainty {
			return steps
		}
		if step.Stage == empathy.Resolving {
			at = i + 1
		}
	}
	if m.args.When == "" || at < 0 || strings.Contains(m.body, m.args.When) {
		return steps
	}
	return slices.Insert(slices.Clone(steps), at, empathy.Step{Stage: empathy.Reassuring, Intent: certainty})
}

// take says one step, or leaves it out.
func (m *composition) take(step empathy.Step) error {
	if step.Intent == theBody {
		m.parts = append(m.parts, part{m.body, empathy.Business})
		return nil
	}
	id := step.Intent
	if id == "declining.policy" && m.args.Alternative != "" {
		return nil // what can be done says as well what cannot
	}
	if id == "explaining.cause_known" && m.args.Cause == "" {
		if m.body != "" {
			return nil // the agent's own words are the explanation
		}
		id = "explaining.cause_unknown"
	}
	if id == "apologizing.error" && m.args.Count > 0 { // what is counted are days of waiting
		id = "apologizing.delay"
	}
	if id == "reassuring.certainty" && m.args.When == "" && strings.ContainsAny(m.body, "0123456789") {
		return nil // the agent's own words say when
	}
	q := m.query
	q.Stage, q.Intent, q.Args = step.Stage, id, m.argumentsFor(id)
	if intent := m.catalog.intent(id); intent != nil && !q.Args.hasAll(intent.Requires) {
		return nil
	}
	p, err := m.catalog.Pick(q)
	if err != nil {
		return err
	}
	text, err := p.Render(q.Args)
	if err != nil {
		return err
	}
	m.parts = append(m.parts, part{text, p.Intent.Level})
	m.said = append(m.said, p.ID)
	m.closes = m.closes || p.Intent.Stage == empathy.Closing
	m.query.Used = append(m.query.Used, p.ID)
	return nil
}

// argumentsFor keeps a count away from intents that would count something
// else with it: a reply counts the days that were waited.
func (m *composition) argumentsFor(intent string) Args {
	args := m.args
	if !strings.HasSuffix(intent, ".delay") {
		args.Count = 0
	}
	return args
}

// join puts the parts together: in one paragraph, or in an e-mail in one for
// each change of level.
func (m *composition) join() string {
	var b strings.Builder
	for i, p := range m.parts {
		if i > 0 {
			b.WriteString(m.between(m.parts[i-1], p))
		}
		b.WriteString(p.text)
	}
	switch {
	case m.signature == "":
	case m.query.Channel == Email:
		b.WriteString("\n\n" + m.signature)
	case m.closes:
		b.WriteString("\n" + m.signature)
	}
	return b.String()
}

func (m *composition) between(x, y part) string {
	switch {
	case m.query.Channel == Email && x.level != y.level:
		return "\n\n"
	case writtenWithoutSpaces(m.query.Language):
		return ""
	}
	return " "
}

func writtenWithoutSpaces(tag language.Tag) bool {
	base, _ := tag.Base()
	return base.String() == "zh" || base.String() == "ja"
}
