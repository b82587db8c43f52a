package train

import (
	"fmt"
	"hash/fnv"
	"os"
	"testing"

	"github.com/empathykit/empathykit/internal/model"
	"github.com/empathykit/empathykit/internal/tone"
)

func fold(p Pair) int { h := fnv.New32a(); h.Write([]byte(p.ID)); return int(h.Sum32() % 5) }

// TestCV is a development tool.
func TestCV(t *testing.T) {
	dir := os.Getenv("CORPUS")
	if dir == "" {
		t.Skip()
	}
	dir0 := os.Getenv("LOC")
	if dir0 == "" {
		dir0 = "../../locales"
	}
	loc := os.DirFS(dir0)
	base, err := tone.NewListener(loc)
	if err != nil {
		t.Fatal(err)
	}
	base.WithoutModels()
	var cfg model.Trainer
	fmt.Sscan(os.Getenv("CFG"), &cfg.Epochs, &cfg.Rate, &cfg.DensePull, &cfg.SparsePull, &cfg.SparseScale)
	Tune = func(tr *model.Trainer) {
		if cfg.Epochs == 0 {
			return
		}
		tr.Epochs, tr.Rate, tr.DensePull, tr.SparsePull, tr.SparseScale = cfg.Epochs, cfg.Rate, cfg.DensePull, cfg.SparsePull, cfg.SparseScale
	}
	modes := []string{"model"}
	if os.Getenv("CFG") == "" {
		modes = []string{"rules", "model"}
	}
	type score struct{ n, emo, inten, reg, rreg, up, emotp int }
	for _, mode := range modes {
		per := map[string]*score{}
		conf := map[string]map[string]int{}
		facts := map[string][3]int{}
		for k := range 5 {
			l := base
			if mode == "model" {
				models, err := Models(loc, os.DirFS(dir), func(p Pair) bool { return fold(p) != k })
				if err != nil {
					t.Fatal(err)
				}
				l, _ = tone.NewListener(loc)
				for i, lang := range Languages {
					l.UseModel(lang, models[i])
				}
			}
			for _, lang := range Languages {
				c, _ := ReadCorpus(os.DirFS(dir), lang)
				for _, p := range c.Part("train") {
					if fold(p) != k {
						continue
					}
					s := per[lang]
					if s == nil {
						s = &score{}
						per[lang] = s
					}
					m, _ := l.Listen(p.Customer, lang, "")
					s.n++
					if m.Emotion == p.C.Emotion {
						s.emo++
					}
					if conf[p.C.Emotion] == nil {
						conf[p.C.Emotion] = map[string]int{}
					}
					conf[p.C.Emotion][m.Emotion]++
					if m.Intensity == p.C.Intensity {
						s.inten++
					}
					neg := func(e string) bool { return e != "neutral" && e != "joy" && e != "gratitude" }
					if (neg(m.Emotion) && m.Intensity >= 2) == (neg(p.C.Emotion) && p.C.Intensity >= 2) {
						s.up++
					}
					if m.Register == p.C.Register {
						s.reg++
					}
					r, _ := l.Listen(p.Reply, lang, "")
					if r.Register == p.R.Register {
						s.rreg++
					}
					for _, g := range []int{tone.GroupFacts} {
						for _, o := range tone.Outputs()[g].Outputs {
							has := false
							for _, f := range p.Facts {
								if sectionOf(f, "fact.", "ask.") == o {
									has = true
								}
							}
							told := m.LikelyName(o) >= 0.5
							v := facts[o]
							if told && has {
								v[0]++
							} else if told {
								v[1]++
							} else if has {
								v[2]++
							}
							facts[o] = v
						}
					}
				}
			}
		}
		fmt.Println(mode)
		for _, lang := range Languages {
			s := per[lang]
			f := func(x int) float64 { return float64(x) / float64(s.n) }
			fmt.Printf("  %s n=%d emo %.3f intensity %.3f upset %.3f register %.3f reply-reg %.3f\n", lang, s.n, f(s.emo), f(s.inten), f(s.up), f(s.reg), f(s.rreg))
		}
		f1 := 0.0
		for e := range conf {
			tp, fp, fn := conf[e][e], 0, 0
			for o, row := range conf {
				for told, n := range row {
					if told == e && o != e {
						fp += n
					}
					if o == e && told != e {
						fn += n
					}
				}
			}
			x := 2 * float64(tp) / float64(2*tp+fp+fn)
			f1 += x
			fmt.Printf("  %s %.3f;", e, x)
		}
		fmt.Printf("\n  macro-F1 %.3f\n", f1/float64(len(conf)))
		var all score
		for _, x := range per {
			all.n += x.n
			all.emo += x.emo
			all.inten += x.inten
			all.up += x.up
			all.reg += x.reg
			all.rreg += x.rreg
		}
		f := func(x int) float64 { return float64(x) / float64(all.n) }
		var fs [3]int
		for _, v := range facts {
			for i := range 3 {
				fs[i] += v[i]
			}
		}
		fmt.Printf("ALL emo %.3f mF1 %.3f intensity %.3f upset %.3f register %.3f reply-reg %.3f facts P %.3f R %.3f F1 %.3f\n", f(all.emo), f1/float64(len(conf)), f(all.inten), f(all.up), f(all.reg), f(all.rreg), float64(fs[0])/float64(fs[0]+fs[1]), float64(fs[0])/float64(fs[0]+fs[2]), 2*float64(fs[0])/float64(2*fs[0]+fs[1]+fs[2]))
		for o, v := range facts {
			fmt.Printf("  %s P %.2f R %.2f n=%d;", o, float64(v[0])/float64(v[0]+v[1]), float64(v[0])/float64(v[0]+v[2]), v[0]+v[2])
		}
		fmt.Println()
	}
}
