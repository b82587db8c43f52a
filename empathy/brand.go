package empathy

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/empathykit/empathykit/internal/lexicon"
	"github.com/empathykit/empathykit/internal/text"
)

// A brand is a [Voice] ready for use. A nil brand asks nothing.
type brand struct {
	voice Voice
	words map[string]*lexicon.Wordlist // by language, as baseOf writes it
	said  map[string][]BrandWord       // what the patterns of words stand for
	forms map[string]Address
	sign  map[string]string
}

// A brandFault says which word, or which language's address, is wrong.
type brandFault struct {
	language language.Tag
	word     int // -1: the address
	err      error
}

func (f *brandFault) Error() string {
	if f.word < 0 {
		return fmt.Sprintf("address.%v: %v", f.language, f.err)
	}
	return fmt.Sprintf("words.%v: %v", f.language, f.err)
}

func (f *brandFault) Unwrap() error { return f.err }

// newBrand compiles a voice. The zero Voice becomes nil. The error is a
// [*brandFault].
func newBrand(v Voice) (*brand, error) {
	if v.isZero() {
		return nil, nil
	}
	v.Registers = slices.Clone(v.Registers)
	b := &brand{voice: v, words: map[string]*lexicon.Wordlist{}, said: map[string][]BrandWord{}, forms: map[string]Address{}, sign: map[string]string{}}
	for tag, words := range v.Words {
		patterns := make([]string, len(words))
		for i, w := range words {
			patterns[i] = w.Avoid
		}
		list, err := lexicon.NewWordlist(baseOf(tag), patterns)
		var bad *lexicon.PatternError
		if errors.As(err, &bad) {
			return nil, &brandFault{tag, bad.Index, err}
		}
		if err != nil {
			return nil, err
		}
		b.words[baseOf(tag)], b.said[baseOf(tag)] = list, slices.Clone(words)
	}
	for tag, address := range v.Address {
		if err := b.agree(address); err != nil {
			return nil, &brandFault{tag, -1, err}
		}
		b.forms[baseOf(tag)] = address
	}
	for tag, signature := range v.Signature {
		b.sign[baseOf(tag)] = signature
	}
	return b, nil
}

func (v Voice) isZero() bool {
	return v.Company == "" && len(v.Signature) == 0 && len(v.Registers) == 0 && len(v.Address) == 0 &&
		!v.NoEmoji && !v.NoExclamation && len(v.Words) == 0 && v.Phrases == nil
}

// agree reports what is wrong with an address beside the registers: the
// informal one addresses with T, and the others with V.
func (b *brand) agree(a Address) error {
	switch {
	case a == T && !b.allowsRegister(Informal):
		return errors.New("address T belongs to the informal register, which the voice does not allow")
	case a == V && !b.allowsRegister(Neutral) && !b.allowsRegister(Formal):
		return errors.New("address V belongs to the neutral and the formal register, and the voice allows neither")
	case a != T && a != V:
		return fmt.Errorf("%q is no address: T or V", a)
	}
	return nil
}

func (b *brand) allowsRegister(r Register) bool {
	return b == nil || len(b.voice.Registers) == 0 || slices.Contains(b.voice.Registers, r)
}

// address returns the form of address that the brand prefers, or [NoAddress].
func (b *brand) address(tag language.Tag) Address {
	if b == nil {
		return NoAddress
	}
	return b.forms[baseOf(tag)]
}

// tune brings a register into the brand's bounds: to the nearest one that it
// allows, the more formal of two, and to one that fits its address.
func (b *brand) tune(tag language.Tag, r Register) Register {
	if b == nil {
		return r
	}
	fits := func(r Register) bool {
		address := b.address(tag)
		return b.allowsRegister(r) && (address == NoAddress || (address == T) == (r == Informal))
	}
	for _, near := range [...]Register{r, r + 1, r - 1, r + 2, r - 2} {
		if near >= Informal && near <= Formal && fits(near) {
			return near
		}
	}
	return r
}

func (b *brand) company() string {
	if b == nil {
		return ""
	}
	return b.voice.Company
}

func (b *brand) signature(tag language.Tag) string {
	if b == nil {
		return ""
	}
	return b.sign[baseOf(tag)]
}

// allows reports whether the brand has nothing against the words.
func (b *brand) allows(tag language.Tag, words string) bool {
	return b == nil || len(b.objections(baseOf(tag), text.Parse(words), false)) == 0
}

// An objection is something that a brand does not say.
type objection struct {
	kind    string // of its explanation: rule.off-brand.KIND
	span    Span
	instead string
}

// objections finds emoji, exclamation marks and words that the brand does not
// use: of each of the first two the first, and every word once.
func (b *brand) objections(lang string, doc *text.Document, latin bool) []objection {
	var found []objection
	var smiled, exclaimed bool
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		switch {
		case t.Kind == text.Emoji && b.voice.NoEmoji && !smiled:
			found, smiled = append(found, objection{kind: "emoji", span: Span{t.Start, t.End}}), true
		case t.Kind == text.Punct && b.voice.NoExclamation && !exclaimed && strings.ContainsAny(doc.Text(i), "!！"):
			found, exclaimed = append(found, objection{kind: "exclamation", span: Span{t.Start, t.End}}), true
		}
	}
	list, ok := b.words[lang]
	if !ok {
		return found
	}
	seen := map[int]bool{}
	for _, f := range list.Find(doc, latin) {
		if seen[f.Index] {
			continue
		}
		seen[f.Index] = true
		o := objection{kind: "word", span: Span{doc.Tokens[f.First].Start, doc.Tokens[f.Last-1].End}}
		if o.instead = b.said[lang][f.Index].Instead; o.instead != "" {
			o.kind = "instead"
		}
		found = append(found, o)
	}
	return found
}

// checkBrand holds the reply against the brand's voice.
func checkBrand(p *pair) {
	b := p.checker.brand
	if b == nil {
		return
	}
	if want := b.address(p.r.Language); want != NoAddress && (p.r.Address == T || p.r.Address == V) && p.r.Address != want {
		p.offBrand(objection{kind: "address-" + want.String(), span: p.spanOfAddress(p.r.Address)})
	} else if p.r.Register != Neutral && !b.allowsRegister(p.r.Register) {
		p.offBrand(objection{kind: p.r.Register.String(), span: p.spanOfRegister(p.r.Register)})
	}
	for _, o := range b.objections(p.reply.Language, p.reply.Doc, p.reply.Latin) {
		p.offBrand(o)
	}
	p.yieldToBrand(b)
}

func (p *pair) offBrand(o objection) {
	words := p.reply.Doc.Source[o.span.Start:o.span.End]
	f := p.say(RuleOffBrand, 0.9, o.span, "rule.off-brand."+o.kind, map[string]any{"Words": words, "Instead": o.instead})
	if f != nil && o.instead != "" {
		f.Suggestions = []string{o.instead}
	}
}

// yieldToBrand takes back what the rules object to and the brand asks for: a
// brand that says T to everybody, one that is formal with everybody.
func (p *pair) yieldToBrand(b *brand) {
	p.findings = slices.DeleteFunc(p.findings, func(f Finding) bool {
		switch f.Rule {
		case RuleTooInformal:
			onlyT := !p.reply.Has(lexicon.RegisterInformal) && (len(p.reply.Smiles) == 0 || p.c.Register != Formal && p.c.Address != V)
			return onlyT && p.r.Address == T && b.address(p.r.Language) == T
		case RuleTooFormal:
			return !b.allowsRegister(Informal) && !b.allowsRegister(Neutral)
		}
		return false
	})
}
