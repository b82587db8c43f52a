// Package locales holds the data of every language that is spoken here:
// phrases, tone files, messages and names. README.md beside it describes the
// files for those who write them.
package locales

import "embed"

//go:generate go run ../internal/lexicon/gen .

// FS is the embedded data: intents.toml and a folder a language.
//
//go:embed *.toml */*.toml */tone.bin */words.bin */phrases/*.toml
var FS embed.FS
