// Command helpdesk tells agents in Chatwoot, in a private note, what does not
// fit in a reply, and how it could be said. See README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func main() {
	addr := flag.String("addr", "localhost:8090", "where to listen")
	reviewer := flag.String("explain-in", "en", "the language of the notes: ro, pl, ru, el, zh or en")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *addr, *reviewer, os.Getenv); err != nil {
		fmt.Fprintln(os.Stderr, "helpdesk:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, addr, reviewer string, env func(string) string) error {
	receiver, err := newReceiver(reviewer, env)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("POST /chatwoot", receiver)
	web := &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		stopped <- web.Shutdown(grace)
	}()
	slog.Info("listening", "address", "http://"+addr+"/chatwoot")
	if err := web.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// newReceiver puts it together. Secrets come from the environment.
func newReceiver(reviewer string, env func(string) string) (*Receiver, error) {
	for _, name := range []string{"CHATWOOT_URL", "CHATWOOT_TOKEN", "CHATWOOT_WEBHOOK_SECRET"} {
		if env(name) == "" {
			return nil, fmt.Errorf("%s is not set in the environment", name)
		}
	}
	tag, err := language.Parse(reviewer)
	if err != nil {
		return nil, fmt.Errorf("explain-in: %w", err)
	}
	catalog := phrases.Default()
	checker, err := empathy.New(empathy.WithSuggestions(catalog), empathy.WithExplanationsIn(tag))
	if err != nil {
		return nil, err
	}
	return &Receiver{
		Gate:     &Gate{Secret: env("CHATWOOT_WEBHOOK_SECRET")},
		Desk:     &Desk{Checker: checker, Catalog: catalog},
		Chatwoot: Chatwoot{URL: env("CHATWOOT_URL"), Token: env("CHATWOOT_TOKEN")},
		Reviewer: tag,
		Log:      slog.Default(),
	}, nil
}
