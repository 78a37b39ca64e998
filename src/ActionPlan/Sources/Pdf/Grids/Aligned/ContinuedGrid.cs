using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Reads the lines at the top of a page in the columns of a table without drawn cells that reached the end of the page before. Few rows may
/// stand there, and some columns may be blank in all of them: the page alone would not tell its columns.
/// </summary>
internal static class ContinuedGrid
{
    /// <summary>Texts begin within so many points of where their column begins.</summary>
    private const float AtEdge = 1.5f;

    /// <summary>Lines further apart than this many font sizes are not of one table, unless an edge lies between them.</summary>
    private const float FarApart = 3.8f;

    /// <summary>A line that is larger than the table's by this factor is the heading of another table.</summary>
    private const float HeadingSize = 1.1f;

    /// <summary>A line over several columns that is longer is running text.</summary>
    private const int LongestSection = 60;

    /// <summary>A rule over so much of the table's width closes it where no other follows.</summary>
    private const float WideRule = 0.7f;

    /// <summary>The last column may be wider here than above by so many font sizes.</summary>
    private const float Wider = 4;

    /// <param name="page">The page.</param>
    /// <param name="words">Its words that are in no ruled table.</param>
    /// <param name="above">The table at the end of the page before.</param>
    public static PageGrid? Find(PageContent page, List<PrintedWord> words, PageGrid above)
    {
        if (above.TextEnds is not { } ends)
        {
            return ShadedGrids.GoOn(page, words, above);
        }

        var edges = LevelEdges.Of(page);
        var columns = ends.Select((end, i) => new ColumnExtent(above.Xs[i], end)).ToList();
        var starts = columns.ConvertAll(column => column.X0);
        var closed = LastRule(edges.Rules, above);
        var lines = new List<TabularLine>();
        var isBeside = false;
        var size = above.TextSize;
        foreach (var line in LineBuilder.Build(words).ConvertAll(line => new TabularLine(line, starts)))
        {
            if (line.Line.Baseline < closed || !Fits(line, columns) || line.Line.Size > HeadingSize * size || (lines.Count > 0 && IsFar(lines[^1].Line, line.Line, edges)))
            {
                break;
            }

            lines.Add(line);
            isBeside |= line.Chunks.Exists(chunk => starts.FindIndex(start => Math.Abs(start - chunk.Start) < AtEdge) > 0);
        }

        return isBeside ? AlignedGrids.Assemble(new(lines, Heights(edges.Rules, lines), Heights(edges.Bands, lines)) { PageRules = edges.Rules }, columns) : null;
    }

    /// <summary>Whether every text of the line stands in one column, or the line is a heading over several.</summary>
    private static bool Fits(TabularLine line, List<ColumnExtent> columns)
    {
        foreach (var chunk in line.Chunks)
        {
            var column = columns.FindLastIndex(column => chunk.Start > column.X0 - AtEdge);
            if (column < 0)
            {
                return false;
            }

            var end = column + 1 < columns.Count ? columns[column + 1].X0 : columns[column].X1 + (Wider * line.Line.Size);
            if (chunk.End > end && (line.IsTabular || column > 0 || line.Line.Text.Length > LongestSection || chunk.End > columns[^1].X1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFar(TextLine above, TextLine below, LevelEdges edges) =>
        above.Baseline - below.Baseline > FarApart * Math.Max(above.Size, below.Size)
        && !edges.Rules.Exists(edge => edge.At < above.Baseline && edge.At > below.Baseline)
        && !edges.Bands.Exists(edge => edge.At < above.Baseline && edge.At > below.Baseline);

    /// <summary>Where rules part the rows, the last of them closes the table.</summary>
    private static float LastRule(List<Edge> rules, PageGrid above)
    {
        var (left, right) = (above.Xs[0], above.Xs[^1]);
        var wide = rules.FindAll(rule => Math.Min(rule.To, right) - Math.Max(rule.From, left) > WideRule * (right - left));
        return wide.Count < 2 ? float.MinValue : wide.Min(rule => rule.At);
    }

    private static List<float> Heights(List<Edge> edges, List<TabularLine> lines) =>
        [.. edges.FindAll(edge => edge.From < lines.Max(line => line.X1) && edge.To > lines.Min(line => line.X0)).Select(edge => edge.At).Distinct().OrderDescending()];
}
