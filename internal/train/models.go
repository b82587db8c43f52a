package train

import (
	"fmt"
	"io/fs"

	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/tone"
)

// Models trains a model for each language on the train part of the corpus,
// on those of its pairs that use says.
func Models(locales, corpus fs.FS, use func(Pair) bool) ([]*model.Model, error) {
	listener, err := tone.NewListener(locales)
	if err != nil {
		return nil, err
	}
	examiner := NewExaminer(listener.WithoutModels())
	var examples []model.Example
	for i, language := range Languages {
		c, err := ReadCorpus(corpus, language)
		if err != nil {
			return nil, err
		}
		var pairs []Pair
		for _, p := range c.Part("train") {
			if use(p) {
				pairs = append(pairs, p)
			}
		}
		more, err := examiner.Examples(i, c, pairs)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", language, err)
		}
		examples = append(examples, more...)
	}
	return examiner.Trainer().Train(examples), nil
}
