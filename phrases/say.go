package phrases

import (
	"strconv"
	"strings"

	"github.com/empathykit/empathykit/internal/phrasefile"
)

// say says the parts of a form. It reports false where a part speaks of a
// customer who cannot be addressed: the template tells what is wrong.
func (v *view) say(b *strings.Builder, parts []phrasefile.Part) bool {
	for i := range parts {
		p := &parts[i]
		if p.Argument == "" {
			b.WriteString(p.Text)
			continue
		}
		value, ok := v.value(p.Argument)
		switch {
		case !ok:
			return false
		case !p.With:
			b.WriteString(value)
		case value != "":
			if !v.say(b, p.Then) {
				return false
			}
		default:
			if !v.say(b, p.Else) {
				return false
			}
		}
	}
	return true
}

// value returns an argument in words; of a customer as a whole, something if
// there is one.
func (v *view) value(argument string) (value string, ok bool) {
	switch argument {
	case "Customer":
		if v.Customer == nil {
			return "", true
		}
		return v.Customer.Vocative, true
	case "Customer.Vocative", "Customer.Given", "Customer.Family":
		if v.Customer == nil {
			return "", false
		}
		return v.Customer.part(argument), true
	case "Agent.Name":
		return v.Agent.Name, true
	case "Company":
		return v.Company, true
	case "Count":
		return strconv.Itoa(v.Count), true
	case "When":
		return v.When, true
	case "What":
		return v.What, true
	case "Cause":
		return v.Cause, true
	case "Step":
		return v.Step, true
	case "OptionA":
		return v.OptionA, true
	case "OptionB":
		return v.OptionB, true
	case "Alternative":
		return v.Alternative, true
	}
	return "", false
}

func (a *addressee) part(argument string) string {
	switch argument {
	case "Customer.Given":
		return a.Given
	case "Customer.Family":
		return a.Family
	}
	return a.Vocative
}
