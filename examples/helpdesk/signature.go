package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Chatwoot's headers. The signature is sha256= and the HMAC of "timestamp.body" in
// hex; the delivery is not signed.
const (
	headerSignature = "X-Chatwoot-Signature"
	headerTimestamp = "X-Chatwoot-Timestamp"
	headerDelivery  = "X-Chatwoot-Delivery"
)

// window is how far a timestamp may be from our clock, on either side.
const window = 5 * time.Minute

// Reasons to refuse a delivery.
var (
	errUnsigned = errors.New("the signature is missing or wrong")
	errStale    = errors.New("the timestamp is too far from now")
	errReplayed = errors.New("it was delivered before")
)

// A Gate lets each delivery of Chatwoot in once. It is safe for concurrent use.
type Gate struct {
	Secret string           // of the webhook; must not be empty
	Now    func() time.Time // nil: time.Now

	mu   sync.Mutex
	seen map[string]time.Time // what came in, and until when it is remembered
}

// Enter verifies a delivery, and remembers it. release forgets it again: where
// handling it failed, Chatwoot may deliver it anew.
func (g *Gate) Enter(header http.Header, body []byte) (release func(), err error) {
	stamp, signature := header.Get(headerTimestamp), header.Get(headerSignature)
	if g.Secret == "" || !signed(g.Secret, stamp, signature, body) {
		return nil, errUnsigned
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return nil, errUnsigned
	}
	now := time.Now()
	if g.Now != nil {
		now = g.Now()
	}
	if away := now.Sub(time.Unix(seconds, 0)); away > window || away < -window {
		return nil, errStale
	}
	delivery := header.Get(headerDelivery)
	if delivery == "" {
		return nil, fmt.Errorf("%w: no %s", errUnsigned, headerDelivery)
	}
	// Whoever replays a delivery can give it another id, and not another
	// signature: either may be used once.
	return g.claim(now, "delivery "+delivery, "signature "+strings.ToLower(signature))
}

// signed reports, in constant time, whether the signature is ours.
func signed(secret, timestamp, signature string, body []byte) bool {
	digest, ok := strings.CutPrefix(signature, "sha256=")
	if !ok {
		return false
	}
	given, err := hex.DecodeString(digest)
	return err == nil && hmac.Equal(given, sign(secret, timestamp, body))
}

func sign(secret, timestamp string, body []byte) []byte {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(timestamp + "."))
	mac.Write(body)
	return mac.Sum(nil)
}

// claim remembers the keys for as long as their timestamp could pass.
func (g *Gate) claim(now time.Time, keys ...string) (release func(), err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for key, until := range g.seen {
		if now.After(until) {
			delete(g.seen, key)
		}
	}
	for _, key := range keys {
		if _, there := g.seen[key]; there {
			return nil, errReplayed
		}
	}
	if g.seen == nil {
		g.seen = map[string]time.Time{}
	}
	for _, key := range keys {
		g.seen[key] = now.Add(2 * window)
	}
	return func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		for _, key := range keys {
			delete(g.seen, key)
		}
	}, nil
}
