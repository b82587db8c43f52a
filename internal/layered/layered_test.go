package layered_test

import (
	"testing"
	"testing/fstest"

	"github.com/empathykit/empathykit/internal/layered"
)

func TestFS(t *testing.T) {
	memory := layered.Memory{"pl/a.toml": []byte("a = 1"), "pl/phrases/new.toml": []byte(""), "top.toml": []byte("x")}
	below := fstest.MapFS{"pl/a.toml": &fstest.MapFile{Data: []byte("old")}, "ru/b.toml": &fstest.MapFile{}}
	if err := fstest.TestFS(memory, "pl/a.toml", "pl/phrases/new.toml", "top.toml"); err != nil {
		t.Error(err)
	}
	both := layered.FS{Upper: memory, Lower: below}
	if err := fstest.TestFS(both, "pl/a.toml", "pl/phrases/new.toml", "ru/b.toml", "top.toml"); err != nil {
		t.Error(err)
	}
	data, err := both.ReadFile("pl/a.toml")
	if err != nil || string(data) != "a = 1" {
		t.Errorf("%q, %v", data, err)
	}
}
