package empathy

import (
	"strconv"
	"strings"

	"github.com/empathykit/empathykit/internal/tone"
)

// heardJSON is what waits for a reply.
type heardJSON struct {
	Voice   string           `json:"voice"` // "pl formal V anger 2"
	Told    map[string][]int `json:"told,omitempty"`
	Content []byte           `json:"content,omitempty"`
	Likely  []byte           `json:"likely,omitempty"`
	Words   int              `json:"words,omitempty"`
	Answer  string           `json:"answer,omitempty"`
	Mockery bool             `json:"mockery,omitempty"`
	Vague   bool             `json:"vague,omitempty"`
	Rising  bool             `json:"rising,omitempty"`
}

func (h *heard) encode() *heardJSON {
	t := h.trace
	j := &heardJSON{
		Voice: strings.Join([]string{t.Language, t.Register, t.Address, t.Emotion, strconv.Itoa(t.Intensity)}, " "),
		Told:  map[string][]int{}, Content: encodePrints(t.Content), Likely: t.Likely, Words: h.words, Mockery: t.Mockery, Vague: h.vague, Rising: h.rising,
	}
	if h.answer != NoAnswer {
		j.Answer = h.answer.String()
	}
	for _, sign := range t.Told {
		j.Told[sign.Section.String()] = []int{sign.Strong, sign.Weak}
	}
	return j
}

func (j *heardJSON) heard() (*heard, error) {
	f := strings.Split(j.Voice, " ")
	var t Turn
	if len(f) != 5 || !t.decodeVoice(f[:3]) || !t.decodeCustomer(append(f[3:], "none", strconv.Itoa(j.Words))) {
		return nil, broken("heard %q", j.Voice)
	}
	h := &heard{words: j.Words, vague: j.Vague, rising: j.Rising, trace: tone.Trace{
		Language: f[0], Register: f[1], Address: f[2], Emotion: f[3], Intensity: int(t.Intensity), Mockery: j.Mockery,
	}}
	if j.Answer != "" {
		answer, err := answerNames.parse("answer", j.Answer)
		if err != nil {
			return nil, broken("answer %q", j.Answer)
		}
		h.answer = Answer(answer)
	}
	for _, section := range tone.Remembered() {
		n, ok := j.Told[section.String()]
		if !ok {
			continue
		}
		if len(n) != 2 || n[0] < 0 || n[1] < 0 || n[0]+n[1] == 0 || n[0] > 9 || n[1] > 9 {
			return nil, broken("%v: %v", section, n)
		}
		h.trace.Told = append(h.trace.Told, tone.Sign{Section: section, Strong: n[0], Weak: n[1]})
	}
	var err error
	h.trace.Likely = j.Likely
	if h.trace.Content, err = decodePrints(j.Content); err == nil && !h.trace.Remembers() {
		err = broken("what is remembered of the words of %q", j.Voice)
	}
	return h, err
}
