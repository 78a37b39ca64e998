using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Parts tables that stand beside each other on the same lines: each has its own rules, or its own caption.</summary>
internal static class SideBySide
{
    /// <summary>Between tables is a gap of at least so many points.</summary>
    private const float LeastGap = 9;

    /// <summary>A table has at least so many rules.</summary>
    private const int LeastRules = 2;

    /// <param name="lines">The lines of the stretch.</param>
    /// <param name="above">The line above them, or null.</param>
    /// <param name="rules">The level rules of the page.</param>
    public static IEnumerable<List<TabularLine>> Part(List<TabularLine> lines, TabularLine? above, List<Edge> rules)
    {
        if (Gap(lines, above, rules) is not { } gap || lines.Exists(line => line.Line.Words.Exists(word => word.Start < gap && word.End > gap)))
        {
            return [lines];
        }

        var left = Half(lines, word => word.Start < gap);
        var right = Half(lines, word => word.Start >= gap);
        return IsTabular(left) && IsTabular(right) ? [left, right] : [lines];
    }

    private static List<TabularLine> Half(List<TabularLine> lines, Predicate<PrintedWord> isInside)
    {
        var half = new List<TabularLine>();
        foreach (var line in lines)
        {
            if (line.Line.Words.FindAll(isInside) is { Count: > 0 } words)
            {
                half.Add(words.Count == line.Line.Words.Count ? line : new(new TextLine(words)));
            }
        }

        return half;
    }

    /// <summary>Whether a half is a table of its own: its lines begin with words that say what the numbers behind them are.</summary>
    private static bool IsTabular(List<TabularLine> half)
    {
        var tabular = half.FindAll(line => line.IsTabular);
        return tabular.Count >= 2 && tabular.Count * 2 >= half.Count && tabular.Count(line => line.Line.Words[0].Text.Any(char.IsLetter)) * 2 >= tabular.Count;
    }

    private static float? Gap(List<TabularLine> lines, TabularLine? above, List<Edge> rules) => GapOfRules(lines, rules) ?? GapOfCaptions(lines, above);

    /// <summary>The place between two stacks of rules; null where there are not just two.</summary>
    private static float? GapOfRules(List<TabularLine> lines, List<Edge> rules)
    {
        float left = lines.Min(line => line.X0), right = lines.Max(line => line.X1);
        var top = lines[0].Line.Baseline + (3 * lines[0].Line.Size);
        var bottom = lines[^1].Line.Baseline - (2.5f * lines[^1].Line.Size);
        var inside = rules.FindAll(rule => rule.At < top && rule.At > bottom && rule.From < right && rule.To > left);
        inside.Sort(static (a, b) => a.From.CompareTo(b.From));
        float? gap = null;
        var reach = float.MinValue;
        var first = 0;
        for (var i = 0; i < inside.Count; i++)
        {
            if (i > 0 && inside[i].From > reach + LeastGap)
            {
                if (gap is not null)
                {
                    return null;
                }

                (gap, first) = ((reach + inside[i].From) / 2, i);
            }

            reach = Math.Max(reach, inside[i].To);
        }

        return gap is not null && first >= LeastRules && inside.Count - first >= LeastRules ? gap : null;
    }

    /// <summary>The place before the second of two captions on a line.</summary>
    private static float? GapOfCaptions(List<TabularLine> lines, TabularLine? above)
    {
        foreach (var line in above is null ? lines.Take(1) : lines.Take(1).Prepend(above))
        {
            var captions = line.Chunks.FindAll(IsCaption);
            if (captions.Count == 2)
            {
                return captions[1].Start - 1;
            }
        }

        return null;
    }

    private static bool IsCaption(TextLine text) =>
        text.Words.Count > 1
        && text.Words[0].Text.TrimEnd('.', ':') is var word
        && (word.Equals("table", StringComparison.OrdinalIgnoreCase) || word.Equals("tabell", StringComparison.OrdinalIgnoreCase) || word.Equals("tabel", StringComparison.OrdinalIgnoreCase) || word.Equals("taulukko", StringComparison.OrdinalIgnoreCase))
        && text.Words[1].Text.Any(char.IsAsciiDigit);
}
