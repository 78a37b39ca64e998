using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// Keeps vertical merges whole while rows come, go and change: cells of one text stay merged, a cell with a text of its own begins anew, and no cell
/// goes on from nothing. The row above is still in memory, so that a merge can begin in it.
/// </summary>
internal sealed class VerticalMerges
{
    private readonly HashSet<int> _columns = [];
    private Dictionary<int, (XElement Cell, int Span, int Column, RichText? Text)> _above = [];
    private Dictionary<int, (XElement Cell, int Span, int Column, RichText? Text)> _here = [];

    public void BeginTable()
    {
        _above.Clear();
        _here.Clear();
        _columns.Clear();
    }

    public void BeginRow()
    {
        (_above, _here) = (_here, _above);
        _here.Clear();
    }

    /// <summary>The column of the plan that a continuing cell belongs to by the cell above it, or -1.</summary>
    public int ColumnAbove(GridCell cell) => _above.TryGetValue(cell.Column, out var above) ? above.Column : -1;

    /// <summary>Whether cells of a column of the plan have been merged in this table.</summary>
    public bool HasMerged(int column) => _columns.Contains(column);

    /// <summary>Merges the cell with the one above where both say the same; otherwise it stands for itself.</summary>
    /// <returns>Whether it is merged now.</returns>
    public bool TryJoin(GridCell cell, int column, RichText text, bool wanted)
    {
        if (wanted && _above.TryGetValue(cell.Column, out var above) && above.Column == column && above.Span == cell.Span && text.Equals(above.Text))
        {
            if (RowMarkup.Merge(above.Cell) is null)
            {
                RowMarkup.SetMerge(above.Cell, restart: true);
            }

            RowMarkup.SetMerge(cell.Cell, restart: false);
            _here[cell.Column] = (cell.Cell, cell.Span, column, text);
            return true;
        }

        if (RowMarkup.Merge(cell.Cell) is { } merge)
        {
            merge.Remove();
        }

        _here[cell.Column] = (cell.Cell, cell.Span, column, text);
        return false;
    }

    /// <summary>Notes that the example merges cells of a column.</summary>
    public void NoteMerged(int column) => _columns.Add(column);

    /// <summary>A row that is no plan's.</summary>
    public void KeepRow(XElement row)
    {
        BeginRow();
        foreach (var cell in RowMarkup.Cells(row))
        {
            Keep(cell);
        }
    }

    /// <summary>A cell that is no plan's: it goes on only from one that is there.</summary>
    public void Keep(GridCell cell)
    {
        if (!RowMarkup.IsContinued(cell.Cell))
        {
            if (RowMarkup.Merge(cell.Cell) is not null)
            {
                _here[cell.Column] = (cell.Cell, cell.Span, -1, null);
            }
        }
        else if (_above.TryGetValue(cell.Column, out var above) && above.Span == cell.Span)
        {
            if (RowMarkup.Merge(above.Cell) is null)
            {
                RowMarkup.SetMerge(above.Cell, restart: true);
            }

            _here[cell.Column] = (cell.Cell, cell.Span, above.Column, above.Text);
        }
        else
        {
            RowMarkup.Merge(cell.Cell)!.Remove();
        }
    }
}
