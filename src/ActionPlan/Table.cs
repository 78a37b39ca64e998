namespace ActionPlan;

/// <summary>How a table was found.</summary>
public enum TableMethod
{
    /// <summary>A table of a Word document.</summary>
    Word,

    /// <summary>The structure tree of a tagged PDF.</summary>
    Tagged,

    /// <summary>Ruled lines of a PDF page.</summary>
    Ruled,

    /// <summary>The alignment of text on a PDF page.</summary>
    Aligned,

    /// <summary>Delimited text.</summary>
    Delimited,
}

/// <summary>A table as found. Tables, rows, columns and pages count from 1.</summary>
public sealed record Table
{
    /// <summary>The number of the table in document order.</summary>
    public required int Index { get; init; }

    /// <summary>How it was found.</summary>
    public required TableMethod Method { get; init; }

    /// <summary>The number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>The pages it stands on; empty where the format has none.</summary>
    public ValueList<int> Pages { get; init; } = [];

    /// <summary>The rows in order.</summary>
    public required ValueList<TableRow> Rows { get; init; }
}

/// <summary>A row of a table.</summary>
/// <param name="Index">The row, counted from 1.</param>
/// <param name="Cells">The cells that have their upper left corner in this row, from left to right.</param>
public sealed record TableRow(int Index, ValueList<TableCell> Cells);

/// <summary>A cell, once, at its upper left corner.</summary>
public sealed record TableCell
{
    /// <summary>The row of its upper left corner.</summary>
    public required int Row { get; init; }

    /// <summary>The column of its upper left corner.</summary>
    public required int Column { get; init; }

    /// <summary>How many rows it covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>How many columns it covers.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Whether it belongs to a heading row.</summary>
    public bool Header { get; init; }

    /// <summary>The page on which it begins, or null where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>Its place on the page, or null where the format has none.</summary>
    public Box? Box { get; init; }

    /// <summary>The text.</summary>
    public RichText Text { get; init; } = RichText.Empty;
}

/// <summary>A rectangle on a page, in points (1/72 inch) from the lower left corner of the page as shown.</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Bottom">The lower edge.</param>
/// <param name="Right">The right edge.</param>
/// <param name="Top">The upper edge.</param>
public readonly record struct Box(double Left, double Bottom, double Right, double Top);
