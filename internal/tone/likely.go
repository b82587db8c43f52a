package tone

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
)

// What the models tell, in the order of their outputs.
var (
	emotions  = [...]string{"neutral", "anger", "frustration", "worry", "disappointment", "confusion", "joy", "gratitude"}
	registers = [...]string{"neutral", "formal", "informal"}
	addresses = [...]string{"none", "T", "V", "mixed"}
)

const (
	firstEmotion   = 0
	firstIntensity = firstEmotion + len(emotions)
	firstRegister  = firstIntensity + 3
	firstFact      = firstRegister + len(registers)
	facts          = int(lexicon.AskOffer-lexicon.FactHarm) + 1
	firstAct       = firstFact + facts
	acts           = int(lexicon.FaultCheerful-lexicon.ActGreet) + 1
	outputs        = firstAct + acts
)

// Groups of the outputs of a model; the order is that of the constants above.
const (
	GroupEmotion = iota
	GroupIntensity
	GroupRegister
	GroupFacts
	GroupActs
)

// Outputs are what the models are trained to tell.
func Outputs() []model.Group {
	groups := []model.Group{
		{Name: "emotion", Outputs: emotions[:], OneOf: true},
		{Name: "intensity", Outputs: []string{"1", "2", "3"}},
		{Name: "register", Outputs: registers[:], OneOf: true},
		{Name: "facts"}, {Name: "acts"},
	}
	for s := lexicon.FactHarm; s <= lexicon.AskOffer; s++ {
		groups[GroupFacts].Outputs = append(groups[GroupFacts].Outputs, s.String())
	}
	for s := lexicon.ActGreet; s <= lexicon.FaultCheerful; s++ {
		groups[GroupActs].Outputs = append(groups[GroupActs].Outputs, s.String())
	}
	return groups
}

// loadModel reads LANG/model.bin. A language without one is heard by its
// patterns alone.
func loadModel(fsys fs.FS, language string) (*model.Model, error) {
	data, err := fs.ReadFile(fsys, language+"/model.bin")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the model: %w", err)
	}
	m, err := model.Unmarshal(data)
	if err != nil {
		return nil, fmt.Errorf("reading %s/model.bin: %w", language, err)
	}
	if !sameOutputs(m.Groups(), Outputs()) {
		return nil, nil // of an older program: it cannot be asked
	}
	return m, nil
}

func sameOutputs(x, y []model.Group) bool {
	return slices.EqualFunc(x, y, func(g, h model.Group) bool {
		return g.Name == h.Name && g.OneOf == h.OneOf && slices.Equal(g.Outputs, h.Outputs)
	})
}

// A likelihood is the probability of each output of a model.
type likelihood [outputs]float32

// What patterns say where there is no model to weigh them.
const (
	surely    = 0.9
	perhaps   = 0.4
	hardlyAny = 0.04
)

// Likely returns how probable it is that the message tells a fact or a
// question, from 0 to 1. For acts and faults, ask for those of a [Reply].
func (m *Message) Likely(section lexicon.Section) float64 {
	switch at, ok := outputOf(section); {
	case ok && at < firstAct && m.judged:
		return float64(m.likely[at])
	case m.Has(section):
		return surely
	case m.Hints(section):
		return perhaps
	}
	return hardlyAny
}

// LikelyEmotion returns how probable each emotion is, in the order of
// TONE_RULES.md.
func (m *Message) LikelyEmotion(emotion string) float64 {
	if m.judged {
		return float64(m.likely[firstEmotion+indexOf(emotions[:], emotion)])
	}
	if m.Emotion == emotion {
		return surely
	}
	return hardlyAny
}

// LikelyIntensity returns how probable it is that the intensity is at least
// so much, from 1 to 3.
func (m *Message) LikelyIntensity(least int) float64 {
	if m.judged {
		return float64(m.likely[firstIntensity+least-1])
	}
	if m.Intensity >= least {
		return surely
	}
	return hardlyAny
}

// LikelyRegister returns how probable a register is.
func (m *Message) LikelyRegister(register string) float64 {
	if m.judged {
		return float64(m.likely[firstRegister+indexOf(registers[:], register)])
	}
	if m.Register == register {
		return surely
	}
	return hardlyAny
}

func outputOf(section lexicon.Section) (at int, ok bool) {
	switch {
	case section >= lexicon.FactHarm && section <= lexicon.AskOffer:
		return firstFact + int(section-lexicon.FactHarm), true
	case isAct(section):
		return firstAct + int(section-lexicon.ActGreet), true
	}
	return 0, false
}

// isAct reports whether a section is an act or a fault of a reply.
func isAct(section lexicon.Section) bool {
	return section >= lexicon.ActGreet && section <= lexicon.FaultCheerful
}
