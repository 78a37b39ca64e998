namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Lines of a page that look like a table together, and the level rules among them.</summary>
/// <param name="Lines">The lines from the top.</param>
/// <param name="Rules">The heights of rules between them, from the top.</param>
internal sealed record Region(List<TabularLine> Lines, List<float> Rules)
{
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

    public static List<Region> Find(List<TabularLine> lines, List<Edge> rules)
    {
        var regions = new List<Region>();
        for (var i = 0; i < lines.Count;)
        {
            if (!lines[i].IsTabular)
            {
                i++;
                continue;
            }

            var end = End(lines, i);
            var begin = i;
            if (end - begin >= 2 || lines.GetRange(begin, end - begin).Count(line => line.IsTabular) >= 2)
            {
                regions.AddRange(Frame(lines.GetRange(begin, end - begin), rules));
            }

            i = end;
        }

        return regions;
    }

    /// <summary>The line after the last one of a region.</summary>
    private static int End(List<TabularLine> lines, int begin)
    {
        var end = begin + 1;
        float left = lines[begin].X0, right = lines[begin].X1;
        for (var i = begin + 1; i < lines.Count && i - end <= MostBetween; i++)
        {
            if (lines[i - 1].Line.Baseline - lines[i].Line.Baseline > FarApart * Math.Max(lines[i].Line.Size, lines[i - 1].Line.Size) * 1.2f)
            {
                break;
            }

            if (lines[i].IsTabular)
            {
                end = i + 1;
                left = Math.Min(left, lines[i].X0);
                right = Math.Max(right, lines[i].X1);
            }
            else if (lines[i].Line.Text.Length > LongestPlain && lines[i].X1 - lines[i].X0 > WidestPlain * (right - left))
            {
                break;
            }
        }

        // What wraps or closes the last row stands just below it.
        while (end < lines.Count && !lines[end].IsTabular && IsLastWrap(lines, begin, end, left, right))
        {
            end++;
        }

        return end;
    }

    private static bool IsLastWrap(List<TabularLine> lines, int begin, int end, float left, float right)
    {
        var line = lines[end];
        var above = lines[end - 1];
        var pitch = above.Line.Baseline - line.Line.Baseline;
        return pitch < 1.5f * above.Line.Size
            && line.X0 > left + (0.25f * (right - left))
            && Math.Abs(line.Line.Size - above.Line.Size) < 0.5f
            && lines.GetRange(begin, end - begin).Exists(other => other.Chunks.Exists(chunk => Math.Abs(chunk.Start - line.X0) < 2));
    }

    /// <summary>Where rules run over the region, the table stands between the first and the last; other lines are its caption and notes.</summary>
    private static IEnumerable<Region> Frame(List<TabularLine> lines, List<Edge> rules)
    {
        float left = lines.Min(line => line.X0), right = lines.Max(line => line.X1);
        var top = lines[0].Line.Baseline + (3 * lines[0].Line.Size);
        var bottom = lines[^1].Line.Baseline - (2.5f * lines[^1].Line.Size);
        var across = rules.FindAll(rule => rule.At < top && rule.At > bottom && Math.Min(rule.To, right) - Math.Max(rule.From, left) > 0.15f * (right - left));
        across.Sort(static (a, b) => b.At.CompareTo(a.At));
        var heights = Heights(across);
        var wide = across.FindAll(rule => Math.Min(rule.To, right) - Math.Max(rule.From, left) > 0.7f * (right - left));
        if (wide.Count >= 2)
        {
            var (first, last) = (wide[0].At, wide[^1].At);
            var inner = lines.FindAll(line => line.Line.Baseline < first && line.Line.Baseline > last - 1);
            if (inner.Count(line => line.IsTabular) * 10 >= lines.Count(line => line.IsTabular) * 6)
            {
                lines = inner;
            }
        }

        var begin = lines.FindIndex(line => line.IsTabular && !IsCaption(line));
        if (begin > 0 && wide.Count < 2)
        {
            lines = lines.GetRange(begin, lines.Count - begin);
        }

        if (begin >= 0 && lines.Count(line => line.IsTabular) >= 2)
        {
            yield return new(lines, heights);
        }
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
