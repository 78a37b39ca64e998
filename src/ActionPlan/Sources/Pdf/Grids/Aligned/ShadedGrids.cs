using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Finds tables without lines whose columns the ground of some rows shows: a shaded heading row, or every other row. The sides of cells are known
/// then, however close and however spread their texts are.
/// </summary>
internal static class ShadedGrids
{
    /// <summary>Fewer cells side by side are decoration.</summary>
    private const int LeastColumns = 3;

    /// <summary>Lines further apart than this many font sizes are not of one table, unless a side of a ground lies between them.</summary>
    private const float FarApart = 3.8f;

    /// <summary>A line that is larger than the table's by this factor is the heading of another table.</summary>
    private const float HeadingSize = 1.15f;

    /// <summary>A line of one text stands so many times further below a table than its rows stand apart.</summary>
    private const float Apart = 1.1f;

    /// <summary>Sides of cells of one column lie within so many points.</summary>
    private const float SameSide = 3;

    /// <summary>A longer line over several columns is running text.</summary>
    private const int LongestSection = 70;

    public static List<PageGrid> Find(PageContent page, List<PrintedWord> words)
    {
        var grids = new List<PageGrid>();
        var shaded = ShadedRow.Of(page);
        if (!shaded.Exists(row => row.Xs.Count > LeastColumns))
        {
            return grids;
        }

        var lines = LineBuilder.Build(words);
        var edges = LevelEdges.Of(page);
        var from = 0;
        for (var i = 0; i < shaded.Count; i++)
        {
            var row = shaded[i];
            var at = row.Xs.Count > LeastColumns ? lines.FindIndex(from, line => line.Baseline < row.Top && line.Baseline > row.Bottom) : -1;
            if (at >= 0)
            {
                var stretch = new Stretch(lines, edges, shaded, WithFirst(ShadedRow.Sides(shaded, i), lines, at));
                var begin = stretch.Begin(at, from);
                from = stretch.End(at);
                if (stretch.Grid(begin, from) is { } grid)
                {
                    grids.Add(grid);
                }
            }
        }

        return grids;
    }

    /// <summary>The sides with that of a first column whose cells have another ground than those beside them: several lines have a text in it too.</summary>
    private static float[] WithFirst(float[] sides, List<TextLine> lines, int at)
    {
        bool IsCrossing(TextLine line) => line.Words.Exists(word => word.Start < sides[0] - 1 && word.End > sides[0] + 1);
        var (first, end) = (at, at);
        while (first > 0 && !IsCrossing(lines[first - 1]))
        {
            first--;
        }

        while (end < lines.Count && !IsCrossing(lines[end]))
        {
            end++;
        }

        var left = lines.GetRange(first, end - first).FindAll(line => line.Start < sides[0] - 1 && line.End > sides[1]);
        return left.Count < 2 ? sides : [left.Min(line => line.Start) - 1, .. sides];
    }

    /// <summary>The table at the top of a page that goes on from the page before, where its sides are known.</summary>
    public static PageGrid? GoOn(PageContent page, List<PrintedWord> words, PageGrid above)
    {
        var lines = LineBuilder.Build(words);
        var stretch = new Stretch(lines, LevelEdges.Of(page), ShadedRow.Of(page), above.Xs);
        return lines.Count > 0 && stretch.Fits(0) && !stretch.IsHeading(0, above.TextSize) ? stretch.Grid(0, stretch.End(0)) : null;
    }

    /// <summary>The lines of a page read in the columns of one table.</summary>
    private sealed class Stretch(List<TextLine> lines, LevelEdges edges, List<ShadedRow> shaded, float[] sides)
    {
        private readonly TabularLine?[] _parted = new TabularLine?[lines.Count];

        /// <summary>The first line: rows above the first shaded one stand side by side in its columns.</summary>
        public int Begin(int at, int from)
        {
            var begin = at;
            for (var i = at - 1; i >= from && Fits(i) && !IsApart(i + 1) && !IsHeading(i, lines[at].Size); i--)
            {
                begin = Parted(i).IsTabular ? i : begin;
            }

            return begin;
        }

