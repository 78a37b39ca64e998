namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Lines of a page that look like a table together, and the level rules among them.</summary>
/// <param name="Lines">The lines from the top.</param>
/// <param name="Rules">The heights of rules between them, from the top.</param>
/// <param name="Bands">The heights of the sides of shaded bands, from the top.</param>
internal sealed record Region(List<TabularLine> Lines, List<float> Rules, List<float> Bands)
{
    /// <summary>All level rules of the page, those that are no wider than a heading too.</summary>
    public List<Edge> PageRules { get; init; } = [];

    public float X0 { get; } = Lines.Min(line => line.X0);

    public float X1 { get; } = Lines.Max(line => line.X1);
}

/// <summary>Finds the stretches of a page in which texts stand side by side line after line.</summary>
internal static class Regions
{
    /// <summary>Lines further apart than this many line heights are of two regions, unless a rule frame holds them together.</summary>
    private const float FarApart = 3.2f;

    /// <summary>So many lines of one text may stand between lines of several.</summary>
    private const int MostBetween = 4;

    /// <summary>A line of one text that is longer and wider than these is running text.</summary>
    private const int LongestPlain = 60;

    private const float WidestPlain = 0.62f;

    /// <summary>So many headings of sections, one within the other, may stand at the end of a page.</summary>
    private const int MostSections = 2;

    /// <summary>Headings stand within so many line heights above what they head.</summary>
    private const float HeadingPitch = 3.2f;

    /// <summary>A line of one text that is larger than the table's by this factor is the heading of another table.</summary>
    private const float HeadingSize = 1.1f;

    /// <summary>The second column of a table begins so many font sizes right of the first.</summary>
    private const float Indent = 3;

    /// <summary>The texts of a list begin at most so many font sizes further in than the others of their column.</summary>
    private const float MostIndent = 2;

    /// <summary>A row that the page cuts may stand so many font sizes above the rule that closes it.</summary>
    private const float OpenRow = 8;

    /// <summary>Rules of one table begin and end within so many points.</summary>
    private const float SameSide = 4;

    public static List<Region> Find(List<TabularLine> lines, LevelEdges edges, bool goesOn)
    {
        var regions = new List<Region>();
        for (var i = 0; i < lines.Count;)
        {
            if (!lines[i].IsTabular)
            {
                i++;
                continue;
            }

            var end = Math.Max(End(lines, i, edges.Bands), EndOfStack(lines, i, edges.Rules));
            var begin = (goesOn && i == 1 && GoesOnAbove(lines[0], lines[1])) || (i > 0 && IsHeadingBetweenRules(lines, i, edges.Rules)) ? i - 1 : i;
            if (lines.GetRange(i, end - i).Count(line => line.IsTabular) >= 2)
            {
                foreach (var part in SideBySide.Part(lines.GetRange(begin, end - begin), begin == 0 ? null : lines[begin - 1], edges.Rules))
                {
                    regions.AddRange(Frame(part, edges));
                }
            }

            i = end;
        }

        return regions;
    }

    /// <summary>Whether a line of one text at the top of a page is the first row of the table that goes on below it.</summary>
    private static bool GoesOnAbove(TabularLine first, TabularLine second) =>
        Math.Abs(first.X0 - second.X0) < 2 && first.Line.Text.Length <= LongestPlain && first.Line.Baseline - second.Line.Baseline < 3 * second.Line.Size && Math.Abs(first.Line.Size - second.Line.Size) < 1.5f;

    /// <summary>Whether a line of one text just above is the heading of a later column: rules over the table part it from what is above and below.</summary>
    private static bool IsHeadingBetweenRules(List<TabularLine> lines, int first, List<Edge> rules)
    {
        var (heading, below) = (lines[first - 1], lines[first]);
        if (heading.X0 < below.Chunks[0].End || heading.Line.Text.Length > LongestPlain || heading.Line.Baseline - below.Line.Baseline > 2.5f * below.Line.Size)
        {
            return false;
        }

        bool IsOver(Edge rule, float from, float to) => rule.At > from && rule.At < to && rule.From < below.X0 + SameSide && rule.To > below.X1 - SameSide;
        return rules.Exists(rule => IsOver(rule, heading.Line.Baseline, heading.Line.Baseline + (2.5f * heading.Line.Size))) && rules.Exists(rule => IsOver(rule, below.Line.Baseline, heading.Line.Baseline));
    }

    /// <summary>The line after the last one of a stack of rules of one width, in which no running text stands: they hold a table together.</summary>
    private static int EndOfStack(List<TabularLine> lines, int begin, List<Edge> rules)
    {
        var height = lines[begin].Line.Baseline;
        var near = rules.FindAll(rule => rule.At < height + (3 * lines[begin].Line.Size) && rule.From < lines[begin].X1 && rule.To > lines[begin].X0);
        if (near.Count < 3)
        {
            return begin;
        }

        var first = near.MaxBy(rule => rule.At);
        var stack = near.FindAll(rule => Math.Abs(rule.From - first.From) < SameSide && Math.Abs(rule.To - first.To) < SameSide);
        if (stack.Count < 3)
        {
            return begin;
        }

        var bottom = stack.Min(rule => rule.At);
        var end = begin;
        while (end < lines.Count && lines[end].Line.Baseline > bottom && (lines[end].IsTabular || !(IsRunningText(lines[end], first.From, first.To) || (end > begin && lines[end].Line.Size > HeadingSize * lines[end - 1].Line.Size))))
        {
            end++;
        }

        return end;
    }

