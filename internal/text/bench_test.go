package text

import (
	"strings"
	"testing"
	"time"
)

var benchTexts = []struct{ name, text string }{
	{"English", "I ordered the coffee machine three weeks ago and it still hasn't arrived. I don't know what to do, please tell me when it will be delivered. "},
	{"Romanian", "Bună ziua! Am comandat acum trei săptămâni şi coletul tot n-a ajuns; vă rog să-mi spuneți când îl primesc. "},
	{"Polish", "Dzień dobry, zamówiłam ekspres trzy tygodnie temu i wciąż nie przyszedł. Proszę mi powiedzieć, kiedy będzie. "},
	{"Russian", "Здравствуйте! Я заказал кофеварку три недели назад, и её всё ещё нет. Подскажите, когда её привезут? "},
	{"Greek", "Καλημέρα σας, παρήγγειλα τη μηχανή πριν τρεις εβδομάδες και ακόμα δεν ήρθε. Πότε θα έρθει; "},
	{"Chinese", "你好，我三個星期前下的訂單到現在還沒到，請問什麼時候能送到？谢谢！"},
	{"Mixed", "Hello! Unde e coletul? Где заказ? Πού είναι; 我的订单呢？ 8elo to AB12345 :) 👍🏽 https://a.ro/x 12.05 "},
}

func BenchmarkParse(b *testing.B) {
	for _, bt := range benchTexts {
		b.Run(bt.name, func(b *testing.B) {
			message := strings.Repeat(bt.text, 5)
			var d Document
			b.SetBytes(int64(len(message)))
			b.ReportAllocs()
			for b.Loop() {
				d.Reset(message)
			}
		})
	}
}

func BenchmarkSkeleton(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Skeleton("παραγγελιασ")
	}
}

func BenchmarkBasicPlane(b *testing.B) {
	for b.Loop() {
		buildBasicPlane()
	}
}

// hostile are texts, a megabyte each, that a careless scanner takes long for.
func hostile() map[string]string {
	texts := make(map[string]string)
	for _, unit := range []string{
		"a", "a.", "A-", "A-1", "a1", "1a", "1.", "1-", "a@", "a@a.", "www.", "http://", "#", "#a", "\u0301", "a\u0301", "и\u0306", "\u200D", "\x00", "\xff",
		"👨\u200D", "👍", "🇷", ":)", ":-", "\"", "„", "„a”", "«", "(", ")", "...", ".", "a. ", "\n", "a\n", "'", "a'", "訂", "가", "\U0002F800", "𝐚", "ﷺ", "aа", "\u202E", "A-a_", "x@y-",
	} {
		texts[unit] = strings.Repeat(unit, 1<<20/len(unit))
	}
	return texts
}

func TestLinearTime(t *testing.T) {
	// Generous, for slow machines and the race detector: quadratic work takes minutes.
	const limit = 5 * time.Second
	for unit, message := range hostile() {
		start := time.Now()
		d := Parse(message)
		took := time.Since(start)
		checkStructure(t, d)
		t.Logf("%-8q %v", unit, took)
		if took > limit {
			t.Errorf("a megabyte of %q took %v", unit, took)
		}
	}
}
