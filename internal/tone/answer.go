package tone

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tomlfile"
)

// An Answer is how a customer takes what the agent said last.
type Answer struct {
	Agrees   bool
	Corrects bool
	Refuses  bool // a bare no: what it means depends on what was asked
}

// answers are a language's ways of saying yes and no.
type answers struct {
	words *lexicon.Wordlist
	lists []answerList // by pattern
}

type answerList uint8

const (
	agrees answerList = iota
	corrects
	refuses
	but
	answerLists
)

var answerListNames = [answerLists]string{"agrees", "corrects", "refuses", "but"}

// loadAnswers reads LANG/answers.toml. A language may do without: then its
// customers are never heard to agree.
func loadAnswers(fsys fs.FS, language string) (*answers, error) {
	name := language + "/answers.toml"
	data, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the answers: %w", err)
	}
	entries, err := tomlfile.Read(name, data)
	if err != nil {
		return nil, err
	}
	var a answers
	var patterns []string
	var lines []int
	for _, e := range entries {
		list, ok := answerListOf(e)
		if !ok {
			return nil, &tomlfile.Error{File: name, Line: e.Line, Message: fmt.Sprintf("%s: want one of the lists %v", e.Path[len(e.Path)-1], answerListNames)}
		}
		for _, item := range e.Items {
			a.lists = append(a.lists, list)
			patterns, lines = append(patterns, item.Text), append(lines, item.Line)
		}
	}
	a.words, err = lexicon.NewWordlist(language, patterns)
	var bad *lexicon.PatternError
	if errors.As(err, &bad) {
		return nil, &tomlfile.Error{File: name, Line: lines[bad.Index], Message: err.Error()}
	}
	return &a, err
}

func answerListOf(e tomlfile.Entry) (answerList, bool) {
	for list, name := range answerListNames {
		if len(e.Path) == 1 && e.Path[0] == name && e.Kind == tomlfile.List {
			return answerList(list), true
		}
	}
	return 0, false
}

// Answer reads how a message of a customer takes what was said. Thanks that are
// meant are a yes, too; a yes with a but, a question or a complaint in it is
// none.
func (l *Listener) Answer(m *Message) (Answer, error) {
	load, ok := l.answers[m.Language]
	if !ok {
		return Answer{}, nil
	}
	a, err := load()
	if a == nil {
		return Answer{}, err
	}
	var heard [answerLists]bool
	for _, found := range a.words.Find(m.Doc, m.Latin) {
		heard[a.lists[found.Index]] = true
	}
	yes := heard[agrees] || m.Has(lexicon.FactSolved) || m.gladlyThanks()
	no := heard[corrects] || heard[but] || m.asks() || m.complains()
	return Answer{Agrees: yes && !no, Corrects: heard[corrects], Refuses: heard[refuses] && !heard[agrees]}, nil
}

func (m *Message) asks() bool {
	for _, s := range m.Doc.Sentences {
		if s.Final == '?' {
			return true
		}
	}
	return m.Has(lexicon.AskWhen) || m.Has(lexicon.AskWhy)
}

func (m *Message) gladlyThanks() bool {
	return (m.Emotion == "joy" || m.Emotion == "gratitude") && m.Hints(lexicon.ActThank)
}

func (m *Message) complains() bool {
	switch m.Emotion {
	case "anger", "frustration", "worry", "disappointment", "confusion":
		return true
	}
	return m.Mockery
}
