package empathy

import (
	"encoding/base64"

	"github.com/empathykit/empathykit/internal/tone"
)

const (
	saidQuestion = 0x10
	saidAnswered = 0x20
)

// encodeSaid writes each sketch as a byte, with its size and what it is, and
// its fingerprints.
func encodeSaid(said []sentencePrint) []byte {
	var b []byte
	for _, s := range said {
		head := byte(len(s.sketch))
		if s.question {
			head |= saidQuestion
		}
		if s.answered {
			head |= saidAnswered
		}
		b = append(append(b, head), encodePrints(s.sketch)...)
	}
	return b
}

func decodeSaid(b []byte) ([]sentencePrint, error) {
	var said []sentencePrint
	for len(b) > 0 {
		head := b[0]
		size := int(head &^ (saidQuestion | saidAnswered))
		if size < 1 || size > sketchSize || len(b) < 1+2*size || len(said) == mostSentences {
			return nil, broken("said %s", base64.StdEncoding.EncodeToString(b))
		}
		sketch, err := decodePrints(b[1 : 1+2*size])
		if err != nil {
			return nil, err
		}
		said = append(said, sentencePrint{sketch, head&saidQuestion != 0, head&saidAnswered != 0})
		b = b[1+2*size:]
	}
	return said, nil
}

func encodePrints(p tone.Prints) []byte {
	b := make([]byte, 0, 2*len(p))
	for _, x := range p {
		b = append(b, byte(x>>8), byte(x))
	}
	return b
}

func decodePrints(b []byte) (tone.Prints, error) {
	if len(b)%2 != 0 {
		return nil, broken("fingerprints of %d bytes", len(b))
	}
	p := make(tone.Prints, 0, len(b)/2)
	for i := 0; i < len(b); i += 2 {
		x := uint16(b[i])<<8 | uint16(b[i+1])
		if n := len(p); n > 0 && p[n-1] >= x {
			return nil, broken("fingerprints out of order")
		}
		p = append(p, x)
	}
	return p, nil
}
