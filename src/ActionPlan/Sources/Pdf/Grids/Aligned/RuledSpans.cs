namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Joins the cells of a column over rows where the rules that part these rows leave the column out.</summary>
internal static class RuledSpans
{
    /// <summary>A rule is drawn over a stretch where it covers at least this part of it.</summary>
    private const float Drawn = 0.5f;

    /// <param name="grid">The grid.</param>
    /// <param name="rules">The level rules of the page.</param>
    /// <param name="heights">For each row the highest and the lowest baseline of its lines.</param>
    public static PageGrid Join(PageGrid grid, List<Edge> rules, List<(float Top, float Bottom)> heights)
    {
        var open = new HashSet<(int Row, int Column)>();
        for (var row = 1; row < grid.Rows; row++)
        {
            var between = rules.FindAll(rule => rule.At < heights[row - 1].Bottom && rule.At > heights[row].Top);
            if (!IsDrawn(between, grid.Xs[0], grid.Xs[^1]))
            {
                continue;
            }

            for (var column = 0; column < grid.Columns; column++)
            {
                if (!IsDrawn(between, grid.Xs[column], grid.Xs[column + 1]))
                {
                    open.Add((row, column));
                }
            }
        }

        return open.Count == 0 ? grid : Joined(grid, open);
    }

    private static bool IsDrawn(List<Edge> rules, float from, float to) => rules.Sum(rule => Math.Max(0, Math.Min(rule.To, to) - Math.Max(rule.From, from))) > Drawn * (to - from);

    private static PageGrid Joined(PageGrid grid, HashSet<(int Row, int Column)> open)
    {
        var cells = new List<GridCell>(grid.Cells.Count);
        var above = new GridCell?[grid.Columns];
        foreach (var cell in grid.Cells)
        {
            if (cell.ColumnSpan == 1 && open.Contains((cell.Row, cell.Column)) && above[cell.Column] is { ColumnSpan: 1 } over)
            {
                over.Words.AddRange(cell.Words);
                over.RowSpan++;
                over.Box = over.Box with { Y0 = cell.Box.Y0 };
                continue;
            }

            cells.Add(cell);
            Array.Fill(above, cell, cell.Column, cell.ColumnSpan);
        }

        return new() { Method = grid.Method, Xs = grid.Xs, Ys = grid.Ys, Cells = cells, TextEnds = grid.TextEnds };
    }
}
