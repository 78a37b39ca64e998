namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>Puts tables that stand within a cell of another table into that cell.</summary>
internal static class NestedGrids
{
    /// <summary>A table in a cell may reach over its sides by so many points.</summary>
    private const float Slack = 1;

    /// <summary>Takes from the tables those that are within a cell of another one, the innermost first.</summary>
    public static void Assign(List<PageGrid> grids)
    {
        if (grids.Count < 2)
        {
            return;
        }

        foreach (var grid in grids.OrderBy(grid => grid.Box.Width * grid.Box.Height).ToList())
        {
            if (grids.Where(other => other != grid).Select(other => CellAround(other, grid)).FirstOrDefault(cell => cell is not null) is not { } cell)
            {
                continue;
            }

            (cell.Nested ??= []).Add(grid);
            cell.Nested.Sort(static (a, b) => b.Ys[0].CompareTo(a.Ys[0]));
            grids.Remove(grid);
        }

        // A frame around a table and its caption is no row of another table.
        foreach (var frame in grids.SelectMany(grid => grid.Cells.Where(cell => cell.Nested is not null && cell.ColumnSpan == grid.Columns)).ToList())
        {
            grids.AddRange(frame.Nested!);
            frame.Words.RemoveAll(new HashSet<Lines.PrintedWord>(frame.Nested!.SelectMany(grid => grid.Cells).SelectMany(cell => cell.Words)).Contains);
            frame.Nested = null;
        }
    }

    private static GridCell? CellAround(PageGrid outer, PageGrid inner) =>
        outer.Xs[0] > inner.Xs[0] || outer.Xs[^1] < inner.Xs[^1] || outer.Ys[0] < inner.Ys[0] || outer.Ys[^1] > inner.Ys[^1]
            ? null
            : outer.Cells.Find(cell => cell.Box.X0 - Slack <= inner.Xs[0] && cell.Box.X1 + Slack >= inner.Xs[^1] && cell.Box.Y1 + Slack >= inner.Ys[0] && cell.Box.Y0 - Slack <= inner.Ys[^1]);
}
