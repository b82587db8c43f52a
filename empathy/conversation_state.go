package empathy

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
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
