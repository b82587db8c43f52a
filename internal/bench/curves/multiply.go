package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

var (
	quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	table  = regexp.MustCompile(`^\[([a-z]+)`)
	inWord = regexp.MustCompile(`<[^>]*>|[a-z']{3,}`)
)

// multiply returns a tone file with n times as many patterns. Every other copy
// goes on where a pattern ends, so that it is followed as far as the pattern
// itself; the others have words of their own that begin like those of the
// pattern, so that the vocabulary grows too.
func multiply(source []byte, n int) []byte {
	var out bytes.Buffer
	name := ""
	for line := range strings.Lines(string(source)) {
		if m := table.FindStringSubmatch(line); m != nil {
			name = m[1]
		}
		switch {
		case strings.HasPrefix(strings.TrimSpace(line), "#"), name == "identify", name == "class", name == "modifier":
			out.WriteString(line)
			continue
		}
		out.WriteString(quoted.ReplaceAllStringFunc(line, func(pattern string) string {
			copies := []string{pattern}
			for k := 1; k < n; k++ {
				copies = append(copies, copyOf(pattern, k))
			}
			return strings.Join(copies, ", ")
		}))
	}
	return out.Bytes()
}

func copyOf(pattern string, k int) string {
	own := fmt.Sprintf("q%c", 'a'+k)
	if k%2 == 1 && !strings.Contains(pattern, "$") {
		return strings.TrimSuffix(pattern, `"`) + " " + own + `"`
	}
	return inWord.ReplaceAllStringFunc(pattern, func(word string) string {
		if word[0] == '<' {
			return word
		}
		return word + own
	})
}
