// Command chatbot serves a support chat about late parcels, in six languages.
// Every reply passes the check before it is sent. See README.md.
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

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func main() {
	addr := flag.String("addr", "localhost:8080", "where to listen")
	db := flag.String("db", "chatbot.db", "the SQLite file that conversations are kept in")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *addr, *db); err != nil {
		fmt.Fprintln(os.Stderr, "chatbot:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, addr, db string) error {
	store, err := OpenStore(ctx, db)
	if err != nil {
		return err
	}
	defer store.Close()
	bot, err := newBot(&FakeCarrier{})
	if err != nil {
		return err
	}
	server := &Server{Bot: bot, Store: store, Log: slog.Default()}
	handler, err := server.Handler()
	if err != nil {
		return err
	}
	go server.forget(ctx)

	web := &http.Server{Addr: addr, Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		stopped <- web.Shutdown(grace)
	}()
	slog.Info("listening", "address", "http://"+addr)
	if err := web.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

func newBot(carrier Carrier) (*Bot, error) {
	words, err := loadWords()
	if err != nil {
		return nil, err
	}
	checker, err := empathy.New()
	if err != nil {
		return nil, err
	}
	return &Bot{Checker: checker, Catalog: phrases.Default(), Carrier: carrier, Words: words, Now: time.Now}, nil
}
