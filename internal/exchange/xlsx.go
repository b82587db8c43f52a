package exchange

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"
)

// WriteXLSX writes a workbook of one sheet: the head stays in view, what is
// not to be edited is grey, long texts wrap.
func WriteXLSX(w io.Writer, s *Sheet) error {
	book := excelize.NewFile()
	defer book.Close()
	name := s.Language.String()
	if err := book.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	table := s.table()
	for i, row := range table {
		if err := book.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return fmt.Errorf("writing row %d: %w", i+1, err)
		}
	}
	if err := dress(book, name, len(table)); err != nil {
		return fmt.Errorf("formatting the sheet: %w", err)
	}
	return book.Write(w)
}

// widths are those of the columns, in characters.
var widths = []float64{38, 8, 14, 10, 34, 26, 56, 64, 30}

func dress(book *excelize.File, name string, rows int) error {
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	head, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: wrap})
	if err != nil {
		return err
	}
	context, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "666666"}, Alignment: wrap})
	if err != nil {
		return err
	}
	phrase, err := book.NewStyle(&excelize.Style{Alignment: wrap})
	if err != nil {
		return err
	}
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := book.SetColWidth(name, column, column, width); err != nil {
			return err
		}
		style := context
		if i >= slices.Index(columns, "text") {
			style = phrase
		}
		if err := book.SetCellStyle(name, column+"2", fmt.Sprintf("%s%d", column, max(rows, 2)), style); err != nil {
			return err
		}
	}
	if err := book.SetCellStyle(name, "A1", "I1", head); err != nil {
		return err
	}
	return book.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// ReadXLSX reads the first sheet of a workbook.
func ReadXLSX(r io.Reader) (*Sheet, error) {
	book, err := excelize.OpenReader(r)
	if err != nil {
		return nil, fmt.Errorf("reading the workbook: %w", err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		return nil, fmt.Errorf("reading the workbook: %w", err)
	}
	return fromTable(rows)
}
