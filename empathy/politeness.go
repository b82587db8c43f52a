package empathy

import (
	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// politenessOf tells how courteously a message is worded, from -1 (rude) through 0
// (plain) to 1 (very courteous): greeting, thanks, apology, please and could
// you, V address and full forms on the one side; insults, blame, shouting, T
// address and slang on the other. The signs are those that Brown and Levinson
// (Politeness, 1987) and Danescu-Niculescu-Mizil et al. (2013) list; the
// weights are set by hand.
func politenessOf(m *tone.Message) float64 {
	score := 0.0
	for _, sign := range politeSigns {
		switch {
		case m.Has(sign.section):
			score += sign.weight
		case m.Hints(sign.section):
			score += sign.weight / 2
		}
	}
	switch m.Address {
	case "V":
		score += 0.2
	case "T":
		score -= 0.2
	}
	for i := range m.Doc.Sentences {
		if m.Doc.Sentences[i].Final == '?' { // to ask is more polite than to demand
			score += 0.3
			break
		}
	}
	if len(m.Shouted) > 0 {
		score -= 0.4
	}
	// Only a feeling that is told counts: one that is implied is not worded.
	if emotion, intensity := m.ToldFeeling(); emotion == "anger" || emotion == "frustration" {
		score -= 0.2 * float64(intensity)
	}
	return max(-1, min(1, score/2))
}

// politeSigns are in a fixed order, so that the same message always has the
// same sum.
var politeSigns = [...]struct {
	section lexicon.Section
	weight  float64
}{
	{lexicon.ActGreet, 0.6}, {lexicon.ActThank, 1}, {lexicon.ActApologize, 0.6}, {lexicon.ActWish, 0.6}, {lexicon.ActWarm, 0.4},
	{lexicon.EmotionGratitude, 0.6}, {lexicon.FactCredit, 0.6}, {lexicon.RegisterFormal, 0.5}, {lexicon.ActOfferChoice, 0.2},
	{lexicon.RegisterInformal, -0.3}, {lexicon.FactInsult, -1.5}, {lexicon.FactThreat, -0.8}, {lexicon.FactSarcasm, -0.6},
	{lexicon.FaultBlame, -1}, {lexicon.FaultArgue, -0.6}, {lexicon.FaultDismiss, -0.4}, {lexicon.AskWhy, -0.3},
}
