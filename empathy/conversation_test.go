package empathy_test

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// A move is a message in a test: the customer's or the agent's.
type move struct {
	speaker empathy.Speaker
	text    string
}

func customer(text string) move { return move{empathy.TheCustomer, text} }
func agent(text string) move    { return move{empathy.TheAgent, text} }

// play makes the moves and returns the report on the last one.
func play(t *testing.T, c *empathy.Conversation, moves ...move) empathy.Report {
	t.Helper()
	var report empathy.Report
	for _, m := range moves {
		if m.speaker == empathy.TheCustomer {
			report = c.Customer(m.text)
		} else {
			report = c.Agent(m.text)
		}
		if err := report.Err(); err != nil {
			t.Fatalf("%v %q: %v", m.speaker, m.text, err)
		}
	}
	return report
}

func rulesOf(r empathy.Report) []empathy.Rule {
	var rules []empathy.Rule
	for f := range r.Findings() {
		rules = append(rules, f.Rule)
	}
	return rules
}

// TestConversationRules plays, for every rule and in every language, a
// conversation that breaks it with the last message and one that does not.
func TestConversationRules(t *testing.T) {
	checker := newChecker(t)
	for _, l := range pool {
		for _, test := range []struct {
			name  string
			rule  empathy.Rule
			moves []move
			want  bool
		}{
			{"closed, and nobody asked", empathy.RuleClosedWithoutAgreement,
				[]move{customer(l.asks), agent(l.bare), customer(l.number), agent(l.closes)}, true},
			{"closed after a yes", empathy.RuleClosedWithoutAgreement,
				[]move{customer(l.asks), agent(l.proposes), customer(l.agrees), agent(l.closes)}, false},
			{"a yes needs no second question", empathy.RuleRushedClose,
				[]move{customer(l.asks), agent(l.proposes), customer(l.agrees), agent(l.closes)}, false},
			{"closed after silence to a question", empathy.RuleClosedWithoutAgreement,
				[]move{customer(l.asks), agent(l.proposes), agent(l.closes)}, false},
			{"closed after thanks", empathy.RuleClosedWithoutAgreement,
				[]move{customer(l.asks), agent(l.bare), customer(l.thanks), agent(l.closes)}, false},

			{"harm, and never a sorry", empathy.RuleUnmetNeed,
				[]move{customer(l.upset), agent(l.proposes), customer(l.agrees), agent(l.closes)}, true},
			{"all that was needed", empathy.RuleUnmetNeed,
				[]move{customer(l.upset), agent(l.caring), customer(l.agrees), agent(l.closes)}, false},
			{"glad in the end", empathy.RuleUnmetNeed,
				[]move{customer(l.upset), agent(l.proposes), customer(l.thanks), agent(l.closes)}, false},

			{"a long story", empathy.RuleNeverParaphrased,
				[]move{customer(l.story), agent(l.caring), customer(l.agrees), agent(l.closes)}, true},
			{"a long story, given back", empathy.RuleNeverParaphrased,
				[]move{customer(l.story), agent(l.paraphrases), customer(l.agrees), agent(l.caring), customer(l.agrees), agent(l.closes)}, false},
			{"a short story", empathy.RuleNeverParaphrased,
				[]move{customer(l.upset), agent(l.caring), customer(l.agrees), agent(l.closes)}, false},

			{"the same sentence, turned round", empathy.RulePhraseRepeated,
				[]move{customer(l.asks), agent(l.sentence), customer(l.vague), agent(l.other + " " + l.sentence2)}, true},
			{"another sentence", empathy.RulePhraseRepeated,
				[]move{customer(l.asks), agent(l.sentence), customer(l.vague), agent(l.other)}, false},

			{"asked again after the answer", empathy.RuleQuestionRepeated,
				[]move{customer(l.asks), agent(l.question), customer(l.number), agent(l.again)}, true},
			{"asked again, and never answered", empathy.RuleQuestionRepeated,
				[]move{customer(l.asks), agent(l.question), customer(l.vents), agent(l.again)}, false},
			{"another question", empathy.RuleQuestionRepeated,
				[]move{customer(l.asks), agent(l.proposes), customer(l.number), agent(l.question)}, false},

			{"nothing but business to a worried customer", empathy.RuleHumanBalance,
				[]move{customer(l.mild), agent(l.sentence)}, true},
			{"nothing but business to a calm customer", empathy.RuleHumanBalance,
				[]move{customer(l.asks), agent(l.sentence)}, false},
			{"a cold end", empathy.RuleHumanBalance,
				[]move{customer(l.asks), agent(l.proposes), customer(l.agrees), agent(l.closesCold)}, true},
			{"a warm end", empathy.RuleHumanBalance,
				[]move{customer(l.asks), agent(l.proposes), customer(l.agrees), agent(l.closes)}, false},

			{"calm before, upset now", empathy.RuleFeelingRising,
				[]move{customer(l.asks), agent(l.bare), customer(l.upset)}, true},
			{"upset before, furious now", empathy.RuleFeelingRising,
				[]move{customer(l.mild), agent(l.bare), customer(l.furious)}, true},
			{"calm again", empathy.RuleFeelingRising,
				[]move{customer(l.upset), agent(l.caring), customer(l.asks)}, false},
			{"invited to tell", empathy.RuleFeelingRising,
				[]move{customer(l.vague), agent(l.greets), customer(l.upset)}, false},
			{"in one breath", empathy.RuleFeelingRising,
				[]move{customer(l.asks), customer(l.upset)}, false},

			{"from V to T", empathy.RuleAddressDrift,
				[]move{customer(l.mild), agent(l.polite), customer(l.mild), agent(l.familiar)}, true},
			{"always V", empathy.RuleAddressDrift,
				[]move{customer(l.mild), agent(l.polite), customer(l.mild), agent(l.polite)}, false},
		} {
			if test.rule == empathy.RuleAddressDrift && l.familiar == "" {
				continue // English
			}
			t.Run(l.language+"/"+test.name, func(t *testing.T) {
				rules := rulesOf(play(t, checker.NewConversation(), test.moves...))
				got := slices.Contains(rules, test.rule)
				if test.rule == empathy.RuleHumanBalance { // a yes may sound glad: then it is this
					got = got || slices.Contains(rules, empathy.RuleCold)
				}
				if got != test.want {
					t.Errorf("%v: %v, want %v; found %v", test.rule, got, test.want, rules)
				}
			})
		}
	}
}

