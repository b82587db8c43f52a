package empathy

import "github.com/empathykit/empathykit/internal/lexicon"

// meetPerson is what to say to the person before the matter.
func (a *adviser) meetPerson() {
	switch {
	case a.tone.Emotion == NoEmotion:
		a.takeIf(a.first(), "opening.reply")
	case a.has(lexicon.FactImpact) && a.tone.Emotion.Negative():
		a.take("acknowledging.personal_impact")
	default:
		a.take(acknowledging(a.tone.Emotion))
	}
	if !a.open(Apology) {
		return
	}
	switch {
	case a.has(lexicon.FactRecurrence):
		a.take("apologizing.recurrence")
	case a.has(lexicon.AskWhen) || a.has(lexicon.FactUrgent): // who waits has been kept waiting
		a.take("apologizing.delay")
	case a.tone.Emotion == Worry: // whether there was a mistake is what worries
		a.take("apologizing.experience")
	default:
		a.take("apologizing.error")
	}
}

// answerAtOnce goes the whole way in one reply.
func (a *adviser) answerAtOnce() {
	a.at("answer")
	a.meetPerson()
	a.takeIf(a.open(Explanation), "explaining.cause_known")
	a.take("resolving.proposal")
	a.partWell()
}

// partWell is what to say to the person after the matter.
func (a *adviser) partWell() {
	if a.tone.Emotion.Positive() {
		a.takeIf(a.credit() || a.tone.Emotion == Joy, "closing.thanks")
		a.take("closing.invitation_back")
		return
	}
	a.takeIf(a.credit() && a.tone.Emotion != Confusion, "closing.thanks")
	a.takeIf(a.open(Reassurance), "reassuring.prevention")
	a.takeIf(a.open(Predictability), "reassuring.certainty")
	switch {
	case a.tone.Emotion == Confusion || a.asksOnly():
		a.take("confirming.clear")
	case a.has(lexicon.FactProblem) || a.has(lexicon.FactHarm) || a.tone.Emotion.Negative() || !a.first():
		a.take("confirming.works")
	default:
		a.take("confirming.anything_else")
	}
}

// asksOnly reports whether the customer wants to know something and nothing
// is wrong: then there is nothing that could work or not.
func (a *adviser) asksOnly() bool {
	return a.message != nil && a.tone.Emotion == NoEmotion && a.message.Asks() && !a.has(lexicon.FactProblem) && !a.has(lexicon.FactHarm)
}

// credit reports whether the customer has offered praise, patience or
// loyalty, and means it.
func (a *adviser) credit() bool {
	return a.has(lexicon.FactCredit) && !a.message.Mockery && a.open(Thanks)
}

// solve brings the answer: what there is to explain, one proposal or a choice
// of two, and certainty.
func (a *adviser) solve(is func(Situation) bool) {
	if a.heard.rising {
		a.at("rising")
		a.meetPerson()
		a.takeIf(!a.open(Apology), "apologizing.experience")
	} else {
		a.at("answer")
		a.meetPerson()
	}
	a.takeIf(a.open(Explanation), "explaining.cause_known")
	switch {
	case is(SolutionDone):
		a.take("resolving.done")
	case is(TwoWays):
		a.take("resolving.choice")
	default:
		a.take("resolving.proposal")
	}
	a.takeIf(a.heard.rising, "reassuring.ownership")
	a.partWell()
}

// listen lets the customer tell before anything is solved.
func (a *adviser) listen() {
	a.at("listen")
	if a.tone.Emotion.Negative() {
		a.take(acknowledging(a.tone.Emotion))
	} else {
		a.takeIf(a.first(), "opening.greeting")
	}
	if a.course.did(ActInvite) {
		a.take("listening.encourage")
		return
	}
	a.take("listening.invite")
}

// wordsToParaphrase is how many words are a story that is worth giving back
// before it is answered; in Chinese, half as many characters more.
const wordsToParaphrase = 45

// isLong reports whether what was heard is a long story that nobody has given
// back yet.
func (a *adviser) isLong() bool {
	least := wordsToParaphrase
	if baseOf(a.tone.Language) == "zh" {
		least += least / 2
	}
	return a.heard.words >= least && !a.tone.Emotion.Positive() && !a.course.did(ActParaphrase)
}

// paraphrase gives the story back and asks whether it was understood.
func (a *adviser) paraphrase() {
	a.at("paraphrase")
	a.meetPerson()
	a.take("paraphrasing.what_happened", "paraphrasing.check")
}

// clarify asks for what is missing, with permission.
func (a *adviser) clarify() {
	a.at("missing")
	a.meetPerson()
	a.take("clarifying.permission", "clarifying.details")
}

