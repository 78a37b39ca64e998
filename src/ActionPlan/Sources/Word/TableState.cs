using System.Globalization;

namespace ActionPlan.Sources.Word;

/// <summary>A table while it is read.</summary>
internal sealed class TableState
{
    public required int Index { get; init; }

    public string? Tag { get; init; }

    public long SeenBefore { get; init; }

    public List<SourceRow> Rows { get; } = [];

    public List<double> Widths { get; } = [];

    public CellMerges Merges { get; } = new();

    public RowState Row { get; } = new();

    public WordStyle? Style { get; set; }

    /// <summary>Whether the table asks for the first-row look of its style; it does by default (ECMA-376-1 clause 17.4.55).</summary>
    public bool FirstRowLooks { get; set; } = true;

    public string? RowTag { get; set; }

    public int Columns { get; set; }

    public void AddWidth(double points)
    {
        // As many as a table may have columns; more are never looked at.
        if (Widths.Count < 1000)
        {
            Widths.Add(points);
        }
    }

    public (bool? Bold, int? Fill, int? Color) FirstRow(int row) => row == 0 && FirstRowLooks && Style is not null ? Style.FirstRow : default;
}

/// <summary>A row while it is read; one serves all rows of a table.</summary>
internal sealed class RowState
{
    public int Index { get; private set; }

    /// <summary>The grid column of the next cell, counted from 1.</summary>
    public int Column { get; set; } = 1;

    public bool Header { get; set; }

    public bool Deleted { get; set; }

    public int? Fill { get; set; }

    public string? CellTag { get; set; }

    public DocumentReader.Control? CellControl { get; set; }

    public List<SourceCell> Cells { get; } = [];

    /// <summary>The cell to the left, where one begins in this row.</summary>
    public SourceCell? Last { get; set; }

    /// <summary>A merged cell from above that is wider than the cell which goes on from it in this row, just before <see cref="Column"/>.</summary>
    public SourceCell? Wider { get; set; }

    /// <summary>A merge is as wide as the narrowest of its cells that has a neighbour: no two cells share a place.</summary>
    public void NarrowWider()
    {
        if (Wider is { } cell)
        {
            cell.ColumnSpan = Column - cell.Column;
            Wider = null;
        }
    }

    public void Begin(int index, int? fill)
    {
        Wider = null;
        (Index, Column, Header, Deleted, Fill) = (index, 1, false, false, fill);
        (CellTag, CellControl, Last) = (null, null, null);
        Cells.Clear();
    }

    public void Add(SourceCell cell)
    {
        Cells.Add(cell);
        Last = cell;
    }
}

/// <summary>Lengths as Word writes them.</summary>
internal static class Measures
{
    /// <summary>Points of a w:w: twentieths of a point, or with a unit in strict files (ECMA-376-1 clause 22.9.2.15).</summary>
    public static double Points(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        var (number, factor) = text switch
        {
            _ when text.EndsWith("pt", StringComparison.Ordinal) => (text[..^2], 1.0),
            _ when text.EndsWith("cm", StringComparison.Ordinal) => (text[..^2], 72 / 2.54),
            _ when text.EndsWith("mm", StringComparison.Ordinal) => (text[..^2], 72 / 25.4),
            _ when text.EndsWith("in", StringComparison.Ordinal) => (text[..^2], 72.0),
            _ => (text, 1 / 20.0),
        };
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0 ? value * factor : 0;
    }
}
