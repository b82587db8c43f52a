package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"

	_ "modernc.org/sqlite" // SQLite in Go, no cgo

	"github.com/empathykit/empathykit/empathy"
)

// A Store keeps sessions in SQLite. It keeps no message and no reply: what a
// conversation remembers of words are fingerprints.
type Store struct{ db *sql.DB }

// ErrNoSession is returned where there is no session of that id: it was never
// begun, or is forgotten.
var ErrNoSession = errors.New("no such conversation")

const schema = `CREATE TABLE IF NOT EXISTS sessions (
	id      TEXT PRIMARY KEY,
	session TEXT NOT NULL,
	state   TEXT NOT NULL,
	updated INTEGER NOT NULL
) STRICT`

// OpenStore opens the database, and makes it where there is none.
func OpenStore(ctx context.Context, path string) (*Store, error) {
	query := url.Values{"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "secure_delete(ON)"}, "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+query.Encode())
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	db.SetMaxOpenConns(1) // one writer: two messages of a conversation are taken in turn
	if _, err := db.ExecContext(ctx, schema); err != nil {
		db.Close()
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	return &Store{db}, nil
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// Update takes up a session, lets do go on with it, and saves it. Where do
// fails, the session stays as it was.
func (s *Store) Update(ctx context.Context, id string, checker *empathy.Checker, now time.Time, do func(*Session) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("taking up a session: %w", err)
	}
	defer tx.Rollback() // after Commit there is nothing to undo
	var session Session
	var saved, state string
	err = tx.QueryRowContext(ctx, `SELECT session, state FROM sessions WHERE id = ?`, id).Scan(&saved, &state)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNoSession
	}
	if err == nil {
		err = json.Unmarshal([]byte(saved), &session)
	}
	if err == nil {
		session.conversation, err = checker.ResumeConversation([]byte(state))
	}
	if err != nil {
		return fmt.Errorf("taking up a session: %w", err)
	}
	if err := do(&session); err != nil {
		return err
	}
	if err := save(ctx, tx, id, &session, now); err != nil {
		return err
	}
	return tx.Commit()
}

// Insert saves a new session.
func (s *Store) Insert(ctx context.Context, id string, session *Session, now time.Time) error {
	return save(ctx, s.db, id, session, now)
}

func save(ctx context.Context, db interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}, id string, session *Session, now time.Time) error {
	saved, err := json.Marshal(session)
	if err != nil {
		return fmt.Errorf("saving a session: %w", err)
	}
	state, err := json.Marshal(session.conversation)
	if err != nil {
		return fmt.Errorf("saving a session: %w", err)
	}
	_, err = db.ExecContext(ctx, `INSERT INTO sessions (id, session, state, updated) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET session = excluded.session, state = excluded.state, updated = excluded.updated`,
		id, string(saved), string(state), now.Unix())
	if err != nil {
		return fmt.Errorf("saving a session: %w", err)
	}
	return nil
}

// Forget deletes the sessions that nobody has written in since.
func (s *Store) Forget(ctx context.Context, since time.Time) error {
	if _, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE updated < ?`, since.Unix()); err != nil {
		return fmt.Errorf("forgetting old sessions: %w", err)
	}
	return nil
}
