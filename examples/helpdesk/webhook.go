package main

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

// mostBytes is how long a payload may be.
const mostBytes = 1 << 20

// A Receiver takes Chatwoot's webhook. It logs which rule was broken where, and
// never what anybody wrote.
type Receiver struct {
	Gate     *Gate
	Desk     *Desk
	Chatwoot Chatwoot
	Reviewer language.Tag // the language that notes are in
	Log      *slog.Logger
}

// ServeHTTP implements [http.Handler]: 204 where it was taken in, 401 and 409 where it
// is refused, 502 where the note could not be posted: then it may come again.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, request.Body, mostBytes))
	if err != nil {
		http.Error(w, "the payload is too long", http.StatusRequestEntityTooLarge)
		return
	}
	release, err := r.Gate.Enter(request.Header, body)
	if err != nil {
		r.Log.Warn("refused a delivery", "reason", err, "from", request.RemoteAddr)
		status := http.StatusUnauthorized
		if errors.Is(err, errReplayed) {
			status = http.StatusConflict
		}
		http.Error(w, err.Error(), status)
		return
	}
	var event Event
	if err := json.Unmarshal(body, &event); err != nil {
		http.Error(w, "the payload is not what Chatwoot sends", http.StatusBadRequest)
		return
	}
	if err := r.take(request, event); err != nil {
		release()
		r.Log.Error("taking a message in", "error", err, "conversation", event.Conversation.ID, "message", event.ID)
		http.Error(w, "the note could not be posted", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// take hears a message, and posts what there is to note.
func (r *Receiver) take(request *http.Request, event Event) error {
	if !event.spoken() {
		return nil
	}
	note, err := r.Desk.Hear(event)
	var unreadable *empathy.InputError
	if errors.As(err, &unreadable) { // a photo's caption, another language: nothing to note
		r.Log.Info("not read", "conversation", event.Conversation.ID, "message", event.ID, "reason", unreadable.Err)
		err = nil
	}
	if err != nil || !note.Worth() {
		return err
	}
	if err := r.Chatwoot.PostNote(request.Context(), event.place(), note.Markdown(r.Desk.Checker, r.Reviewer)); err != nil {
		return err
	}
	r.Desk.Noted(event)
	r.Log.Info("noted", "conversation", event.Conversation.ID, "message", event.ID, "rules", note.Rules())
	return nil
}
