package empathy

import (
	"slices"
	"strings"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/tone"
)

// says reports whether the reply is known to hold a phrase of the catalog
// that does the act.
func (p *pair) says(a Act) bool {
	return slices.ContainsFunc(p.phrases, func(id string) bool {
		name, _, _ := strings.Cut(id, ".")
		stage, err := ParseStage(name)
		return err == nil && stage != AnyStage && actOf[stage] == a
	})
}

// actOf says what the catalog's phrases of a stage do.
var actOf = map[Stage]Act{
	Opening: ActGreet, Listening: ActInvite, Acknowledging: ActAcknowledge, Clarifying: ActAsk, Paraphrasing: ActParaphrase,
	Apologizing: ActApologize, Explaining: ActExplain, Resolving: ActPropose, Declining: ActDecline, Reassuring: ActReassure,
	Waiting: ActWait, Confirming: ActConfirm, Closing: ActWish, FollowUp: ActFeedback,
}

// lastWords is how many sentences from the end a farewell stands.
const lastWords = 3

// takesLeave reports whether the reply ends by closing the case. Who asks, or
// gives back that a case was closed, does not close it.
func takesLeave(r *tone.Reply) bool {
	for _, s := range r.Sentences[max(0, len(r.Sentences)-lastWords):] {
		if s.Does(lexicon.ActClose) && !s.Question && !s.Does(lexicon.ActParaphrase) {
			return true
		}
	}
	return false
}

// sectionsOf says by which signals an act is told.
var sectionsOf = map[Act][]lexicon.Section{
	ActGreet: {lexicon.ActGreet}, ActInvite: {lexicon.ActInvite}, ActAcknowledge: {lexicon.ActAcknowledge}, ActApologize: {lexicon.ActApologize},
	ActThank: {lexicon.ActThank}, ActParaphrase: {lexicon.ActParaphrase}, ActExplain: {lexicon.ActExplain},
	ActPropose: {lexicon.ActPropose}, ActOfferChoice: {lexicon.ActOfferChoice}, ActPromiseTime: {lexicon.ActPromiseTime}, ActReassure: {lexicon.ActReassure},
	ActDecline: {lexicon.ActDecline}, ActHandOver: {lexicon.ActHandOver}, ActWait: {lexicon.ActWait}, ActConfirm: {lexicon.ActConfirm},
	ActWish: {lexicon.ActWish}, ActFeedback: {lexicon.ActFeedback},
	ActBlame: {lexicon.FaultBlame}, ActArgue: {lexicon.FaultArgue}, ActDismiss: {lexicon.FaultDismiss}, ActPress: {lexicon.FaultPress},
	ActCapitulate: {lexicon.FaultCapitulate, lexicon.FaultGrovel}, ActBoilerplate: {lexicon.FaultBoilerplate},
}

// stage returns the stage that an act belongs to; thanks may stand in any.
func (a Act) stage() Stage {
	switch a {
	case ActGreet:
		return Opening
	case ActInvite:
		return Listening
	case ActAcknowledge:
		return Acknowledging
	case ActAsk:
		return Clarifying
	case ActParaphrase:
		return Paraphrasing
	case ActApologize:
		return Apologizing
	case ActExplain:
		return Explaining
	case ActPropose, ActOfferChoice, ActHandOver:
		return Resolving
	case ActDecline:
		return Declining
	case ActReassure, ActPromiseTime:
		return Reassuring
	case ActWait:
		return Waiting
	case ActConfirm:
		return Confirming
	case ActWish, ActClose:
		return Closing
	case ActFeedback:
		return FollowUp
	}
	return AnyStage
}
