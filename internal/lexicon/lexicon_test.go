package lexicon

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/empathykit/empathykit/internal/text"
)

// found compiles a tone file and lists what it finds in a message, each as
// "section strength: words".
func found(t *testing.T, language, tone, message string) []string {
	t.Helper()
	l, err := Compile(language, language+"/tone.toml", []byte(tone))
	if err != nil {
		t.Fatal(err)
	}
	doc := text.Parse(message)
	latin := language == "el" && strings.IndexFunc(message, func(r rune) bool { return r > 0x7f }) < 0
	var list []string
	for _, m := range new(Scanner).Scan(l, doc, latin) {
		words := message[doc.Tokens[m.First].Start:doc.Tokens[m.Last-1].End]
		degree := [...]string{"except", "1", "2", "3"}[m.Strength]
		if m.Conditional {
			degree += "?"
		}
		list = append(list, m.Section.String()+" "+degree+": "+words)
	}
	return list
}

func TestPatternLanguage(t *testing.T) {
	for _, test := range []struct {
		name, language, pattern, message string
		want                             string // the words found; empty: none
	}{
		{"words in order", "ro", "unde este coletul", "Bună, unde este coletul meu?", "unde este coletul"},
		{"marks between words", "ro", "unde este coletul", "Unde, domnule, este coletul", ""},
		{"a comma is no word", "ro", "unde este coletul", "unde - este, coletul", "unde - este, coletul"},
		{"not across sentences", "ro", "nu vine", "Nu. Vine mâine.", ""},
		{"diacritics in the pattern only", "ro", "întârziere", "iar INTARZIERE", "INTARZIERE"},
		{"diacritics in the message only", "ro", "intarziere", "iar Întârziere", "Întârziere"},
		{"cedilla", "ro", "ești", "unde eşti", "eşti"},
		{"beginning", "ro", "intarzi*", "e întârziată rău", "întârziată"},
		{"beginning is the whole word", "ro", "rau*", "foarte rău", "rău"},
		{"end", "pl", "*eszcie", "czy możeszcie", "możeszcie"},
		{"end needs something before it", "pl", "*eszcie", "eszcie", ""},
		{"beginning and end", "pl", "nie*bym", "nierobiłbym tego", "nierobiłbym"},
		{"beginning and end may not overlap", "pl", "aba*aba", "aba ababa", ""},
		{"choice", "ro", "(colet|pachet|comanda mea)", "comanda mea, vă rog", "comanda mea"},
		{"choice of endings", "ru", "(жду*|жд*л) (уже|давно)", "ждала, ждал давно", "ждал давно"},
		{"optional there", "ro", "[foarte] suparat*", "foarte supărată", "foarte supărată"},
		{"optional missing", "ro", "[foarte] suparat*", "supărată", "supărată"},
		{"gap of none", "ro", "nu _ ajuns", "nu ajuns", "nu ajuns"},
		{"gap of three", "ro", "nu _ ajuns", "nu a mai fost ajuns", "nu a mai fost ajuns"},
		{"gap of four is too long", "ro", "nu _ ajuns", "nu a mai fost chiar ajuns", ""},
		{"number", "ro", "de # zile", "de 12 zile", "de 12 zile"},
		{"exact", "pl", "=są", "oni są", "są"},
		{"exact rules out", "pl", "=są", "oni sa", ""},
		{"class", "ro", "pe <zi>", "pe marți", "pe marți"},
		{"start", "zh", "^哪", "哪里", "哪"},
		{"start rules out", "zh", "^哪", "在哪里", ""},
		{"start after an opening mark", "en", "^sure", "«Sure», he said", "Sure"},
		{"end of sentence", "en", "done$", "it is done! And more.", "done"},
		{"end of sentence rules out", "en", "done$", "done with it", ""},
		{"a class among words", "ro", "(pe <zi>|la (azi|<zi>))", "nu la azi", "la azi"},
		{"branches meet again", "en", "(very much|so) [too _] late (now|by far)", "it is very much too damn late by far", "very much too damn late by far"},
		{"many readings", "en", "[a b] (c d|e f) [a b] (c d|e f) [a b] (c d|e f) [a b] (c d|e f) z", "c d a b e f c d c d z", "c d a b e f c d c d z"},
		{"question mark", "ro", "de ce ?", "De ce?", "De ce?"},
		{"question mark rules out", "ro", "de ce ?", "de ce nu", ""},
		{"Chinese", "zh", "等了_天", "我等了整整三天了", "等了整整三天"},
		{"Chinese choice", "zh", "(您|你)好", "您好！", "您好"},
		{"traditional for simplified", "zh", "订单", "我的訂單呢", "訂單"},
		{"full width", "en", "vip", "ＶＩＰ", "ＶＩＰ"},
		{"final sigma", "el", "μονος", "ΜΟΝΟΣ", "ΜΟΝΟΣ"},
		{"Greek without accents", "el", "καθυστέρηση", "καθυστερηση", "καθυστερηση"},
		{"Greeklish", "el", "καθυστέρησε", "pali kathisterise", "kathisterise"},
		{"Greeklish by sound and by look", "el", "παραγγελία", "i paraggelia moy", "paraggelia"},
		{"stretched letters", "ru", "очень", "ооочень", "ооочень"},
		{"ё", "ru", "ещё", "еще раз", "еще"},
		{"a hyphen is a break", "ro", "mi ati", "mi-ați zis", "mi-ați"},
		{"an apostrophe is none", "en", "don't", "I don’t", "don’t"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tone := "[class]\nzi = [\"luni\", \"marti\"]\n[fact.problem]\nstrong = [\"" + test.pattern + "\"]\n"
			var want []string
			if test.want != "" {
				want = []string{"fact.problem 2: " + test.want}
			}
			if diff := cmp.Diff(want, found(t, test.language, tone, test.message)); diff != "" {
				t.Errorf("%q in %q (-want +got):\n%s", test.pattern, test.message, diff)
			}
		})
	}
}

