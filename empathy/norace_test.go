//go:build !race

package empathy_test

// raceEnabled: the race detector makes everything ten times slower.
const raceEnabled = false
