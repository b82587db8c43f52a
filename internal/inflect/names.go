package inflect

import "io/fs"

// Names addresses people in one language. A nil Names addresses nobody.
type Names struct{}

// Load reads LANG/names.toml.
func Load(fsys fs.FS, language string) (*Names, error) { return nil, nil }

// Address returns the form of address in a register ("formal", "neutral",
// "informal"), or nothing where the person cannot be addressed by name.
func (n *Names) Address(p Person, register string) string {
	return ""
}
