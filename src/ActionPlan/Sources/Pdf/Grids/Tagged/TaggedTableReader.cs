using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>Reads the tables of the structure tree. A table within a cell is text of that cell.</summary>
internal sealed class TaggedTableReader(TagIndex index, ReadLimits limits)
{
    // Elements may stand within each other as deep as the limits let a tree grow: no recursion.
    private readonly Stack<OpenElement> _open = new();

    public List<TaggedTable> Read(IEnumerable<StructureElement> top)
    {
        var tables = new List<TaggedTable>();
        var open = new Stack<StructureElement>(top.Reverse());
        while (open.TryPop(out var element))
        {
            if (element.Role == "Table")
            {
                if (tables.Count < limits.Tables && ReadTable(element) is { } table)
                {
                    tables.Add(table);
                }

                continue;
            }

            foreach (var child in element.Children.Reverse())
            {
                open.Push(child);
            }
        }

        return tables;
    }

    private TaggedTable? ReadTable(StructureElement element)
    {
        var unplaced = new List<List<UnplacedCell>>();
        foreach (var row in RowsOf(element))
        {
            if (unplaced.Count > limits.Rows)
            {
                return null;
            }

            var cells = new List<UnplacedCell>(row.Items.Length);
            foreach (var item in row.Items)
            {
                if (item.Element is { Role: "TH" or "TD" } cell)
                {
                    cells.Add(new(Math.Min(cell.RowSpan, limits.Rows), cell.ColumnSpan, cell.Role == "TH", Paragraphs(cell)));
                }
            }

            unplaced.Add(cells);
        }

        if (TaggedPlacement.Place(unplaced, limits) is not { } placed)
        {
            return null;
        }

        TakeRepeatedHeadings(placed.Rows);
        return new() { Columns = placed.Columns, Rows = placed.Rows };
    }

    private static IEnumerable<StructureElement> RowsOf(StructureElement table)
    {
        foreach (var child in table.Children)
        {
            if (child.Role == "TR")
            {
                yield return child;
            }
            else if (child.Role is "THead" or "TBody" or "TFoot")
            {
                foreach (var row in child.Children.Where(row => row.Role == "TR"))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>The paragraphs of a cell; text that stands in no paragraph is gathered up to the next one.</summary>
    private List<TaggedParagraph> Paragraphs(StructureElement cell)
    {
        var paragraphs = new List<TaggedParagraph>(1);
        Gather(cell, paragraphs);
        paragraphs.RemoveAll(paragraph => paragraph.Parts.Count == 0);
        return paragraphs;
    }

    private void Gather(StructureElement cell, List<TaggedParagraph> paragraphs)
    {
        _open.Push(new(cell, 0, null));
        while (_open.TryPop(out var at))
        {
            for (var next = at.Next; next < at.Element.Items.Length; next++)
            {
                var item = at.Element.Items[next];
                if (item.Content is { } content)
                {
                    Add(at.Inside ?? Unmarked(paragraphs), content);
                }
                else if (item.Element is { } child)
                {
                    _open.Push(at with { Next = next + 1 });
                    _open.Push(new(child, 0, InsideOf(child, at.Inside, paragraphs)));
                    break;
                }
            }
        }
    }

    /// <summary>The paragraph that text of an element belongs to: that of a list item holds its marker too, whatever stands within it.</summary>
    private static TaggedParagraph? InsideOf(StructureElement element, TaggedParagraph? inside, List<TaggedParagraph> paragraphs)
    {
        if (inside is not null)
        {
            return element.Role is "L" ? null : inside;
        }

        if (!IsParagraph(element))
        {
            return null;
        }

        paragraphs.Add(new(IsMarked: true, new(1)));
        return paragraphs[^1];
    }

    private static TaggedParagraph Unmarked(List<TaggedParagraph> paragraphs)
    {
        if (paragraphs.Count == 0 || paragraphs[^1].IsMarked)
        {
            paragraphs.Add(new(IsMarked: false, new(1)));
        }

        return paragraphs[^1];
    }

    private static bool IsParagraph(StructureElement element) => element.Role is "P" or "LI" or "Caption" or "TR" || TaggedBlock.LevelOf(element.Role) > 0;

    private void Add(TaggedParagraph paragraph, ContentReference content)
    {
        var words = index.WordsOf(content);
        if (words.Count == 0)
        {
            return;
        }

        foreach (var part in paragraph.Parts)
        {
            if (part.Page == content.Page)
            {
                part.Add(words);
                return;
            }
        }

        paragraph.Parts.Add(new(content.Page, words));
    }

    /// <summary>Heading rows that are printed again on later pages keep their element: the same words, page after page.</summary>
    private static void TakeRepeatedHeadings(List<TaggedRow> rows)
    {
        foreach (var cell in rows.TakeWhile(row => row.IsHeader).SelectMany(row => row.Cells))
        {
            foreach (var paragraph in cell.Paragraphs)
            {
                foreach (var part in paragraph.Parts.Skip(1).ToList())
                {
                    if (Text(part) == Text(paragraph.Parts[0]))
                    {
                        cell.TakeRepeated(paragraph, part);
                    }
                }
            }
        }
    }

    private static string Text(PageWords part) => string.Concat(part.Words.Select(word => word.Text));

    /// <summary>An element whose items are being gathered: the next one, and the paragraph that they stand in.</summary>
    private readonly record struct OpenElement(StructureElement Element, int Next, TaggedParagraph? Inside);
}
