using ActionPlan.Sources.Pdf.Cells;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>A table on one page as a part of a table that may go over pages.</summary>
internal sealed class TablePart(PageGrid grid, int page)
{
    /// <summary>Text further from the sides of all cells is indented or centred.</summary>
    private const float MostPadding = 12;

    private float? _padding;

    public PageGrid Grid { get; } = grid;

    public int Page { get; } = page;

    /// <summary>Rows at the top that repeat the heading rows of the first part.</summary>
    public int RepeatedRows { get; set; }

    /// <summary>Whether the first row after those goes on from the last row of the part before.</summary>
    public bool GoesOn { get; set; }

    /// <summary>Whether text of the page stands above it, so that it begins here.</summary>
    public bool BelowText { get; set; }

    /// <summary>Whether text of the page stands below it, so that it ends here; notes at the foot of the page do not end it.</summary>
    public bool AboveText { get; set; }

    /// <summary>How far text stays from the sides of its cell: the least distance that any cell shows.</summary>
    public float Padding => _padding ??= LeastDistance(Grid);

    public IEnumerable<GridCell> RowCells(int row) => Grid.Cells.Where(cell => cell.Row == row);

    /// <summary>The cells that touch the last row, also those that began above it.</summary>
    public IEnumerable<GridCell> LastRow() => Grid.Cells.Where(cell => cell.Row + cell.RowSpan == Grid.Rows);

    /// <summary>The words of a cell between the sides that text keeps to.</summary>
    public CellPart TextOf(GridCell cell, float padding) =>
        new(cell.Words, cell.Box.X0 + padding, Grid.TextEnds is { } ends ? ends[cell.Column + cell.ColumnSpan - 1] : cell.Box.X1 - padding);

    private static float LeastDistance(PageGrid grid)
    {
        var least = MostPadding;
        foreach (var cell in grid.Cells)
        {
            foreach (var word in cell.Words)
            {
                least = Math.Min(least, word.Box.X0 - cell.Box.X0);
            }
        }

        return Math.Max(least, 0);
    }
}
