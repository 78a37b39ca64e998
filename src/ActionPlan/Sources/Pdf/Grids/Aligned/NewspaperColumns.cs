using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Parts the lines of pages that are set in two columns of running text: what stands beside each other there has nothing to do with each other.
/// Lines over the whole width part the page from top to bottom.
/// </summary>
internal static class NewspaperColumns
{
    /// <summary>So many lines must show the gutter between the columns.</summary>
    private const int LeastLines = 10;

    /// <summary>Lines of running text have at least so many letters.</summary>
    private const int LeastLetters = 22;

    /// <summary>Rules of one table begin and end within so many points.</summary>
    private const float SameSide = 4;

    /// <summary>The lines in groups that belong together: those of a column, or all.</summary>
    public static List<List<TabularLine>> Part(List<TabularLine> lines, List<Edge> rules)
    {
        if (Gutter(lines) is not { } gutter)
        {
            return [lines];
        }

        var tables = AcrossGutter(lines, rules, gutter);
        var groups = new List<List<TabularLine>>();
        List<TabularLine> whole = [], left = [], right = [];
        foreach (var line in lines)
        {
            var at = line.Line.Words.FindIndex(word => word.Start >= gutter);
            if ((at < 0 ? line.Line.Words.Count : at) is var count && ((line.Line.Words[Math.Max(0, count - 1)].End > gutter && count > 0) || tables.Exists(table => line.Line.Baseline < table.Top && line.Line.Baseline > table.Bottom)))
            {
                Close(groups, left, right);
                whole.Add(line);
                continue;
            }

            if (whole.Count > 0)
            {
                groups.Add([.. whole]);
                whole.Clear();
            }

            if (count > 0)
            {
                left.Add(count == line.Line.Words.Count ? line : new(new TextLine(line.Line.Words.GetRange(0, count))));
            }

            if (count < line.Line.Words.Count)
            {
                right.Add(count == 0 ? line : new(new TextLine(line.Line.Words.GetRange(count, line.Line.Words.Count - count))));
            }
        }

        Close(groups, left, right);
        groups.Add(whole);
        groups.RemoveAll(group => group.Count == 0);
        return groups;
    }

    /// <summary>The heights between which a table stands over both columns: between rules of one width that cross the gutter, where most lines hold several texts.</summary>
    private static List<(float Top, float Bottom)> AcrossGutter(List<TabularLine> lines, List<Edge> rules, float gutter)
    {
        var tables = new List<(float Top, float Bottom)>();
        foreach (var stack in rules.Where(rule => rule.From < gutter && rule.To > gutter).GroupBy(rule => (MathF.Round(rule.From / SameSide), MathF.Round(rule.To / SameSide))))
        {
            float top = stack.Max(rule => rule.At), bottom = stack.Min(rule => rule.At);
            var inside = lines.FindAll(line => line.Line.Baseline < top && line.Line.Baseline > bottom);
            if (inside.Count(line => line.Chunks.Count > 2) * 2 > inside.Count)
            {
                tables.Add((top, bottom));
            }
        }

        return tables;
    }

    private static void Close(List<List<TabularLine>> groups, List<TabularLine> left, List<TabularLine> right)
    {
        groups.Add([.. left]);
        groups.Add([.. right]);
        left.Clear();
        right.Clear();
    }

    /// <summary>The place that most lines leave open between two texts as long as lines of running text; null where there is none.</summary>
    private static float? Gutter(List<TabularLine> lines)
    {
        var gaps = new List<(float From, float To)>();
        foreach (var line in lines)
        {
            if (line.Chunks.Count == 2 && line.Chunks.TrueForAll(chunk => chunk.Words.Sum(word => word.Text.Length) >= LeastLetters))
            {
                gaps.Add((line.Chunks[0].End, line.Chunks[1].Start));
            }
        }

        if (gaps.Count < LeastLines)
        {
            return null;
        }

        // All right sides stand at one place where the text of the right column begins.
        var to = gaps.Select(gap => gap.To).Order().ElementAt(gaps.Count / 2);
        var beside = gaps.FindAll(gap => Math.Abs(gap.To - to) < 3);
        var from = beside.Count == 0 ? to : beside.Max(gap => gap.From);
        var open = lines.Count(line => line.Chunks.Count > 2 && line.Chunks.Exists(chunk => chunk.Start < from && chunk.End > to));
        var full = beside.Count(gap => gap.From > from - 40);
        return beside.Count >= LeastLines && full * 10 >= beside.Count * 7 && open * 4 < beside.Count ? (from + to) / 2 : null;
    }
}