// isCorrected reports whether the customer has corrected what the agent has
// understood or proposed.
func (a *adviser) isCorrected() bool {
	return a.heard.answer == Corrects && (a.course.did(ActParaphrase) || a.course.proposal() != nothingProposed)
}

// goBack takes a step back: understand again, before solving again.
func (a *adviser) goBack() {
	reply, _ := a.course.last(TheAgent)
	if a.tone.Emotion.Negative() {
		a.take(acknowledging(a.tone.Emotion))
	}
	a.takeIf(a.open(Apology), "apologizing.experience")
	if reply.does(ActParaphrase) {
		a.at("corrected")
		a.take("paraphrasing.what_happened", "paraphrasing.check")
		return
	}
	a.at("not-working")
	a.take("paraphrasing.expectation", "clarifying.preference", "resolving.proposal")
	a.partWell()
}

// mayClose reports whether the customer has agreed to what was proposed, and
// asks for nothing more.
func (a *adviser) mayClose() bool {
	asks := a.has(lexicon.AskWhen) || a.has(lexicon.AskWhy)
	return a.course.proposal() == agreed && !a.tone.Emotion.Negative() && !asks
}

// close gives what is still open, and ends on the human level.
func (a *adviser) close() {
	a.at("agreed")
	if a.tone.Emotion.Positive() {
		a.take(acknowledging(a.tone.Emotion))
	}
	a.takeIf(a.open(Apology), "apologizing.error")
	a.takeIf(a.open(Explanation), "explaining.cause_known")
	a.takeIf(a.open(Reassurance), "reassuring.prevention")
	if !a.tone.Emotion.Positive() && !a.course.askedForMore() {
		a.take("confirming.anything_else", "closing.thanks")
		return
	}
	a.take("closing.thanks", "closing.wish")
}

// askedForMore reports whether the agent asked, after the customer's
// agreement, whether there is anything else.
func (c *course) askedForMore() bool {
	agreement := false
	for _, t := range c.turns {
		switch {
		case t.Speaker == TheCustomer && t.Answer == Corrects:
			agreement = false
		case t.Speaker == TheCustomer:
			agreement = agreement || t.Answer == Agrees
		case agreement && t.does(ActConfirm):
			return true
		}
	}
	return false
}

// waitForCustomer says what there is to say when the last word was the
// agent's.
func (a *adviser) waitForCustomer() {
	switch {
	case a.course.closed():
		a.at("closed")
		a.take("followup.check_in", "followup.feedback_csat")
	case a.course.proposal() == proposed:
		a.at("unconfirmed")
		a.take("confirming.works")
	default:
		a.at("wait")
	}
}

// decline says no with empathy, and offers what there is instead.
func (a *adviser) decline() {
	a.at("declining")
	if a.tone.Emotion == NoEmotion {
		a.takeIf(a.first(), "opening.reply")
	} else {
		a.take(acknowledging(a.tone.Emotion))
	}
	a.takeIf(a.open(Apology), "apologizing.experience")
	a.take("declining.policy", "declining.alternative", "confirming.anything_else")
}

// comeBack brings the answer to a customer who has waited for it.
func (a *adviser) comeBack(is func(Situation) bool) {
	a.at("back")
	reply, _ := a.course.last(TheAgent)
	a.takeIf(reply.does(ActWait), "waiting.thanks_waiting")
	switch {
	case is(SolutionDone):
		a.take("resolving.done")
	case is(TwoWays):
		a.take("resolving.choice")
	default:
		a.take("declining.policy", "declining.alternative")
	}
	a.takeIf(a.open(Reassurance), "reassuring.prevention")
	a.take("confirming.works")
}

// callBack is what to leave for a customer who could not be reached.
func (a *adviser) callBack() {
	a.at("unreachable")
	a.take("waiting.callback", "closing.invitation_back")
}

// hold asks a customer to wait.
func (a *adviser) hold() {
	a.at("moment")
	if a.heard != nil && a.tone.Emotion.Negative() {
		a.take(acknowledging(a.tone.Emotion))
	}
	a.take("waiting.hold")
}

// apologizeForDelay says that it takes longer, before the customer has to ask.
func (a *adviser) apologizeForDelay() {
	a.at("longer")
	if a.heard != nil && a.tone.Emotion.Negative() {
		a.take(acknowledging(a.tone.Emotion))
	}
	a.take("waiting.update_delay", "reassuring.ownership")
}

// warn tells of a problem before the customer meets it.
func (a *adviser) warn() {
	a.at("ahead")
	a.take("followup.proactive_notice", "reassuring.ownership", "closing.invitation_back")
}
