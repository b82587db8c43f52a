package main

import (
	"context"
	"crypto/rand"
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
)

//go:embed page
var page embed.FS

// mostBytes is how long a request may be.
const mostBytes = 16 << 10

// A Server lets customers talk to the bot over HTTP. It logs no words.
type Server struct {
	Bot   *Bot
	Store *Store
	Log   *slog.Logger
}

// Handler serves the page, and the three calls that it makes.
func (s *Server) Handler() (http.Handler, error) {
	files, err := fs.Sub(page, "page")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServerFS(files))
	mux.HandleFunc("GET /words.json", s.words)
	mux.HandleFunc("POST /conversations", s.begin)
	mux.HandleFunc("POST /conversations/{id}/messages", s.hear)
	return http.NewCrossOriginProtection().Handler(guarded(mux)), nil
}

// guarded lets the browser load nothing but our own files.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		r.Body = http.MaxBytesReader(w, r.Body, mostBytes)
		next.ServeHTTP(w, r)
	})
}

// words are the page's own words in all languages.
func (s *Server) words(w http.ResponseWriter, r *http.Request) {
	all := map[string]map[string]string{}
	for lang, words := range s.Bot.Words {
		all[lang] = words.Page
	}
	s.write(w, http.StatusOK, all)
}

type begun struct {
	ID    string `json:"id"`
	Reply Reply  `json:"reply"`
}

// begin begins a conversation in the language of the page.
func (s *Server) begin(w http.ResponseWriter, r *http.Request) {
	var request struct{ Language string }
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		s.refuse(w, http.StatusBadRequest, "the request is no JSON")
		return
	}
	tag, err := language.Parse(request.Language)
	if _, known := s.Bot.Words[base(tag)]; err != nil || !known {
		s.refuse(w, http.StatusBadRequest, "the language is not spoken here")
		return
	}
	session := &Session{Language: base(tag), conversation: s.Bot.Checker.NewConversation()}
	reply := s.Bot.Begin(session)
	id := rand.Text() // whoever knows it can write on
	if err := s.Store.Insert(r.Context(), id, session, s.Bot.Now()); err != nil {
		s.fail(r.Context(), w, err)
		return
	}
	s.write(w, http.StatusCreated, begun{id, reply})
}

// hear answers a message.
func (s *Server) hear(w http.ResponseWriter, r *http.Request) {
	var request struct{ Text string }
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		s.refuse(w, http.StatusBadRequest, "the request is no JSON, or too long")
		return
	}
	var reply Reply
	err := s.Store.Update(r.Context(), r.PathValue("id"), s.Bot.Checker, s.Bot.Now(), func(session *Session) (err error) {
		reply, err = s.Bot.Hear(session, request.Text)
		return err
	})
	var unreadable *empathy.InputError
	switch {
	case errors.Is(err, ErrNoSession):
		s.refuse(w, http.StatusNotFound, err.Error())
	case errors.As(err, &unreadable):
		s.refuse(w, http.StatusUnprocessableEntity, unreadable.Error())
	case err != nil:
		s.fail(r.Context(), w, err)
	default:
		s.write(w, http.StatusOK, reply)
	}
}

func (s *Server) write(w http.ResponseWriter, status int, answer any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		s.Log.Info("the answer did not get through", "error", err)
	}
}

func (s *Server) refuse(w http.ResponseWriter, status int, why string) {
	s.write(w, status, map[string]string{"error": why})
}

func (s *Server) fail(ctx context.Context, w http.ResponseWriter, err error) {
	s.Log.ErrorContext(ctx, "answering", "error", err)
	s.refuse(w, http.StatusInternalServerError, "something went wrong on our side")
}

// keptFor is how long a conversation is kept after its last message.
const keptFor = 30 * 24 * time.Hour

// forget deletes old conversations, every hour until the context ends.
func (s *Server) forget(ctx context.Context) {
	hourly := time.NewTicker(time.Hour)
	defer hourly.Stop()
	for {
		if err := s.Store.Forget(ctx, s.Bot.Now().Add(-keptFor)); err != nil && ctx.Err() == nil {
			s.Log.Error("keeping house", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-hourly.C:
		}
	}
}
