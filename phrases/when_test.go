package phrases_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/phrases"
)

// A Wednesday.
var now = time.Date(2026, 3, 11, 10, 0, 0, 0, time.UTC)

func TestWhen(t *testing.T) {
	day := func(days, hour int) time.Time { return time.Date(2026, 3, 11+days, hour, 30, 0, 0, time.UTC) }
	for _, test := range []struct {
		moment phrases.Moment
		want   map[string]string
	}{
		{phrases.On(day(0, 0)), map[string]string{"en": "today", "ro": "azi", "pl": "dziś", "ru": "сегодня", "el": "σήμερα", "zh": "今天"}},
		{phrases.Between(day(1, 9), day(1, 12)), map[string]string{"en": "tomorrow between 09:30 and 12:30", "ro": "mâine între 09:30 și 12:30", "pl": "jutro między 09:30 a 12:30", "ru": "завтра с 09:30 до 12:30", "el": "αύριο μεταξύ 09:30 και 12:30", "zh": "明天09:30到12:30之间"}},
		{phrases.At(day(2, 17)), map[string]string{"en": "on Friday at 17:30", "ro": "vineri la 17:30", "pl": "w piątek o 17:30", "ru": "в пятницу в 17:30", "el": "την Παρασκευή στις 17:30", "zh": "周五17:30"}},
		{phrases.By(day(6, 8)), map[string]string{"en": "on Tuesday by 08:30", "ro": "marți până la 08:30", "pl": "we wtorek do 08:30", "ru": "во вторник до 08:30", "el": "την Τρίτη έως τις 08:30", "zh": "周二08:30前"}},
		{phrases.On(day(20, 0)), map[string]string{"en": "on 31 March", "ro": "pe 31 martie", "pl": "31 marca", "ru": "31 марта", "el": "στις 31 Μαρτίου", "zh": "3月31日"}},
		{phrases.On(now.AddDate(1, 0, 0)), map[string]string{"en": "on 11 March 2027", "ro": "pe 11 martie 2027", "pl": "11 marca 2027", "ru": "11 марта 2027 г.", "el": "στις 11 Μαρτίου 2027", "zh": "2027年3月11日"}},
		{phrases.Within(1, phrases.BusinessDays), map[string]string{"en": "within 1 business day", "ro": "în 1 zi lucrătoare", "pl": "w ciągu 1 dnia roboczego", "ru": "в течение 1 рабочего дня", "el": "μέσα σε 1 εργάσιμη ημέρα", "zh": "1个工作日内"}},
		{phrases.Within(2, phrases.Hours), map[string]string{"en": "within 2 hours", "ro": "în 2 ore", "pl": "w ciągu 2 godzin", "ru": "в течение 2 часов", "el": "μέσα σε 2 ώρες", "zh": "2小时内"}},
		{phrases.Within(20, phrases.Minutes), map[string]string{"en": "within 20 minutes", "ro": "în 20 de minute", "pl": "w ciągu 20 minut", "ru": "в течение 20 минут", "el": "μέσα σε 20 λεπτά", "zh": "20分钟内"}},
	} {
		got := map[string]string{}
		for lang := range test.want {
			words, err := phrases.Default().When(language.Make(lang), now, test.moment)
			if err != nil {
				t.Error(err)
			}
			got[lang] = words
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.moment, diff)
		}
	}
}

func TestWhenErrors(t *testing.T) {
	for name, m := range map[string]phrases.Moment{
		"zero": {}, "none": phrases.Within(0, phrases.Days), "unit": phrases.Within(1, phrases.Unit(99)), "backwards": phrases.Between(now, now.Add(-time.Hour)),
	} {
		if words, err := phrases.Default().When(language.English, now, m); err == nil {
			t.Errorf("%s: %q", name, words)
		}
	}
	if _, err := phrases.Default().When(language.German, now, phrases.On(now)); err == nil {
		t.Error("a language without data tells a time")
	}
}

func TestMoney(t *testing.T) {
	want := map[string]string{"en": "€1,234.50", "ro": "1.234,50 EUR", "pl": "1 234,50 €", "ru": "1 234,50 €", "el": "1.234,50 €", "zh": "€1,234.50"}
	got := map[string]string{}
	for lang := range want {
		s, err := phrases.Default().Money(language.Make(lang), 1234.5, "EUR")
		if err != nil {
			t.Error(err)
		}
		got[lang] = strings.ReplaceAll(s, "\u00a0", " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, err := phrases.Default().Money(language.German, 1234.5, "EUR"); err != nil || got != "1.234,50\u00a0EUR" {
		t.Errorf("a language without formats of its own: %q, %v", got, err)
	}
	if _, err := phrases.Default().Money(language.Polish, 1, "XXX"); err == nil {
		t.Error("an unknown currency is written")
	}
}
