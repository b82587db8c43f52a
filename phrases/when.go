package phrases

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"
	"time"

	cldr "github.com/go-playground/locales"
	"github.com/go-playground/locales/currency"
	"github.com/go-playground/locales/el"
	"github.com/go-playground/locales/en_GB"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/ro"
	"github.com/go-playground/locales/ru"
	"github.com/go-playground/locales/zh"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/empathykit/empathykit/internal/phrasefile"
)

// formats has CLDR's dates, numbers and sums for our languages. A language
// that is added by data alone has its numbers from CLDR too, its sums with the
// code of the currency, and its dates from its time file; without one they are
// those of British English, which are plain.
var formats = map[string]func() cldr.Translator{
	"el": el.New, "en": en_GB.New, "pl": pl.New, "ro": ro.New, "ru": ru.New, "zh": zh.New,
}

func hasFormats(tag language.Tag) bool {
	base, _ := tag.Base()
	return formats[base.String()] != nil
}

func formatsOf(tag language.Tag) cldr.Translator {
	base, _ := tag.Base()
	if f, ok := formats[base.String()]; ok {
		return f()
	}
	return en_GB.New()
}

// A clock puts times into one language's words.
type clock struct {
	format   cldr.Translator
	messages map[string]*i18n.Message
}

// loadClock reads LANG/time.LANG.toml. A language without one has no words
// for times.
func loadClock(fsys fs.FS, folder string, tag language.Tag) (*clock, error) {
	files, err := fs.Glob(fsys, path.Join(folder, "time.*.toml"))
	if err != nil || len(files) == 0 {
		return nil, err
	}
	data, err := fs.ReadFile(fsys, files[0])
	if err != nil {
		return nil, fmt.Errorf("reading the words for times: %w", err)
	}
	file, err := i18n.ParseMessageFileBytes(data, files[0], map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		return nil, tomlError(files[0], err)
	}
	c := &clock{format: formatsOf(tag), messages: map[string]*i18n.Message{}}
	for _, m := range file.Messages {
		if sources(m) == [phrasefile.PluralForms]string{} {
			continue // not written yet
		}
		if _, err := phrasefile.ParseForms(m.ID, sources(m)); err != nil {
			return nil, fmt.Errorf("%s:%d: %s: %w", files[0], lineOfTable(data, `"`+m.ID+`"`), m.ID, err)
		}
		c.messages[m.ID] = m
	}
	return c, nil
}

// When puts a moment into words that fit {{.When}} of a phrase: "tomorrow
// between 09:00 and 12:00", "в течение 2 рабочих дней". Days are told from
// now: today, tomorrow, a weekday, a date. The error is a [*MissingError]
// where the language is not in the catalog.
func (c *Catalog) When(tag language.Tag, now time.Time, m Moment) (string, error) {
	if err := m.check(); err != nil {
		return "", err
	}
	l, err := c.speaking(tag)
	if err != nil {
		return "", err
	}
	if l.clock == nil {
		return "", fmt.Errorf("phrases: %v has no time.%v.toml", l.tag, l.tag)
	}
	words, err := l.clock.tell(l.tag, now, m)
	if err != nil {
		return "", fmt.Errorf("phrases: telling a time in %v: %w", l.tag, err)
	}
	return words, nil
}

type timeArgs struct {
	Count                     int
	Day, Date, Time, From, To string
	Number, Year              int
	Month                     string
}

func (c *clock) tell(tag language.Tag, now time.Time, m Moment) (string, error) {
	if m.kind == withinSpan {
		return c.say(tag, "within."+unitNames[m.unit], timeArgs{Count: m.count})
	}
	date, err := c.date(tag, now, m.from)
	if err != nil {
		return "", err
	}
	day, err := c.say(tag, m.day(now), timeArgs{Date: date})
	if err != nil || m.kind == onDay {
		return day, err
	}
	name := map[momentKind]string{atTime: "time.at", byTime: "time.by", betweenTimes: "time.between"}[m.kind]
	hours, err := c.say(tag, name, timeArgs{Time: hour(m.from), From: hour(m.from), To: hour(m.to)})
	if err != nil {
		return "", err
	}
	return c.say(tag, "day_time", timeArgs{Day: day, Time: hours})
}

