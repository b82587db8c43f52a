package phrases_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

// TestEmbeddedCatalogIsWhole: that each cell has three variants, and that
// nothing in them is wrong, is tested in package localecheck.
func TestEmbeddedCatalogIsWhole(t *testing.T) {
	c := phrases.Default()
	if n := len(c.Intents()); n < 45 {
		t.Errorf("%d intents, want 45 and more", n)
	}
	stages := map[empathy.Stage]bool{}
	for _, i := range c.Intents() {
		stages[i.Stage] = true
	}
	for _, s := range empathy.Stages() {
		if !stages[s] {
			t.Errorf("stage %v has no intent", s)
		}
	}
	want := []language.Tag{language.Greek, language.English, language.Polish, language.Romanian, language.Russian, language.Chinese}
	if got := c.Languages(); !slices.Equal(got, want) {
		t.Errorf("languages %v, want %v", got, want)
	}
}

// full is what makes every phrase renderable. The arguments are empty of
// tone, so that what is heard is the phrase.
var full = phrases.Args{
	Agent: phrases.Person{Given: "Alex", Gender: phrases.Feminine}, Company: "Acme", Count: 3,
	When: "14:00", What: "123", Cause: "123", Step: "123", OptionA: "1", OptionB: "2", Alternative: "123",
}

// TestEveryPhraseRenders renders every phrase with every gender and count, with
// and without its optional arguments: no template's text may show.
func TestEveryPhraseRenders(t *testing.T) {
	c := phrases.Default()
	people := []phrases.Person{
		{}, {Given: "Anna", Family: "Nowak", Gender: phrases.Feminine}, {Given: "Jan", Family: "Nowak", Gender: phrases.Masculine}, {Given: "Alex"},
	}
	for _, tag := range c.Languages() {
		all, err := c.Phrases(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			for _, person := range people {
				for _, count := range []int{0, 1, 2, 3, 5, 11, 21, 22} {
					for _, args := range []phrases.Args{full, {}} {
						args.Customer, args.Agent.Given, args.Count = person, person.Given, count
						checkRendering(t, p, args)
					}
				}
			}
		}
	}
}

func checkRendering(t *testing.T, p phrases.Phrase, args phrases.Args) {
	t.Helper()
	text, err := p.Render(args)
	var missing *phrases.ArgumentError
	if errors.As(err, &missing) {
		if !slices.Contains(p.Needs(), missing.Argument) {
			t.Errorf("%s: %v, which it does not need", p.ID, err)
		}
		return
	}
	if err != nil || text == "" || strings.ContainsAny(text, "{}<>") || strings.Contains(text, "  ") || strings.Contains(text, " ,") || strings.Contains(text, "no value") {
		t.Errorf("%v %s with %+v: %q, %v", p.Language, p.ID, args, text, err)
	}
}

// TestPhrasesPassTheCheck holds our words against our own ear: as a reply to
// nobody in particular no phrase has a finding, and the catalog sounds as it
// is declared: at least 99 of 100 phrases in their own address.
func TestPhrasesPassTheCheck(t *testing.T) {
	c := phrases.Default()
	for _, tag := range c.Languages() {
		t.Run(tag.String(), func(t *testing.T) {
			checker, err := empathy.New(empathy.WithLanguage(tag))
			if err != nil {
				t.Fatal(err)
			}
			all, err := c.Phrases(tag)
			if err != nil {
				t.Fatal(err)
			}
			wrong := 0
			for _, p := range all {
				text, err := p.Render(full)
				if err != nil {
					t.Error(err)
					continue
				}
				for f := range checker.Check("", text).Findings() {
					t.Errorf("%s: %v in %q", p.ID, f.Rule, text)
				}
				tone, err := checker.Analyze(text)
				if err != nil {
					t.Errorf("%s: %v", p.ID, err)
				}
				if !sounds(p.ID.Register, tone) {
					wrong++
					t.Logf("%s sounds %v with address %v: %q", p.ID, tone.Register, tone.Address, text)
				}
			}
			if len(all) > 0 && float64(wrong)/float64(len(all)) > 0.01 {
				t.Errorf("%d of %d phrases do not sound as declared", wrong, len(all))
			}
		})
	}
}

// sounds reports whether nothing in a phrase speaks for another register than
// the declared one. A single sentence seldom shows its register in full: a
// phrase without address or cue fits every register.
func sounds(declared empathy.Register, t empathy.Tone) bool {
	switch declared {
	case empathy.Informal:
		return t.Register != empathy.Formal && t.Address != empathy.V && t.Address != empathy.Mixed
	default:
		return t.Register != empathy.Informal && t.Address != empathy.T && t.Address != empathy.Mixed
	}
}

// TestComposedRepliesPassTheCheck composes a reply to each of the customers
// below in every register, with several seeds.
func TestComposedRepliesPassTheCheck(t *testing.T) {
	for _, e := range composed {
		t.Run(e.tag.String(), func(t *testing.T) {
			checker, err := empathy.New()
			if err != nil {
				t.Fatal(err)
			}
			for _, customer := range e.customers {
				advice, err := checker.Advise(customer)
				if err != nil {
					t.Errorf("%q: %v", customer, err)
					continue
				}
				for seed := range uint64(5) {
					args := phrases.Args{When: e.when, Cause: e.cause}
					reply, err := phrases.Default().Compose(advice, args, phrases.Body(e.body), phrases.Seeded(seed))
					if err != nil {
						t.Error(err)
						continue
					}
					for f := range checker.Check(customer, reply.Text).Findings() {
						t.Errorf("%v\ncustomer %q\nreply    %q", f.Rule, customer, reply.Text)
					}
				}
			}
		})
	}
}

