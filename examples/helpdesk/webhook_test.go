package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/empathykit/empathykit/empathy"
)

const secret = "a webhook's secret"

// A posted note, as Chatwoot's API gets it.
type posted struct {
	Path, Token, Content, MessageType string
	Private                           bool
}

// A standIn stands in for Chatwoot's API.
type standIn struct {
	mu     sync.Mutex
	status int // what it answers; 0: 200
	notes  []posted
}

func (s *standIn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Content     string `json:"content"`
		MessageType string `json:"message_type"`
		Private     bool   `json:"private"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.status != 0 {
		w.WriteHeader(s.status)
		io.WriteString(w, body.Content)
		return
	}
	s.notes = append(s.notes, posted{r.Method + " " + r.URL.Path, r.Header.Get("api_access_token"), body.Content, body.MessageType, body.Private})
	w.Header().Set("Content-Type", "application/json")
	io.WriteString(w, `{"id":656,"content":"","conversation_id":207,"message_type":1,"private":true}`)
}

func (s *standIn) answer(status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status = status
}

// take returns the notes since the last time.
func (s *standIn) take() []posted {
	s.mu.Lock()
	defer s.mu.Unlock()
	notes := s.notes
	s.notes = nil
	return notes
}

// A desktop is a receiver, with Chatwoot on both sides of it.
type desktop struct {
	t        *testing.T
	receiver *Receiver
	api      *standIn
	log      *bytes.Buffer
}

func newDesktop(t *testing.T, reviewer string) *desktop {
	t.Helper()
	api := &standIn{}
	web := httptest.NewServer(api)
	t.Cleanup(web.Close)
	env := map[string]string{"CHATWOOT_URL": web.URL + "/", "CHATWOOT_TOKEN": "an agent's token", "CHATWOOT_WEBHOOK_SECRET": secret}
	receiver, err := newReceiver(reviewer, func(name string) string { return env[name] })
	if err != nil {
		t.Fatal(err)
	}
	d := &desktop{t, receiver, api, &bytes.Buffer{}}
	receiver.Log = slog.New(slog.NewTextHandler(d.log, nil))
	return d
}

// payload is a recorded one, with some fields changed.
func payload(t *testing.T, name string, changes map[string]any) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil {
		t.Fatal(err)
	}
	for k, v := range changes {
		fields[k] = v
	}
	if data, err = json.Marshal(fields); err != nil {
		t.Fatal(err)
	}
	return data
}

// deliver delivers as Chatwoot does, and returns the status.
func (d *desktop) deliver(body []byte, delivery string) int {
	return d.send(body, signedHeader(body, delivery, time.Now()))
}

func (d *desktop) send(body []byte, header http.Header) int {
	d.t.Helper()
	request := httptest.NewRequest(http.MethodPost, "/chatwoot", bytes.NewReader(body))
	request.Header = header
	recorder := httptest.NewRecorder()
	d.receiver.ServeHTTP(recorder, request)
	return recorder.Code
}

func signedHeader(body []byte, delivery string, at time.Time) http.Header {
	stamp := strconv.FormatInt(at.Unix(), 10)
	header := http.Header{"Content-Type": {"application/json"}}
	header.Set(headerTimestamp, stamp)
	header.Set(headerSignature, "sha256="+hex.EncodeToString(sign(secret, stamp, body)))
	header.Set(headerDelivery, delivery)
	return header
}

// TestNote: an angry customer, and a reply that dismisses it.
func TestNote(t *testing.T) {
	d := newDesktop(t, "en")
	if status := d.deliver(payload(t, "incoming", nil), "1"); status != http.StatusNoContent {
		t.Fatalf("the customer's message: status %d", status)
	}
	notes := d.api.take()
	if len(notes) != 1 || strings.Count(notes[0].Content, gap) != 3 {
		t.Fatalf("for an angry customer three wordings: %+v", notes)
	}
	if status := d.deliver(payload(t, "outgoing", nil), "2"); status != http.StatusNoContent {
		t.Fatalf("the reply: status %d", status)
	}
	notes = d.api.take()
	if len(notes) != 1 {
		t.Fatalf("%d notes on the reply: %+v", len(notes), notes)
	}
	note := notes[0]
	if note.Path != "POST /api/v1/accounts/3/conversations/207/messages" || note.Token != "an agent's token" || !note.Private || note.MessageType != "outgoing" {
		t.Errorf("posted as %+v", note)
	}
	for _, want := range []string{d.receiver.Desk.Checker.Title(empathy.RuleDismissive), "“Calm down”", "\n1. ", "\n2. ", "\n3. "} {
		if !strings.Contains(note.Content, want) {
			t.Errorf("the note lacks %q:\n%s", want, note.Content)
		}
	}
	_, wordings, _ := strings.Cut(note.Content, headings["en"])
	beginnings := map[string]bool{}
	for line := range strings.Lines(wordings) {
		if _, wording, ok := strings.Cut(line, ". "); ok {
			first, _, _ := strings.Cut(wording, ". ")
			beginnings[first] = true
		}
	}
	if len(beginnings) != 3 {
		t.Errorf("the wordings begin alike: %v", beginnings)
	}
	for line := range strings.Lines(note.Content) {
		if wording, ok := strings.CutPrefix(line, "1. "); ok {
			if worst, off := d.receiver.Desk.Checker.Check("My parcel is late again and I am furious!", wording).Worst(); off && worst == empathy.Error {
				t.Errorf("suggests %q", wording)
			}
		}
	}
}

// TestLog: the log tells what happened, and nothing that anybody wrote.
func TestLog(t *testing.T) {
	d := newDesktop(t, "en")
	d.deliver(payload(t, "incoming", nil), "1")
	d.deliver(payload(t, "outgoing", nil), "2")
	d.api.answer(http.StatusInternalServerError)
	d.deliver(payload(t, "outgoing", map[string]any{"id": 660, "content": "Calm down. It is your own fault."}), "3")
	d.deliver(payload(t, "incoming", map[string]any{"id": 661, "content": "Wo bleibt denn nun endlich mein Paket, und warum antwortet mir niemand?"}), "4")
	d.send([]byte(`{"content":"furious"}`), http.Header{})
	log := d.log.String()
	for _, want := range []string{"noted", "dismissive", "500", "refused a delivery"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %q:\n%s", want, log)
		}
	}
	for _, word := range []string{"furious", "Calm", "only a parcel", "fault", "Paket", "Maria", "Anna", "token", secret} {
		if strings.Contains(log, word) {
			t.Errorf("the log tells %q:\n%s", word, log)
		}
	}
}

func TestIgnored(t *testing.T) {
	tests := map[string]struct {
		payload string
		changes map[string]any
	}{
		"our own note":         {"outgoing", map[string]any{"private": true}},
		"another event":        {"outgoing", map[string]any{"event": "message_updated"}},
		"an automatic message": {"outgoing", map[string]any{"message_type": "template"}},
		"a log line":           {"outgoing", map[string]any{"message_type": "activity"}},
		"a form":               {"outgoing", map[string]any{"content_type": "input_select"}},
		"only a photo":         {"incoming", map[string]any{"content": nil}},
		"another language":     {"incoming", map[string]any{"content": "Wo bleibt denn nun endlich mein Paket, und warum antwortet mir niemand auf meine Fragen?"}},
		"a calm question":      {"incoming", map[string]any{"content": "Could you tell me your opening hours?"}},
	}
	for name, test := range tests {
		d := newDesktop(t, "en")
		if status := d.deliver(payload(t, test.payload, test.changes), "1"); status != http.StatusNoContent {
			t.Errorf("%s: status %d", name, status)
		}
		if notes := d.api.take(); len(notes) != 0 {
			t.Errorf("%s: notes %+v", name, notes)
		}
	}
}

func TestRefused(t *testing.T) {
	body := payload(t, "outgoing", nil)
	now := time.Now()
	with := func(change func(http.Header)) http.Header {
		header := signedHeader(body, "1", now)
		change(header)
		return header
	}
	tests := map[string]struct {
		body   []byte
		header http.Header
		want   int
	}{
		"no signature":      {body, with(func(h http.Header) { h.Del(headerSignature) }), http.StatusUnauthorized},
		"no algorithm":      {body, with(func(h http.Header) { h.Set(headerSignature, h.Get(headerSignature)[7:]) }), http.StatusUnauthorized},
		"no hex":            {body, with(func(h http.Header) { h.Set(headerSignature, "sha256=zz") }), http.StatusUnauthorized},
		"half a signature":  {body, with(func(h http.Header) { h.Set(headerSignature, h.Get(headerSignature)[:39]) }), http.StatusUnauthorized},
		"another body":      {append(bytes.Clone(body), ' '), signedHeader(body, "1", now), http.StatusUnauthorized},
		"another timestamp": {body, with(func(h http.Header) { h.Set(headerTimestamp, strconv.FormatInt(now.Unix()+1, 10)) }), http.StatusUnauthorized},
		"no delivery":       {body, with(func(h http.Header) { h.Del(headerDelivery) }), http.StatusUnauthorized},
		"too old":           {body, signedHeader(body, "1", now.Add(-window-2*time.Second)), http.StatusUnauthorized},
		"from the future":   {body, signedHeader(body, "1", now.Add(window+2*time.Second)), http.StatusUnauthorized},
		"no JSON":           {[]byte("hello"), signedHeader([]byte("hello"), "1", now), http.StatusBadRequest},
		"far too long":      {make([]byte, mostBytes+1), signedHeader(nil, "1", now), http.StatusRequestEntityTooLarge},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t, "en")
			if got := d.send(test.body, test.header); got != test.want {
				t.Errorf("status %d, want %d", got, test.want)
			}
			if notes := d.api.take(); len(notes) != 0 {
				t.Errorf("notes %+v", notes)
			}
		})
	}
}

// TestReplay: a delivery comes in once, under whatever id it is sent again.
func TestReplay(t *testing.T) {
	d := newDesktop(t, "en")
	body := payload(t, "outgoing", nil)
	header := signedHeader(body, "1", time.Now())
	if status := d.send(body, header.Clone()); status != http.StatusNoContent {
		t.Fatalf("status %d", status)
	}
	if status := d.send(body, header.Clone()); status != http.StatusConflict {
		t.Errorf("sent again: status %d", status)
	}
	other := header.Clone()
	other.Set(headerDelivery, "2")
	if status := d.send(body, other); status != http.StatusConflict {
		t.Errorf("sent again under another id: status %d", status)
	}
	shouted := other.Clone()
	shouted.Set(headerSignature, "sha256="+strings.ToUpper(header.Get(headerSignature)[7:]))
	if status := d.send(body, shouted); status != http.StatusConflict {
		t.Errorf("sent again in capitals: status %d", status)
	}
	later := signedHeader(body, "1", time.Now().Add(time.Second))
	if status := d.send(body, later); status != http.StatusConflict {
		t.Errorf("the same id, signed later: status %d", status)
	}
	if notes := d.api.take(); len(notes) != 1 {
		t.Errorf("%d notes, want 1", len(notes))
	}
}

// TestMemory: a delivery is remembered for as long as its timestamp may pass,
// and no longer.
func TestMemory(t *testing.T) {
	now := time.Unix(1_795_853_740, 0)
	gate := &Gate{Secret: secret, Now: func() time.Time { return now }}
	body := []byte("{}")
	header := signedHeader(body, "1", now.Add(window)) // the clock there is fast
	if _, err := gate.Enter(header, body); err != nil {
		t.Fatal(err)
	}
	now = now.Add(2 * window)
	if _, err := gate.Enter(header, body); err != errReplayed {
		t.Errorf("at the last moment: %v", err)
	}
	now = now.Add(time.Second)
	if _, err := gate.Enter(header, body); err != errStale {
		t.Errorf("after it: %v", err)
	}
	if _, err := gate.Enter(signedHeader(body, "2", now), body); err != nil {
		t.Fatal(err)
	}
	if len(gate.seen) != 2 {
		t.Errorf("remembers %d keys, want those of one delivery", len(gate.seen))
	}
	if _, err := new(Gate).Enter(signedHeader(body, "3", time.Now()), body); err == nil {
		t.Error("a gate without a secret is open")
	}
}

// TestAgain: where Chatwoot's API is down, the delivery may come again; the
// message is not heard twice, and the note is posted once.
func TestAgain(t *testing.T) {
	d := newDesktop(t, "en")
	d.deliver(payload(t, "incoming", nil), "1")
	first := d.api.take()
	body := payload(t, "outgoing", nil)
	d.api.answer(http.StatusServiceUnavailable)
	if status := d.deliver(body, "2"); status != http.StatusBadGateway {
		t.Fatalf("status %d", status)
	}
	d.api.answer(0)
	if status := d.deliver(body, "2"); status != http.StatusNoContent {
		t.Fatalf("again: status %d", status)
	}
	notes := d.api.take()
	if len(first) != 1 || len(notes) != 1 || !strings.Contains(notes[0].Content, d.receiver.Desk.Checker.Title(empathy.RuleDismissive)) {
		t.Errorf("notes %+v", notes)
	}
	// The same message through a second webhook.
	if status := d.send(body, signedHeader(body, "3", time.Now().Add(time.Second))); status != http.StatusNoContent {
		t.Errorf("through a second webhook: status %d", status)
	}
	if notes := d.api.take(); len(notes) != 0 {
		t.Errorf("a second note: %+v", notes)
	}
}

// TestSixLanguages: notes are in the reviewer's language, wordings in the customer's.
func TestSixLanguages(t *testing.T) {
	tests := map[string]struct{ customer, reply string }{
		"ro": {"Coletul meu întârzie din nou, sunt furioasă!", "Calmează-te, e doar un colet."},
		"pl": {"Moja paczka znowu się spóźnia, jestem wściekła!", "Proszę się uspokoić, to tylko paczka."},
		"ru": {"Посылка опять опаздывает, я в ярости!", "Успокойтесь, это всего лишь посылка."},
		"el": {"Το δέμα μου καθυστερεί πάλι, είμαι έξαλλη!", "Ηρεμήστε, ένα δέμα είναι μόνο."},
		"zh": {"我的包裹又晚了，气死我了！", "冷静一点，不就是一个包裹吗。"},
		"en": {"My parcel is late again and I am furious!", "Calm down, it is only a parcel."},
	}
	for lang, test := range tests {
		t.Run(lang, func(t *testing.T) {
			d := newDesktop(t, "pl")
			d.deliver(payload(t, "incoming", map[string]any{"content": test.customer}), "1")
			d.api.take()
			d.deliver(payload(t, "outgoing", map[string]any{"content": test.reply}), "2")
			notes := d.api.take()
			if len(notes) != 1 {
				t.Fatalf("%d notes", len(notes))
			}
			findings, wordings, found := strings.Cut(notes[0].Content, "**"+headings["pl"]+"**")
			if !found || !strings.Contains(findings, "- **") {
				t.Fatalf("the note is\n%s", notes[0].Content)
			}
			lines := slices.Collect(strings.Lines(strings.TrimSpace(wordings)))
			if len(lines) != 3 {
				t.Errorf("%d wordings, want 3", len(lines))
			}
			for _, line := range lines {
				if got := empathy.Analyze(strings.ReplaceAll(line[3:], gap, "")).Language.String(); got != lang {
					t.Errorf("a wording in %s: %q", got, line)
				}
			}
		})
	}
}

func TestConfiguration(t *testing.T) {
	if _, err := newReceiver("en", func(string) string { return "" }); err == nil || !strings.Contains(err.Error(), "CHATWOOT_URL") {
		t.Errorf("without an environment: %v", err)
	}
	if _, err := newReceiver("no language", func(string) string { return "x" }); err == nil {
		t.Error("a language that is none is taken")
	}
}

// TestRedirect: the token does not follow a redirect to another host.
func TestRedirect(t *testing.T) {
	elsewhere := &standIn{}
	other := httptest.NewServer(elsewhere)
	defer other.Close()
	web := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusTemporaryRedirect))
	defer web.Close()
	err := Chatwoot{URL: web.URL, Token: "an agent's token"}.PostNote(t.Context(), place{1, 2}, "note")
	if err == nil || len(elsewhere.take()) != 0 {
		t.Errorf("followed a redirect: %v", err)
	}
}
