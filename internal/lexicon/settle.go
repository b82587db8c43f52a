package lexicon

import (
	"cmp"
	"slices"
)

// A hit is a pattern that was matched from some token, in one number, so that
// they are put in order fast: first by section, then the longer, the stronger
// and the earlier pattern before the others.
//
//	section 8 bits | not length 24 | not strength 2 | pattern 30
type hit uint64

const (
	hitLength  = 1<<24 - 1
	hitPattern = 1<<30 - 1
)

func hitOf(p *accepted, id int32, length int) hit {
	return hit(p.section)<<56 | hit(hitLength-length)<<32 | hit(3-p.strength)<<30 | hit(id)
}

func (h hit) section() Section   { return Section(h >> 56) }
func (h hit) length() int        { return hitLength - int(h>>32&hitLength) }
func (h hit) strength() Strength { return Strength(3 - h>>30&3) }
func (h hit) pattern() int32     { return int32(h & hitPattern) }

func (sc *Scanner) clear() {
	sc.readings, sc.columns, sc.hits = sc.readings[:0], sc.columns[:0], sc.hits[:0]
	sc.matches, sc.excepted, sc.modifiers = sc.matches[:0], sc.excepted[:0], sc.modifiers[:0]
	sc.ends = [Sections]int{}
	sc.exempts, sc.steps = 0, 0
}

// keep takes over what was hit from one token. Of matches in one section that
// lie inside each other the longest stays: since they come in the order of
// the text, only the last one that was kept can hold a later one.
func (sc *Scanner) keep() {
	slices.Sort(sc.hits)
	for _, h := range sc.hits {
		section, last := h.section(), sc.first+h.length()
		except := h.strength() == exceptStrength
		if !except && last <= sc.ends[section] {
			continue
		}
		m := Match{
			Section: section, Strength: h.strength(), First: sc.first, Last: last,
			Line: int(sc.a.patterns[h.pattern()].line), Pattern: h.pattern(),
		}
		if except {
			sc.excepted = append(sc.excepted, m)
			sc.exempts |= 1 << section
			continue
		}
		sc.ends[section] = last
		sc.matches = append(sc.matches, m)
	}
	sc.hits = sc.hits[:0]
}

// settle turns what was matched into what is told: exceptions and negated
// feelings go, and degrees are moved by the words beside them.
func (sc *Scanner) settle() {
	sc.dropExcepted()
	sc.takeModifiers()
	kept := sc.matches[:0]
	for i := range sc.matches {
		m := &sc.matches[i]
		if !m.Section.dropsNegated() || modify(sc.doc, m, sc.modifiers) {
			kept = append(kept, *m)
		}
	}
	sc.matches = kept
}

// dropExcepted drops matches that overlap an exception of their section.
func (sc *Scanner) dropExcepted() {
	if len(sc.excepted) == 0 {
		return
	}
	kept := sc.matches[:0]
	for i := range sc.matches {
		m := &sc.matches[i]
		if sc.exempts&(1<<m.Section) == 0 || !sc.isExcepted(m) {
			kept = append(kept, *m)
		}
	}
	sc.matches = kept
}

// isExcepted looks back from the exceptions that begin behind the match.
// Like matches, they are in the order of the text.
func (sc *Scanner) isExcepted(m *Match) bool {
	i, _ := slices.BinarySearchFunc(sc.excepted, m.Last, func(e Match, last int) int { return cmp.Compare(e.First, last) })
	for i--; i >= 0 && m.First-sc.excepted[i].First <= longestException; i-- {
		if e := &sc.excepted[i]; e.Section == m.Section && e.Last > m.First {
			return true
		}
	}
	return false
}

// longestException bounds how far back an exception that still overlaps can
// begin, in tokens: it keeps the search short.
const longestException = 64
