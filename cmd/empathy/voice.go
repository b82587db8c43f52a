package main

import (
	"os"
	"path/filepath"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// voiceFlag is the flag of all commands that keep to a brand's voice.
type voiceFlag struct {
	Voice string `help:"A file with the brand's voice: register, address, emoji, words, signature." type:"existingfile" placeholder:"FILE"`
}

// load reads the voice, and the catalog with the brand's own phrases over it.
func (f voiceFlag) load(s streams) (empathy.Voice, *phrases.Catalog, error) {
	catalog, err := phrases.Load(s.locales)
	if err != nil || f.Voice == "" {
		return empathy.Voice{}, catalog, err
	}
	dir, name := filepath.Split(f.Voice)
	if dir == "" {
		dir = "."
	}
	voice, err := empathy.LoadVoice(os.DirFS(dir), name)
	if err != nil {
		return voice, nil, err
	}
	if voice.Phrases != nil {
		catalog, err = catalog.With(voice.Phrases)
	}
	return voice, catalog, err
}
