using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>Reads the tables of the structure tree. A table within a cell is text of that cell.</summary>
internal sealed class TaggedTableReader(TagIndex index, ReadLimits limits)
{
    /// <summary>Rows that a cell may cover: more is an error of the file, and would cost memory.</summary>
    private const int MostRowsSpanned = 1_000;

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
        var rows = new List<TaggedRow>();
        var until = new List<int>();
        foreach (var row in RowsOf(element))
        {
            var cells = new List<TaggedCell>();
            var header = true;
            var column = 0;
            foreach (var cell in row.Children.Where(child => child.Role is "TH" or "TD"))
            {
                while (column < until.Count && until[column] > rows.Count)
                {
                    column++;
                }

                var (rowSpan, columnSpan) = (Math.Min(cell.RowSpan, MostRowsSpanned), cell.ColumnSpan);
                if (column + columnSpan > limits.Columns || rows.Count >= limits.Rows)
                {
                    return null;
                }

                for (var i = column; i < column + columnSpan; i++)
                {
                    while (until.Count <= i)
                    {
                        until.Add(0);
                    }

                    until[i] = rows.Count + rowSpan;
                }

                cells.Add(new(rows.Count, column, rowSpan, columnSpan, Paragraphs(cell)));
                header &= cell.Role == "TH";
                column += columnSpan;
            }

            rows.Add(new(cells, header && cells.Count > 0));
        }

        TakeRepeatedHeadings(rows);
        return new() { Columns = until.Count, Rows = rows };
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
