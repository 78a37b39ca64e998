namespace ActionPlan.Sources.Word;

/// <summary>The vertical merges of a table that rows below may still continue (ECMA-376-1 clause 17.4.84).</summary>
internal sealed class CellMerges
{
    private readonly List<OpenMerge> _open = [];

    /// <summary>Begins a merge with a cell of the current row.</summary>
    public void Open(CellState cell, int slot)
    {
        cell.Growing = true;
        _open.Add(new(cell, slot));
    }

    /// <summary>The cell that a continuing cell belongs to, or null where none above begins at its column: then it stands for itself.</summary>
    public CellState? Continue(int column, int row)
    {
        foreach (var merge in _open)
        {
            if (merge.Cell.Column == column && merge.LastRow == row - 1)
            {
                merge.LastRow = row;
                return merge.Cell;
            }
        }

        return null;
    }

    /// <summary>Ends the merges that the row did not continue.</summary>
    /// <param name="cells">The row's cells, with a gap for each that begins a merge.</param>
    /// <param name="row">The row, counted from 1.</param>
    public void EndRow(SourceCell[] cells, int row)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var merge = _open[i];
            if (merge.Cell.Row == row)
            {
                merge.Cells = cells;
                merge.LastRow = row;
            }
            else if (merge.LastRow < row)
            {
                merge.Close();
                _open.RemoveAt(i);
            }
        }
    }

    public void CloseAll()
    {
        foreach (var merge in _open)
        {
            merge.Close();
        }

        _open.Clear();
    }

    private sealed class OpenMerge(CellState cell, int slot)
    {
        public CellState Cell { get; } = cell;

        public int LastRow { get; set; }

        public SourceCell[] Cells { get; set; } = [];

        public void Close() => Cells[slot] = Cell.ToSource(LastRow - Cell.Row + 1);
    }
}
