package tone

import "github.com/empathykit/empathykit/internal/lexicon"

// A tally is what the matches of one section come to. Rules and evidence ask
// for a section many times, so the matches are counted once.
type tally struct {
	weak, strong int32 // how many matches
	first        int32 // the first strong match, or the first weak one, plus one
}

// count counts the matches. It has to be called when they have changed.
func (m *Message) count() {
	m.tallies = [lexicon.Sections]tally{}
	for i := range m.Matches {
		t := &m.tallies[m.Matches[i].Section]
		if m.Matches[i].Strength >= lexicon.Strong {
			if t.strong++; t.strong == 1 {
				t.first = int32(i + 1)
			}
		} else if t.weak++; t.first == 0 {
			t.first = int32(i + 1)
		}
	}
}

// In returns the matches of a section, in the order of the text.
func (m *Message) In(section lexicon.Section) []lexicon.Match {
	if !m.Hints(section) {
		return nil
	}
	var in []lexicon.Match
	for _, match := range m.Matches {
		if match.Section == section {
			in = append(in, match)
		}
	}
	return in
}

// Count returns how many matches of a section there are, weak ones and strong
// ones.
func (m *Message) Count(section lexicon.Section) (weak, strong int) {
	t := &m.tallies[section]
	return int(t.weak), int(t.strong)
}

// First returns the first thing that tells the section: a strong match, or
// the first of two weak ones.
func (m *Message) First(section lexicon.Section) (lexicon.Match, bool) {
	if t := &m.tallies[section]; t.first > 0 {
		return m.Matches[t.first-1], m.Has(section)
	}
	return lexicon.Match{}, false
}

// Has reports whether the message tells the section: by a strong match or by
// two weak ones.
func (m *Message) Has(section lexicon.Section) bool {
	t := &m.tallies[section]
	return t.strong > 0 || t.weak >= 2
}

// Hints reports whether there is any match of the section, however weak.
func (m *Message) Hints(section lexicon.Section) bool { return m.tallies[section].first > 0 }
