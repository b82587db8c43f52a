package main

import (
	"errors"
	"regexp"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/width"

	"github.com/empathykit/empathykit/phrases"
)

// A Parcel is what the carrier knows of one: why it is late, since when, and
// the two ways there are to go on. Cause and options are keys of words.toml.
type Parcel struct {
	Number   string
	Cause    string
	DaysLate int
	Options  [2]Option
}

// An Option is one way to go on, and when.
type Option struct {
	Key  string
	When func(now time.Time) phrases.Moment
}

// A Carrier is where parcels are looked up and arranged. Put your own here.
type Carrier interface {
	// Find returns the parcel with the number; ok is false where there is none.
	Find(number string) (parcel Parcel, ok bool)
	// Arrange orders one of the parcel's options. Arranging another one later
	// takes its place.
	Arrange(number, option string) error
}

// FakeCarrier is a table in memory. It is safe for concurrent use.
type FakeCarrier struct {
	mu       sync.Mutex
	arranged map[string]string
}

var parcels = map[string]Parcel{
	"48213377": {"48213377", "label", 3, [2]Option{{"home", tomorrowMorning}, {"point", tomorrowEarly}}},
	"51900264": {"51900264", "lorry", 1, [2]Option{{"home", tomorrowMorning}, {"point", tomorrowEarly}}},
	"60077415": {"60077415", "lost", 6, [2]Option{{"resend", inTwoDays}, {"refund", inTwoDays}}},
}

func tomorrowMorning(now time.Time) phrases.Moment {
	return phrases.Between(hour(now, 9), hour(now, 12))
}
func tomorrowEarly(now time.Time) phrases.Moment { return phrases.By(hour(now, 8)) }
func inTwoDays(time.Time) phrases.Moment         { return phrases.Within(2, phrases.BusinessDays) }

// hour is an hour of tomorrow.
func hour(now time.Time, h int) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day()+1, h, 0, 0, 0, now.Location())
}

// Find implements [Carrier].
func (*FakeCarrier) Find(number string) (Parcel, bool) {
	p, ok := parcels[number]
	return p, ok
}

// Arrange implements [Carrier].
func (c *FakeCarrier) Arrange(number, option string) error {
	p, ok := parcels[number]
	if !ok || option != p.Options[0].Key && option != p.Options[1].Key {
		return errors.New("carrier: no such parcel or option")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.arranged == nil {
		c.arranged = map[string]string{}
	}
	c.arranged[number] = option
	return nil
}

// Arranged returns what was arranged for a parcel, or nothing.
func (c *FakeCarrier) Arranged(number string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.arranged[number]
}

var digits = regexp.MustCompile(`[0-9](?:[ -]?[0-9]){3,}`)

// numberIn returns the parcel number in a message, however it is spaced and
// also in full-width digits, or nothing. It need not have eight digits: a number
// that cannot be found is told so.
func numberIn(message string) string {
	found := digits.FindString(width.Narrow.String(message))
	return strings.NewReplacer(" ", "", "-", "").Replace(found)
}
