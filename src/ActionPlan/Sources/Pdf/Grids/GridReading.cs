using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Sources.Pdf.Cells;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>Makes the grid of a source document of the parts of a table.</summary>
internal sealed class GridReading(CellText text, List<Diagnostic> diagnostics)
{
    private static readonly List<(TablePart Part, GridCell Cell)> NoRest = [];

    private readonly Dictionary<CellLook, CellLook> _looks = [];

    public SourceGrid Read(IReadOnlyList<TablePart> parts, int index)
    {
        var xs = Columns(parts);
        var rows = new List<SourceRow>();
        var characters = 0L;
        var repeated = 0L;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            characters += Characters(part.Grid.Cells, part.Grid.Rows);
            repeated += Characters(part.Grid.Cells, part.RepeatedRows);
            AddRows(rows, part, RestsOfLastRow(parts, i), xs, index);
        }

        var widths = new double[xs.Length - 1];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = xs[i + 1] - xs[i];
        }

        return new()
        {
            Index = index,
            Method = parts[0].Grid.Method,
            Columns = widths.Length,
            Widths = widths,
            Rows = rows,
            Characters = characters,
            RepeatedHeadings = repeated,
        };
    }

    /// <summary>The characters of the cells above a row.</summary>
    private static long Characters(List<GridCell> cells, int before)
    {
        var count = 0L;
        foreach (var cell in cells)
        {
            foreach (var word in cell.Row < before ? cell.Words : [])
            {
                count += TextCount.NonBlank(word.Text);
            }
        }

        return count;
    }

    /// <summary>The edges of all parts as one set: on each page merged cells may hide some.</summary>
    private static float[] Columns(IReadOnlyList<TablePart> parts)
    {
        var first = parts[0].Grid.Xs;
        if (parts.All(part => part.Grid.Xs.Length == first.Length))
        {
            return first;
        }

        return parts.MaxBy(part => part.Grid.Xs.Length)!.Grid.Xs;
    }

    /// <summary>The parts on whose pages the last row of a part goes on: more than one where the row is longer than a page.</summary>
    private static List<TablePart> RestsOfLastRow(IReadOnlyList<TablePart> parts, int of)
    {
        var rests = new List<TablePart>();
        for (var i = of + 1; i < parts.Count && parts[i].GoesOn; i++)
        {
            rests.Add(parts[i]);
            if (parts[i].Grid.Rows > parts[i].RepeatedRows + 1)
            {
                break;
            }
        }

        return rests;
    }

    private void AddRows(List<SourceRow> rows, TablePart part, List<TablePart> rests, float[] xs, int index)
    {
        var grid = part.Grid;
        var padding = part.Padding;
        var first = part.RepeatedRows + (part.GoesOn ? 1 : 0);
        var offset = rows.Count - first;
        var at = 0;
        while (at < grid.Cells.Count && grid.Cells[at].Row < first)
        {
            at++;
        }

        for (var row = first; row < grid.Rows; row++)
        {
            var cells = new List<SourceCell>(grid.Columns);
            for (; at < grid.Cells.Count && grid.Cells[at].Row == row; at++)
            {
                var cell = grid.Cells[at];
                var column = ColumnOf(xs, grid, cell.Column);
                var own = part.TextOf(cell, padding);
                var goesOn = rests.Count > 0 && cell.Row + cell.RowSpan == grid.Rows ? Rests(rests, cell).ToList() : NoRest;
                var read = cell.Nested is not null || goesOn.Exists(rest => rest.Cell.Nested is not null) ? ReadNested([(part, cell), .. goesOn], padding)
                    : goesOn.Count == 0 ? text.Read(own)
                    : text.Read([own, .. goesOn.Select(rest => rest.Part.TextOf(rest.Cell, padding))]);
                foreach (var kept in read.Kept ?? [])
                {
                    diagnostics.Add(DiagnosticCatalog.HyphenKept.At(new(part.Page, index, offset + row + 1, column + 1), kept));
                }

                var look = CellLooks.Of(cell.Words, cell.Fill);
                cells.Add(new()
                {
                    Row = offset + row + 1,
                    Column = column + 1,
                    RowSpan = cell.RowSpan,
                    ColumnSpan = Math.Max(1, ColumnOf(xs, grid, cell.Column + cell.ColumnSpan) - column),
                    Text = read.Text,
                    Dropped = read.Dropped,
                    Look = _looks.TryGetValue(look, out var known) ? known : _looks[look] = look,
                    Box = new(cell.Box.X0, cell.Box.Y0, cell.Box.X1, cell.Box.Y1),
                });
            }

            rows.Add(new() { Index = offset + row + 1, Cells = cells.ToArray(), Page = part.Page });
        }

        if (first < grid.Rows)
        {
            diagnostics.AddRange(rests.Select(rest => DiagnosticCatalog.RowJoined.At(new(rest.Page, index), rows.Count.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private static IEnumerable<(TablePart Part, GridCell Cell)> Rests(List<TablePart> parts, GridCell cell)
    {
        foreach (var part in parts)
        {
            if (Rest(part, cell) is { } rest)
            {
                yield return (part, rest);
            }
        }
    }

    private ReadText ReadNested(List<(TablePart Part, GridCell Cell)> cells, float padding)
    {
        var nested = new NestedText(text);
        foreach (var (part, cell) in cells[..^1])
        {
            nested = nested.Add(part, cell, padding);
        }

        return nested.Read(cells[^1].Part, cells[^1].Cell, padding);
    }

    /// <summary>The cell on the next page that goes on from a cell.</summary>
    private static GridCell? Rest(TablePart below, GridCell cell)
    {
        foreach (var other in below.RowCells(below.RepeatedRows))
        {
            if (other.Words.Count > 0 && Math.Min(other.Box.X1, cell.Box.X1) - Math.Max(other.Box.X0, cell.Box.X0) > 0.5f * (other.Box.X1 - other.Box.X0))
            {
                return other;
            }
        }

        return null;
    }

    private static int ColumnOf(float[] xs, PageGrid grid, int column)
    {
        if (xs.Length == grid.Xs.Length)
        {
            return column;
        }

        var best = 0;
        for (var i = 1; i < xs.Length; i++)
        {
            best = Math.Abs(xs[i] - grid.Xs[column]) < Math.Abs(xs[best] - grid.Xs[column]) ? i : best;
        }

        return best;
    }
}
