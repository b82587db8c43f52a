// Package bench measures the toolkit beside its peers. It is a module of its
// own, so that the peers stay out of the go.sum of those who use the toolkit.
//
//	go test -run - -bench . -count 10 . | tee new.txt && benchstat new.txt
package bench
