using ActionPlan.Sources.Pdf.Cells;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>Makes the grid of a source document of a table on a page.</summary>
internal sealed class GridReading(CellText text)
{
    public SourceGrid Read(PageGrid grid, int index, int page)
    {
        var padding = Padding(grid);
        var rows = new SourceRow[grid.Rows];
        var characters = 0L;
        var looks = new Dictionary<CellLook, CellLook>();
        var at = 0;
        for (var row = 0; row < grid.Rows; row++)
        {
            var cells = new List<SourceCell>();
            for (; at < grid.Cells.Count && grid.Cells[at].Row == row; at++)
            {
                var cell = grid.Cells[at];
                foreach (var word in cell.Words)
                {
                    characters += TextCount.NonBlank(word.Text);
                }

                var read = text.Read(cell.Words, cell.Box.X0 + padding, cell.Box.X1 - padding);
                var look = Look(cell);
                cells.Add(new()
                {
                    Row = row + 1,
                    Column = cell.Column + 1,
                    RowSpan = cell.RowSpan,
                    ColumnSpan = cell.ColumnSpan,
                    Text = read.Text,
                    Dropped = read.Dropped,
                    Look = looks.TryGetValue(look, out var known) ? known : looks[look] = look,
                    Box = new(cell.Box.X0, cell.Box.Y0, cell.Box.X1, cell.Box.Y1),
                });
            }

            rows[row] = new() { Index = row + 1, Cells = cells.ToArray(), Page = page };
        }

        var widths = new double[grid.Columns];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = grid.Xs[i + 1] - grid.Xs[i];
        }

        return new() { Index = index, Method = grid.Method, Columns = grid.Columns, Widths = widths, Rows = rows, Characters = characters };
    }

    /// <summary>How far text stays from the sides of its cell: the least distance that any cell shows.</summary>
    private static float Padding(PageGrid grid)
    {
        var least = 6f;
        foreach (var cell in grid.Cells)
        {
            foreach (var word in cell.Words)
            {
                least = Math.Min(least, word.Box.X0 - cell.Box.X0);
            }
        }

        return Math.Max(least, 0);
    }

    private static CellLook Look(GridCell cell)
    {
        if (cell.Words.Count == 0)
        {
            return cell.Fill < 0 ? CellLook.Plain : new(cell.Fill);
        }

        bool bold = true, italic = true;
        float size = 0;
        var colour = cell.Words[0].Colour;
        foreach (var word in cell.Words)
        {
            bold &= word.Font.IsBold;
            italic &= word.Font.IsItalic;
            size = Math.Max(size, word.Size);
            colour = word.Colour == colour ? colour : -1;
        }

        return new(cell.Fill, bold, italic, Math.Round(size, 1), colour);
    }
}
