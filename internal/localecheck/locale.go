package localecheck

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/layered"
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/phrasefile"
	"github.com/empathykit/empathykit/phrases"
)

// A locale is one language, read as far as it can be.
type locale struct {
	fsys    fs.FS
	folder  string
	tag     language.Tag
	options *options
	intents *intentFile

	files    []*phrasefile.File // phrases
	messages []message          // the phrases that have an ID, in the order of the files
	texts    []*phrasefile.File // messages and times
	faults   []*phrasefile.Error
	tone     *lexicon.Inspection // nil where there is none
	toneErr  *lexicon.Error
	compiled *lexicon.Lexicon // the tone file, when it is first needed

	compiledOnly bool // the tone file is there only as programs carry it

	broken map[placeKey]bool // phrases with an error: they are not spoken
	errors int               // how many errors have been found
	tried  [][]trial         // what each pattern finds, when it is first asked
	voice  *voice            // made when it is first needed
}

type placeKey struct{ file, subject string }

// A message is a phrase with its place.
type message struct {
	*phrasefile.Message
	file *phrasefile.File
	id   phrases.ID
}

func (m *message) place() place { return place{file: m.file.Name, line: m.Line, subject: m.ID} }

func readLocale(fsys fs.FS, folder string, intents *intentFile, o *options) (*locale, error) {
	tag, err := tagOf(folder)
	if err != nil {
		return nil, fmt.Errorf("folder %s is named after no language: %w", folder, err)
	}
	l := &locale{fsys: fsys, folder: folder, tag: tag, options: o, intents: intents, broken: map[placeKey]bool{}}
	if err := l.readPhrases(); err != nil {
		return nil, err
	}
	for _, pattern := range []string{"messages.*.toml", "time.*.toml"} {
		files, err := l.readFiles(path.Join(folder, pattern))
		if err != nil {
			return nil, err
		}
		l.texts = append(l.texts, files...)
	}
	return l, l.readTone()
}

func (l *locale) readPhrases() (err error) {
	if l.files, err = l.readFiles(path.Join(l.folder, "phrases", "*.toml")); err != nil {
		return err
	}
	for _, f := range l.files {
		for i := range f.Messages {
			if id, err := phrases.ParseID(f.Messages[i].ID); err == nil {
				l.messages = append(l.messages, message{&f.Messages[i], f, id})
			}
		}
	}
	return nil
}

// readFiles reads message files and keeps what is wrong with their TOML.
func (l *locale) readFiles(pattern string) ([]*phrasefile.File, error) {
	names, err := fs.Glob(l.fsys, pattern)
	if err != nil {
		return nil, fmt.Errorf("looking for %s: %w", pattern, err)
	}
	var files []*phrasefile.File
	for _, name := range names {
		data, err := fs.ReadFile(l.fsys, name)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		f, err := phrasefile.Parse(name, data)
		var fault *phrasefile.Error
		if errors.As(err, &fault) {
			l.faults = append(l.faults, fault)
		} else if err := toml.Unmarshal(data, new(map[string]any)); err != nil && !hasTwins(f) {
			l.faults = append(l.faults, decodeError(name, err))
		}
		files = append(files, f)
	}
	return files, nil
}

// hasTwins reports whether an ID stands twice in the file: that is TOML's
// fault too, but id-duplicate says it better.
func hasTwins(f *phrasefile.File) bool {
	seen := map[string]bool{}
	for _, m := range f.Messages {
		if seen[m.ID] {
			return true
		}
		seen[m.ID] = true
	}
	return false
}

func (l *locale) readTone() error {
	name := path.Join(l.folder, "tone.toml")
	data, err := fs.ReadFile(l.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		_, err := fs.Stat(l.fsys, path.Join(l.folder, "tone.bin"))
		l.compiledOnly = err == nil
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the tone file: %w", err)
	}
	l.tone, err = lexicon.Inspect(name, data)
	errors.As(err, &l.toneErr)
	return nil
}

// lexicon is the tone file compiled, or nil where that cannot be.
func (l *locale) lexicon() *lexicon.Lexicon {
	if l.compiled == nil && l.toneErr == nil && (l.tone == nil || len(l.tone.Faults) == 0) {
		l.compiled, _ = lexicon.Load(l.fsys, l.folder) // Inspect has read it
	}
	return l.compiled
}