const modified = `
[emotion.anger]
mild = ["annoyed"]
strong = ["angry", "not happy"]
extreme = ["furious"]
except = ["angry birds"]
[fault.blame]
strong = ["your fault"]
[act.apologize]
strong = ["sorry", "so sorry about"]
[modifier]
negators = ["not", "no", "never"]
intensifiers = ["very", "really"]
hedges = ["a bit", "slightly"]
conditionals = ["if"]
`

func TestModifiers(t *testing.T) {
	for _, test := range []struct {
		message string
		want    []string
	}{
		{"I am angry", []string{"emotion.anger 2: angry"}},
		{"I am not angry", nil},
		{"I am not at all angry", nil},
		{"not that I know why but angry", []string{"emotion.anger 2: angry"}},
		{"no, I am angry", []string{"emotion.anger 2: angry"}},
		{"No. Angry.", []string{"emotion.anger 2: Angry"}},
		{"I am not happy", []string{"emotion.anger 2: not happy"}},
		{"very annoyed", []string{"emotion.anger 2: annoyed"}},
		{"annoyed, really", []string{"emotion.anger 1: annoyed"}},
		{"slightly angry", []string{"emotion.anger 1: angry"}},
		{"a bit annoyed", []string{"emotion.anger 1: annoyed"}},
		{"if it broke I would be angry", []string{"emotion.anger 2?: angry"}},
		{"playing angry birds", nil},
		{"it is not your fault", nil},
		{"I am not sorry", []string{"act.apologize 2: sorry"}}, // acts are not feelings
		{"so sorry about it", []string{"act.apologize 2: so sorry about"}},
	} {
		if diff := cmp.Diff(test.want, found(t, "en", modified, test.message)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.message, diff)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct{ name, tone, want string }{
		{"unknown section", "[act.sing]\nstrong = [\"la\"]", "xx/tone.toml:2: act.sing.strong: there is no such section; locales/README.md lists them"},
		{"unknown strength", "[act.wait]\nmild = [\"la\"]", `xx/tone.toml:2: act.wait.mild: "mild" is not a strength that this section has`},
		{"no list", "[act.wait]\nstrong = \"la\"", "xx/tone.toml:2: act.wait.strong: want a list of patterns"},
		{"no string", "[act.wait]\nstrong = [\n  \"a\",\n  2,\n]", "xx/tone.toml:4: act.wait.strong: a pattern is a string"},
		{"unclosed group", "[act.wait]\nstrong = [\n  \"a\",\n  \"(b c\",\n]", `xx/tone.toml:4: act.wait: pattern "(b c": "(" at column 1 is not closed`},
		{"stray bracket", "[act.wait]\nstrong = [\"b) c\"]", `xx/tone.toml:2: act.wait: pattern "b) c": ")" at column 2 closes nothing`},
		{"unknown class", "[act.wait]\nstrong = [\"<zi>\"]", `xx/tone.toml:2: act.wait: pattern "<zi>": there is no class <zi>; [class] has to define it`},
		{"class in itself", "[class]\nzi = [\"<zi>\"]\n[act.wait]\nstrong = [\"<zi>\"]", "contains itself"},
		{"lone star", "[act.wait]\nstrong = [\"a * b\"]", "a lone * would match every word; write _ for a gap"},
		{"two stars", "[act.wait]\nstrong = [\"a*b*c\"]", `"a*b*c" has more than one *`},
		{"nothing", "[act.wait]\nstrong = [\"\"]", "the pattern matches nothing, or everything"},
		{"only a gap", "[act.wait]\nstrong = [\"_\"]", "the pattern matches nothing, or everything"},
		{"no TOML", "[act.wait]\nstrong = [\"a\"", "xx/tone.toml:2: "},
		{"stretched", "[act.wait]\nstrong = [\"pleaseee\"]", `"pleaseee": letters that stand three times in a row are read as one`},
		{"nothing but options", "[act.wait]\nstrong = [\"[a] [b]\"]", "the pattern matches nothing, or everything"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Compile("xx", "xx/tone.toml", []byte(test.tone))
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %q, want %q in it", err, test.want)
			}
		})
	}
}

func TestSectionNames(t *testing.T) {
	for s := range Section(Sections) {
		got, ok := ParseSection(s.String())
		if !ok || got != s {
			t.Errorf("section %d: %q reads back as %d, %v", s, s, got, ok)
		}
	}
}

// FuzzCompile feeds the pattern parser; what compiles is scanned with.
func FuzzCompile(f *testing.F) {
	for _, seed := range []string{"a", "a*", "*a", "(a|b) [c] _ d", "^x$", "=są", "#", "等了_天", "((", "a|", "[_]", "\xff", "<z>", "a-b*"} {
		f.Add(seed, "a b c 等了三天 sa 12")
	}
	f.Fuzz(func(t *testing.T, pattern, message string) {
		if len(pattern) > 200 || len(message) > 2000 {
			return
		}
		p, err := parsePattern(pattern, &classes{map[string][]entry{"z": {{pattern: "a"}}}, map[string]*node{}, func(s string) string { return s }})
		if err != nil {
			return
		}
		g := newGraph()
		if g.add(p, entry{section: FactProblem, strength: Strong}) != nil {
			return
		}
		doc := text.Parse(message)
		for _, m := range new(Scanner).Scan(&Lexicon{main: g.automaton()}, doc, false) {
			if m.First < 0 || m.First >= m.Last || m.Last > len(doc.Tokens) {
				t.Fatalf("match %+v of %d tokens", m, len(doc.Tokens))
			}
		}
	})
}
