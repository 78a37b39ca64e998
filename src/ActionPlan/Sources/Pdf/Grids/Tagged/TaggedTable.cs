using System.Runtime.InteropServices;
using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>A table as the structure tree has it, its words found on the pages.</summary>
internal sealed class TaggedTable
{
    private Dictionary<int, WordSet>? _printed;

    public required int Columns { get; init; }

    public required List<TaggedRow> Rows { get; init; }

    /// <summary>All its words page by page, those of repeated headings too.</summary>
    public Dictionary<int, WordSet> Printed => _printed ??= AllWords();

    /// <summary>The pages with the box of the table's text on each.</summary>
    public Dictionary<int, PdfRectangle> Boxes()
    {
        var boxes = new Dictionary<int, PdfRectangle>();
        foreach (var row in Rows)
        {
            foreach (var cell in row.Cells)
            {
                foreach (var part in cell.Parts)
                {
                    if (part.Box is { } own)
                    {
                        ref var box = ref CollectionsMarshal.GetValueRefOrAddDefault(boxes, part.Page, out var known);
                        box = known ? PageWords.Around(box, own) : own;
                    }
                }
            }
        }

        return boxes;
    }

    private Dictionary<int, WordSet> AllWords()
    {
        var words = new Dictionary<int, WordSet>();
        foreach (var row in Rows)
        {
            foreach (var cell in row.Cells)
            {
                foreach (var part in cell.Parts)
                {
                    Add(words, part);
                }

                foreach (var part in cell.Repeated)
                {
                    Add(words, part);
                }
            }
        }

        return words;
    }

    private static void Add(Dictionary<int, WordSet> words, PageWords part)
    {
        ref var page = ref CollectionsMarshal.GetValueRefOrAddDefault(words, part.Page, out _);
        (page ??= new()).Add(part.Words);
    }
}

/// <summary>A row of a tagged table.</summary>
/// <param name="Cells">Its cells from left to right.</param>
/// <param name="IsHeader">Whether all of them are headings.</param>
internal sealed record TaggedRow(List<TaggedCell> Cells, bool IsHeader)
{
    /// <summary>The first page with words of the row, or 0.</summary>
    public int Page
    {
        get
        {
            var first = int.MaxValue;
            foreach (var cell in Cells)
            {
                foreach (var part in cell.Parts)
                {
                    first = Math.Min(first, part.Page);
                }
            }

            return first == int.MaxValue ? 0 : first;
        }
    }
}

/// <summary>A cell of a tagged table. Rows and columns count from 0.</summary>
internal sealed class TaggedCell(int row, int column, int rowSpan, int columnSpan, List<TaggedParagraph> paragraphs)
{
    private List<PageWords>? _parts;
    private List<PageWords>? _repeated;

    public int Row => row;

    public int Column => column;

    public int RowSpan => rowSpan;

    public int ColumnSpan => columnSpan;

    public List<TaggedParagraph> Paragraphs => paragraphs;

    /// <summary>The words of all paragraphs in order, page by page.</summary>
    public List<PageWords> Parts => _parts ??= paragraphs.Count == 1 ? paragraphs[0].Parts : [.. paragraphs.SelectMany(paragraph => paragraph.Parts)];

    /// <summary>The words that the heading of a table shows again on later pages.</summary>
    public IReadOnlyList<PageWords> Repeated => _repeated ?? [];

    /// <summary>The box of the cell's text on the first page that it stands on.</summary>
    public (PdfRectangle Box, int Page)? Place
    {
        get
        {
            PdfRectangle? box = null;
            foreach (var part in Parts)
            {
                if (part.Page == Parts[0].Page && part.Box is { } own)
                {
                    box = box is { } known ? PageWords.Around(known, own) : own;
                }
            }

            return box is { } found ? (found, Parts[0].Page) : null;
        }
    }

    /// <summary>Takes from the text what the heading shows again on a later page.</summary>
    public void TakeRepeated(TaggedParagraph paragraph, PageWords part)
    {
        paragraph.Parts.Remove(part);
        (_repeated ??= []).Add(part);
        _parts = null;
    }
}

/// <summary>A paragraph of a cell.</summary>
/// <param name="IsMarked">Whether the tree has it as a paragraph; else it is all text that stands in the cell itself.</param>
/// <param name="Parts">Its words, page by page.</param>
internal sealed record TaggedParagraph(bool IsMarked, List<PageWords> Parts);

/// <summary>Words on a page.</summary>
internal sealed class PageWords(int page, List<PrintedWord> words)
{
    private bool _owned;
    private bool _boxed;
    private PdfRectangle? _box;

    public int Page => page;

    public List<PrintedWord> Words { get; private set; } = words;

    /// <summary>The box around the words; null where there are none.</summary>
    public PdfRectangle? Box
    {
        get
        {
            if (!_boxed)
            {
                _boxed = true;
                foreach (var word in Words)
                {
                    _box = _box is { } known ? Around(known, word.Box) : word.Box;
                }
            }

            return _box;
        }
    }

    public static PdfRectangle Around(PdfRectangle a, PdfRectangle b) => new(Math.Min(a.X0, b.X0), Math.Min(a.Y0, b.Y0), Math.Max(a.X1, b.X1), Math.Max(a.Y1, b.Y1));

    /// <summary>Adds words. The list given first is that of the page, and copied before it grows.</summary>
    public void Add(List<PrintedWord> more)
    {
        Words = _owned ? Words : [.. Words];
        Words.AddRange(more);
        (_owned, _boxed, _box) = (true, false, null);
    }
}
