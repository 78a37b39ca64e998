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
            var place = table.Rows.GetRange(first, last - first).SelectMany(row => row.Cells).Select(TaggedCheck.Place).FirstOrDefault(found => found is not null);
            if (place is { } at)
            {
                yield return new(at.Page, at.Box.Y1, at.Box.X0, index => Read(table, first, last, pageOf, columns, index));
            }

            from = end;
        }
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
                characters += Count(cell.Paragraphs.SelectMany(paragraph => paragraph.Parts));
                var again = Count(cell.Repeated);
                characters += again;
                repeated += again;
                var read = text.Read(cell.Paragraphs.Select(paragraph => (paragraph.IsMarked, paragraph.Parts.Select(part => part.Words))), columns[cell.Column].Left, columns[cell.Column + cell.ColumnSpan - 1].Right);
                foreach (var kept in read.Kept ?? [])
                {
                    diagnostics.Add(DiagnosticCatalog.HyphenKept.At(new(pageOf[at] == 0 ? null : pageOf[at], index, at - first + 1, cell.Column + 1), kept));
                }

                var look = LookOf(cell);
                cells.Add(new()
                {
                    Row = at - first + 1,
                    Column = cell.Column + 1,
                    RowSpan = Math.Min(cell.RowSpan, last - at),
                    ColumnSpan = cell.ColumnSpan,
                    Text = read.Text,
                    Dropped = read.Dropped,
                    Look = looks.TryGetValue(look, out var known) ? known : looks[look] = look,
                    Box = TaggedCheck.Place(cell) is { Box: var box } ? new(box.X0, box.Y0, box.X1, box.Y1) : null,
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

    /// <summary>The last page that a row's text stands on; null without text.</summary>
    private static int? LastPage(TaggedRow row) => row.Cells.SelectMany(cell => cell.Paragraphs).SelectMany(paragraph => paragraph.Parts).Max(part => (int?)part.Page);

    private static long Count(IEnumerable<PageWords> parts) => parts.Sum(part => part.Words.Sum(word => (long)TextCount.NonBlank(word.Text)));

    private CellLook LookOf(TaggedCell cell)
    {
        var words = cell.Paragraphs.SelectMany(paragraph => paragraph.Parts).SelectMany(part => part.Words).ToList();
        var fill = TaggedCheck.Place(cell) is { } place ? CellFills.At(pages[place.Page - 1], (place.Box.X0 + place.Box.X1) / 2, (place.Box.Y0 + place.Box.Y1) / 2) : -1;
        return CellLooks.Of(words, fill);
    }

    /// <summary>Where the text of each column begins and ends, on any page.</summary>
    private static ColumnSides[] Columns(TaggedTable table)
    {
        var sides = new ColumnSides[table.Columns];
        Array.Fill(sides, new(float.MaxValue, float.MinValue));
        foreach (var cell in table.Cells)
        {
            foreach (var word in cell.Paragraphs.SelectMany(paragraph => paragraph.Parts).SelectMany(part => part.Words))
            {
                var last = cell.Column + cell.ColumnSpan - 1;
                sides[cell.Column] = sides[cell.Column] with { Left = Math.Min(sides[cell.Column].Left, word.Box.X0) };
                sides[last] = cell.ColumnSpan == 1 ? sides[last] with { Right = Math.Max(sides[last].Right, word.Box.X1) } : sides[last];
            }
        }

        return sides;
    }

    private readonly record struct ColumnSides(float Left, float Right);
}
