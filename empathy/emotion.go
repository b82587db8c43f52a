package empathy

// An Emotion is the dominant feeling of a message. Anger is aimed at someone,
// frustration at the obstacle; worry looks at what may happen, disappointment
// at what was hoped for (sadness included).
type Emotion uint8

const (
	NoEmotion      Emotion = iota // no feeling is shown
	Anger                         // blame, insult, threat
	Frustration                   // again, third time, still not
	Worry                         // fear of what may happen
	Disappointment                // a hope not met; sadness
	Confusion                     // something is not understood
	Joy                           // gladness
	Gratitude                     // thanks that are meant
)

var emotionNames = names{"neutral", "anger", "frustration", "worry", "disappointment", "confusion", "joy", "gratitude"}

// String returns the text form, as TONE_RULES.md and the data files write it.
func (e Emotion) String() string { return emotionNames.text(int(e)) }

// ParseEmotion reads the text form of an emotion; the error is an [*UnknownNameError].
func ParseEmotion(s string) (Emotion, error) {
	i, err := emotionNames.parse("emotion", s)
	return Emotion(i), err
}

// MarshalText implements [encoding.TextMarshaler] with the text form.
func (e Emotion) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what [ParseEmotion] accepts.
func (e *Emotion) UnmarshalText(b []byte) error {
	parsed, err := ParseEmotion(string(b))
	if err == nil {
		*e = parsed
	}
	return err
}

// Negative reports whether the feeling is one that a reply has to meet with
// care: anger, frustration, worry, disappointment or confusion.
func (e Emotion) Negative() bool { return e >= Anger && e <= Confusion }

// Positive reports whether the feeling is joy or gratitude.
func (e Emotion) Positive() bool { return e == Joy || e == Gratitude }

// Emotions returns all emotions, [NoEmotion] first.
func Emotions() []Emotion {
	emotions := make([]Emotion, 0, len(emotionNames))
	for e := NoEmotion; e <= Gratitude; e++ {
		emotions = append(emotions, e)
	}
	return emotions
}