    private static bool IsRunningText(TabularLine line, float left, float right) => line.Line.Text.Length > LongestPlain && line.X1 - line.X0 > WidestPlain * (right - left);

    /// <summary>The line after the last one of a region.</summary>
    private static int End(List<TabularLine> lines, int begin, List<Edge> bands)
    {
        var end = begin + 1;
        float left = lines[begin].X0, right = lines[begin].X1;
        var between = 0;
        for (var i = begin + 1; i < lines.Count && between <= MostBetween; i++)
        {
            if (lines[i - 1].Line.Baseline - lines[i].Line.Baseline > FarApart * Math.Max(lines[i].Line.Size, lines[i - 1].Line.Size) * 1.2f)
            {
                break;
            }

            if (lines[i].IsTabular)
            {
                (end, between) = (i + 1, 0);
                left = Math.Min(left, lines[i].X0);
                right = Math.Max(right, lines[i].X1);
            }
            else if (IsRunningText(lines[i], left, right) || lines[i].Line.Size > HeadingSize * lines[end - 1].Line.Size)
            {
                break;
            }
            else if (!IsWrap(lines, begin, end, lines[i]))
            {
                between++;
            }
        }

        // What wraps or closes the last row stands just below it.
        while (end < lines.Count && !lines[end].IsTabular && (IsLastWrap(lines, begin, end, left) || IsLabelTakenUp(lines, end) || IsOnLastBand(lines, end, bands) || IsLastSection(lines, begin, end)))
        {
            end++;
        }

        return end;
    }

    private static bool IsLastWrap(List<TabularLine> lines, int begin, int end, float left)
    {
        var line = lines[end];
        var above = lines[end - 1];
        var pitch = above.Line.Baseline - line.Line.Baseline;
        return pitch < Math.Max(1.5f * above.Line.Size, 1.03f * LeastPitch(lines, begin, end))
            && line.X0 > left + (Indent * line.Line.Size)
            && Math.Abs(line.Line.Size - above.Line.Size) < 0.5f
            && IsWrap(lines, begin, end, line);
    }

    /// <summary>How far apart lines of a region stand at the least; those of cells beside each other may stand closer.</summary>
    private static float LeastPitch(List<TabularLine> lines, int begin, int end)
    {
        var least = float.MaxValue;
        for (var i = begin + 1; i < end; i++)
        {
            var pitch = lines[i - 1].Line.Baseline - lines[i].Line.Baseline;
            least = pitch > lines[i].Line.Size ? Math.Min(least, pitch) : least;
        }

        return least == float.MaxValue ? 0 : least;
    }

