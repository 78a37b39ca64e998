using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>A table as the structure tree has it, its words found on the pages.</summary>
internal sealed class TaggedTable
{
    private HashSet<PrintedWord>? _printed;

    public required int Columns { get; init; }

    public required List<TaggedRow> Rows { get; init; }

    public IEnumerable<TaggedCell> Cells => Rows.SelectMany(row => row.Cells);

    public IEnumerable<PageWords> Words => Cells.SelectMany(cell => cell.Paragraphs).SelectMany(paragraph => paragraph.Parts);

    /// <summary>All its words on all pages, those of repeated headings too.</summary>
    public HashSet<PrintedWord> Printed => _printed ??= [.. Words.Concat(Cells.SelectMany(cell => cell.Repeated)).SelectMany(part => part.Words)];

    /// <summary>The pages with the box of the table's text on each.</summary>
    public Dictionary<int, PdfRectangle> Boxes()
    {
        var boxes = new Dictionary<int, PdfRectangle>();
        foreach (var part in Words)
        {
            foreach (var word in part.Words)
            {
                boxes[part.Page] = boxes.TryGetValue(part.Page, out var box)
                    ? new(Math.Min(box.X0, word.Box.X0), Math.Min(box.Y0, word.Box.Y0), Math.Max(box.X1, word.Box.X1), Math.Max(box.Y1, word.Box.Y1))
                    : word.Box;
            }
        }

        return boxes;
    }
}

/// <summary>A row of a tagged table.</summary>
/// <param name="Cells">Its cells from left to right.</param>
/// <param name="IsHeader">Whether all of them are headings.</param>
internal sealed record TaggedRow(List<TaggedCell> Cells, bool IsHeader)
{
    /// <summary>The first page with words of the row, or 0.</summary>
    public int Page => Cells.SelectMany(cell => cell.Paragraphs).SelectMany(paragraph => paragraph.Parts).Select(part => part.Page).DefaultIfEmpty().Min();
}

/// <summary>A cell of a tagged table. Rows and columns count from 0.</summary>
internal sealed record TaggedCell(int Row, int Column, int RowSpan, int ColumnSpan, List<TaggedParagraph> Paragraphs)
{
    /// <summary>The words that the heading of a table shows again on later pages.</summary>
    public List<PageWords> Repeated { get; } = [];
}

/// <summary>A paragraph of a cell.</summary>
/// <param name="IsMarked">Whether the tree has it as a paragraph; else it is all text that stands in the cell itself.</param>
/// <param name="Parts">Its words, page by page.</param>
internal sealed record TaggedParagraph(bool IsMarked, List<PageWords> Parts);

/// <summary>Words on a page.</summary>
internal sealed record PageWords(int Page, List<PrintedWord> Words);
