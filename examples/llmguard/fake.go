package main

import (
	"context"
	"iter"
	"strings"
)

// scripted stands in for a language model: it gives the drafts in turn, the
// last one again and again.
func scripted(drafts ...string) Generator {
	next := 0
	return func(context.Context, string) (string, error) {
		draft := drafts[min(next, len(drafts)-1)]
		next++
		return draft, nil
	}
}

// tokens streams a draft in small pieces, as a model does.
func tokens(draft string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for piece := range strings.SplitAfterSeq(draft, " ") {
			if !yield(piece, nil) {
				return
			}
		}
	}
}
