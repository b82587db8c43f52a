package main

import (
	"fmt"
	"math"
	"strings"
)

// The plot's measures, in pixels.
const (
	plotWidth  = 420
	plotHeight = 280
	margin     = 60
)

// draw puts curves side by side into an SVG. Both axes are logarithmic: what
// grows linearly is a line of slope one, what does not grow a level one.
func draw(curves ...curve) string {
	var b strings.Builder
	width := (plotWidth + 2*margin) * len(curves)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">`+"\n", width, plotHeight+2*margin)
	b.WriteString(`<rect width="100%" height="100%" fill="white"/>` + "\n")
	for i, c := range curves {
		fmt.Fprintf(&b, `<g transform="translate(%d,%d)">`+"\n", i*(plotWidth+2*margin)+margin, margin)
		c.draw(&b)
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (c *curve) draw(b *strings.Builder) {
	xs, ys := newAxis(c.points, plotWidth, func(p point) float64 { return p.x }), newAxis(c.points, plotHeight, func(p point) float64 { return p.y })
	fmt.Fprintf(b, `<text x="%d" y="-20" text-anchor="middle" font-size="14">%s</text>`+"\n", plotWidth/2, c.title)
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`+"\n", plotWidth/2, plotHeight+40, c.x)
	fmt.Fprintf(b, `<text x="-45" y="%d" text-anchor="middle" transform="rotate(-90 -45 %d)">%s</text>`+"\n", plotHeight/2, plotHeight/2, c.y)
	fmt.Fprintf(b, `<path d="M0 0V%dH%d" fill="none" stroke="black"/>`+"\n", plotHeight, plotWidth)
	for _, p := range c.points {
		fmt.Fprintf(b, `<text x="%.1f" y="%d" text-anchor="middle">%.0f</text>`+"\n", xs.at(p.x), plotHeight+18, p.x)
	}
	for power := math.Ceil(ys.low); power <= ys.high; power++ {
		y := plotHeight - ys.at(math.Pow(10, power))
		fmt.Fprintf(b, `<path d="M0 %.1fH%d" stroke="#ddd"/><text x="-6" y="%.1f" text-anchor="end">%.0f</text>`+"\n", y, plotWidth, y+4, math.Pow(10, power))
	}
	var path []string
	for _, p := range c.points {
		path = append(path, fmt.Sprintf("%.1f,%.1f", xs.at(p.x), plotHeight-ys.at(p.y)))
		fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="3.5" fill="#0b6"><title>%.0f: %.1f</title></circle>`+"\n", xs.at(p.x), plotHeight-ys.at(p.y), p.x, p.y)
	}
	fmt.Fprintf(b, `<polyline points="%s" fill="none" stroke="#0b6" stroke-width="2"/>`+"\n", strings.Join(path, " "))
}

// An axis is logarithmic.
type axis struct{ low, high, length float64 }

func newAxis(points []point, length float64, of func(point) float64) axis {
	a := axis{math.Inf(1), math.Inf(-1), length}
	for _, p := range points {
		a.low, a.high = min(a.low, math.Log10(of(p))), max(a.high, math.Log10(of(p)))
	}
	if a.high-a.low < 1 { // what hardly grows is to look so
		middle := (a.low + a.high) / 2
		a.low, a.high = middle-1, middle+1
	}
	return a
}

func (a axis) at(x float64) float64 { return (math.Log10(x) - a.low) / (a.high - a.low) * a.length }
