package localecheck

import (
	"strings"
	"time"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func timeChecks() []Check {
	return []Check{
		{
			ID: "time-missing", Title: "a time that cannot be said", Severity: empathy.Error,
			Advice:   "write it as en/time.en.toml does, as an adverbial: \"tomorrow\", \"by 14:00\"",
			language: func(l *locale, report reporter) { l.compare("time", false, report, nil) },
		},
		{
			ID: "time-unknown", Title: "a time that no program asks for", Severity: empathy.Warning,
			Advice:   "the IDs are those of en/time.en.toml, and month.january to month.december, date.day_month, date.day_month_year",
			language: func(l *locale, report reporter) { l.compare("time", true, report, datesOfItsOwn()) },
		},
		{
			ID: "time-render", Title: "a time that comes out wrong", Severity: empathy.Error,
			Advice:   "the arguments are Count, Day, Date, Time, From, To, and for dates Number, Month, Year",
			language: badTimes,
		},
	}
}

// datesOfItsOwn are the messages of a language that brings its own dates.
func datesOfItsOwn() []string {
	ids := []string{"date.day_month", "date.day_month_year"}
	for m := time.January; m <= time.December; m++ {
		ids = append(ids, "month."+strings.ToLower(m.String()))
	}
	return ids
}

// badTimes tells one time of each kind.
func badTimes(l *locale, report reporter) {
	var at place
	for _, f := range l.texts {
		if strings.Contains(f.Name, "/time.") {
			at = place{file: f.Name, line: 1}
		}
	}
	if at.file == "" {
		return
	}
	catalog, err := phrases.Load(l.soundFiles())
	if err != nil {
		return
	}
	now := time.Date(2026, 3, 11, 10, 0, 0, 0, time.UTC)
	hours := func(days, hour int) time.Time { return now.AddDate(0, 0, days).Add(time.Duration(hour) * time.Hour) }
	seen := map[string]bool{}
	for _, m := range []phrases.Moment{
		phrases.On(hours(0, 1)), phrases.At(hours(1, 1)), phrases.By(hours(3, 1)), phrases.Between(hours(30, 1), hours(30, 2)), phrases.On(hours(400, 1)),
		phrases.Within(1, phrases.Minutes), phrases.Within(2, phrases.Hours), phrases.Within(5, phrases.Days), phrases.Within(3, phrases.BusinessDays), phrases.Within(21, phrases.Weeks),
	} {
		words, err := catalog.When(l.tag, now, m)
		switch {
		case err != nil && !strings.Contains(err.Error(), "telling a time"):
			return // the language cannot be loaded, for other reasons
		case err != nil && strings.Contains(err.Error(), "there is no message"), err == nil && !strings.ContainsAny(words, "{}<>"):
			continue // time-missing says so
		case err == nil:
			report(at, "%q has braces left", words)
		case !seen[err.Error()]:
			seen[err.Error()] = true
			report(at, "%s", strings.TrimPrefix(err.Error(), "phrases: "))
		}
	}
}