// hour is the hour on the 24-hour clock, which contact centers write in all
// six languages.
func hour(t time.Time) string { return t.Format("15:04") }

// date leaves out the year while it is this one: the year stands last, or in
// Chinese first.
//
// A language may bring dates of its own: the messages month.january to
// month.december, date.day_month and date.day_month_year.
func (c *clock) date(tag language.Tag, now, t time.Time) (string, error) {
	if month := c.messages["month."+strings.ToLower(t.Month().String())]; month != nil {
		id := "date.day_month"
		if t.Year() != now.Year() {
			id = "date.day_month_year"
		}
		return c.say(tag, id, timeArgs{Number: t.Day(), Month: month.Other, Year: t.Year()})
	}
	long := c.format.FmtDateLong(t)
	if t.Year() != now.Year() {
		return long, nil
	}
	for _, year := range []string{t.Format("2006年"), t.Format(" 2006 г."), t.Format(" 2006")} {
		long = strings.Replace(long, year, "", 1)
	}
	return long, nil
}

func (c *clock) say(tag language.Tag, id string, args timeArgs) (string, error) {
	m := c.messages[id]
	if m == nil {
		return "", fmt.Errorf("there is no message %q", id)
	}
	source := m.Other
	if args.Count > 0 {
		if form := sources(m)[phrasefile.PluralOf(tag, args.Count)]; form != "" {
			source = form
		}
	}
	t, err := template.New(id).Parse(source)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, args)
	return b.String(), err
}

// currencies are those that our languages' customers pay in.
var currencies = map[string]currency.Type{
	"EUR": currency.EUR, "PLN": currency.PLN, "RON": currency.RON, "MDL": currency.MDL, "RUB": currency.RUB,
	"CNY": currency.CNY, "HKD": currency.HKD, "TWD": currency.TWD, "USD": currency.USD, "GBP": currency.GBP,
	"CHF": currency.CHF, "CZK": currency.CZK, "BGN": currency.BGN, "UAH": currency.UAH, "KZT": currency.KZT,
	"BYN": currency.BYN, "SEK": currency.SEK, "DKK": currency.DKK, "NOK": currency.NOK, "CAD": currency.CAD, "AUD": currency.AUD,
}

// Money writes a sum with two decimals in the form of the language: "1 234,50
// zł", and in a language that was added by data alone with the code: "1.234,50
// EUR". The currency is an ISO 4217 code; one that is not known is an error.
func (c *Catalog) Money(tag language.Tag, amount float64, code string) (string, error) {
	unit, ok := currencies[code]
	if !ok {
		return "", fmt.Errorf("phrases: currency %q is not known", code)
	}
	if !hasFormats(tag) {
		return c.Number(tag, amount, 2) + "\u00a0" + code, nil
	}
	sum := formatsOf(tag).FmtCurrency(amount, 2, unit)
	if base, _ := tag.Base(); base.String() != "ro" { // Romanian writes the code, by CLDR
		for code, symbol := range map[string]string{"EUR": "€", "GBP": "£"} { // which the library's data lacks
			sum = strings.Replace(sum, code, symbol, 1)
		}
	}
	return sum, nil
}

// Number writes a number in the form of the language: "12 345,5".
func (c *Catalog) Number(tag language.Tag, n float64, decimals int) string {
	if !hasFormats(tag) {
		return message.NewPrinter(tag).Sprint(number.Decimal(n, number.Scale(max(0, decimals))))
	}
	return formatsOf(tag).FmtNumber(n, uint64(max(0, decimals)))
}
