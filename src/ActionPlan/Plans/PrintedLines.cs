using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Collects the lines that stand outside the rows of the plan, in order: body, rows above headings, then page headers and footers.</summary>
internal static class PrintedLines
{
    public static List<PrintedLine> Of(SourceDocument document, List<FoundTable> found)
    {
        var lines = new List<PrintedLine>();
        var last = found.FindLastIndex(table => table.IsUsed);
        var place = LinePlace.Front;
        var headings = 0;
        var at = 0;
        foreach (var block in document.Body)
        {
            if (block is SourceParagraph paragraph)
            {
                // The first heading may be the title; what follows the second one is the body of a report.
                if (place == LinePlace.Front && paragraph.Role == ParagraphRole.Heading && ++headings > 1)
                {
                    place = LinePlace.Between;
                }

                Add(lines, paragraph, place);
                continue;
            }

            var table = found[at++];
            if (!table.IsUsed)
            {
                continue;
            }

            if (table.Header is { FirstRow: > 1 } header)
            {
                lines.AddRange(AboveHeading(table, header));
            }

            place = at > last ? LinePlace.After : LinePlace.Between;
        }

        foreach (var margin in document.Margins)
        {
            Add(lines, margin, LinePlace.Margin);
        }

        return lines;
    }

    private static void Add(List<PrintedLine> lines, SourceParagraph paragraph, LinePlace place)
    {
        if (paragraph.Role == ParagraphRole.Contents)
        {
            return;
        }

        foreach (var line in paragraph.Text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            lines.Add(new(line, place, paragraph));
        }
    }

    private static IEnumerable<PrintedLine> AboveHeading(FoundTable table, TableHeader header) =>
        table.Grid.Rows.Take(header.FirstRow - 1)
            .SelectMany(row => row.Cells)
            .SelectMany(cell => cell.Text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(line => new PrintedLine(line, LinePlace.AboveHeading, null));
}
