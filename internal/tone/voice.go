package tone

import (
	"strings"
	"unicode/utf8"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// hearVoice finds what is loud and what smiles: words in capitals, runs of
// exclamation marks, glad emoji.
func (m *Message) hearVoice(lex *lexicon.Lexicon) {
	doc := m.Doc
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		switch t.Kind {
		case text.Punct:
			if marks := doc.Source[t.Start:t.End]; strings.Count(marks, "!")+strings.Count(marks, "！") >= 2 {
				m.Shouted = append(m.Shouted, Span{t.Start, t.End})
			}
		case text.Emoji:
			if isGlad(doc.Source[t.Start:t.End]) {
				m.Smiles = append(m.Smiles, Span{t.Start, t.End})
			}
		case text.Word:
			if t.Case == text.Upper && isEmphasis(doc, i, lex) {
				m.Shouted = append(m.Shouted, Span{t.Start, t.End})
			}
		}
	}
}

// isEmphasis tells a shouted word from an acronym: the lexicon knows the
// word, or its neighbour is in capitals too.
func isEmphasis(doc *text.Document, i int, lex *lexicon.Lexicon) bool {
	fold := doc.Fold(i)
	if acronyms[fold] {
		return false
	}
	letters := utf8.RuneCountInString(fold)
	if letters >= 2 && lex.Speaks(fold) {
		return true
	}
	upper := func(j int) bool {
		return j >= 0 && j < len(doc.Tokens) && doc.Tokens[j].Kind == text.Word && doc.Tokens[j].Case == text.Upper &&
			len(doc.Fold(j)) >= 4
	}
	return letters >= 4 && (upper(i-1) || upper(i+1)) || letters >= 6
}

// acronyms are written in capitals by everybody, in every language, also
// where a language has made a word of them.
var acronyms = map[string]bool{
	"sms": true, "app": true, "pin": true, "puk": true, "iban": true, "tv": true, "pdf": true, "faq": true, "vip": true, "awb": true,
	"gps": true, "ok": true, "id": true, "usb": true, "sim": true, "esim": true, "imei": true, "url": true, "qr": true, "vat": true,
	"pos": true, "atm": true, "ip": true, "wifi": true, "dvd": true, "hd": true, "pc": true, "it": true, "eu": true, "uk": true, "usa": true,
	"dhl": true, "ups": true, "dpd": true, "crm": true, "api": true, "nip": true, "pesel": true, "bik": true, "blik": true, "cnp": true, "cui": true,
	"αφμ": true, "αμκα": true, "φπα": true, "τκ": true, "дтп": true, "ндс": true, "инн": true, "снилс": true, "жкх": true, "смс": true, "осаго": true,
	"рф": true, "тв": true, "пин": true, "max": true, "ron": true, "lei": true, "tva": true, "rca": true, "pln": true, "eur": true, "usd": true, "a": true, "i": true,
}

const gladEmoji = "😀😃😄😁😆😅😂🤣🙂😉😊😇🥰😍🤩😘😋😎🤗🎉🎊🥳👍👏🙌💪❤🧡💛💚💙💜💖💕💗✨🌟⭐😺☺🔥💯🌸🌹🌷🌞☀🤝👌😜"

// isGlad reports whether an emoji or emoticon smiles.
func isGlad(s string) bool {
	if s == "" {
		return false
	}
	if s[0] < 0x80 {
		return strings.ContainsAny(s[len(s)-1:], ")D]3") || s == "<3"
	}
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(gladEmoji, r)
}
