package tone

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/text"
)

// A Listener reads messages in the languages whose tone files it was given.
// A language is loaded when it is first heard. Safe for concurrent use.
type Listener struct {
	locales   fs.FS
	folders   map[string]string // by language: where its files lie
	languages []string
	lexicons  map[string]func() (*lexicon.Lexicon, error)
	models    map[string]func() (*model.Model, error)
	answers   map[string]func() (*answers, error)
	others    func() (map[string][]string, error)
	scanners  sync.Pool
	messages  sync.Pool
	telling   sync.Map // script set → *lexicon.Teller
}

// NewListener makes a listener for the languages in fsys: the folders that
// hold a tone.toml, or what it was compiled to.
func NewListener(fsys fs.FS) (*Listener, error) {
	var files []string
	for _, pattern := range []string{"*/tone.toml", "*/tone.bin"} {
		found, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, fmt.Errorf("looking for tone files: %w", err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("looking for tone files: there is no LANG/tone.toml")
	}
	l := &Listener{locales: fsys, lexicons: map[string]func() (*lexicon.Lexicon, error){}, models: map[string]func() (*model.Model, error){},
		answers: map[string]func() (*answers, error){}, folders: map[string]string{}}
	l.scanners.New = func() any { return new(lexicon.Scanner) }
	l.messages.New = func() any { return new(Message) }
	for _, file := range files {
		folder := path.Dir(file)
		language := languageOf(folder, files)
		if _, ok := l.lexicons[language]; ok {
			continue
		}
		l.languages = append(l.languages, language)
		l.lexicons[language] = sync.OnceValues(func() (*lexicon.Lexicon, error) {
			return lexicon.Load(fsys, folder)
		})
		l.models[language] = sync.OnceValues(func() (*model.Model, error) { return loadModel(fsys, folder) })
		l.answers[language] = sync.OnceValues(func() (*answers, error) { return loadAnswers(fsys, folder) })
		l.folders[language] = folder
	}
	sort.Strings(l.languages)
	l.others = sync.OnceValues(func() (map[string][]string, error) { return loadOthers(fsys) })
	return l, nil
}

// languageOf names the language that a folder is heard as: that of pt-BR is
// pt, where there is no folder pt.
func languageOf(folder string, files []string) string {
	base, _, regional := strings.Cut(folder, "-")
	if regional && !slices.ContainsFunc(files, func(file string) bool { return path.Dir(file) == base }) {
		return base
	}
	return folder
}

// WithoutModels makes the listener hear by patterns alone, as training needs
// it, and returns it.
func (l *Listener) WithoutModels() *Listener {
	for language := range l.models {
		l.models[language] = func() (*model.Model, error) { return nil, nil }
	}
	return l
}

// Languages returns the languages that the listener knows, sorted.
func (l *Listener) Languages() []string { return l.languages }

// Load loads a language now, so that a fault in its tone file is met early.
func (l *Listener) Load(language string) error {
	load, ok := l.lexicons[language]
	if !ok {
		return fmt.Errorf("there is no tone file for %q", language)
	}
	_, err := load()
	return err
}

// Listen reads a message. language is its BCP 47 code, or empty to have it
// told; hint is the language to assume where the message does not tell.
func (l *Listener) Listen(source, language, hint string) (*Message, error) {
	return l.ListenContext(context.Background(), source, language, hint)
}

// ListenContext is Listen, which gives up when the context is done. The error
// is then the context's.
func (l *Listener) ListenContext(ctx context.Context, source, language, hint string) (*Message, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	m := l.messages.Get().(*Message)
	m.reset()
	m.Doc, m.Language = text.Parse(source), language
	scripts := countScripts(m.Doc)
	if language == "" {
		told, doubtful, err := l.identify(m.Doc, scripts)
		if err != nil {
			return nil, err
		}
		m.Language, m.Doubtful = told, doubtful
		if hint != "" && (told == Undetermined && scripts.mayBe(hint) || scripts.letters() <= tooFewLetters) {
			m.Language = hint
		}
	}
	load, ok := l.lexicons[m.Language]
	if !ok {
		return m, nil
	}
	lex, err := load()
	if err != nil {
		return nil, err
	}
	m.Known, m.lexicon = true, lex
	m.Latin = m.Language == "el" && scripts.latin > scripts.greek
	scanner := l.scanners.Get().(*lexicon.Scanner)
	m.Matches = append(m.Matches, scanner.ScanUntil(stopped(ctx), lex, m.Doc, m.Latin)...)
	if err := context.Cause(ctx); err != nil {
		l.Release(m)
		return nil, err
	}
	m.count()
	if len(m.Doc.Tokens) <= tokensToKeep {
		l.scanners.Put(scanner)
	}
	m.hearVoice(lex)
	m.readAddress()
	m.readRegister()
	m.readFeeling()
	if m.model, err = l.models[m.Language](); err != nil {
		return nil, err
	}
	m.consult()
	return m, nil
}

// stopped returns what tells whether a context is done; nil where it never is.
func stopped(ctx context.Context) func() bool {
	if ctx.Done() == nil {
		return nil
	}
	return func() bool { return ctx.Err() != nil }
}

// UseModel makes the listener weigh messages of a language by this model.
// Call it before the listener is used.
func (l *Listener) UseModel(language string, m *model.Model) {
	l.models[language] = func() (*model.Model, error) { return m, nil }
}

// Release takes a message back, so that its buffers are used again. It must
// not be used afterwards. A message that is not given back is simply garbage.
func (l *Listener) Release(m *Message) {
	if m == nil {
		return
	}
	huge := len(m.Doc.Tokens) > tokensToKeep
	m.Doc.Release()
	m.Doc, m.lexicon = nil, nil
	if !huge {
		l.messages.Put(m)
	}
}

// tokensToKeep is from how long a message on its buffers are not kept: one
// huge message must not hold its memory for ever.
const tokensToKeep = 1 << 14