var composed = []struct {
	tag               language.Tag
	customers         []string
	body, when, cause string
}{
	{language.English, []string{
		"I was charged twice and I am furious, why does this keep happening?!",
		"Could you tell me when the technician is coming? I'm really worried.",
		"Thank you so much, your colleague was lovely!",
		"What does the basic plan cost?",
	}, "The second charge was a mistake of the card terminal; the money is back on your card on Friday.", "on Friday by noon", "the terminal sent the payment twice"},
	{language.Romanian, []string{
		"Mi-ați luat banii de două ori și sunt foarte nervoasă, de ce se tot repetă?",
		"Când vine tehnicianul? Sunt tare îngrijorat.",
		"Vă mulțumesc mult, colega dumneavoastră a fost minunată!",
		"Cât costă abonamentul de bază?",
	}, "A doua plată a fost o eroare a terminalului; banii ajung înapoi pe card vineri.", "vineri până la prânz", "terminalul a trimis plata de două ori"},
	{language.Polish, []string{
		"Pobraliście opłatę dwa razy, jestem wściekła, dlaczego to się ciągle powtarza?",
		"Kiedy przyjedzie technik? Naprawdę bardzo się martwię.",
		"Bardzo dziękuję, Pani koleżanka była cudowna!",
		"Ile kosztuje podstawowy abonament?",
	}, "Druga płatność to błąd terminala; pieniądze wrócą na kartę w piątek.", "w piątek do południa", "terminal wysłał płatność dwa razy"},
	{language.Russian, []string{
		"С меня списали деньги дважды, я в бешенстве, почему это опять повторяется?",
		"Когда приедет мастер? Я очень переживаю.",
		"Спасибо вам огромное, ваша коллега просто чудо!",
		"Сколько стоит базовый тариф?",
	}, "Второе списание случилось из-за ошибки терминала; деньги вернутся на карту в пятницу.", "в пятницу до полудня", "терминал отправил платёж дважды"},
	{language.Greek, []string{
		"Με χρεώσατε δύο φορές και είμαι έξαλλη, γιατί γίνεται συνέχεια αυτό;",
		"Πότε θα έρθει ο τεχνικός; Ανησυχώ πάρα πολύ.",
		"Σας ευχαριστώ πολύ, η συνάδελφός σας ήταν υπέροχη!",
		"Πόσο κοστίζει το βασικό πακέτο;",
	}, "Η δεύτερη χρέωση οφείλεται σε σφάλμα του τερματικού· τα χρήματα επιστρέφουν στην κάρτα σας την Παρασκευή.", "την Παρασκευή έως το μεσημέρι", "το τερματικό έστειλε την πληρωμή δύο φορές"},
	{language.Chinese, []string{
		"你们重复扣了我两次钱，太气人了，为什么总是这样？",
		"师傅什么时候来？我真的很担心。",
		"太感谢了，你们的客服特别好！",
		"基础套餐多少钱？",
	}, "第二笔是刷卡机误扣的，款项周五退回到卡上。", "周五中午前", "刷卡机把付款发送了两次"},
}

// composedClean is the share of composed replies to the customers of the
// corpus (its dev part) that have no finding, in every register that suits.
const composedClean = 0.95

// TestComposedForTheCorpus composes replies to some forty real-life messages a
// language, in every register, and prints what the check objects to. The body
// is the same for all, so that it answers few of them; the words around it are
// what is looked at.
func TestComposedForTheCorpus(t *testing.T) {
	checker, err := empathy.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range composed {
		t.Run(e.tag.String(), func(t *testing.T) {
			replies, flawed := 0, 0
			for _, customer := range devCustomers(t, e.tag.String()) {
				advice, err := checker.Advise(customer)
				if err != nil {
					t.Errorf("%q: %v", customer, err)
					continue
				}
				suits := advice.Register
				for _, register := range empathy.Registers() {
					if register == empathy.Informal && suits != empathy.Informal || register == empathy.Formal && suits == empathy.Informal {
						continue
					}
					advice.Register = register
					reply, err := phrases.Default().Compose(advice, phrases.Args{When: e.when, Cause: e.cause}, phrases.Body(e.body))
					if err != nil {
						t.Error(err)
						continue
					}
					replies++
					report := checker.Check(customer, reply.Text)
					if report.Len() > 0 {
						flawed++
					}
					for f := range report.Findings() {
						t.Logf("%v, %v\ncustomer %q\nreply    %q", register, f.Rule, customer, reply.Text)
					}
				}
			}
			clean := 1 - float64(flawed)/float64(replies)
			t.Logf("%d replies, %.3f without findings", replies, clean)
			if clean < composedClean {
				t.Errorf("%.3f of %d replies have no finding, want %.2f", clean, replies, composedClean)
			}
		})
	}
}

func devCustomers(t *testing.T, language string) []string {
	t.Helper()
	f, err := os.Open("../empathy/testdata/corpus/" + language + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var customers []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var pair struct{ Part, Customer string }
		if err := json.Unmarshal(lines.Bytes(), &pair); err != nil {
			t.Fatal(err)
		}
		if pair.Part == "dev" && !slices.Contains(customers, pair.Customer) {
			customers = append(customers, pair.Customer)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return customers
}
