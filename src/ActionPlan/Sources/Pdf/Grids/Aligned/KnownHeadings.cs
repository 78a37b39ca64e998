using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Finds tables without drawn cells by a heading row that stands over another table of the document: a table of few rows does not tell its columns
/// by itself, but the same headings at the same places do.
/// </summary>
internal sealed class KnownHeadings
{
    /// <summary>Fewer headings side by side may be anything.</summary>
    private const int LeastColumns = 3;

    /// <summary>Headings stand at the same place within so many points.</summary>
    private const float SamePlace = 1.5f;

    // By the first line of the heading row: the table of most columns, and the lines of that row.
    private readonly Dictionary<string, (PageGrid Grid, List<TextLine> Lines)> _known = new(StringComparer.Ordinal);

    /// <summary>Parts repeated headings from what stands below them, takes note of the headings of the page, and adds the tables that begin with one and were not found yet.</summary>
    /// <param name="page">The page.</param>
    /// <param name="words">Its words that are in no ruled table.</param>
    /// <param name="found">The tables that were found among them; those that are part of a larger one are taken out.</param>
    public void Settle(PageContent page, List<PrintedWord> words, List<PageGrid> found)
    {
        PartFirstRows(found);
        var candidates = new List<(TextLine Line, int Columns)>();
        foreach (var grid in found)
        {
            if (FirstRow(grid) is { Count: > 0 } lines && grid.Cells.Count(cell => cell.Row == 0 && cell.Words.Count > 0) >= LeastColumns)
            {
                candidates.Add((lines[0], grid.Columns));
                if (!_known.TryGetValue(lines[0].Text, out var known) || known.Grid.Columns < grid.Columns)
                {
                    _known[lines[0].Text] = (grid, lines);
                }
            }
        }

        if (_known.Count == 0)
        {
            return;
        }

        candidates.AddRange(LineBuilder.Build(PageGrid.Outside(words, found)).Select(line => (line, 0)));
        foreach (var (line, columns) in candidates)
        {
            if (_known.TryGetValue(line.Text, out var like)
                && like.Grid.Columns > columns
                && IsSamePlace(like.Lines[0], line)
                && Math.Abs(like.Lines[0].End - line.End) < SamePlace
                && ContinuedGrid.Find(page, words.FindAll(word => word.Baseline < line.Baseline + 1), like.Grid) is { Rows: > 1 } grid)
            {
                found.RemoveAll(other => other.Ys[0] < grid.Ys[0] + SamePlace && other.Ys[^1] > grid.Ys[^1] - 1);
                if (!found.Exists(other => other.Ys[0] > grid.Ys[^1] && other.Ys[^1] < grid.Ys[0]))
                {
                    found.Add(grid);
                }
            }
        }
    }

    private static bool IsSamePlace(TextLine a, TextLine b) => Math.Abs(a.Start - b.Start) < SamePlace;

    /// <summary>
    /// Parts a repeated heading row from what stands below it: where the page has cut a row, its rest may be so little that it does not look like
    /// a row by itself.
    /// </summary>
    private void PartFirstRows(List<PageGrid> grids)
    {
        for (var i = 0; i < grids.Count && _known.Count > 0; i++)
        {
            if (FirstRow(grids[i]) is { Count: > 0 } lines
                && _known.TryGetValue(lines[0].Text, out var known)
                && known.Lines.Count < lines.Count
                && known.Lines.Index().All(line => line.Item.Text == lines[line.Index].Text && IsSamePlace(line.Item, lines[line.Index]))
                && grids[i].Cells.TrueForAll(cell => cell.Row > 0 || cell.RowSpan == 1))
            {
                grids[i] = Parted(grids[i], lines[known.Lines.Count - 1], lines[known.Lines.Count]);
            }
        }
    }

    private static List<TextLine> FirstRow(PageGrid grid) =>
        grid.Method == TableMethod.Aligned ? LineBuilder.Build(grid.Cells.Where(cell => cell.Row == 0).SelectMany(cell => cell.Words).Where(word => word.Direction == Direction.Right).ToList()) : [];

    private static PageGrid Parted(PageGrid grid, TextLine above, TextLine below)
    {
        var height = below.Baseline + below.Size;
        var first = new List<GridCell>();
        var second = new List<GridCell>();
        var others = new List<GridCell>();
        foreach (var cell in grid.Cells)
        {
            if (cell.Row > 0)
            {
                others.Add(Moved(cell, cell.Row + 1, cell.Box, cell.Words));
                continue;
            }

            first.Add(Moved(cell, 0, cell.Box with { Y0 = height }, cell.Words.FindAll(word => word.Baseline > (above.Baseline + below.Baseline) / 2)));
            second.Add(Moved(cell, 1, cell.Box with { Y1 = height }, cell.Words.FindAll(word => word.Baseline <= (above.Baseline + below.Baseline) / 2)));
        }

        return new() { Method = grid.Method, Xs = grid.Xs, Ys = [grid.Ys[0], height, .. grid.Ys[1..]], Cells = [.. first, .. second, .. others], TextEnds = grid.TextEnds };
    }

    private static GridCell Moved(GridCell cell, int row, PdfRectangle box, List<PrintedWord> words)
    {
        var moved = new GridCell(row, cell.Column) { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan, Box = box, Fill = cell.Fill, Nested = cell.Nested };
        moved.Words.AddRange(words);
        return moved;
    }
}
