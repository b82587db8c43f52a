package phrases_test

import (
	"context"
	"fmt"
	"testing/fstest"
	"time"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

func ExampleCatalog_Pick() {
	catalog := phrases.Default()
	args := phrases.Args{Customer: phrases.Person{Given: "Anna", Gender: phrases.Feminine}, Count: 3}
	p, err := catalog.Pick(phrases.Query{
		Language: language.Russian, Intent: "apologizing.delay", Register: empathy.Neutral, Args: args,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := p.Render(args)
	fmt.Println(text, err)
	// Output: Простите, что вам пришлось ждать 3 дня. <nil>
}

func ExampleCatalog_Compose() {
	catalog := phrases.Default()
	advice, err := empathy.Advise("I am really worried, my transfer has still not arrived.")
	if err != nil {
		fmt.Println(err)
		return
	}
	reply, err := catalog.Compose(advice, phrases.Args{}, phrases.Body("The bank released it an hour ago; it will be on your account at noon."), phrases.Seeded(3))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(reply.Phrases[0].Intent, empathy.Check("I am really worried, my transfer has still not arrived.", reply.Text).Len())
	// Output: acknowledging.worry 0
}

func ExampleCatalog_When() {
	now := time.Date(2026, 3, 11, 10, 0, 0, 0, time.UTC)
	tomorrow := now.AddDate(0, 0, 1)
	nine, noon := tomorrow.Add(-time.Hour), tomorrow.Add(2*time.Hour)
	for _, tag := range phrases.Default().Languages() {
		words, err := phrases.Default().When(tag, now, phrases.Between(nine, noon))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(tag, words)
	}
	// Output:
	// el αύριο μεταξύ 09:00 και 12:00
	// en tomorrow between 09:00 and 12:00
	// pl jutro między 09:00 a 12:00
	// ro mâine între 09:00 și 12:00
	// ru завтра с 09:00 до 12:00
	// zh 明天09:00到12:00之间
}

func ExampleCatalog_Intents() {
	n := 0
	for _, intent := range phrases.Default().Intents() {
		if intent.Stage == empathy.Apologizing {
			n++
		}
	}
	fmt.Println(n)
	// Output: 4
}

func ExampleLoad() {
	_, err := phrases.Load(small())
	fmt.Println(err)
	// Output: <nil>
}

// A bot that follows its phrase files; a checker takes suggestions from it.
func ExampleWatch() {
	live, err := phrases.Watch(context.Background(), small(), phrases.Every(0), phrases.OnReload(func(_ *phrases.Catalog, err error) {
		fmt.Println("reloaded:", err)
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := live.Catalog().Pick(phrases.Query{Language: language.Polish, Intent: "closing.wish"})
	fmt.Println(p.Text(), err)
	fmt.Println(live.Reload(), live.Err())
	// Output:
	// Miłego dnia. <nil>
	// reloaded: <nil>
	// <nil> <nil>
}

func ExampleParseID() {
	id, err := phrases.ParseID("acknowledging.delay.formal.1")
	fmt.Println(id.Intent, id.Register, id.Variant, err)
	// Output: acknowledging.delay formal 1 <nil>
}

func ExampleCatalog_With() {
	own := fstest.MapFS{"en/phrases/closing.en.toml": &fstest.MapFile{Data: []byte("[closing.wish.neutral.7]\nother = \"Fair winds.\"\n")}}
	catalog, err := phrases.Default().With(own)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := catalog.Pick(phrases.Query{Language: language.English, Intent: "closing.wish"})
	fmt.Println(p.Text(), err)
	// Output: Fair winds. <nil>
}
