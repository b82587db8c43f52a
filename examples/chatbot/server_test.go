package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/empathy"
)

// A client talks to the chat as the page does.
type client struct {
	t   *testing.T
	url string
	id  string
}

func serve(t *testing.T, path string, carrier Carrier) (*httptest.Server, *Server) {
	t.Helper()
	store, err := OpenStore(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	bot, err := newBot(carrier)
	if err != nil {
		t.Fatal(err)
	}
	server := &Server{Bot: bot, Store: store, Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
	handler, err := server.Handler()
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(handler)
	t.Cleanup(web.Close)
	return web, server
}

func (c *client) post(path, body string, answer any) int {
	c.t.Helper()
	response, err := http.Post(c.url+path, "application/json", strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	if answer != nil {
		if err := json.NewDecoder(response.Body).Decode(answer); err != nil {
			c.t.Fatal(err)
		}
	}
	return response.StatusCode
}

func (c *client) begin(lang string) Reply {
	c.t.Helper()
	var answer begun
	if status := c.post("/conversations", `{"language":"`+lang+`"}`, &answer); status != http.StatusCreated {
		c.t.Fatalf("beginning: status %d", status)
	}
	c.id = answer.ID
	return answer.Reply
}

func (c *client) say(text string) Reply {
	c.t.Helper()
	body, err := json.Marshal(map[string]string{"text": text})
	if err != nil {
		c.t.Fatal(err)
	}
	var reply Reply
	if status := c.post("/conversations/"+c.id+"/messages", string(body), &reply); status != http.StatusOK {
		c.t.Fatalf("%q: status %d", text, status)
	}
	return reply
}

// dialogues go from the first hello to the farewell.
var dialogues = map[string]struct{ hello, story, number, choice, yes string }{
	"en": {"Hello", "My parcel still has not arrived, I am really angry! Why does nobody tell me anything?", "It is 4821 3377", "Delivery to the door, please", "Yes, that works. Thank you!"},
	"ro": {"Bună ziua", "Coletul meu tot nu a ajuns, sunt foarte supărată! De ce nu îmi spune nimeni nimic?", "Numărul este 48213377", "Livrare la ușă, vă rog", "Da, e în regulă. Mulțumesc!"},
	"pl": {"Dzień dobry", "Moja paczka nadal nie dotarła, jestem wściekła! Dlaczego nikt mi nic nie mówi?", "Numer to 48213377", "Poproszę dostawę pod drzwi", "Tak, pasuje mi. Dziękuję!"},
	"ru": {"Здравствуйте", "Моя посылка до сих пор не пришла, я очень злюсь! Почему никто ничего не говорит?", "Номер 48213377", "Доставку до двери, пожалуйста", "Да, подходит. Спасибо!"},
	"el": {"Καλησπέρα", "Το δέμα μου δεν έχει έρθει ακόμα, είμαι έξαλλη! Γιατί δεν μου λέει κανείς τίποτα;", "Ο αριθμός είναι 48213377", "Παράδοση στην πόρτα, παρακαλώ", "Ναι, με βολεύει. Ευχαριστώ!"},
	"zh": {"你好", "我的包裹还没到，气死我了！为什么没人告诉我？", "包裹号是４８２１３３７７", "请送货上门", "可以，谢谢！"},
}

func TestSixLanguages(t *testing.T) {
	words, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	for lang, d := range dialogues {
		t.Run(lang, func(t *testing.T) {
			carrier := &FakeCarrier{}
			path := filepath.Join(t.TempDir(), "chat.db")
			web, server := serve(t, path, carrier)
			c := &client{t: t, url: web.URL}
			// The page is in another language: the bot follows the customer.
			page := map[string]string{"en": "ro"}[lang]
			if page == "" {
				page = "en"
			}
			if hello := c.begin(page); hello.Text != words[page].Hello {
				t.Errorf("begins with %q", hello.Text)
			}
			check := func(reply Reply, customer string) {
				t.Helper()
				if reply.Language != lang || empathy.Analyze(reply.Text).Language.String() != lang {
					t.Errorf("answers in %s: %q", reply.Language, reply.Text)
				}
				report := server.Bot.Checker.Check(customer, reply.Text)
				if hasRule(report, empathy.RuleNoAcknowledgement) || hasError(report) {
					t.Errorf("to %q the bot says %q", customer, reply.Text)
				}
			}
			check(c.say(d.hello), d.hello)

			asks := c.say(d.story)
			check(asks, d.story)
			if !strings.Contains(asks.Text, words[lang].Ask) {
				t.Errorf("does not ask for the number: %q", asks.Text)
			}

			// A restart in between loses nothing.
			web, _ = serve(t, path, carrier)
			c.url = web.URL
			explains := c.say(d.number)
			check(explains, "")
			if !strings.Contains(explains.Text, words[lang].Causes["label"]) || len(explains.Options) != 2 {
				t.Errorf("does not explain and offer a choice: %+v", explains)
			}
			for _, option := range explains.Options {
				if !strings.Contains(explains.Text, option) {
					t.Errorf("%q is offered on a button, and not in %q", option, explains.Text)
				}
			}

			promises := c.say(d.choice)
			check(promises, "")
			if got := carrier.Arranged("48213377"); got != "home" {
				t.Errorf("arranged %q", got)
			}
			if !strings.ContainsAny(promises.Text, "0123456789") || promises.Closed {
				t.Errorf("promises no time, or closes without agreement: %+v", promises)
			}

			closes := c.say(d.yes)
			check(closes, d.yes)
			if !closes.Closed {
				closes = c.say(words[lang].Nothing[0])
			}
			if !closes.Closed {
				t.Errorf("does not close: %+v", closes)
			}
			noWordsIn(t, filepath.Dir(path), d.story, d.choice, d.yes, asks.Text, promises.Text)
		})
	}
}

func hasRule(report empathy.Report, rule empathy.Rule) bool {
	for f := range report.Findings() {
		if f.Rule == rule {
			return true
		}
	}
	return false
}

func hasError(report empathy.Report) bool {
	worst, found := report.Worst()
	return found && worst == empathy.Error
}

// noWordsIn looks for what was said in the database's files.
func noWordsIn(t *testing.T, dir string, said ...string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no database in %s: %v", dir, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range said {
			words := []rune(text)
			if bytes.Contains(data, []byte(string(words[:min(6, len(words))]))) {
				t.Errorf("%s keeps %q", file, text)
			}
		}
	}
}

// TestTap: what is on a button is heard as that choice, and tells of no annoyance.
func TestTap(t *testing.T) {
	for lang, d := range dialogues {
		carrier := &FakeCarrier{}
		web, server := serve(t, filepath.Join(t.TempDir(), "chat.db"), carrier)
		c := &client{t: t, url: web.URL}
		c.begin(lang)
		offer := c.say(d.number)
		c.say(offer.Options[1])
		if got := carrier.Arranged("48213377"); got != "point" {
			t.Errorf("%s: arranged %q", lang, got)
		}
		err := server.Store.Update(t.Context(), c.id, server.Bot.Checker, time.Now(), func(s *Session) error {
			turns := s.conversation.Turns()
			if tap := turns[len(turns)-2]; tap.Emotion.Negative() {
				t.Errorf("%s: a tap is heard as %v", lang, tap.Emotion)
			}
			if promise := turns[len(turns)-1]; !slices.Contains(promise.Acts, empathy.ActConfirm) {
				t.Errorf("%s: does not ask whether it works", lang)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestTurns: where the customer does not go the straight way.
func TestTurns(t *testing.T) {
	words, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	en := words["en"]
	handOver, _, _ := strings.Cut(en.HandOver, "{when}")
	tests := map[string]struct {
		says     []string
		want     string // in the last reply
		options  int
		arranged string
	}{
		"the number at once":             {[]string{"Where is my parcel 48213377?"}, en.Causes["label"], 2, ""},
		"a number that nobody knows":     {[]string{"Where is my parcel 12345678?"}, en.Unknown, 0, ""},
		"three of them: a person":        {[]string{"Where is my parcel 12345678?", "12345679", "12345670"}, handOver, 0, ""},
		"a person stays":                 {[]string{"Where is my parcel 12345678?", "12345679", "12345670", "48213377"}, handOver, 0, ""},
		"neither option":                 {[]string{"Where is my parcel 48213377?", "I cannot decide"}, "delivery to the door", 2, ""},
		"the other option":               {[]string{"Where is my parcel 48213377?", "I will pick it up"}, "at the parcel point", 0, "point"},
		"a changed mind":                 {[]string{"Where is my parcel 48213377?", "I will pick it up", "No, that does not work for me.", "to the door"}, "to the door", 0, "home"},
		"a question after the promise":   {[]string{"Where is my parcel 48213377?", "I will pick it up", "When?"}, "at the parcel point", 0, "point"},
		"lost":                           {[]string{"Where is my parcel 60077415?"}, en.Causes["lost"], 2, ""},
		"something else after the close": {[]string{"Where is my parcel 60077415?", "refund", "Yes, thank you!", "And the other parcel 51900264?"}, en.Causes["lorry"], 2, ""},
		"a language that is not spoken":  {[]string{"Wo bleibt denn nun endlich mein Paket, und warum antwortet mir niemand auf meine Fragen?"}, en.Unreadable, 0, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			carrier := &FakeCarrier{}
			web, _ := serve(t, filepath.Join(t.TempDir(), "chat.db"), carrier)
			c := &client{t: t, url: web.URL}
			c.begin("en")
			var last Reply
			for _, text := range test.says {
				last = c.say(text)
			}
			if !strings.Contains(last.Text, test.want) || len(last.Options) != test.options {
				t.Errorf("%+v, want %q and %d options", last, test.want, test.options)
			}
			if got := carrier.Arranged("48213377"); got != test.arranged {
				t.Errorf("arranged %q, want %q", got, test.arranged)
			}
		})
	}
}

// TestOwnWords: every language has all of the bot's own words, and the check
// has nothing against those that are said as they stand.
func TestOwnWords(t *testing.T) {
	words, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	en := words["en"]
	for lang, w := range words {
		if tone := empathy.Analyze(w.Tap); tone.Emotion.Negative() || tone.Language.String() != lang {
			t.Errorf("%s: a tap is heard as %v %v", lang, tone.Language, tone.Emotion)
		}
		if diff := cmp.Diff(keys(en), keys(w)); diff != "" {
			t.Errorf("%s (-en +%s)\n%s", lang, lang, diff)
		}
		for _, text := range []string{w.Hello, w.Unreadable} {
			if report := empathy.Check("", text); hasError(report) || report.Reply.Language.String() != lang {
				t.Errorf("%s: %q is read as %v", lang, text, report.Reply.Language)
			}
		}
	}
}

// keys are the names of all words that are there.
func keys(w Words) map[string]bool {
	found := map[string]bool{"hello": w.Hello != "", "ask": w.Ask != "", "tap": w.Tap != "", "unknown": w.Unknown != "", "hand_over": strings.Contains(w.HandOver, "{when}"),
		"nothing": len(w.Nothing) > 0, "unreadable": w.Unreadable != ""}
	for k, v := range w.Causes {
		found["causes."+k] = v != ""
	}
	for k, v := range w.Remedies {
		found["remedies."+k] = v != ""
	}
	for k, v := range w.Page {
		found["page."+k] = v != ""
	}
	for k, v := range w.Options {
		found["options."+k] = strings.Contains(v.Offer, "{when}") && strings.Contains(v.Done, "{when}") && v.heardIn(v.Offer)
	}
	return found
}

func TestRefusals(t *testing.T) {
	web, _ := serve(t, filepath.Join(t.TempDir(), "chat.db"), &FakeCarrier{})
	c := &client{t: t, url: web.URL}
	c.begin("en")
	tests := map[string]struct {
		path, body string
		want       int
	}{
		"a language that is not spoken": {"/conversations", `{"language":"de"}`, http.StatusBadRequest},
		"no JSON":                       {"/conversations", `language=en`, http.StatusBadRequest},
		"a conversation that is not":    {"/conversations/nobody/messages", `{"text":"Hello"}`, http.StatusNotFound},
		"nothing said":                  {"/conversations/" + c.id + "/messages", `{"text":"  "}`, http.StatusUnprocessableEntity},
		"far too much said":             {"/conversations/" + c.id + "/messages", `{"text":"` + strings.Repeat("a ", mostBytes) + `"}`, http.StatusBadRequest},
	}
	for name, test := range tests {
		if got := c.post(test.path, test.body, nil); got != test.want {
			t.Errorf("%s: status %d, want %d", name, got, test.want)
		}
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, web.URL+"/conversations", strings.NewReader(`{"language":"en"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Origin", "https://elsewhere.example")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusForbidden {
		t.Errorf("from another site: status %d", response.StatusCode)
	}
}

func TestForget(t *testing.T) {
	web, server := serve(t, filepath.Join(t.TempDir(), "chat.db"), &FakeCarrier{})
	c := &client{t: t, url: web.URL}
	c.begin("en")
	if err := server.Store.Forget(t.Context(), time.Now().Add(-keptFor)); err != nil {
		t.Fatal(err)
	}
	c.say("Hello")
	if err := server.Store.Forget(t.Context(), time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if got := c.post("/conversations/"+c.id+"/messages", `{"text":"Hello"}`, nil); got != http.StatusNotFound {
		t.Errorf("a forgotten conversation: status %d", got)
	}
}