// TestRegisterDrift: slang, then a letter, is drift; coming round to how the
// customer writes is none.
func TestRegisterDrift(t *testing.T) {
	for _, test := range []struct{ calm, casual, letter, slang string }{
		{
			"Where is my order?", "hey whats up with my order lol",
			"Dear Ms Brown, please find enclosed the requested documentation. Yours sincerely, Customer Service", "yo, gonna check that rn lol",
		},
		{
			"Где мой заказ?", "привет, чё там с заказом)))",
			"Уважаемый клиент, настоящим сообщаем, что Ваше обращение принято к рассмотрению. С уважением, служба поддержки", "ща гляну, сек)))",
		},
	} {
		c := newChecker(t).NewConversation()
		play(t, c, customer(test.calm), agent(test.slang))
		if rules := rulesOf(play(t, c, customer(test.calm), agent(test.letter))); !slices.Contains(rules, empathy.RuleRegisterDrift) {
			t.Errorf("%q after %q: %v", test.letter, test.slang, rules)
		}
		c = newChecker(t).NewConversation()
		play(t, c, customer(test.casual), agent(test.letter))
		if rules := rulesOf(play(t, c, customer(test.casual), agent(test.slang))); slices.Contains(rules, empathy.RuleRegisterDrift) {
			t.Errorf("%q to %q: %v", test.slang, test.casual, rules)
		}
	}
}

// TestMetNeedsAreNotAskedForAgain: an apology in every message would be a
// fault of its own.
func TestMetNeedsAreNotAskedForAgain(t *testing.T) {
	given := []empathy.Rule{empathy.RuleNoApology, empathy.RuleNoAcknowledgement, empathy.RuleNoReassurance}
	isGiven := func(r empathy.Rule) bool { return slices.Contains(given, r) }
	for _, l := range pool {
		c := newChecker(t).NewConversation()
		play(t, c, customer(l.upset), agent(l.caring))
		if rules := rulesOf(play(t, c, customer(l.upset), agent(l.bare))); slices.ContainsFunc(rules, isGiven) {
			t.Errorf("%s: %v, although an earlier reply has it", l.language, rules)
		}
		open, met := c.Needs()
		if !slices.Contains(met, empathy.Apology) || !slices.Contains(met, empathy.Reassurance) || slices.Contains(open, empathy.Apology) {
			t.Errorf("%s: open %v, met %v", l.language, open, met)
		}
		fresh := newChecker(t).NewConversation()
		if rules := rulesOf(play(t, fresh, customer(l.upset), agent(l.bare))); !slices.ContainsFunc(rules, isGiven) {
			t.Errorf("%s: without an earlier reply nothing of it is missed: %v", l.language, rules)
		}
	}
}

func TestDraftsAreNotRemembered(t *testing.T) {
	l := pool[0]
	c := newChecker(t).NewConversation()
	play(t, c, customer(l.upset))
	before, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	draft := c.Check(l.bare)
	after, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(before), string(after)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(rulesOf(draft), rulesOf(c.Agent(l.bare))); diff != "" {
		t.Errorf("a draft has other findings than the reply: %s", diff)
	}
}

