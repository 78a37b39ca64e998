using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Divides what lines alone leave together: rows without upright edges, and cells that hold a whole table's worth of lines.</summary>
internal static class DividedGrids
{
    /// <summary>The grid with its cells divided; the same where nothing needs to be.</summary>
    public static PageGrid Divide(PageGrid grid)
    {
        SplitMergedRows(grid);
        grid = StackedRows.Part(grid);
        if (!IsUndivided(grid))
        {
            return grid;
        }

        var words = grid.Cells.SelectMany(cell => cell.Words).Where(word => word.Direction == Direction.Right).ToList();
        var lines = LineBuilder.Build(words).ConvertAll(line => new TabularLine(line));
        var rules = grid.Ys.Where((_, i) => IsRowEdge(grid, i)).ToList();
        return AlignedGrids.Build(new Region(lines, rules, [])) is { } built && Evidence.IsFilled(built) ? built : grid;
    }

    /// <summary>Whether an edge of rows is drawn over most columns.</summary>
    private static bool IsRowEdge(PageGrid grid, int edge) =>
        edge == 0 || edge == grid.Rows || grid.Cells.Where(cell => cell.Row == edge).Sum(cell => cell.ColumnSpan) * 2 > grid.Columns;

    /// <summary>Merged cells whose texts stand below the columns of the other rows are cells of those columns.</summary>
    private static void SplitMergedRows(PageGrid grid)
    {
        var split = new List<GridCell>(grid.Cells.Count);
        foreach (var cell in grid.Cells)
        {
            if (cell.ColumnSpan > 1 && cell.RowSpan == 1 && cell.Nested is null && cell.Words.Count > 1 && Parts(grid, cell) is { } parts)
            {
                split.AddRange(parts);
            }
            else
            {
                split.Add(cell);
            }
        }

        if (split.Count > grid.Cells.Count)
        {
            grid.Cells.Clear();
            grid.Cells.AddRange(split);
        }
    }

    /// <summary>The cells that a merged one falls into by its texts; null where a text reaches over several columns.</summary>
    private static List<GridCell>? Parts(PageGrid grid, GridCell cell)
    {
        var lines = LineBuilder.Build(cell.Words);
        if (lines.Count > 2)
        {
            return null;
        }

        var texts = lines.SelectMany(line => new TabularLine(line).Chunks).ToList();
        if (texts.Count < 2)
        {
            return null;
        }

        var parts = new GridCell[cell.ColumnSpan];
        for (var i = 0; i < parts.Length; i++)
        {
            var column = cell.Column + i;
            parts[i] = new GridCell(cell.Row, column) { Box = new(grid.Xs[column], cell.Box.Y0, grid.Xs[column + 1], cell.Box.Y1), Fill = cell.Fill };
        }

        foreach (var text in texts)
        {
            var column = Array.FindLastIndex(parts, part => part.Box.X0 <= text.Start + 1);
            if (column < 0 || text.End > parts[column].Box.X1 + 1)
            {
                return null;
            }

            parts[column].Words.AddRange(text.Words);
        }

        return parts.Count(part => part.Words.Count > 0) * 2 > parts.Length ? [.. parts] : null;
    }

    /// <summary>Whether many lines within cells hold texts side by side.</summary>
    private static bool IsUndivided(PageGrid grid)
    {
        if (!grid.Cells.Exists(cell => TabularLine.MayBeTabular(cell.Words)))
        {
            return false;
        }

        int tabular = 0, all = 0;
        foreach (var cell in grid.Cells)
        {
            if (cell.Words.Count == 0 || cell.Nested is not null)
            {
                continue;
            }

            foreach (var line in LineBuilder.Build(cell.Words))
            {
                all++;
                tabular += new TabularLine(line).IsTabular ? 1 : 0;
            }
        }

        return tabular >= 2 && tabular * 5 >= all * 2;
    }
}
