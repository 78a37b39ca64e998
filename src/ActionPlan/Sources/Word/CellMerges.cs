namespace ActionPlan.Sources.Word;

/// <summary>The vertical merges of a table that rows below may still continue (ECMA-376-1 clause 17.4.84).</summary>
internal sealed class CellMerges
{
    private readonly List<SourceCell> _open = [];

    /// <summary>Begins a merge with a cell of the current row.</summary>
    public void Open(SourceCell cell) => _open.Add(cell);

    /// <summary>The cell that a continuing cell belongs to, a row taller now, or null where none above begins at its column: then it stands for itself.</summary>
    public SourceCell? Continue(int column, int row)
    {
        foreach (var cell in _open)
        {
            if (cell.Column == column && cell.Row + cell.RowSpan == row)
            {
                cell.RowSpan++;
                return cell;
            }
        }

        return null;
    }

    /// <summary>Ends the merges that the row did not continue.</summary>
    public void EndRow(int row)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Row + _open[i].RowSpan <= row)
            {
                _open.RemoveAt(i);
            }
        }
    }

    /// <summary>Forgets the merges that began in a row which is left out.</summary>
    public void Forget(int row) => _open.RemoveAll(cell => cell.Row == row);
}