func TestUnreadableMessagesAreNotRemembered(t *testing.T) {
	c := newChecker(t).NewConversation()
	play(t, c, customer(pool[0].upset))
	for _, message := range []string{"", " \n", "Wo bleibt denn nun endlich mein Paket, und warum antwortet mir niemand auf meine Fragen?"} {
		if c.Customer(message).Err() == nil {
			t.Errorf("%q gives no error", message)
		}
	}
	if c.Agent("").Err() == nil {
		t.Error("an empty reply gives no error")
	}
	if n := len(c.Turns()); n != 1 {
		t.Errorf("%d turns, want 1", n)
	}
	if rules := rulesOf(c.Agent(pool[1].caring)); !slices.Equal(rules, []empathy.Rule{empathy.RuleLanguage}) {
		t.Errorf("a Romanian reply to an English customer: %v", rules)
	}
	if advice := c.Advise(); len(advice.Steps) < 2 {
		t.Errorf("after a reply in the wrong language the customer still waits: %+v", advice)
	}
}

// TestShortMessagesKeepTheLanguage: "ok super" is Polish, too.
func TestShortMessagesKeepTheLanguage(t *testing.T) {
	for _, l := range pool {
		for _, short := range []string{"ok", "ok super", "👍", "4711", "?"} {
			c := newChecker(t).NewConversation()
			play(t, c, customer(l.upset), agent(l.proposes))
			if got := play(t, c, customer(short)).Customer.Language.String(); got != l.language {
				t.Errorf("%s: %q is read as %s", l.language, short, got)
			}
		}
	}
}

// TestConcurrentConversation: the race detector looks on.
func TestConcurrentConversation(t *testing.T) {
	c := newChecker(t).NewConversation()
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			l := pool[i%len(pool)]
			for range 5 {
				c.Customer(l.upset)
				c.Advise(empathy.TwoWays)
				c.Check(l.bare)
				c.Agent(l.caring)
				c.Used("closing.wish.neutral.1")
				c.Turns()
				c.Needs()
				c.Stages()
				c.Closed()
				b, err := c.MarshalJSON()
				if err == nil {
					err = c.UnmarshalJSON(b)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if n := len(c.Turns()); n > 40 {
		t.Errorf("%d turns are remembered", n)
	}
}

func TestZeroConversation(t *testing.T) {
	var c empathy.Conversation
	play(t, &c, customer(pool[0].upset))
	if advice := c.Advise(); advice.Language != language.English || len(advice.Steps) == 0 || advice.Why == "" {
		t.Errorf("advice %+v", advice)
	}
}

func TestExplanationsAreThere(t *testing.T) {
	for _, tag := range []language.Tag{language.English, language.Romanian, language.Polish, language.Russian, language.Greek, language.Chinese} {
		checker := newChecker(t, empathy.WithExplanationsIn(tag))
		english := newChecker(t)
		told := func(what, words, inEnglish string) {
			if words == "" || strings.HasPrefix(words, "rule.") || strings.HasPrefix(words, "advice.") || strings.HasPrefix(words, "need.") {
				t.Errorf("%v: %s has no words: %q", tag, what, words)
			}
			if tag != language.English && words == inEnglish && words != "respect" { // which is Romanian, too
				t.Errorf("%v: %s is in English: %q", tag, what, words)
			}
		}
		for _, rule := range slices.Concat(empathy.Rules(), empathy.ConversationRules()) {
			told(rule.String(), checker.Title(rule), english.Title(rule))
		}
		for _, need := range empathy.Needs() {
			told(need.String(), checker.NeedNames([]empathy.Need{need}), english.NeedNames([]empathy.Need{need}))
		}
		for _, l := range pool {
			for _, moves := range [][]move{
				nil, {customer(l.upset)}, {customer(l.vague)}, {customer(l.story)}, {customer(l.mild)}, {customer(l.thanks)},
				{customer(l.asks), agent(l.bare)}, {customer(l.asks), agent(l.proposes)}, {customer(l.asks), agent(l.bare), customer(l.upset)},
				{customer(l.upset), agent(l.paraphrases), customer(l.corrects)}, {customer(l.upset), agent(l.proposes), customer(l.corrects)},
				{customer(l.upset), agent(l.proposes), customer(l.agrees)}, {customer(l.asks), agent(l.proposes), customer(l.agrees), agent(l.closes)},
			} {
				x, y := checker.NewConversation(), english.NewConversation()
				play(t, x, moves...)
				play(t, y, moves...)
				for _, situation := range append(empathy.Situations(), empathy.NoSituation) {
					a, b := x.Advise(situation), y.Advise(situation)
					told("advice", a.Why, b.Why)
					for i, step := range a.Steps {
						told(step.Intent, step.Why, b.Steps[i].Why)
					}
				}
			}
		}
	}
}
