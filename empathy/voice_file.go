package empathy

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/tomlfile"
)

// LoadVoice reads a voice from a TOML file:
//
//	company = "Nord"
//	register = ["neutral", "formal"]
//	emoji = false
//	exclamation = false
//	phrases = "phrases"              # a folder beside this file, laid out as locales
//
//	[signature]
//	en = "Your Nord team"
//
//	[address]
//	pl = "V"
//
//	[words.en]
//	banned = ["cheap*", "valued customer"]
//	[words.en.instead]
//	"passenger*" = "guest"
//
// Everything may be left out. The error is a [*VoiceError] with the file and
// the line, or that of reading the file.
func LoadVoice(fsys fs.FS, name string) (Voice, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Voice{}, fmt.Errorf("empathy: reading the voice: %w", err)
	}
	beside, err := fs.Sub(fsys, path.Dir(name))
	if err != nil {
		return Voice{}, fmt.Errorf("empathy: reading the voice: %w", err)
	}
	return readVoice(name, data, beside)
}

// ParseVoice reads a voice from the content of a TOML file, as [LoadVoice]
// does; it has no folder to look for phrases in. The name is for the errors.
func ParseVoice(name string, data []byte) (Voice, error) { return readVoice(name, data, nil) }

// readVoice reads the file and compiles its words, so that what is wrong with
// them is told with their lines.
func readVoice(name string, data []byte, beside fs.FS) (Voice, error) {
	entries, err := tomlfile.Read(name, data)
	var fault *tomlfile.Error
	if errors.As(err, &fault) {
		return Voice{}, &VoiceError{fault.File, fault.Line, fault.Message}
	}
	if err != nil {
		return Voice{}, err
	}
	r := voiceReader{beside: beside, lines: map[language.Tag][]int{}, addressLines: map[language.Tag]int{}}
	for _, e := range entries {
		if err := r.entry(e); err != nil {
			return Voice{}, &VoiceError{name, r.line, fmt.Sprintf("%s: %v", strings.Join(e.Path, "."), err)}
		}
	}
	if _, err := newBrand(r.voice); err != nil {
		var fault *brandFault
		if !errors.As(err, &fault) {
			return Voice{}, &VoiceError{name, 1, err.Error()}
		}
		return Voice{}, &VoiceError{name, r.lineOf(fault), fault.Error()}
	}
	return r.voice, nil
}

type voiceReader struct {
	voice        Voice
	beside       fs.FS
	line         int                    // of what is wrong
	lines        map[language.Tag][]int // of the words
	addressLines map[language.Tag]int
}

func (r *voiceReader) lineOf(f *brandFault) int {
	if f.word >= 0 {
		return r.lines[f.language][f.word]
	}
	return r.addressLines[f.language]
}

func (r *voiceReader) entry(e tomlfile.Entry) error {
	r.line = e.Line
	switch e.Path[0] {
	case "company", "phrases":
		return r.text(e)
	case "emoji", "exclamation":
		return r.allowance(e)
	case "register":
		return r.registers(e)
	case "signature", "address":
		return r.byLanguage(e)
	case "words":
		return r.words(e)
	}
	return errors.New("a voice has no such key; it has company, register, emoji, exclamation, phrases, signature, address and words")
}

func want(e tomlfile.Entry, kind tomlfile.Kind, depth int) error {
	if len(e.Path) != depth {
		return errors.New("the key stands in the wrong table")
	}
	if e.Kind != kind {
		return fmt.Errorf("want %v", kind)
	}
	return nil
}

func (r *voiceReader) text(e tomlfile.Entry) error {
	if err := want(e, tomlfile.String, 1); err != nil {
		return err
	}
	if e.Path[0] == "company" {
		r.voice.Company = e.Text
		return nil
	}
	if r.beside == nil {
		return errors.New("there is no folder to look in; read the voice with LoadVoice")
	}
	info, err := fs.Stat(r.beside, path.Clean(e.Text))
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is no folder", e.Text)
	}
	r.voice.Phrases, err = fs.Sub(r.beside, path.Clean(e.Text))
	return err
}

func (r *voiceReader) allowance(e tomlfile.Entry) error {
	if err := want(e, tomlfile.Bool, 1); err != nil {
		return err
	}
	if e.Path[0] == "emoji" {
		r.voice.NoEmoji = !e.True
	} else {
		r.voice.NoExclamation = !e.True
	}
	return nil
}

func (r *voiceReader) registers(e tomlfile.Entry) error {
	if err := want(e, tomlfile.List, 1); err != nil {
		return err
	}
	for _, item := range e.Items {
		r.line = item.Line
		register, err := ParseRegister(item.Text)
		if err != nil {
			return fmt.Errorf("%q is no register: formal, neutral, informal", item.Text)
		}
		r.voice.Registers = append(r.voice.Registers, register)
	}
	return nil
}

func (r *voiceReader) byLanguage(e tomlfile.Entry) error {
	if err := want(e, tomlfile.String, 2); err != nil {
		return err
	}
	tag, err := languageOf(e.Path[1])
	if err != nil {
		return err
	}
	if e.Path[0] == "signature" {
		if r.voice.Signature == nil {
			r.voice.Signature = map[language.Tag]string{}
		}
		r.voice.Signature[tag] = e.Text
		return nil
	}
	address, err := ParseAddress(e.Text)
	if err != nil || address != T && address != V {
		return fmt.Errorf("%q is no address: T or V", e.Text)
	}
	if r.voice.Address == nil {
		r.voice.Address = map[language.Tag]Address{}
	}
	r.voice.Address[tag] = address
	r.addressLines[tag] = e.Line
	return nil
}

// words reads words.LANG.banned, a list, and words.LANG.instead.PATTERN, a
// string.
func (r *voiceReader) words(e tomlfile.Entry) error {
	if len(e.Path) < 3 {
		return errors.New("want words.LANGUAGE.banned, or a table words.LANGUAGE.instead")
	}
	tag, err := languageOf(e.Path[1])
	if err != nil {
		return err
	}
	switch e.Path[2] {
	case "banned":
		if err := want(e, tomlfile.List, 3); err != nil {
			return err
		}
		for _, item := range e.Items {
			r.word(tag, BrandWord{Avoid: item.Text}, item.Line)
		}
	case "instead":
		if err := want(e, tomlfile.String, 4); err != nil {
			return err
		}
		r.word(tag, BrandWord{Avoid: e.Path[3], Instead: e.Text}, e.Line)
	default:
		return errors.New("want banned or instead")
	}
	return nil
}

func (r *voiceReader) word(tag language.Tag, w BrandWord, line int) {
	if r.voice.Words == nil {
		r.voice.Words = map[language.Tag][]BrandWord{}
	}
	r.voice.Words[tag] = append(r.voice.Words[tag], w)
	r.lines[tag] = append(r.lines[tag], line)
}

func languageOf(s string) (language.Tag, error) {
	tag, err := language.Parse(s)
	if err != nil {
		return language.Und, fmt.Errorf("%q is no language", s)
	}
	return tag, nil
}
