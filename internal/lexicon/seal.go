package lexicon

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
)

var errStale = errors.New("what is compiled is not of this tone file")

// seal puts the head before what was written: the format, the hash of the
// source and a checksum.
func (w *writer) seal(format string, source []byte) []byte {
	sum := sha256.Sum256(source)
	data := append([]byte(format), sum[:]...)
	data = binary.BigEndian.AppendUint32(data, checksum(w.data))
	return append(data, w.data...)
}

// unseal checks the head. The error is errStale where the data was made of
// another source, if that is there, or is damaged.
func unseal(format string, data, source []byte) (*reader, error) {
	head := len(format) + sha256.Size + 4
	if len(data) < head || string(data[:len(format)]) != format {
		return nil, errStale
	}
	body := data[head:]
	if binary.BigEndian.Uint32(data[head-4:]) != checksum(body) {
		return nil, errStale
	}
	if source != nil {
		sum := sha256.Sum256(source)
		if !bytes.Equal(data[len(format):head-4], sum[:]) {
			return nil, errStale
		}
	}
	return &reader{data: body}, nil
}

func checksum(data []byte) uint32 { return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)) }
