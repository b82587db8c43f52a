package main

import (
	"strings"
	"testing"
)

// TestRun: the poor reply of every language has findings, the composed one
// has none.
func TestRun(t *testing.T) {
	var out strings.Builder
	if err := run(&out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if got := strings.Count(out.String(), "          0 findings"); got != len(examples) {
		t.Errorf("%d composed replies without findings, want %d\n%s", got, len(examples), out.String())
	}
	for _, e := range examples {
		if !strings.Contains(out.String(), e.poor) {
			t.Errorf("%q is not shown", e.poor)
		}
	}
}
