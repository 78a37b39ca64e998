using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Parts rows of ruled tables in which the rows of a whole table are stacked: upright lines part the columns, and no line parts the rows.</summary>
internal static class StackedRows
{
    /// <summary>So many numbers one below the other are no value of one row.</summary>
    private const int LeastValues = 3;

    /// <summary>The grid with such rows parted; the same where it has none.</summary>
    public static PageGrid Part(PageGrid grid)
    {
        if (!grid.Cells.Exists(MayBeStacked))
        {
            return grid;
        }

        var cuts = new List<float>[grid.Rows];
        var found = false;
        for (var row = 0; row < grid.Rows; row++)
        {
            var cells = grid.Cells.FindAll(cell => cell.Row <= row && cell.Row + cell.RowSpan > row);
            cuts[row] = cells.TrueForAll(cell => cell.RowSpan == 1 && cell.Nested is null) && IsStacked(cells) ? Cuts(grid, cells) : [];
            found |= cuts[row].Count > 0;
        }

        return found ? Parted(grid, cuts) : grid;
    }

    /// <summary>Whether most cells behind the first column hold numbers one below the other.</summary>
    private static bool IsStacked(List<GridCell> cells)
    {
        int stacked = 0, all = 0;
        foreach (var cell in cells.Where(cell => cell.Column > 0 && cell.Words.Count > 0))
        {
            all++;

            // Lines are made only of what may be numbers: most cells of most tables hold text.
            if (!MayBeStacked(cell))
            {
                continue;
            }

            var lines = LineBuilder.Build(cell.Words);
            stacked += lines.Count >= LeastValues && lines.Count(IsValue) * 5 >= lines.Count * 4 ? 1 : 0;
        }

        return stacked > 0 && stacked * 2 > all;
    }

    private static bool MayBeStacked(GridCell cell) => cell.Column > 0 && cell.Words.Count >= LeastValues && IsValue(cell.Words[0]) && IsValue(cell.Words[1]);

    private static bool IsValue(TextLine line) => line.Words.TrueForAll(IsValue);

    private static bool IsValue(PrintedWord word) => Numbers.Is(word.Text) || Numbers.IsCurrency(word.Text);

    /// <summary>The heights at which a row falls into rows.</summary>
    private static List<float> Cuts(PageGrid grid, List<GridCell> cells)
    {
        var words = cells.SelectMany(cell => cell.Words).Where(word => word.Direction == Direction.Right).ToList();
        var lines = LineBuilder.Build(words);
        var columnOf = new Dictionary<PrintedWord, GridCell>();
        foreach (var cell in cells)
        {
            foreach (var word in cell.Words)
            {
                columnOf[word] = cell;
            }
        }

        var placed = lines.ConvertAll(line => line.Words.GroupBy(word => columnOf[word])
            .Select(group => new PlacedText(new TextLine([.. group]), group.Key.Column, group.Key.Column + group.Key.ColumnSpan - 1)).ToList());
        var begins = new RowFinder(placed, new(lines.ConvertAll(line => new TabularLine(line)), [], []), Extents(grid)).Find();
        var cuts = new List<float>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (begins[i])
            {
                cuts.Add((lines[i - 1].Baseline + lines[i].Baseline + (0.7f * lines[i].Size)) / 2);
            }
        }

        return cuts;
    }

    private static List<ColumnExtent> Extents(PageGrid grid)
    {
        var extents = new List<ColumnExtent>(grid.Columns);
        for (var column = 0; column < grid.Columns; column++)
        {
            extents.Add(new(grid.Xs[column], grid.Xs[column + 1]));
        }

        return extents;
    }

    private static PageGrid Parted(PageGrid grid, List<float>[] cuts)
    {
        var ys = new List<float> { grid.Ys[0] };
        var firstOf = new int[grid.Rows + 1];
        for (var row = 0; row < grid.Rows; row++)
        {
            ys.AddRange(cuts[row]);
            ys.Add(grid.Ys[row + 1]);
            firstOf[row + 1] = ys.Count - 1;
        }

        var cells = new List<GridCell>();
        foreach (var cell in grid.Cells)
        {
            var (first, end) = (firstOf[cell.Row], firstOf[cell.Row + cell.RowSpan]);
            if (cell.RowSpan > 1 || end - first == 1)
            {
                var kept = new GridCell(first, cell.Column) { RowSpan = end - first, ColumnSpan = cell.ColumnSpan, Box = cell.Box, Fill = cell.Fill, Nested = cell.Nested };
                kept.Words.AddRange(cell.Words);
                cells.Add(kept);
                continue;
            }

            for (var row = first; row < end; row++)
            {
                var (top, bottom) = (ys[row], ys[row + 1]);
                var part = new GridCell(row, cell.Column) { ColumnSpan = cell.ColumnSpan, Box = cell.Box with { Y0 = bottom, Y1 = top }, Fill = cell.Fill };
                part.Words.AddRange(cell.Words.Where(word => (row == first || word.CentreY <= top) && (row == end - 1 || word.CentreY > bottom)));
                cells.Add(part);
            }
        }

        cells.Sort(static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        return new() { Method = grid.Method, Xs = grid.Xs, Ys = [.. ys], Cells = cells, TextEnds = grid.TextEnds };
    }
}
