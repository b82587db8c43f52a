package train

import (
	"fmt"
	"strings"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/tone"
)

// An Examiner turns labelled texts into examples for a trainer.
type Examiner struct {
	listener *tone.Listener
	groups   []model.Group
	numbers  map[string]int // of an output by its name
}

// NewExaminer makes an examiner. The listener has to be one without models.
func NewExaminer(l *tone.Listener) *Examiner {
	e := &Examiner{listener: l, groups: tone.Outputs(), numbers: map[string]int{}}
	n := 0
	for _, g := range e.groups {
		for _, o := range g.Outputs {
			e.numbers[g.Name+"/"+o] = n
			n++
		}
	}
	return e
}

// Trainer returns a trainer for what the examiner's examples teach.
func (e *Examiner) Trainer() *model.Trainer {
	return &model.Trainer{Groups: e.groups, Dense: tone.DenseFeatures, Languages: len(Languages)}
}

// Examples returns what a corpus teaches: its messages, its sentences, and
// of the pairs the customer's message and the reply's register.
func (e *Examiner) Examples(language int, c *Corpus, pairs []Pair) ([]model.Example, error) {
	var examples []model.Example
	add := func(example model.Example, err error) error {
		if err == nil {
			examples = append(examples, example)
		}
		return err
	}
	for _, m := range c.Messages {
		if err := add(e.customer(language, m.Text, m.Tone, m.Facts)); err != nil {
			return nil, err
		}
	}
	for _, p := range pairs {
		if err := add(e.customer(language, p.Customer, p.C, p.Facts)); err != nil {
			return nil, fmt.Errorf("%s: %w", p.ID, err)
		}
		if p.R.Lang == Languages[language] {
			if err := add(e.reply(language, p.Reply, p.R)); err != nil {
				return nil, fmt.Errorf("%s: %w", p.ID, err)
			}
		}
	}
	for _, s := range c.Sentences {
		if err := add(e.sentence(language, s)); err != nil {
			return nil, err
		}
		if plain(s.Acts) {
			if err := add(e.unfeeling(language, s)); err != nil {
				return nil, err
			}
		}
	}
	return examples, nil
}

func (e *Examiner) blank(language int) model.Example {
	return model.Example{Language: language, Targets: make([]float32, len(e.numbers)), Known: make([]bool, len(e.groups)), Weight: 1}
}

func (e *Examiner) tell(x *model.Example, group int, output string) error {
	n, ok := e.numbers[e.groups[group].Name+"/"+output]
	if !ok {
		return fmt.Errorf("label %q is none of %s", output, e.groups[group].Name)
	}
	x.Known[group], x.Targets[n] = true, 1
	return nil
}

func (e *Examiner) customer(language int, message string, label Tone, facts []string) (model.Example, error) {
	x := e.blank(language)
	m, err := e.listener.Listen(message, Languages[language], "")
	if err != nil {
		return x, err
	}
	m.MessageFeatures(&x.Features)
	if err := e.tell(&x, tone.GroupEmotion, label.Emotion); err != nil {
		return x, err
	}
	if label.Register != "" {
		if err := e.tell(&x, tone.GroupRegister, label.Register); err != nil {
			return x, err
		}
	}
	x.Known[tone.GroupIntensity] = true
	for least := 1; least <= label.Intensity; least++ {
		if err := e.tell(&x, tone.GroupIntensity, fmt.Sprint(least)); err != nil {
			return x, err
		}
	}
	x.Known[tone.GroupFacts] = facts != nil
	for _, fact := range facts {
		if err := e.tell(&x, tone.GroupFacts, sectionOf(fact, "fact.", "ask.")); err != nil {
			return x, err
		}
	}
	return x, nil
}

func (e *Examiner) reply(language int, reply string, label Tone) (model.Example, error) {
	x := e.blank(language)
	m, err := e.listener.Listen(reply, Languages[language], "")
	if err != nil {
		return x, err
	}
	m.MessageFeatures(&x.Features)
	return x, e.tell(&x, tone.GroupRegister, label.Register)
}

func (e *Examiner) sentence(language int, s Sentence) (model.Example, error) {
	x := e.blank(language)
	m, err := e.listener.Listen(s.Text, Languages[language], "")
	if err != nil {
		return x, err
	}
	m.TextFeatures(&x.Features)
	x.Known[tone.GroupActs] = true
	for _, act := range s.Acts {
		if err := e.tell(&x, tone.GroupActs, sectionOf(act, "act.", "fault.")); err != nil {
			return x, err
		}
	}
	return x, nil
}

// sectionOf returns the section of a label: "why" is ask.why, "harm" is
// fact.harm.
func sectionOf(label string, prefixes ...string) string {
	for _, prefix := range prefixes {
		if _, ok := lexicon.ParseSection(prefix + label); ok {
			return prefix + label
		}
	}
	return strings.TrimSpace(label)
}

// unfeelingWeight is how much matter-of-fact words count beside a customer's.
const unfeelingWeight = 0.05

// unfeeling teaches that matter-of-fact words, which no customer wrote, tell
// no feeling: without it whatever is unlike a complaint looks like joy.
func (e *Examiner) unfeeling(language int, s Sentence) (model.Example, error) {
	x := e.blank(language)
	m, err := e.listener.Listen(s.Text, Languages[language], "")
	if err != nil {
		return x, err
	}
	m.MessageFeatures(&x.Features)
	x.Weight = unfeelingWeight
	x.Known[tone.GroupIntensity] = true
	return x, e.tell(&x, tone.GroupEmotion, "neutral")
}

// plain reports whether a sentence with these acts is business and nothing
// else.
func plain(acts []string) bool {
	for _, act := range acts {
		switch act {
		case "ask", "explain", "propose", "promise-time", "offer-choice", "hand-over", "wait", "confirm", "invite":
		default:
			return false
		}
	}
	return true
}
