package phrasefile

import (
	"slices"
	"strings"
	"text/template/parse"
)

// A Part is a piece of a form that can be said without running a template:
// plain text, an argument, or a choice by whether an argument is given. Nearly
// all phrases are made of these, and it is several times as fast.
type Part struct {
	Text     string // where there is no argument
	Argument string // "When", "Customer.Vocative"
	With     bool   // the argument is not said; it chooses
	Then     []Part // where it is given
	Else     []Part // where it is not
}

// partsOf returns the parts of a template, or nil where it does something
// else.
func partsOf(tree *parse.Tree) []Part {
	parts, ok := partsIn(tree.Root, "")
	if !ok {
		return nil
	}
	return parts
}

// partsIn returns the parts of a list; dot is the argument that "." stands for.
func partsIn(list *parse.ListNode, dot string) (parts []Part, ok bool) {
	if list == nil {
		return nil, true
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			parts = append(parts, Part{Text: string(n.Text)})
		case *parse.ActionNode:
			argument, ok := argumentOf(n.Pipe, dot)
			if !ok || isPerson(argument) {
				return nil, false
			}
			parts = append(parts, Part{Argument: argument})
		case *parse.WithNode:
			argument, ok := argumentOf(n.Pipe, dot)
			if !ok {
				return nil, false
			}
			p := Part{Argument: argument, With: true}
			var then, otherwise bool
			p.Then, then = partsIn(n.List, argument)
			p.Else, otherwise = partsIn(n.ElseList, dot)
			if !then || !otherwise {
				return nil, false
			}
			parts = append(parts, p)
		case *parse.CommentNode:
		default:
			return nil, false
		}
	}
	return parts, true
}

// argumentOf returns the argument that a pipeline is, if it is just one.
func argumentOf(pipe *parse.PipeNode, dot string) (argument string, ok bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 1 {
		return "", false
	}
	switch n := pipe.Cmds[0].Args[0].(type) {
	case *parse.DotNode:
		return dot, dot != ""
	case *parse.FieldNode:
		argument = strings.Join(n.Ident, ".")
		if dot != "" {
			argument = dot + "." + argument
		}
		return argument, slices.Contains(said, argument) || isPerson(argument)
	}
	return "", false
}

// said are the arguments that can be said as they are.
var said = []string{
	"Customer.Vocative", "Customer.Given", "Customer.Family", "Agent.Name", "Company",
	"Count", "When", "What", "Cause", "Step", "OptionA", "OptionB", "Alternative",
}

// isPerson reports whether an argument is one that only chooses.
func isPerson(argument string) bool { return argument == "Customer" }
