package empathy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

func marshal(t testing.TB, c *empathy.Conversation) []byte {
	t.Helper()
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestResumedIsUninterrupted plays conversations twice, once put away and
// taken up again after every message: all reports and advice are the same but
// for the spans in words that are gone.
func TestResumedIsUninterrupted(t *testing.T) {
	checker := newChecker(t)
	for _, l := range pool {
		moves := []move{
			customer(l.asks), customer(l.upset), agent(l.bare), customer(l.furious), agent(l.paraphrases), customer(l.corrects),
			agent(l.question), customer(l.number), agent(l.again), agent(l.caring), customer(l.mild), agent(l.sentence),
			customer(l.vague), agent(l.sentence2), agent(l.proposes), customer(l.agrees), agent(l.closes), customer(l.thanks), agent(l.closesCold),
		}
		whole, resumed := checker.NewConversation(), checker.NewConversation()
		for i, m := range moves {
			name := fmt.Sprintf("%s, message %d", l.language, i)
			x, y := play(t, whole, m), play(t, resumed, m)
			if diff := cmp.Diff(findings(x), findings(y)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			whole.Used(fmt.Sprintf("closing.wish.neutral.%d", i), "our own")
			resumed.Used(fmt.Sprintf("closing.wish.neutral.%d", i), "our own")
			state := marshal(t, resumed)
			if diff := cmp.Diff(string(marshal(t, whole)), string(state)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			var err error
			if resumed, err = checker.ResumeConversation(state); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			equalAdvice := cmp.Comparer(func(x, y empathy.Advice) bool { return fmt.Sprintf("%+v", x) == fmt.Sprintf("%+v", y) })
			if diff := cmp.Diff(whole.Advise(), resumed.Advise(), equalAdvice); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			sameTag := cmp.Comparer(func(x, y language.Tag) bool { return x == y })
			if diff := cmp.Diff(whole.Turns(), resumed.Turns(), sameTag); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	}
}

// findings are what a report found, without the spans in the customer's words.
func findings(r empathy.Report) []empathy.Finding {
	var all []empathy.Finding
	for f := range r.Findings() {
		f.Customer = empathy.Span{}
		all = append(all, f)
	}
	return all
}

// stateLimit is what a conversation of any length has to fit in.
const stateLimit = 4 << 10

// TestStateIsSmall: twenty messages of each side, long ones, with phrases
// noted, and the last one waiting for a reply.
func TestStateIsSmall(t *testing.T) {
	checker := newChecker(t)
	for _, l := range pool {
		c := checker.NewConversation()
		largest := 0
		for i := range 30 {
			// Other words each time, so that nothing is the same.
			extra := fmt.Sprintf(" %s %s", l.story, strings.Repeat("ß", i))
			play(t, c, customer(l.furious+extra), agent(l.caring+" "+l.sentence+" "+l.other+" "+l.question+extra))
			for j := range 5 {
				c.Used(fmt.Sprintf("acknowledging.personal_impact.informal.%d", 5*i+j))
			}
			largest = max(largest, len(marshal(t, c)))
		}
		play(t, c, customer(l.upset+" "+l.story+" "+l.furious))
		largest = max(largest, len(marshal(t, c)))
		t.Logf("%s: at most %d bytes", l.language, largest)
		if largest > stateLimit {
			t.Errorf("%s: the state has %d bytes", l.language, largest)
		}
	}
}

// TestStateHoldsNoWords: nothing that anybody wrote is in the state, unless
// it is asked for.
func TestStateHoldsNoWords(t *testing.T) {
	const secret = "My name is Anna Kowalska, my order number is 48213377 and my e-mail is anna@example.com. It is late again and I am furious!"
	checker := newChecker(t)
	plain, keeping := checker.NewConversation(), checker.NewConversation(empathy.KeepText())
	for _, c := range []*empathy.Conversation{plain, keeping} {
		play(t, c, customer(secret), agent("I am sorry, Anna. The order 48213377 arrives on Friday."), customer(secret))
	}
	for _, word := range []string{"Anna", "Kowalska", "anna", "48213377", "example", "furious", "Friday"} {
		if bytes.Contains(marshal(t, plain), []byte(word)) {
			t.Errorf("%q is in the state", word)
		}
	}
	resumed, err := checker.ResumeConversation(marshal(t, keeping), empathy.KeepText())
	if err != nil {
		t.Fatal(err)
	}
	if got := resumed.Turns()[2].Text; got != secret {
		t.Errorf("kept %q", got)
	}
}

func TestStateErrors(t *testing.T) {
	for _, test := range []struct {
		name, state string
		want        error
		message     string
	}{
		{"empty", "", empathy.ErrStateBroken, "empathy: the saved conversation: it cannot be read: unexpected end of JSON input"},
		{"no object", `[]`, empathy.ErrStateBroken, ""},
		{"no version", `{}`, empathy.ErrStateBroken, "empathy: the saved conversation: it cannot be read: it does not say its version"},
		{"later version", `{"empathy":2,"turns":7}`, empathy.ErrStateVersion, "empathy: the saved conversation: its version is not known here: it is 2, and this program reads 1"},
		{"negative version", `{"empathy":-1}`, empathy.ErrStateVersion, ""},
		{"turn", `{"empathy":1,"turns":["c pl"]}`, empathy.ErrStateBroken, `empathy: the saved conversation: it cannot be read: turn "c pl"`},
		{"register", `{"empathy":1,"turns":["c pl posh V anger 2 none 3"]}`, empathy.ErrStateBroken, ""},
		{"language", `{"empathy":1,"turns":["c _ formal V anger 2 none 3"]}`, empathy.ErrStateBroken, ""},
		{"intensity", `{"empathy":1,"turns":["c pl formal V anger 9 none 3"]}`, empathy.ErrStateBroken, ""},
		{"words", `{"empathy":1,"turns":["c pl formal V anger 2 none -3"]}`, empathy.ErrStateBroken, ""},
		{"levels", `{"empathy":1,"turns":["a pl formal V -hxb 0"]}`, empathy.ErrStateBroken, ""},
		{"acts", `{"empathy":1,"turns":["a pl formal V -hb ffffffffff"]}`, empathy.ErrStateBroken, ""},
		{"need", `{"empathy":1,"needs":{"money":1}}`, empathy.ErrStateBroken, ""},
		{"met, not shown", `{"empathy":1,"met":["apology"]}`, empathy.ErrStateBroken, ""},
		{"phrase", `{"empathy":1,"used":["z.y.x"]}`, empathy.ErrStateBroken, ""},
		{"sketch too long", `{"empathy":1,"said":"CQ=="}`, empathy.ErrStateBroken, ""},
		{"sketch cut off", `{"empathy":1,"said":"AgEC"}`, empathy.ErrStateBroken, ""},
		{"sketch out of order", `{"empathy":1,"said":"AgICAQE="}`, empathy.ErrStateBroken, ""},
		{"heard", `{"empathy":1,"heard":{"voice":"pl"}}`, empathy.ErrStateBroken, ""},
		{"told", `{"empathy":1,"heard":{"voice":"pl formal V anger 2","told":{"fact.harm":[99,1]}}}`, empathy.ErrStateBroken, ""},
		{"texts", `{"empathy":1,"texts":["x"]}`, empathy.ErrStateBroken, ""},
		{"too many turns", `{"empathy":1,"turns":[` + strings.Repeat(`"c pl formal V anger 2 none 3",`, 40) + `"c pl formal V anger 2 none 3"]}`, empathy.ErrStateBroken, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := newChecker(t).ResumeConversation([]byte(test.state))
			var fault *empathy.StateError
			if !errors.As(err, &fault) || !errors.Is(err, test.want) {
				t.Fatalf("error %#v, want %v", err, test.want)
			}
			if test.message != "" && err.Error() != test.message {
				t.Errorf("error %v\nwant  %s", err, test.message)
			}
		})
	}
}

func TestBadStateChangesNothing(t *testing.T) {
	c := newChecker(t).NewConversation()
	play(t, c, customer(pool[0].upset))
	before := marshal(t, c)
	if err := json.Unmarshal([]byte(`{"empathy":9}`), c); !errors.Is(err, empathy.ErrStateVersion) {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff(string(before), string(marshal(t, c))); diff != "" {
		t.Error(diff)
	}
}

// FuzzUnmarshalConversation: what is taken up goes on without a panic, and
// comes back as it was.
func FuzzUnmarshalConversation(f *testing.F) {
	checker := newChecker(f)
	for _, l := range pool {
		c := checker.NewConversation()
		c.Customer(l.upset)
		c.Agent(l.caring + " " + l.question)
		c.Used("closing.wish.neutral.1", "own", "=x", "a.b.n1")
		f.Add(marshal(f, c))
		c.Customer(l.story)
		f.Add(marshal(f, c))
	}
	f.Add([]byte(`{"empathy":1,"turns":["c und informal mixed joy 3 agrees 0","a zh neutral none -e 0"],"heard":{"voice":"xx neutral none neutral 0"}}`))
	f.Fuzz(func(t *testing.T, state []byte) {
		c, err := checker.ResumeConversation(state)
		if err != nil {
			var fault *empathy.StateError
			if !errors.As(err, &fault) || err.Error() == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		once := marshal(t, c)
		again, err := checker.ResumeConversation(once)
		if err != nil {
			t.Fatalf("%v: %s", err, once)
		}
		if twice := marshal(t, again); !bytes.Equal(once, twice) {
			t.Fatalf("%s\n%s", once, twice)
		}
		c.Advise()
		c.Check(pool[0].caring)
		c.Customer(pool[0].upset)
		c.Advise(empathy.NothingCanBeDone)
		c.Agent(pool[0].caring)
		marshal(t, c)
	})
}
