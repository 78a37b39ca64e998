namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>Takes off what stands within the frame of a table over its whole width and is no row of it: its caption above, its source and notes below.</summary>
internal static class FramedTexts
{
    private static readonly string[] Captions = ["Table", "Tabell", "Exhibit", "Figure", "Box"];
    private static readonly string[] Notes = ["Source:", "Sources:", "SOURCE:", "Note:", "Notes:", "NOTE:", "NOTES:"];

    public static PageGrid TakeOff(PageGrid grid)
    {
        var first = FullRow(grid, 0) is { Words: [var word, var number, ..] } && Captions.Contains(word.Text, StringComparer.OrdinalIgnoreCase) && number.Text.Any(char.IsAsciiDigit) ? 1 : 0;
        var end = FullRow(grid, grid.Rows - 1) is { Words: [var note, ..] } && Notes.Contains(note.Text, StringComparer.Ordinal) ? grid.Rows - 1 : grid.Rows;
        if (end - first == grid.Rows || end - first < 2)
        {
            return grid;
        }

        var cells = new List<GridCell>(grid.Cells.Count);
        foreach (var cell in grid.Cells.Where(cell => cell.Row >= first && cell.Row < end))
        {
            var kept = new GridCell(cell.Row - first, cell.Column) { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan, Box = cell.Box, Fill = cell.Fill };
            kept.Words.AddRange(cell.Words);
            cells.Add(kept);
        }

        return new() { Method = grid.Method, Xs = grid.Xs, Ys = grid.Ys[first..(end + 1)], Cells = cells };
    }

    private static GridCell? FullRow(PageGrid grid, int row) => grid.Cells.Find(cell => cell.Row == row && cell.RowSpan == 1 && cell.ColumnSpan == grid.Columns && grid.Columns > 2);
}
