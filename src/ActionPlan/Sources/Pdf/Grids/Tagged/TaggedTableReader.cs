using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>Reads the tables of the structure tree. A table within a cell is text of that cell.</summary>
internal sealed class TaggedTableReader(TagIndex index, ReadLimits limits)
{
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
        Gather(cell, paragraphs, null);
        paragraphs.RemoveAll(paragraph => paragraph.Parts.Count == 0);
        return paragraphs;
    }

    private void Gather(StructureElement element, List<TaggedParagraph> paragraphs, TaggedParagraph? inside)
    {
        foreach (var item in element.Items)
        {
            if (item.Content is { } content)
            {
                var paragraph = inside;
                if (paragraph is null)
                {
                    if (paragraphs.Count == 0 || paragraphs[^1].IsMarked)
                    {
                        paragraphs.Add(new(IsMarked: false, new(1)));
                    }

                    paragraph = paragraphs[^1];
                }

                Add(paragraph, content);
            }
            else if (item.Element is { } child)
            {
                // The paragraph of a list item holds its marker too, whatever stands within it.
                if (inside is null && IsParagraph(child))
                {
                    var paragraph = new TaggedParagraph(IsMarked: true, new(1));
                    paragraphs.Add(paragraph);
                    Gather(child, paragraphs, paragraph);
                }
                else if (inside is not null && child.Role is "L")
                {
                    Gather(child, paragraphs, null);
                }
                else
                {
                    Gather(child, paragraphs, inside);
                }
            }
        }
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
}
