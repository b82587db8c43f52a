package empathy

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// stateVersion is the version of the JSON that is written, and the only one
// that is read. It changes whenever an older program would misread it.
const stateVersion = 1

// Reasons for which a saved conversation cannot be taken up. They stand inside
// a [*StateError]; test for them with [errors.Is].
var (
	ErrStateVersion = errors.New("its version is not known here")
	ErrStateBroken  = errors.New("it cannot be read")
)

// A StateError says why a saved conversation cannot be taken up.
type StateError struct {
	Version int    // what the state says, 0 if nothing
	Detail  string // what cannot be read; may be empty
	Err     error  // ErrStateVersion or ErrStateBroken
}

func (e *StateError) Error() string {
	switch {
	case errors.Is(e.Err, ErrStateVersion):
		return fmt.Sprintf("empathy: the saved conversation: %v: it is %d, and this program reads %d", e.Err, e.Version, stateVersion)
	case e.Detail == "":
		return fmt.Sprintf("empathy: the saved conversation: %v", e.Err)
	}
	return fmt.Sprintf("empathy: the saved conversation: %v: %s", e.Err, e.Detail)
}

func (e *StateError) Unwrap() error { return e.Err }

func broken(format string, a ...any) error {
	return &StateError{Version: stateVersion, Detail: fmt.Sprintf(format, a...), Err: ErrStateBroken}
}

// courseJSON is the state as it is stored.
type courseJSON struct {
	Version int            `json:"empathy"`
	Turns   []string       `json:"turns,omitempty"` // "c pl formal V anger 2 none 31", "a pl formal V hbh 12c"
	Texts   []string       `json:"texts,omitempty"` // of the turns, only with KeepText
	Needs   map[Need]uint8 `json:"needs,omitempty"` // how often shown
	Met     []Need         `json:"met,omitempty"`
	Used    []string       `json:"used,omitempty"` // shortened IDs
	Said    []byte         `json:"said,omitempty"` // sketches of the agent's sentences
	Heard   *heardJSON     `json:"heard,omitempty"`
}

// heardJSON is what waits for a reply.
type heardJSON struct {
	Voice   string           `json:"voice"` // "pl formal V anger 2"
	Told    map[string][]int `json:"told,omitempty"`
	Content []byte           `json:"content,omitempty"`
	Words   int              `json:"words,omitempty"`
	Answer  string           `json:"answer,omitempty"`
	Mockery bool             `json:"mockery,omitempty"`
	Vague   bool             `json:"vague,omitempty"`
	Rising  bool             `json:"rising,omitempty"`
}

func (c *course) marshal() ([]byte, error) {
	state := courseJSON{Version: stateVersion, Needs: map[Need]uint8{}}
	texts := make([]string, len(c.turns))
	for i, t := range c.turns {
		state.Turns = append(state.Turns, t.encode())
		texts[i] = t.Text
	}
	if slices.ContainsFunc(texts, func(s string) bool { return s != "" }) {
		state.Texts = texts
	}
	for n := Dignity; n <= Predictability; n++ {
		if c.needs[n].asked > 0 {
			state.Needs[n] = c.needs[n].asked
		}
	}
	state.Met = c.needs.met()
	for _, id := range c.used {
		state.Used = append(state.Used, shortenID(id))
	}
	state.Said = encodeSaid(c.said)
	if h := c.heard; h != nil {
		state.Heard = h.encode()
	}
	return json.Marshal(state)
}