    /// <summary>Whether the heading of a section stands alone at the end of the page, before its rows on the next: bold, and no further below than rows stand apart.</summary>
    private static bool IsLastSection(List<TabularLine> lines, int begin, int end)
    {
        var (above, line) = (lines[end - 1], lines[end]);
        return end + MostSections >= lines.Count
            && line.Line.IsBold
            && line.Line.Text.Length <= LongestPlain
            && Math.Abs(line.X0 - lines[begin].X0) < 1
            && Math.Abs(line.Line.Size - above.Line.Size) < 0.2f
            && above.Line.Baseline - line.Line.Baseline < 1.1f * Enumerable.Range(begin + 1, end - begin - 1).Select(i => lines[i - 1].Line.Baseline - lines[i].Line.Baseline).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether the label of the last row goes on in small letters: just below it, within its column, and apart from what follows.</summary>
    private static bool IsLabelTakenUp(List<TabularLine> lines, int end)
    {
        var (above, line) = (lines[end - 1], lines[end]);
        var pitch = above.Line.Baseline - line.Line.Baseline;
        return above.IsTabular
            && pitch < 1.4f * line.Line.Size
            && Math.Abs(line.X0 - above.X0) < 1
            && line.X1 < above.Chunks[1].Start
            && Math.Abs(line.Line.Size - above.Line.Size) < 0.2f
            && char.IsLower(line.Line.Words[0].Text[0])
            && (end + 1 == lines.Count || line.Line.Baseline - lines[end + 1].Line.Baseline > 1.1f * pitch);
    }

    /// <summary>Whether the ground of the line above reaches down to a line: the label of a shaded row goes on.</summary>
    private static bool IsOnLastBand(List<TabularLine> lines, int end, List<Edge> bands)
    {
        var (above, line) = (lines[end - 1].Line, lines[end].Line);
        bool IsEdge(float from, float to) => bands.Exists(band => band.At > from && band.At < to && band.From < line.Start && band.To > lines[end - 1].X1);
        return IsEdge(line.Baseline - line.Size, line.Baseline) && IsEdge(above.Baseline, above.Baseline + (2 * above.Size)) && !IsEdge(line.Baseline, above.Baseline);
    }

    /// <summary>Whether a line goes on from a text that stands right of another one: it begins at the same place, or further in as the lines of a list do.</summary>
    private static bool IsWrap(List<TabularLine> lines, int begin, int end, TabularLine line)
    {
        for (var i = end - 1; i >= begin && i >= end - 12; i--)
        {
            for (var at = 1; at < lines[i].Chunks.Count; at++)
            {
                var indent = line.X0 - lines[i].Chunks[at].Start;
                if (indent > -2 && (indent < 2 || (at == lines[i].Chunks.Count - 1 && indent < MostIndent * line.Line.Size)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where rules run over the region, the table stands between the first and the last; other lines are its caption and notes.</summary>
    private static IEnumerable<Region> Frame(List<TabularLine> lines, LevelEdges edges)
    {
        float left = lines.Min(line => line.X0), right = lines.Max(line => line.X1);
        var top = lines[0].Line.Baseline + (3 * lines[0].Line.Size);
        var bottom = lines[^1].Line.Baseline - (2.5f * lines[^1].Line.Size);
        List<Edge> Across(List<Edge> all, float share)
        {
            var found = all.FindAll(edge => edge.At < top && edge.At > bottom && Math.Min(edge.To, right) - Math.Max(edge.From, left) > share * (right - left));
            found.Sort(static (a, b) => b.At.CompareTo(a.At));
            return found;
        }

        var across = Across(edges.Rules, 0.15f);
        var wide = across.FindAll(rule => Math.Min(rule.To, right) - Math.Max(rule.From, left) > 0.7f * (right - left));
        if (wide.Count >= 2)
        {
            var (first, last) = (wide[0].At, wide[^1].At);
            var below = lines[^1].Line.Baseline - (OpenRow * lines[^1].Line.Size);
            if (lines.Exists(line => line.IsTabular && line.Line.Baseline < last) && edges.Rules.FindLast(rule => rule.At < last && rule.At > below && Math.Abs(rule.From - wide[^1].From) < SameSide && Math.Abs(rule.To - wide[^1].To) < SameSide) is { Length: > 0 } closing)
            {
                last = closing.At;
            }

            var inner = WithHeading(lines, lines.FindAll(line => line.Line.Baseline < first && line.Line.Baseline > last - 1));
            if (inner.Count(line => line.IsTabular) * 10 >= lines.Count(line => line.IsTabular) * 6)
            {
                lines = inner;
            }
        }

        var begin = lines.FindIndex(line => line.IsTabular && !IsCaption(line));
        if (begin > 0 && wide.Count < 2 && IsCaption(lines[0]))
        {
            lines = lines.GetRange(begin, lines.Count - begin);
        }

        if (begin >= 0 && lines.Count(line => line.IsTabular) >= 2)
        {
            yield return new(lines, Heights(across), Heights(Across(edges.Bands, 0.6f))) { PageRules = edges.Rules };
        }
    }

    /// <summary>
    /// The lines between rules, and above them those that are headings without a rule of their own: texts just above that begin where
    /// texts below begin.
    /// </summary>
    private static List<TabularLine> WithHeading(List<TabularLine> lines, List<TabularLine> inner)
    {
        if (inner.Count == 0)
        {
            return inner;
        }

        var begin = lines.IndexOf(inner[0]);
        var columns = inner.SelectMany(line => line.Chunks).Select(chunk => chunk.Start).ToList();
        var top = begin;
        for (var i = begin - 1; i >= 0 && lines[i].Line.Baseline - lines[i + 1].Line.Baseline < HeadingPitch * lines[i].Line.Size; i--)
        {
            if (!lines[i].Chunks.TrueForAll(chunk => columns.Count(column => Math.Abs(column - chunk.Start) < SameSide) >= 2))
            {
                break;
            }

            // A line of one text may be the upper half of a heading over two lines; above all columns it is none.
            top = lines[i].IsTabular ? i : top;
        }

        return top == begin ? inner : [.. lines.GetRange(top, begin - top), .. inner];
    }

    /// <summary>The heights of rules, those of one height once.</summary>
    private static List<float> Heights(List<Edge> rules)
    {
        var heights = new List<float>();
        foreach (var rule in rules)
        {
            if (heights.Count == 0 || heights[^1] - rule.At > EdgeSet.Same)
            {
                heights.Add(rule.At);
            }
        }

        return heights;
    }

    /// <summary>'Table 3.   Title': the gap after the number is none between columns.</summary>
    private static bool IsCaption(TabularLine line)
    {
        var first = line.Line.Words[0].Text.TrimEnd('.', ':');
        return line.Chunks.Count == 2 && (first.Equals("table", StringComparison.OrdinalIgnoreCase) || first.Equals("tabell", StringComparison.OrdinalIgnoreCase) || first.Equals("figure", StringComparison.OrdinalIgnoreCase));
    }
}
