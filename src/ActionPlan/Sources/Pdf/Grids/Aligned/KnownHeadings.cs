using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Finds tables without drawn cells by a heading row that stands over another table of the document: a table of few rows does not tell its columns
/// by itself, but the same headings at the same places do.
/// </summary>
internal static class KnownHeadings
{
    /// <summary>Fewer headings side by side may be anything.</summary>
    private const int LeastColumns = 3;

    /// <summary>Headings stand at the same place within so many points.</summary>
    private const float SamePlace = 1.5f;

    /// <summary>The first line of a table's heading row; null where it does not say enough.</summary>
    public static TextLine? Of(PageGrid grid)
    {
        var cells = grid.Cells.FindAll(cell => cell.Row == 0 && cell.Words.Count > 0);
        return grid.Method == TableMethod.Aligned && cells.Count >= LeastColumns ? LineBuilder.Build(cells.SelectMany(cell => cell.Words).Where(word => word.Direction == Direction.Right).ToList()).FirstOrDefault() : null;
    }

    /// <summary>The tables of a page that begin with a known heading row and were not found yet.</summary>
    /// <param name="page">The page.</param>
    /// <param name="words">Its words that are in no ruled table.</param>
    /// <param name="found">The tables that were found among them; those that are part of a larger one are taken out.</param>
    /// <param name="known">Tables with headings.</param>
    public static void Add(PageContent page, List<PrintedWord> words, List<PageGrid> found, IReadOnlyList<PageGrid> known)
    {
        if (known.Count == 0)
        {
            return;
        }

        var headings = known.Select(grid => (Grid: grid, Line: Of(grid)!)).OrderByDescending(heading => heading.Grid.Columns).ToList();
        foreach (var (line, columns) in found.ConvertAll(grid => (Line: Of(grid), grid.Columns)).Concat(LineBuilder.Build(PageGrid.Outside(words, found)).Select(line => (Line: (TextLine?)line, Columns: 0))))
        {
            var like = line is null ? null : headings.Find(heading => Math.Abs(heading.Line.Start - line.Start) < SamePlace && Math.Abs(heading.Line.End - line.End) < SamePlace && heading.Line.Text == line.Text).Grid;
            if (like is not null && like.Columns > columns && ContinuedGrid.Find(page, words.FindAll(word => word.Baseline < line!.Baseline + 1), like) is { Rows: > 1 } grid)
            {
                found.RemoveAll(other => other.Ys[0] < grid.Ys[0] + SamePlace && other.Ys[^1] > grid.Ys[^1] - 1);
                if (!found.Exists(other => other.Ys[0] > grid.Ys[^1] && other.Ys[^1] < grid.Ys[0]))
                {
                    found.Add(grid);
                }
            }
        }
    }
}