func unmarshalCourse(data []byte) (course, error) {
	var head struct {
		Version *int `json:"empathy"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return course{}, broken("%v", err)
	}
	if head.Version == nil {
		return course{}, broken("it does not say its version")
	}
	if *head.Version != stateVersion {
		return course{}, &StateError{Version: *head.Version, Err: ErrStateVersion}
	}
	var state courseJSON
	if err := json.Unmarshal(data, &state); err != nil {
		return course{}, broken("%v", err)
	}
	return state.course()
}

func (s *courseJSON) course() (course, error) {
	var c course
	if len(s.Turns) > mostTurns || len(s.Used) > mostUsed || len(s.Texts) > 0 && len(s.Texts) != len(s.Turns) {
		return c, broken("it remembers more than it may")
	}
	for i, code := range s.Turns {
		t, err := decodeTurn(code)
		if err != nil {
			return c, err
		}
		if len(s.Texts) > 0 {
			t.Text = s.Texts[i]
		}
		c.turns = append(c.turns, t)
	}
	for n, times := range s.Needs {
		if n == NoNeed || times < 1 || times > mostAsked {
			return c, broken("need %q, %d times", n, times)
		}
		c.needs[n].asked = times
	}
	for _, n := range s.Met {
		if n == NoNeed || n == Dignity || c.needs[n].asked == 0 {
			return c, broken("need %q is met and was not shown", n)
		}
		c.needs[n].met = true
	}
	for _, short := range s.Used {
		id, ok := lengthenID(short)
		if !ok {
			return c, broken("phrase %q", short)
		}
		c.use([]string{id})
	}
	var err error
	if c.said, err = decodeSaid(s.Said); err != nil {
		return c, err
	}
	if s.Heard != nil {
		c.heard, err = s.Heard.heard()
	}
	return c, err
}

// encode writes a turn in a few characters.
func (t Turn) encode() string {
	voice := []string{"c", t.Language.String(), t.Register.String(), t.Address.String()}
	if t.Speaker == TheCustomer {
		return strings.Join(append(voice, t.Emotion.String(), t.Intensity.String(), t.Answer.String(), strconv.Itoa(t.Words)), " ")
	}
	voice[0] = "a"
	levels := ""
	for _, l := range t.Levels {
		levels += l.String()[:1]
	}
	if t.Echoes {
		levels += "e"
	}
	var acts uint64
	for _, a := range t.Acts {
		acts |= 1 << a
	}
	return strings.Join(append(voice, "-"+levels, strconv.FormatUint(acts, 16)), " ")
}

func decodeTurn(code string) (Turn, error) {
	var t Turn
	f := strings.Split(code, " ")
	if len(f) < 6 || !t.decodeVoice(f[1:4]) {
		return t, broken("turn %q", code)
	}
	ok := false
	switch {
	case f[0] == "c" && len(f) == 8:
		ok = t.decodeCustomer(f[4:])
	case f[0] == "a" && len(f) == 6:
		t.Speaker = TheAgent
		ok = t.decodeAgent(f[4], f[5])
	}
	if !ok {
		return t, broken("turn %q", code)
	}
	return t, nil
}

func (t *Turn) decodeVoice(f []string) bool {
	var errs [3]error
	t.Language, errs[0] = language.Parse(f[0])
	t.Register, errs[1] = ParseRegister(f[1])
	t.Address, errs[2] = ParseAddress(f[2])
	return errors.Join(errs[:]...) == nil
}

func (t *Turn) decodeCustomer(f []string) bool {
	var errs [4]error
	var answer int
	t.Emotion, errs[0] = ParseEmotion(f[0])
	t.Intensity, errs[1] = ParseIntensity(f[1])
	answer, errs[2] = answerNames.parse("answer", f[2])
	t.Answer = Answer(answer)
	t.Words, errs[3] = strconv.Atoi(f[3])
	return errors.Join(errs[:]...) == nil && t.Words >= 0 && t.Words <= mostWords
}

func (t *Turn) decodeAgent(levels, acts string) bool {
	levels, ok := strings.CutPrefix(levels, "-")
	if !ok {
		return false
	}
	levels, t.Echoes = strings.CutSuffix(levels, "e")
	for _, l := range levels {
		switch {
		case len(t.Levels) == mostLevels:
			return false
		case l == 'h':
			t.Levels = append(t.Levels, Human)
		case l == 'b':
			t.Levels = append(t.Levels, Business)
		default:
			return false
		}
	}
	set, err := strconv.ParseUint(acts, 16, 64)
	if err != nil || set >= 1<<(ActBoilerplate+1) || set&1 != 0 {
		return false
	}
	for _, a := range Acts() {
		if set&(1<<a) != 0 {
			t.Acts = append(t.Acts, a)
		}
	}
	return true
}

// shortenID writes a catalog's ID with a letter for the stage and one for the
// register: acknowledging.delay.formal.2 is c.delay.f2. Other IDs stay as they
// are, behind a sign of equality.
func shortenID(id string) string {
	f := strings.Split(id, ".")
	if len(f) == 4 {
		stage, err := ParseStage(f[0])
		_, err2 := ParseRegister(f[2])
		if err == nil && stage != AnyStage && err2 == nil {
			return string('a'+rune(stage-1)) + "." + f[1] + "." + f[2][:1] + f[3]
		}
	}
	return "=" + id
}

func lengthenID(short string) (string, bool) {
	if id, ok := strings.CutPrefix(short, "="); ok {
		return id, id != "" && len(id) <= longestID
	}
	f := strings.Split(short, ".")
	if len(f) != 3 || len(f[0]) != 1 || f[2] == "" {
		return "", false
	}
	stage := Stage(f[0][0]-'a') + 1
	for _, r := range registerNames {
		if stage >= Opening && stage <= FollowUp && r[0] == f[2][0] {
			id := stage.String() + "." + f[1] + "." + r + "." + f[2][1:]
			return id, len(id) <= longestID
		}
	}
	return "", false
}

const (
	saidQuestion = 0x10
	saidAnswered = 0x20
)

// encodeSaid writes each sketch as a byte, with its size and what it is, and
// its fingerprints.
func encodeSaid(said []sentencePrint) []byte {
	var b []byte
	for _, s := range said {
		head := byte(len(s.sketch))
		if s.question {
			head |= saidQuestion
		}
		if s.answered {
			head |= saidAnswered
		}
		b = append(append(b, head), encodePrints(s.sketch)...)
	}
	return b
}

func decodeSaid(b []byte) ([]sentencePrint, error) {
	var said []sentencePrint
	for len(b) > 0 {
		head := b[0]
		size := int(head &^ (saidQuestion | saidAnswered))
		if size < 1 || size > sketchSize || len(b) < 1+2*size || len(said) == mostSentences {
			return nil, broken("said %s", base64.StdEncoding.EncodeToString(b))
		}
		sketch, err := decodePrints(b[1 : 1+2*size])
		if err != nil {
			return nil, err
		}
		said = append(said, sentencePrint{sketch, head&saidQuestion != 0, head&saidAnswered != 0})
		b = b[1+2*size:]
	}
	return said, nil
}

func encodePrints(p prints) []byte {
	b := make([]byte, 0, 2*len(p))
	for _, x := range p {
		b = append(b, byte(x>>8), byte(x))
	}
	return b
}

func decodePrints(b []byte) (prints, error) {
	if len(b)%2 != 0 {
		return nil, broken("fingerprints of %d bytes", len(b))
	}
	p := make(prints, 0, len(b)/2)
	for i := 0; i < len(b); i += 2 {
		x := uint16(b[i])<<8 | uint16(b[i+1])
		if n := len(p); n > 0 && p[n-1] >= x {
			return nil, broken("fingerprints out of order")
		}
		p = append(p, x)
	}
	return p, nil
}

func (h *heard) encode() *heardJSON {
	t := h.trace
	j := &heardJSON{
		Voice: strings.Join([]string{t.Language, t.Register, t.Address, t.Emotion, strconv.Itoa(t.Intensity)}, " "),
		Told:  map[string][]int{}, Content: encodePrints(h.content), Words: h.words, Mockery: t.Mockery, Vague: h.vague, Rising: h.rising,
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
	for section := lexicon.FactHarm; section <= lexicon.AskOffer; section++ {
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
	if h.content, err = decodePrints(j.Content); err == nil && len(h.content) > mostContent {
		err = broken("%d content words", len(h.content))
	}
	return h, err
}
