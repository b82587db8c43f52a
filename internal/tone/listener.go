package tone

import (
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
	languages []string
	lexicons  map[string]func() (*lexicon.Lexicon, error)
	models    map[string]func() (*model.Model, error)
	others    func() (map[string][]string, error)
	scanners  sync.Pool
	telling   sync.Map // script set → *teller
}

// NewListener makes a listener for the languages in fsys: the folders that
// hold a tone.toml.
func NewListener(fsys fs.FS) (*Listener, error) {
	files, err := fs.Glob(fsys, "*/tone.toml")
	if err != nil {
		return nil, fmt.Errorf("looking for tone files: %w", err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("looking for tone files: there is no LANG/tone.toml")
	}
	l := &Listener{lexicons: map[string]func() (*lexicon.Lexicon, error){}, models: map[string]func() (*model.Model, error){}}
	l.scanners.New = func() any { return new(lexicon.Scanner) }
	for _, file := range files {
		folder := path.Dir(file)
		language := languageOf(folder, files)
		l.languages = append(l.languages, language)
		l.lexicons[language] = sync.OnceValues(func() (*lexicon.Lexicon, error) {
			return lexicon.Load(fsys, folder)
		})
		l.models[language] = sync.OnceValues(func() (*model.Model, error) { return loadModel(fsys, folder) })
	}
	sort.Strings(l.languages)
	l.others = sync.OnceValues(func() (map[string][]string, error) { return loadOthers(fsys) })
	return l, nil
}

// languageOf names the language that a folder is heard as: that of pt-BR is
// pt, where there is no folder pt.
func languageOf(folder string, files []string) string {
	if base, _, regional := strings.Cut(folder, "-"); regional && !slices.Contains(files, path.Join(base, "tone.toml")) {
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
	m := &Message{Doc: text.Parse(source), Language: language, Address: "none", Register: "neutral", Emotion: "neutral"}
	scripts := countScripts(m.Doc)
	if language == "" {
		told, err := l.identify(m.Doc, scripts)
		if err != nil {
			return nil, err
		}
		m.Language = told
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
	m.Matches = append(m.Matches, scanner.Scan(lex, m.Doc, m.Latin)...)
	l.scanners.Put(scanner)
	m.Shouted, m.Smiles = voices(m.Doc, lex)
	m.readAddress()
	m.readRegister()
	m.readFeeling()
	if m.model, err = l.models[m.Language](); err != nil {
		return nil, err
	}
	m.consult()
	return m, nil
}

// UseModel makes the listener weigh messages of a language by this model.
// Call it before the listener is used.
func (l *Listener) UseModel(language string, m *model.Model) {
	l.models[language] = func() (*model.Model, error) { return m, nil }
}
