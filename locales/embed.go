// Package locales holds the data of every language that is spoken here:
// phrases, tone files, messages and names. README.md beside it describes the
// files for those who write them.
package locales

import "embed"

//go:generate go run ../internal/lexicon/gen .

// FS is the embedded data: intents.toml and a folder a language, whose tone
// file is there in its compiled form only.
//
//go:embed *.toml judge.bin */answers.toml */messages.*.toml */names.toml */time.*.toml */tone.bin */words.bin */model.bin */phrases/*.toml
var FS embed.FS
