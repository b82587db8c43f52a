package phrases

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/internal/phrasefile"
)

// Pick chooses a phrase. The same query picks the same phrase.
//
// It looks in the cell of the intent and the register, among the phrases
// whose arguments are given and whose words are allowed. Of those it prefers,
// in this order: one not said yet, one of the brand's own ([Catalog.With]), one
// that uses the most of the given arguments, one of the kind of
// empathy asked for (by itself: affective towards strong feelings), one of
// the length that suits the channel; the seed decides among the rest.
//
// Where the cell has nothing, it looks in a neighbouring register (formal →
// neutral, informal → neutral, neutral → formal: never from polite to
// familiar address), then, if a stage was given and no intent, in the stage's
// other intents, first those that fit the feeling. Languages fall back only
// to their parents in BCP 47. If all that is empty the error is a
// [*MissingError].
func (c *Catalog) Pick(q Query) (Phrase, error) {
	l, err := c.speaking(q.Language)
	if err != nil {
		return Phrase{}, err
	}
	q.Used = c.renamed(q.Used)
	for _, intent := range c.ranked(q) {
		for _, register := range registersFor(q.Register) {
			if p, ok := best(l.cells[cell{intent.ID, register}], q); ok {
				return p, nil
			}
		}
	}
	return Phrase{}, &MissingError{Query: q}
}

func registersFor(r empathy.Register) []empathy.Register {
	if r == empathy.Neutral {
		return []empathy.Register{empathy.Neutral, empathy.Formal}
	}
	return []empathy.Register{r, empathy.Neutral}
}

// ranked returns the intents to look in, the best first.
func (c *Catalog) ranked(q Query) []*Intent {
	if q.Intent != "" {
		if intent := c.intent(q.Intent); intent != nil {
			return []*Intent{intent}
		}
		return nil
	}
	var intents []*Intent
	for i := range c.intents {
		onLevel := len(q.Levels) == 0 || slices.Contains(q.Levels, c.intents[i].Level)
		if c.intents[i].Stage == q.Stage && onLevel && q.Args.hasAll(c.intents[i].Requires) {
			intents = append(intents, &c.intents[i])
		}
	}
	slices.SortStableFunc(intents, func(x, y *Intent) int { return cmp.Compare(y.score(q), x.score(q)) })
	return intents
}

// score says how well an intent fits: words for this very feeling before
// words for several, words that meet the need, words that use what is given.
func (i *Intent) score(q Query) float64 {
	score := 0.0
	if i.fits(q.Emotion) {
		score += 4
		if n := len(i.Emotions); n > 0 {
			score += 2 / float64(n)
		}
	}
	if q.Need != empathy.NoNeed && slices.Contains(i.Needs, q.Need) {
		score += 3
	}
	return score + float64(len(i.Requires))
}

// best chooses among the variants of a cell.
func best(variants []Phrase, q Query) (Phrase, bool) {
	var chosen Phrase
	var top rank
	for _, p := range variants {
		if !q.Args.hasAll(p.entry.needs) || q.Allows != nil && !q.Allows(p.Text()) {
			continue
		}
		if r := rankOf(p, q); chosen.entry == nil || r.over(top) {
			chosen, top = p, r
		}
	}
	return chosen, chosen.entry != nil
}

// A rank orders the variants of a cell.
type rank struct {
	lastSaid  int // how long ago it was said; the greatest if never
	own       int // the brand's
	arguments int
	kind      int
	draw      uint64
}

func (r rank) over(s rank) bool {
	return cmp.Or(cmp.Compare(r.lastSaid, s.lastSaid), cmp.Compare(r.own, s.own), cmp.Compare(r.arguments, s.arguments),
		cmp.Compare(r.kind, s.kind), cmp.Compare(r.draw, s.draw)) > 0
}

func rankOf(p Phrase, q Query) rank {
	r := rank{lastSaid: len(q.Used) + 1, draw: draw(p.ID, q.Seed)}
	if i := lastIndex(q.Used, p.ID); i >= 0 {
		r.lastSaid = len(q.Used) - i
	}
	if p.entry.own {
		r.own = 1
	}
	for _, need := range p.entry.needs {
		if phrasefile.IsArgument(need) {
			r.arguments++
		}
	}
	kind := q.Empathy
	if kind == AnyEmpathy && q.Intensity >= empathy.Strong {
		kind = Affective
	}
	if kind != AnyEmpathy && p.Empathy == kind {
		r.kind += 2
	}
	if q.Channel == Chat && p.entry.length <= lengthOfChat || q.Channel == Email && p.entry.length > lengthOfChat {
		r.kind++
	}
	return r
}

// lengthOfChat is how many characters still read at a glance.
const lengthOfChat = 90

func lastIndex(ids []ID, id ID) int {
	for i := len(ids) - 1; i >= 0; i-- {
		if ids[i] == id {
			return i
		}
	}
	return -1
}

// draw mixes the seed with the phrase, the same on every machine.
func draw(id ID, seed uint64) uint64 {
	h := fnv.New64a()
	h.Write(binary.LittleEndian.AppendUint64(nil, seed))
	h.Write([]byte(id.String()))
	return h.Sum64()
}
