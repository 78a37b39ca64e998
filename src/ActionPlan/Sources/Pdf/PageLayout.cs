using ActionPlan.Sources.Pdf.Grids;
using ActionPlan.Sources.Pdf.Grids.Aligned;
using ActionPlan.Sources.Pdf.Lines;
using ActionPlan.Sources.Pdf.Pages;

namespace ActionPlan.Sources.Pdf;

/// <summary>The tables of a page, and the lines around them.</summary>
internal sealed class PageLayout
{
    private const float SameHeight = 3;

    private List<TextLine> _lines;

    private PageLayout(PageContent page, List<TablePart> parts, List<TextLine> lines, List<TextLine> turned)
    {
        Page = page;
        Parts = parts;
        _lines = lines;
        Turned = turned;
    }

    public PageContent Page { get; }

    /// <summary>The tables in the order of reading.</summary>
    public List<TablePart> Parts { get; }

    /// <summary>The lines that are in no table.</summary>
    public List<TextLine> OuterLines => _lines;

    /// <summary>The lines in no table that do not run from left to right: along the margin, or across the page.</summary>
    public List<TextLine> Turned { get; }

    /// <summary>Whether no text stands on the page, but for running lines.</summary>
    public bool IsBlank => Parts.Count == 0 && _lines.Count == 0;

    /// <summary>The page with its ruled tables; the lines around them may still hold tables without lines.</summary>
    public static PageLayout Of(PageContent page, ReadLimits limits)
    {
        var grids = RuledGrids.Find(page, limits).ConvertAll(DividedGrids.Divide);
        var outside = PageGrid.Outside(page.Words, grids);
        List<TextLine> turned = outside.Exists(word => word.Direction != Direction.Right)
            ? [.. outside.Where(word => word.Direction != Direction.Right).GroupBy(word => word.Direction).SelectMany(words => LineBuilder.Build([.. words]))]
            : [];
        if (page.Slanted.Count > 0)
        {
            turned.Add(new(page.Slanted));
        }

        return new(
            page,
            grids.ConvertAll(grid => new TablePart(grid, page.Number)),
            LineBuilder.Build(outside.FindAll(word => word.Direction == Direction.Right)),
            turned);
    }

    /// <summary>Takes away running lines, finds the tables that have no lines of their own, and says which tables begin and end on the page.</summary>
    /// <param name="running">The running lines of the page.</param>
    /// <param name="before">The page before, settled; null on the first.</param>
    /// <param name="headings">The headings of tables without drawn cells on the pages before.</param>
    public void Settle(List<TextLine> running, PageLayout? before, KnownHeadings headings)
    {
        var lines = running.Count == 0 ? _lines : _lines.Except(running).ToList();
        var words = lines.SelectMany(line => line.Words).ToList();
        var aligned = AlignedGrids.Find(Page, words);
        if (before?.AtEnd is { Method: TableMethod.Aligned } above && ContinuedGrid.Find(Page, words, above) is { } continued)
        {
            TakeIn(continued, aligned);
        }

        headings.Settle(Page, words, aligned);
        TurnedHeadings.Assign(aligned, Turned);
        Parts.AddRange(aligned.Select(grid => new TablePart(grid, Page.Number)));
        Parts.Sort(static (a, b) => Math.Abs(a.Grid.Ys[0] - b.Grid.Ys[0]) > 6 ? b.Grid.Ys[0].CompareTo(a.Grid.Ys[0]) : a.Grid.Xs[0].CompareTo(b.Grid.Xs[0]));
        _lines = aligned.Count == 0 ? lines : LineBuilder.Build(PageGrid.Outside(words, aligned));
        var notes = Page.Words.Where(word => word.StartsNote).Select(word => word.Baseline).DefaultIfEmpty(float.MinValue).Max();
        for (var i = 0; i < Parts.Count; i++)
        {
            var grid = Parts[i].Grid;
            Parts[i].BelowText = i > 0 || _lines.Exists(line => line.Baseline > grid.Ys[0]);
            Parts[i].AboveText = i < Parts.Count - 1 || _lines.Exists(line => line.Baseline < grid.Ys[^1] && line.Baseline > notes + 1);
        }
    }

    /// <summary>The table that reaches the end of the page, if any.</summary>
    private PageGrid? AtEnd => Parts.Count > 0 && !Parts[^1].AboveText ? Parts[^1].Grid : null;

    /// <summary>Puts the table that goes on from the page before in the place of what the page alone told, unless that has the same columns and begins as high.</summary>
    private static void TakeIn(PageGrid continued, List<PageGrid> aligned)
    {
        var alone = aligned.FindAll(grid => grid.Ys[0] > continued.Ys[^1] && grid.Ys[^1] < continued.Ys[0]);
        if (alone.Count != 1 || alone[0].Columns != continued.Columns || alone[0].Ys[0] < continued.Ys[0] - SameHeight)
        {
            aligned.RemoveAll(alone.Contains);
            aligned.Add(continued);
        }
    }

    public IEnumerable<(float Top, SourceParagraph Paragraph)> Paragraphs(BodyText text)
    {
        if (_lines.Count == 0)
        {
            yield break;
        }

        var left = Math.Min(_lines.Min(line => line.Start), Parts.Count == 0 ? float.MaxValue : Parts.Min(part => part.Grid.Xs[0]));
        var right = Math.Max(_lines.Max(line => line.End), Parts.Count == 0 ? 0 : Parts.Max(part => part.Grid.Xs[^1]));

        // A table between two lines parts them.
        var from = 0;
        for (var i = 1; i <= _lines.Count; i++)
        {
            if (i == _lines.Count || Parts.Exists(part => part.Grid.Ys[0] < _lines[i - 1].Baseline && part.Grid.Ys[0] > _lines[i].Baseline))
            {
                foreach (var paragraph in text.Read(_lines.GetRange(from, i - from), left, right, Page.Number))
                {
                    yield return paragraph;
                }

                from = i;
            }
        }
    }
}
