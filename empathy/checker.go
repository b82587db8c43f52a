package empathy

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/tone"
	"github.com/empathykit/empathykit/locales"
)

// DefaultSizeLimit is how many bytes a message may have unless
// [WithSizeLimit] says otherwise.
const DefaultSizeLimit = 1 << 20

// DefaultThreshold is the confidence from which on findings are reported
// unless [WithThreshold] says otherwise.
const DefaultThreshold = 0.6

// A Checker reads messages and checks replies. It does not change after it
// is made and is safe for concurrent use.
type Checker struct {
	locales   fs.FS
	listener  *tone.Listener
	explainer *explainer
	suggester Suggester
	judge     *model.Model // nil: the rules' own confidences stand
	language  language.Tag // of the customer; Und: told by itself
	reviewer  language.Tag
	sizeLimit int
	threshold float64
	voice     Voice
	brand     *brand // the voice, ready for use; nil if there is none
}

// A Suggester finds better words. A catalog of package phrases is one.
type Suggester interface {
	// Suggest returns up to three wordings of an intent such as
	// "apologizing.error", or none.
	Suggest(lang language.Tag, intent string, register Register, emotion Emotion, seed uint64) []string
}

// An Option sets how a [Checker] works.
type Option func(*Checker)

// WithLocales takes the languages from fsys and not from the embedded data.
func WithLocales(fsys fs.FS) Option { return func(c *Checker) { c.locales = fsys } }

// WithSuggestions adds better wordings to the findings.
func WithSuggestions(s Suggester) Option { return func(c *Checker) { c.suggester = s } }

// WithExplanationsIn sets the language that findings are explained in; the
// default is English.
func WithExplanationsIn(reviewer language.Tag) Option {
	return func(c *Checker) { c.reviewer = reviewer }
}

// WithLanguage says which language customers write in, so that it is not
// told from each message.
func WithLanguage(customer language.Tag) Option { return func(c *Checker) { c.language = customer } }

// WithSizeLimit sets how many bytes a message may have.
func WithSizeLimit(bytes int) Option { return func(c *Checker) { c.sizeLimit = bytes } }

// WithThreshold drops findings of a smaller confidence, from 0 to 1. A higher
// threshold gives fewer false alarms and more misses; the default is
// [DefaultThreshold].
func WithThreshold(confidence float64) Option { return func(c *Checker) { c.threshold = confidence } }

// New makes a checker. Data is loaded when it is first needed; the error is
// that of an option's data that cannot be used at all.
func New(options ...Option) (*Checker, error) {
	c := &Checker{locales: locales.FS, reviewer: language.English, sizeLimit: DefaultSizeLimit, threshold: DefaultThreshold}
	for _, option := range options {
		option(c)
	}
	var err error
	if c.listener, err = tone.NewListener(c.locales); err != nil {
		return nil, fmt.Errorf("empathy: %w", err)
	}
	if c.explainer, err = newExplainer(c.locales, c.reviewer); err != nil {
		return nil, fmt.Errorf("empathy: %w", err)
	}
	if c.judge, err = loadJudge(c.locales); err != nil {
		return nil, fmt.Errorf("empathy: %w", err)
	}
	if c.brand, err = newBrand(c.voice); err != nil {
		return nil, &VoiceError{Message: err.Error()}
	}
	if base := baseOf(c.language); c.language != language.Und {
		if err := c.listener.Load(base); err != nil {
			return nil, fmt.Errorf("empathy: %w", err)
		}
	}
	return c, nil
}

// standard is the checker behind [Check] and [Analyze], made on first use.
// The embedded data is tested, so that making it cannot fail.
var standard = sync.OnceValue(func() *Checker {
	c, err := New()
	if err != nil {
		return &Checker{}
	}
	return c
})

// Languages returns the languages that the checker knows.
func (c *Checker) Languages() []language.Tag {
	var tags []language.Tag
	for _, code := range c.listener.Languages() {
		if tag, err := language.Parse(code); err == nil {
			tags = append(tags, tag)
		}
	}
	return tags
}

func baseOf(tag language.Tag) string {
	if tag == language.Und {
		return ""
	}
	base, _ := tag.Base()
	return base.String()
}

// Analyze reads one message. The error is an [*InputError] where the message
// has no words, is too long or is in an unknown language, and otherwise that
// of a tone file which cannot be read.
func (c *Checker) Analyze(message string) (Tone, error) {
	return c.AnalyzeContext(context.Background(), message)
}

// AnalyzeContext is Analyze, which gives up when ctx is done: a message may be
// long. The error is then a [*CanceledError].
func (c *Checker) AnalyzeContext(ctx context.Context, message string) (Tone, error) {
	m, err := c.listenContext(ctx, "message", message, baseOf(c.language), "")
	if m == nil {
		return Tone{}, err
	}
	defer c.listener.Release(m)
	return toneOf(m), err
}

// AnalyzeIn is Analyze for a message whose language is known.
func (c *Checker) AnalyzeIn(lang language.Tag, message string) (Tone, error) {
	m, err := c.listen("message", message, baseOf(lang), "")
	if m == nil {
		return Tone{}, err
	}
	defer c.listener.Release(m)
	return toneOf(m), err
}

// listen is listenContext without end.
func (c *Checker) listen(name, source, lang, hint string) (*tone.Message, error) {
	return c.listenContext(context.Background(), name, source, lang, hint)
}

// listenContext reads a message; name is what to call it in an error. The message
// is given back beside an unknown language, since the language is told then.
func (c *Checker) listenContext(ctx context.Context, name, source, lang, hint string) (*tone.Message, error) {
	if c.listener == nil {
		return nil, &InputError{Message: name, Err: ErrUnknownLanguage}
	}
	if len(source) > c.sizeLimit {
		return nil, &InputError{Message: name, Err: ErrTooLong}
	}
	if !hasContent(source) {
		return nil, &InputError{Message: name, Err: ErrEmpty}
	}
	m, err := c.listener.ListenContext(ctx, source, lang, hint)
	if err != nil && err == context.Cause(ctx) {
		return nil, &CanceledError{Message: name, Err: err}
	}
	if err != nil {
		return nil, fmt.Errorf("empathy: reading the %s: %w", name, err)
	}
	if !m.Known {
		return m, &InputError{Message: name, Language: tagOf(m.Language), Err: ErrUnknownLanguage}
	}
	return m, nil
}

// hasContent reports whether there is anything but space and controls. A
// lone emoji or mark is content: a reply may be just that.
func hasContent(source string) bool {
	return strings.ContainsFunc(source, func(r rune) bool {
		return r != unicode.ReplacementChar && (unicode.IsPrint(r) || r >= 0x1F000) && !unicode.IsSpace(r)
	})
}
