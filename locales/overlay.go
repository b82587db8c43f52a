package locales

import (
	"io/fs"

	"github.com/empathykit/empathykit/internal/layered"
)

// Overlay returns the embedded languages with those of own beside them. own
// is laid out like [FS]: a folder a language and, where wanted, its own
// intents.toml beside them. A file that both have is taken from own, whole; the
// compiled files (tone.bin, model.bin) may be missing there.
//
// The result is what phrases.Load, phrases.Watch and empathy.WithLocales take:
//
//	mine := locales.Overlay(os.DirFS("locales"))
//	catalog, err := phrases.Load(mine)
//	checker, err := empathy.New(empathy.WithLocales(mine), empathy.WithSuggestions(catalog))
//
// It is safe for concurrent use if own is.
func Overlay(own fs.FS) fs.FS { return layered.FS{Upper: own, Lower: FS} }
