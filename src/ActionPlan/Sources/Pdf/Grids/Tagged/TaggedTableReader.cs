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

            unplaced.Add([.. row.Children.Where(child => child.Role is "TH" or "TD").Select(cell => new UnplacedCell(Math.Min(cell.RowSpan, limits.Rows), cell.ColumnSpan, cell.Role == "TH", Paragraphs(cell)))]);
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
        var paragraphs = new List<TaggedParagraph>();
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
                        paragraphs.Add(new(IsMarked: false, []));
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
                    var paragraph = new TaggedParagraph(IsMarked: true, []);
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

        if (paragraph.Parts.Find(part => part.Page == content.Page) is { } part)
        {
            part.Words.AddRange(words);
        }
        else
        {
            paragraph.Parts.Add(new(content.Page, [.. words]));
        }
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
                        paragraph.Parts.Remove(part);
                        cell.Repeated.Add(part);
                    }
                }
            }
        }
    }

    private static string Text(PageWords part) => string.Concat(part.Words.Select(word => word.Text));
}
