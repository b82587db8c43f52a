package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// Chatwoot posts to Chatwoot's application API.
type Chatwoot struct {
	URL   string // https://app.chatwoot.com, or where yours is
	Token string // the access token of an agent or of an agent bot
}

// api does not follow redirects: the token is for one host.
var api = &http.Client{
	Timeout:       4 * time.Second, // Chatwoot waits five for us
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// PostNote writes a private note into a conversation: agents see it, the customer does not.
func (c Chatwoot) PostNote(ctx context.Context, at place, text string) error {
	target, err := url.JoinPath(c.URL, "api/v1/accounts", strconv.FormatInt(at.account, 10), "conversations", strconv.FormatInt(at.conversation, 10), "messages")
	if err != nil {
		return fmt.Errorf("posting a note: %w", err)
	}
	body, err := json.Marshal(map[string]any{"content": text, "message_type": "outgoing", "private": true})
	if err != nil {
		return fmt.Errorf("posting a note: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, target, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("posting a note: %w", err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("api_access_token", c.Token)
	response, err := api.Do(request)
	if err != nil {
		return fmt.Errorf("posting a note: %w", err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, io.LimitReader(response.Body, 1<<20)); err != nil {
		return fmt.Errorf("posting a note: %w", err)
	}
	if response.StatusCode != http.StatusOK { // its body may quote the note: it is not for the log
		return fmt.Errorf("posting a note: Chatwoot answers %s", response.Status)
	}
	return nil
}
