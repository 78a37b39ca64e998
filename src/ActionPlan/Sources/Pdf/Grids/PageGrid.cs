using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>A table on one page: its cells, and the words in each.</summary>
internal sealed class PageGrid
{
    public required TableMethod Method { get; init; }

    /// <summary>The edges of the columns from left to right: one more than columns.</summary>
    public required float[] Xs { get; init; }

    /// <summary>Where the text of each column ends, if no edge shows where it may end; else null.</summary>
    public float[]? TextEnds { get; init; }

    /// <summary>The edges of the rows from top to bottom: one more than rows.</summary>
    public required float[] Ys { get; init; }

    /// <summary>The cells by row and column; a cell that covers several places stands once.</summary>
    public required List<GridCell> Cells { get; init; }

    public int Columns => Xs.Length - 1;

    public int Rows => Ys.Length - 1;

    /// <summary>The same, its edges being the sides of cells.</summary>
    public PageGrid WithSides() => new() { Method = Method, Xs = Xs, Ys = Ys, Cells = Cells };

    /// <summary>The size of its text, by its last word.</summary>
    public float TextSize => Cells.FindLast(cell => cell.Words.Count > 0)?.Words[^1].Size ?? 0;

    public PdfRectangle Box => new(Xs[0], Ys[^1], Xs[^1], Ys[0]);

    /// <summary>The words that are in none of the tables.</summary>
    public static List<PrintedWord> Outside(List<PrintedWord> words, List<PageGrid> grids)
    {
        if (grids.Count == 0)
        {
            return words;
        }

        var inside = new WordSet();
        foreach (var grid in grids)
        {
            foreach (var cell in grid.Cells)
            {
                inside.Add(cell.Words);
            }
        }

        var outside = new List<PrintedWord>();
        foreach (var word in words)
        {
            if (!inside.Contains(word))
            {
                outside.Add(word);
            }
        }

        return outside;
    }
}

/// <summary>A cell of a page's table. Rows and columns count from 0.</summary>
internal sealed class GridCell(int row, int column)
{
    public int Row { get; } = row;

    public int Column { get; } = column;

    public int RowSpan { get; set; } = 1;

    public int ColumnSpan { get; set; } = 1;

    public PdfRectangle Box { get; set; }

    public List<PrintedWord> Words { get; } = [];

    /// <summary>The tables that stand in it, whose words are among its own; null where there are none.</summary>
    public List<PageGrid>? Nested { get; set; }

    /// <summary>The colour of the ground as 0xRRGGBB, or -1.</summary>
    public int Fill { get; set; } = -1;
}
