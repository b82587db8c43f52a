package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	type sentence struct {
		Text  string
		Final string // empty where no mark ends it
	}
	tests := []struct {
		name, in string
		want     []sentence
	}{
		{"none", "", nil},
		{"no punctuation", "unde e coletul meu", []sentence{{"unde e coletul meu", ""}}},
		{"marks", "Da. Ce? Nu! Ok", []sentence{{"Da.", "."}, {"Ce?", "?"}, {"Nu!", "!"}, {"Ok", ""}}},
		{"runs", "Ce?! Cum!? Gata!!! Bine...", []sentence{{"Ce?!", "?"}, {"Cum!?", "?"}, {"Gata!!!", "!"}, {"Bine...", "."}}},
		{"pause", "Я думал... что нет. Но... Ладно", []sentence{{"Я думал... что нет.", "."}, {"Но...", "."}, {"Ладно", ""}}},
		{"Chinese", "你好！怎么了？没有。请看；好", []sentence{{"你好！", "!"}, {"怎么了？", "?"}, {"没有。", "."}, {"请看；", "."}, {"好", ""}}},
		{"Greek question", "Πού είναι; Πότε θα έρθει\u037E Ναι.", []sentence{{"Πού είναι;", "?"}, {"Πότε θα έρθει\u037E", "?"}, {"Ναι.", "."}}},
		{"Latin semicolon", "am primit; mulțumesc", []sentence{{"am primit; mulțumesc", ""}}},
		{"Romanian abbreviations", "Dl. Pop, str. Lungă nr. 5 etc. Gata.", []sentence{{"Dl. Pop, str. Lungă nr. 5 etc.", "."}, {"Gata.", "."}}},
		{"Polish abbreviations", "Np. ul. Długa, tj. tam. Tak.", []sentence{{"Np. ul. Długa, tj. tam.", "."}, {"Tak.", "."}}},
		{"Russian abbreviations", "В г. Москва на ул. Мира, т.е. здесь, и т.д. Жду.", []sentence{{"В г. Москва на ул. Мира, т.е. здесь, и т.д.", "."}, {"Жду.", "."}}},
		{"Greek abbreviations", "Η κα. Άννα, π.χ. σήμερα. Ναι.", []sentence{{"Η κα. Άννα, π.χ. σήμερα.", "."}, {"Ναι.", "."}}},
		{"English abbreviations", "Mr. Smith, e.g. at 5 p.m. Then Dr. J. Doe, i.e. No. 5.", []sentence{{"Mr. Smith, e.g. at 5 p.m.", "."}, {"Then Dr. J. Doe, i.e. No. 5.", "."}}},
		{"numbers", "Cost 3.5 lei. Pe 12.05 la etaj. 3. piętro. Am dat 100. Vreau.", []sentence{
			{"Cost 3.5 lei.", "."}, {"Pe 12.05 la etaj.", "."}, {"3. piętro.", "."}, {"Am dat 100.", "."}, {"Vreau.", "."}}},
		{"Russian I", "Это сказал я. Потом", []sentence{{"Это сказал я.", "."}, {"Потом", ""}}},
		{"no space", "nu merge.ce fac?spune", []sentence{{"nu merge.", "."}, {"ce fac?", "?"}, {"spune", ""}}},
		{"emoji after the mark", "Super! 😊 😊 Ne vedem", []sentence{{"Super! 😊 😊", "!"}, {"Ne vedem", ""}}},
		{"smile after the mark", "Спасибо! ))) Жду", []sentence{{"Спасибо! )))", "!"}, {"Жду", ""}}},
		{"smile for a mark", "Спасибо))) Жду", []sentence{{"Спасибо)))", ""}, {"Жду", ""}}},
		{"closing marks", "(Da.) „Nu.” Bine.", []sentence{{"(Da.)", "."}, {"„Nu.”", "."}, {"Bine.", "."}}},
		{"quotation goes on", "„Ce?”, a zis.", []sentence{{"„Ce?”, a zis.", "."}}},
		{"lines", "Bună ziua\nAm o problemă\ncu coletul.\n- unu\n- doi\n\ntrei", []sentence{
			{"Bună ziua", ""}, {"Am o problemă\ncu coletul.", "."}, {"- unu", ""}, {"- doi", ""}, {"trei", ""}}},
		{"numbered list", "Pași:\n1. Intră\n2. Ieși", []sentence{{"Pași:", ""}, {"1. Intră", ""}, {"2. Ieși", ""}}},
		{"CRLF", "Unu\r\nDoi\r\n\r\ntrei", []sentence{{"Unu", ""}, {"Doi", ""}, {"trei", ""}}},
		{"Chinese lines", "你好\n订单没到", []sentence{{"你好", ""}, {"订单没到", ""}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Parse(tt.in)
			var got []sentence
			for _, s := range d.Sentences {
				final := ""
				if s.Final != 0 {
					final = string(s.Final)
				}
				got = append(got, sentence{d.Source[s.Start:s.End], final})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
