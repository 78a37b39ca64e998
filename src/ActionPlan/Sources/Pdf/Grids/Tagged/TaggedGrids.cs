using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Cells;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>A table to be put in order with what stands on its page.</summary>
/// <param name="Page">The page on which it begins.</param>
/// <param name="Top">How high it begins.</param>
/// <param name="Left">How far left it begins.</param>
/// <param name="Read">Makes the grid, given its number.</param>
internal sealed record PlacedTable(int Page, float Top, float Left, Func<int, SourceGrid> Read);

/// <summary>Makes grids of tagged tables.</summary>
internal sealed class TaggedGrids(CellText text, IReadOnlyList<PageContent> pages, List<Diagnostic> diagnostics)
{
    /// <summary>The tables as they are read; one a page where they are not to be joined.</summary>
    public IEnumerable<PlacedTable> Place(TaggedTable table, bool join)
    {
        var columns = Columns(table);
        var page = 0;
        var pageOf = table.Rows.ConvertAll(row => page = row.Page > 0 ? row.Page : page);
        for (var from = 0; from < table.Rows.Count;)
        {
            var end = from + 1;
            while (end < table.Rows.Count && (join || pageOf[end] == pageOf[from] || pageOf[from] == 0))
            {
                end++;
            }

            var (first, last) = (from, end);
            if (FirstPlace(table, first, last) is { } at)
            {
                yield return new(at.Page, at.Box.Y1, at.Box.X0, index => Read(table, first, last, pageOf, columns, index));
            }

            from = end;
        }
    }

    /// <summary>Where the first text of some rows stands.</summary>
    private static (PdfRectangle Box, int Page)? FirstPlace(TaggedTable table, int first, int end)
    {
        for (var row = first; row < end; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                if (cell.Place is { } place)
                {
                    return place;
                }
            }
        }

        return null;
    }

    private SourceGrid Read(TaggedTable table, int first, int last, List<int> pageOf, ColumnSides[] columns, int index)
    {
        var rows = new List<SourceRow>(last - first);
        var looks = new Dictionary<CellLook, CellLook>();
        long characters = 0, repeated = 0;
        for (var at = first; at < last; at++)
        {
            var row = table.Rows[at];
            var cells = new List<SourceCell>(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                characters += Count(cell.Parts);
                var again = Count(cell.Repeated);
                characters += again;
                repeated += again;
                var read = ReadText(cell, columns[cell.Column].Left, columns[cell.Column + cell.ColumnSpan - 1].Right);
                var place = cell.Place;
                foreach (var kept in read.Kept ?? [])
                {
                    diagnostics.Add(DiagnosticCatalog.HyphenKept.At(new(pageOf[at] == 0 ? null : pageOf[at], index, at - first + 1, cell.Column + 1), kept));
                }

                var look = LookOf(cell, place);
                cells.Add(new()
                {
                    Row = at - first + 1,
                    Column = cell.Column + 1,
                    RowSpan = Math.Min(cell.RowSpan, last - at),
                    ColumnSpan = cell.ColumnSpan,
                    Text = read.Text,
                    Dropped = read.Dropped,
                    Look = looks.TryGetValue(look, out var known) ? known : looks[look] = look,
                    Box = place is { Box: var box } ? new(box.X0, box.Y0, box.X1, box.Y1) : null,
                });
            }

            if (LastPage(row) is { } page && page > pageOf[at])
            {
                diagnostics.Add(DiagnosticCatalog.RowJoined.At(new(page, index), (at - first + 1).ToString(CultureInfo.InvariantCulture)));
            }

            rows.Add(new() { Index = at - first + 1, Cells = cells.ToArray(), Header = row.IsHeader, Page = pageOf[at] == 0 ? null : pageOf[at] });
        }

        return new() { Index = index, Method = TableMethod.Tagged, Columns = table.Columns, Rows = rows, Characters = characters, RepeatedHeadings = repeated };
    }

    /// <summary>The text of a cell. Its tags tell the paragraphs, but for text that stands in the cell itself.</summary>
    private ReadText ReadText(TaggedCell cell, float left, float right)
    {
        var paragraphs = new List<List<TextLine>>(cell.Paragraphs.Count);
        foreach (var paragraph in cell.Paragraphs)
        {
            var lines = LineBuilder.Build(paragraph.Parts[0].Words);
            foreach (var part in paragraph.Parts.Skip(1))
            {
                lines.AddRange(LineBuilder.Build(part.Words));
            }

            if (paragraph.IsMarked)
            {
                paragraphs.Add(lines);
            }
            else
            {
                paragraphs.AddRange(text.Paragraphs(lines, left, right));
            }
        }

        return text.Join(paragraphs, right);
    }

    /// <summary>The last page that a row's text stands on; null without text.</summary>
    private static int? LastPage(TaggedRow row)
    {
        int? last = null;
        foreach (var cell in row.Cells)
        {
            foreach (var part in cell.Parts)
            {
                last = Math.Max(last ?? 0, part.Page);
            }
        }

        return last;
    }

    private static long Count(IReadOnlyList<PageWords> parts)
    {
        var count = 0L;
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var word in parts[i].Words)
            {
                count += TextCount.NonBlank(word.Text);
            }
        }

        return count;
    }

    private CellLook LookOf(TaggedCell cell, (PdfRectangle Box, int Page)? at)
    {
        var words = cell.Parts.Count == 1 ? cell.Parts[0].Words : cell.Parts.SelectMany(part => part.Words).ToList();
        var fill = at is { } place ? CellFills.At(pages[place.Page - 1], (place.Box.X0 + place.Box.X1) / 2, (place.Box.Y0 + place.Box.Y1) / 2) : -1;
        return CellLooks.Of(words, fill);
    }

    /// <summary>Where the text of each column begins and ends, on any page.</summary>
    private static ColumnSides[] Columns(TaggedTable table)
    {
        var sides = new ColumnSides[table.Columns];
        Array.Fill(sides, new(float.MaxValue, float.MinValue));
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells)
            {
                foreach (var part in cell.Parts)
                {
                    if (part.Box is { } box)
                    {
                        var last = cell.Column + cell.ColumnSpan - 1;
                        sides[cell.Column] = sides[cell.Column] with { Left = Math.Min(sides[cell.Column].Left, box.X0) };
                        sides[last] = cell.ColumnSpan == 1 ? sides[last] with { Right = Math.Max(sides[last].Right, box.X1) } : sides[last];
                    }
                }
            }
        }

        return sides;
    }

    private readonly record struct ColumnSides(float Left, float Right);
}
