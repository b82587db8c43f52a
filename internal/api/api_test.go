// Package api guards what the module promises to others: the exported
// declarations of its public packages, as a list that a reviewer sees change.
package api

import (
	"bytes"
	"flag"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/api.txt anew")

// public are the packages that others may import.
var public = []string{"empathy", "locales", "phrases"}

const golden = "testdata/api.txt"

func TestPublicAPI(t *testing.T) {
	var listing strings.Builder
	for _, name := range public {
		listing.WriteString("package " + name + "\n\n")
		for _, declaration := range exported(t, filepath.Join("..", "..", name)) {
			listing.WriteString(declaration + "\n")
		}
		listing.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(listing.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(listing.String(), "\n")); diff != "" {
		t.Errorf("the public API has changed (-listed +is). If that is meant, say so in the release notes and run\n\tgo test ./internal/api -update\n%s", diff)
	}
}

// exported returns the exported declarations of a package, without comments
// and bodies, in alphabetical order.
func exported(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(folder, files, err)
	}
	var declarations []string
	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.FileExports(file)
		for _, declaration := range file.Decls {
			if text := declared(t, set, declaration); text != "" {
				declarations = append(declarations, text)
			}
		}
	}
	slices.Sort(declarations)
	return declarations
}

// declared prints a declaration: of a function its head, of a variable its
// name and its type, if it says one.
func declared(t *testing.T, set *token.FileSet, declaration ast.Decl) string {
	t.Helper()
	switch d := declaration.(type) {
	case *ast.FuncDecl:
		d.Body = nil
	case *ast.GenDecl:
		if d.Tok == token.IMPORT {
			return ""
		}
		for _, spec := range d.Specs {
			if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR && v.Type == nil {
				v.Type, v.Values = ast.NewIdent("…"), nil
			}
		}
	}
	var b bytes.Buffer
	if err := format.Node(&b, set, declaration); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
