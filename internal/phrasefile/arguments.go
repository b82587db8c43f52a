// Package phrasefile is the form of phrase files: which plural forms and
// arguments a phrase has, and where in its file it stands. Package phrases
// reads them to speak, package localecheck to find what is wrong in them.
package phrasefile

import (
	"fmt"
	"slices"
	"text/template/parse"
)

var argumentNames = []string{"Count", "When", "What", "Cause", "Step", "OptionA", "OptionB", "Alternative"}

// everywhere are the arguments that every phrase may use.
var everywhere = []string{"Customer", "Agent", "Company"}

// AgentGender is what a phrase needs that speaks of the agent in a gendered
// form. It is no argument by itself.
const AgentGender = "Agent.Gender"

// IsArgument reports whether an intent may have this argument.
func IsArgument(name string) bool { return slices.Contains(argumentNames, name) }

// Arguments returns the names of all arguments that intents may have.
func Arguments() []string { return slices.Clone(argumentNames) }

// An UnknownArgumentError names an argument that no phrase can have.
type UnknownArgumentError struct{ Name string }

func (e *UnknownArgumentError) Error() string {
	return fmt.Sprintf("there is no argument %s; there are %v and %v", e.Name, everywhere, argumentNames)
}

// ArgumentsOf finds out which arguments a phrase speaks of, and which of them
// it cannot do without. What stands only inside {{with .X}} or {{if .X}} may
// be missing.
func ArgumentsOf(forms [PluralForms]*Form) (needs, uses []string, err error) {
	r := argumentReader{needs: map[string]bool{}, uses: map[string]bool{}}
	for _, f := range forms {
		if f == nil || f.Template == nil {
			continue
		}
		if err := r.node(f.Template.Root, true); err != nil {
			return nil, nil, err
		}
	}
	return sorted(r.needs), sorted(r.uses), nil
}

func sorted(set map[string]bool) []string {
	var names []string
	for name := range set {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

type argumentReader struct {
	needs, uses map[string]bool
	guarded     []string
}

// node walks the syntax tree. atRoot says that the dot is still the whole
// view, and not what a with has set it to.
func (r *argumentReader) node(n parse.Node, atRoot bool) error {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return nil
		}
		for _, child := range n.Nodes {
			if err := r.node(child, atRoot); err != nil {
				return err
			}
		}
	case *parse.ActionNode:
		return r.pipe(n.Pipe, atRoot, false)
	case *parse.IfNode:
		return r.branch(&n.BranchNode, atRoot, atRoot)
	case *parse.WithNode:
		return r.branch(&n.BranchNode, atRoot, false)
	case *parse.RangeNode, *parse.TemplateNode:
		return fmt.Errorf("a phrase has no use for %s", n)
	}
	return nil
}

// branch reads {{with .X}} and {{if .X}}: inside, X is there.
func (r *argumentReader) branch(n *parse.BranchNode, atRoot, rootInside bool) error {
	before := len(r.guarded)
	if err := r.pipe(n.Pipe, atRoot, true); err != nil {
		return err
	}
	if err := r.node(n.List, rootInside); err != nil {
		return err
	}
	r.guarded = r.guarded[:before]
	return r.node(n.ElseList, atRoot)
}

func (r *argumentReader) pipe(p *parse.PipeNode, atRoot, guard bool) error {
	for _, command := range p.Cmds {
		for _, arg := range command.Args {
			if inner, ok := arg.(*parse.PipeNode); ok {
				if err := r.pipe(inner, atRoot, guard); err != nil {
					return err
				}
			}
			var path []string
			switch arg := arg.(type) {
			case *parse.FieldNode:
				if !atRoot {
					continue
				}
				path = arg.Ident
			case *parse.VariableNode:
				if arg.Ident[0] != "$" || len(arg.Ident) < 2 {
					continue
				}
				path = arg.Ident[1:]
			default:
				continue
			}
			if err := r.field(path, guard); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *argumentReader) field(path []string, guard bool) error {
	name := path[0]
	if !IsArgument(name) && !slices.Contains(everywhere, name) {
		return &UnknownArgumentError{name}
	}
	r.uses[name] = true
	if guard {
		r.guarded = append(r.guarded, name)
		return nil
	}
	if name == "Agent" && len(path) > 1 && path[1] == "Gendered" {
		r.needs[AgentGender] = true
		return nil
	}
	if !slices.Contains(r.guarded, name) {
		r.needs[name] = true
	}
	return nil
}
