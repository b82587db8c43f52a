package empathy_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/empathykit/empathykit/empathy"
)

func ExampleChecker_CheckContext() {
	checker, err := empathy.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	report := checker.CheckContext(ctx, "Where is my parcel?!", "It is on its way and will be with you tomorrow by noon.")
	fmt.Println(report.Err())
	// Output: <nil>
}

// countdown is a context that is done when it has been asked some times.
type countdown struct {
	context.Context
	asked, after int
	done         chan struct{}
}

func newCountdown(after int) *countdown {
	return &countdown{Context: context.Background(), after: after, done: make(chan struct{})}
}

func (c *countdown) Done() <-chan struct{} { return c.done }

func (c *countdown) Err() error {
	if c.asked++; c.asked > c.after {
		return context.DeadlineExceeded
	}
	return nil
}

func (c *countdown) Value(any) any { return nil }

func TestCanceled(t *testing.T) {
	c := newChecker(t)
	long := strings.Repeat("Where is my parcel? ", 10_000)
	for _, test := range []struct {
		name, message string
		after         int
		check         func(context.Context) error
	}{
		{"before the customer", "customer's message", 0, func(ctx context.Context) error { return c.CheckContext(ctx, long, "Here.").Err() }},
		{"within the customer", "customer's message", 3, func(ctx context.Context) error { return c.CheckContext(ctx, long, "Here.").Err() }},
		{"within the reply", "reply", 6, func(ctx context.Context) error { return c.CheckContext(ctx, "Where is my parcel?", long).Err() }},
		{"within a message", "message", 3, func(ctx context.Context) error { _, err := c.AnalyzeContext(ctx, long); return err }},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := test.check(newCountdown(test.after))
			var canceled *empathy.CanceledError
			if !errors.As(err, &canceled) || canceled.Message != test.message || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("error %#v, want a CanceledError about the %s", err, test.message)
			}
		})
	}
}

func TestCanceledReportHasNoFindings(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	reason := errors.New("the customer has gone")
	cancel(reason)
	report := newChecker(t).CheckContext(ctx, "Where is my parcel?!", "Calm down.")
	if report.Len() != 0 || !errors.Is(report.Err(), reason) {
		t.Errorf("%d findings, error %v", report.Len(), report.Err())
	}
}
