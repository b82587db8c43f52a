package empathy

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

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