// base is the language's code without region and script.
func (l *locale) base() string {
	base, _ := l.tag.Base()
	return base.String()
}

// A voice speaks the language's phrases and listens to them.
type voice struct {
	sayings []saying
	checker *empathy.Checker // nil where the language has no tone file
	err     error            // why the phrases cannot be spoken
}

// A saying is a phrase in the forms in which a customer may read it.
type saying struct {
	phrase phrases.Phrase
	plain  string   // with arguments that carry no tone
	texts  []string // in all genders and counts, with and without what is optional
	errs   []error
}

// spoken returns all phrases as customers read them, but those that have been
// found broken.
func (l *locale) spoken() *voice {
	if l.voice == nil {
		l.voice = &voice{}
		l.voice.err = l.speak()
	}
	return l.voice
}

func (l *locale) speak() error {
	sound := l.soundFiles()
	catalog, err := phrases.Load(sound)
	if err != nil {
		return err
	}
	all, err := catalog.Phrases(l.tag)
	if err != nil {
		return err
	}
	for _, p := range all {
		l.voice.sayings = append(l.voice.sayings, say(p))
	}
	if l.tone == nil && !l.compiledOnly || l.tone != nil && len(l.tone.Faults) > 0 {
		return nil
	}
	l.voice.checker, err = empathy.New(empathy.WithLocales(sound), empathy.WithLanguage(l.tag))
	return err
}

// soundFiles is the file system without the broken phrases of the language.
// Every phrase stays on its line.
func (l *locale) soundFiles() fs.FS {
	files := layered.Memory{}
	for _, f := range l.files {
		var b strings.Builder
		line := 1
		for _, m := range f.Messages {
			if l.broken[placeKey{f.Name, m.ID}] {
				continue
			}
			for ; line < m.Line; line++ {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "[%s]\n", m.ID)
			line++
			for _, field := range m.Fields {
				if field.IsString && phrasefile.IsKey(field.Key) {
					fmt.Fprintf(&b, "%s = %s\n", field.Key, phrasefile.Quote(field.Value))
					line++
				}
			}
		}
		files[f.Name] = []byte(b.String())
	}
	for _, f := range l.texts { // a broken one would keep the phrases from being read
		if l.broken[placeKey{f.Name, ""}] {
			files[f.Name] = nil
		}
	}
	if name := path.Join(l.folder, "names.toml"); l.broken[placeKey{name, ""}] {
		files[name] = nil
	}
	return layered.FS{Upper: files, Lower: l.fsys}
}

// neutralArgs carry no tone, so that what is heard is the phrase.
var neutralArgs = phrases.Args{
	Agent: phrases.Person{Gender: phrases.Feminine}, Company: "123", Count: 3,
	When: "14:00", What: "123", Cause: "123", Step: "123", OptionA: "1", OptionB: "2", Alternative: "123",
}

// say renders a phrase with every gender and count that makes a difference,
// and with and without its optional arguments.
func say(p phrases.Phrase) saying {
	s := saying{phrase: p}
	var err error
	if s.plain, err = p.Render(neutralArgs); err != nil {
		s.errs = append(s.errs, err)
	}
	people := []phrases.Person{
		{}, {Given: "Anna", Family: "Nowak", Gender: phrases.Feminine}, {Given: "Jan", Family: "Nowak", Gender: phrases.Masculine}, {Given: "Alex"},
	}
	seen := map[string]bool{}
	for _, person := range people {
		for _, count := range []int{0, 1, 2, 3, 5, 11, 21, 22} {
			for _, args := range []phrases.Args{neutralArgs, {}} {
				args.Customer, args.Agent.Given, args.Count = person, person.Given, count
				text, err := p.Render(args)
				var missing *phrases.ArgumentError
				if errors.As(err, &missing) {
					continue // the phrase is not picked then
				}
				if err != nil {
					s.errs = append(s.errs, err)
				} else if !seen[text] {
					seen[text] = true
					s.texts = append(s.texts, text)
				}
			}
		}
	}
	return s
}

func (s *saying) place() place {
	file, line := s.phrase.Place()
	return place{file: file, line: line, subject: s.phrase.ID.String()}
}

// cut splits an intent at its first dot.
func cut(intent string) (stage, name string, ok bool) { return strings.Cut(intent, ".") }