        /// <summary>The line after the last one.</summary>
        public int End(int begin)
        {
            var end = begin + 1;
            while (end < lines.Count && Fits(end) && !IsApart(end) && !IsHeading(end, lines[begin].Size) && !IsOfOtherTable(end) && lines[end].Text != lines[begin].Text)
            {
                end++;
            }

            // What stands alone above the next table, or below the last row, is no row.
            while (end > begin + 1 && !Parted(end - 1).IsTabular && !IsShaded(lines[end - 1]) && lines[end - 1].Start < sides[1] && Gap(end - 1) > Apart * WidestGap(begin, end - 1))
            {
                end--;
            }

            return end;
        }

        /// <summary>Whether a line stands on a ground that parts other columns.</summary>
        private bool IsOfOtherTable(int at) =>
            shaded.Exists(row => lines[at].Baseline < row.Top && lines[at].Baseline > row.Bottom && row.Xs.Skip(1).SkipLast(1).Any(side => !Array.Exists(sides, own => Math.Abs(own - side) < SameSide)));

        private float Gap(int at) => lines[at - 1].Baseline - lines[at].Baseline;

        private float WidestGap(int begin, int end) => Enumerable.Range(begin + 1, Math.Max(0, end - begin - 1)).Select(Gap).DefaultIfEmpty(lines[begin].Size).Max();

        public PageGrid? Grid(int begin, int end)
        {
            var found = Enumerable.Range(begin, end - begin).Select(Parted).ToList();
            if (!found.Exists(line => line.IsTabular))
            {
                return null;
            }

            var columns = Enumerable.Range(0, sides.Length - 1).Select(i => new ColumnExtent(sides[i], sides[i + 1])).ToList();
            return AlignedGrids.Assemble(new(found, Heights(edges.Rules), Heights(edges.Bands)) { PageRules = edges.Rules }, columns) is { Rows: >= 1 } grid ? grid.WithSides() : null;
        }

        /// <summary>Whether every text of a line stands in one column, or the line is the heading of a section, or one over several columns on a ground of its own.</summary>
        public bool Fits(int at)
        {
            var line = Parted(at);
            if (line.X0 < sides[0] - 1 || line.X1 > sides[^1] + 1)
            {
                return false;
            }

            foreach (var chunk in line.Chunks)
            {
                var column = Array.FindLastIndex(sides, side => side <= chunk.Start + 1);
                if (chunk.End > sides[column + 1] + 1 && !IsShaded(chunk) && (line.IsTabular || column > 0 || line.Line.Text.Length > LongestSection))
                {
                    return false;
                }
            }

            return true;
        }

        private bool IsApart(int at) =>
            lines[at - 1].Baseline - lines[at].Baseline > FarApart * Math.Max(lines[at - 1].Size, lines[at].Size) && !IsBetween(edges.Rules, at) && !IsBetween(edges.Bands, at);

        private bool IsBetween(List<Edge> level, int at) => level.Exists(edge => edge.At < lines[at - 1].Baseline && edge.At > lines[at].Baseline);

        public bool IsHeading(int at, float size) => lines[at].Size > HeadingSize * size;

        private bool IsShaded(TextLine text) => shaded.Exists(row => text.Baseline < row.Top && text.Baseline > row.Bottom && text.Start > row.Xs[0] - 1 && text.End < row.Xs[^1] + 1);

        private TabularLine Parted(int at) => _parted[at] ??= new(lines[at], sides);

        private List<float> Heights(List<Edge> level) => [.. level.FindAll(edge => edge.To - edge.From > (sides[^1] - sides[0]) / 2 && edge.From < sides[^1] && edge.To > sides[0]).Select(edge => edge.At).Distinct().OrderDescending()];
    }
}
