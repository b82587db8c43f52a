package empathy

import (
	"cmp"
	"slices"
)

// A ledger keeps which needs a customer has shown, and which of them the
// replies have met.
type ledger [Predictability + 1]account

type account struct {
	asked uint8 // in how many messages the need was shown
	met   bool
}

// raise is what a need weighs more for each further message that shows it and
// finds it open; mostRaises bounds it.
const (
	raise      = 0.1
	mostRaises = 3
)

// mostAsked is where counting stops.
const mostAsked = 9

// show enters needs that a message shows. What was given once — an apology,
// thanks, a promise, an ear — is not asked for again by a customer who tells
// the same story a second time, unless the feeling has risen.
func (l *ledger) show(needs []Need, rising bool) {
	for _, n := range needs {
		a := &l[n]
		if a.met && !rising && n != Explanation && n != Predictability {
			continue
		}
		a.met = false
		a.asked = min(a.asked+1, mostAsked)
	}
}

// meet ticks needs off.
func (l *ledger) meet(needs ...Need) {
	for _, n := range needs {
		if n != Dignity {
			l[n].met = l[n].asked > 0
		}
	}
}

// isOpen reports whether the need was shown and not met.
func (l *ledger) isOpen(n Need) bool { return l[n].asked > 0 && !l[n].met }

// open returns the open needs, the weightiest first.
func (l *ledger) open() []Need {
	var needs []Need
	for n := Dignity; n <= Predictability; n++ {
		if l.isOpen(n) {
			needs = append(needs, n)
		}
	}
	slices.SortStableFunc(needs, func(x, y Need) int { return cmp.Compare(l.weight(y), l.weight(x)) })
	return needs
}

func (l *ledger) weight(n Need) float64 {
	return n.Weight() + raise*float64(min(int(l[n].asked)-1, mostRaises))
}

// met returns the needs that were shown and met, the weightiest first.
func (l *ledger) met() []Need {
	var needs []Need
	for n := Dignity; n <= Predictability; n++ {
		if l[n].asked > 0 && l[n].met {
			needs = append(needs, n)
		}
	}
	return needs
}
