package phrases

import (
	"fmt"
	"time"
)

// A Moment is a time to speak of: a day, an hour of it, or a span from now.
// [Catalog.When] puts it into a language's words.
type Moment struct {
	kind     momentKind
	from, to time.Time
	count    int
	unit     Unit
}

type momentKind uint8

const (
	noMoment momentKind = iota
	onDay
	atTime
	byTime
	betweenTimes
	withinSpan
)

// A Unit is what a span is counted in.
type Unit uint8

const (
	Minutes Unit = iota
	Hours
	Days
	BusinessDays
	Weeks
)

var unitNames = [...]string{"minutes", "hours", "days", "business_days", "weeks"}

// On is a day, without an hour.
func On(day time.Time) Moment { return Moment{kind: onDay, from: day} }

// At is a day and an hour.
func At(t time.Time) Moment { return Moment{kind: atTime, from: t} }

// By is a deadline: a day and the hour by which something is done.
func By(t time.Time) Moment { return Moment{kind: byTime, from: t} }

// Between is a span of hours on the day of from.
func Between(from, to time.Time) Moment { return Moment{kind: betweenTimes, from: from, to: to} }

// Within is a span from now, such as two business days.
func Within(count int, unit Unit) Moment {
	return Moment{kind: withinSpan, count: count, unit: unit}
}

// day returns the ID of the day's words. A day of the coming week is
// called by its name, a later or past one by its date.
func (m Moment) day(now time.Time) string {
	switch days := daysBetween(now, m.from); {
	case days == 0:
		return "day.today"
	case days == 1:
		return "day.tomorrow"
	case days > 1 && days < 7:
		return "day." + weekdayNames[m.from.Weekday()]
	}
	return "day.date"
}

var weekdayNames = [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// daysBetween counts calendar days, in the zone of the later time.
func daysBetween(now, then time.Time) int {
	now = now.In(then.Location())
	a := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	b := time.Date(then.Year(), then.Month(), then.Day(), 0, 0, 0, 0, time.UTC)
	return int(b.Sub(a).Hours() / 24)
}

// check says what is wrong with a moment that no words can tell.
func (m Moment) check() error {
	switch {
	case m.kind == noMoment:
		return fmt.Errorf("phrases: the zero Moment is no time")
	case m.kind == withinSpan && (m.count < 1 || int(m.unit) >= len(unitNames)):
		return fmt.Errorf("phrases: there is no span of %d of unit %d", m.count, m.unit)
	case m.kind == betweenTimes && !m.to.After(m.from):
		return fmt.Errorf("phrases: a span of hours ends after it begins")
	}
	return nil
}
