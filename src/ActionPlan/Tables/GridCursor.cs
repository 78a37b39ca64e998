using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>Walks the rows of a grid and knows, for every grid column, which cell covers it: also a cell that began in a row above.</summary>
internal sealed class GridCursor(SourceGrid grid)
{
    private readonly SourceCell?[] _covering = new SourceCell?[grid.Columns];
    private readonly int[] _until = new int[grid.Columns];
    private int _next;

    public SourceRow Row { get; private set; } = null!;

    /// <summary>The cell at each grid column of the row, counted from 0; null for a gap.</summary>
    public ReadOnlySpan<SourceCell?> Covering => _covering;

    public bool MoveNext()
    {
        if (_next == grid.Rows.Count)
        {
            return false;
        }

        Row = grid.Rows[_next++];
        for (var column = 0; column < _covering.Length; column++)
        {
            if (_until[column] < Row.Index)
            {
                _covering[column] = null;
            }
        }

        // By index: an enumerator a row would be the most that this stage allocates.
        var cells = Row.Cells;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            var end = Math.Min(_covering.Length, cell.Column - 1 + cell.ColumnSpan);
            for (var column = cell.Column - 1; column < end; column++)
            {
                _covering[column] = cell;
                _until[column] = cell.Row + cell.RowSpan - 1;
            }
        }

        return true;
    }
}
