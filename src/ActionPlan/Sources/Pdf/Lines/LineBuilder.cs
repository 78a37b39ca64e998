namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Puts words together to text lines, whatever the order in which they were drawn.</summary>
internal static class LineBuilder
{
    /// <summary>Baselines nearer than this part of the font size are one.</summary>
    private const float SameBaseline = 0.3f;

    /// <summary>Text of less than this part of its neighbour's size may be raised or lowered.</summary>
    private const float SmallText = 0.85f;

    /// <summary>The lines of words of one direction, from the first to the last.</summary>
    public static List<TextLine> Build(IReadOnlyList<PrintedWord> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var sorted = words.ToArray();
        Array.Sort(sorted, static (a, b) => a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.Start.CompareTo(b.Start));
        var groups = new List<List<PrintedWord>>();
        foreach (var word in sorted)
        {
            if (groups.Count > 0 && groups[^1][0].Baseline - word.Baseline <= SameBaseline * Math.Min(groups[^1][0].Size, word.Size))
            {
                groups[^1].Add(word);
            }
            else
            {
                groups.Add([word]);
            }
        }

        AttachRaised(groups);
        var lines = new List<TextLine>(groups.Count);
        foreach (var group in groups)
        {
            group.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Order.CompareTo(b.Order));
            lines.Add(new(group));
        }

        return lines;
    }

    /// <summary>Small text a little above or below the baseline belongs to the line whose words it touches.</summary>
    private static void AttachRaised(List<List<PrintedWord>> groups)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            for (var at = group.Count - 1; at >= 0 && groups.Count > 1; at--)
            {
                var word = group[at];
                if (IsOfLine(group, at))
                {
                    continue;
                }

                var line = Find(groups, i + 1, word) ?? Find(groups, i - 1, word);
                if (line is not null)
                {
                    word.IsRaised = true;
                    line.Add(word);
                    group.RemoveAt(at);
                }
            }

            if (group.Count == 0)
            {
                groups.RemoveAt(i--);
            }
        }
    }

    /// <summary>Words beside each other are a line of their own, close to larger text as it may stand: a decision under its title.</summary>
    private static bool IsOfLine(List<PrintedWord> group, int at)
    {
        var word = group[at];
        foreach (var other in group)
        {
            if (other != word && !(IsNumber(word.Text) && IsNumber(other.Text)) && Math.Max(other.Start - word.End, word.Start - other.End) < 0.6f * word.Size)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    private static List<PrintedWord>? Find(List<List<PrintedWord>> groups, int at, PrintedWord word)
    {
        if (at < 0 || at >= groups.Count)
        {
            return null;
        }

        foreach (var neighbour in groups[at])
        {
            if (word.Size < SmallText * neighbour.Size
                && Math.Abs(word.Baseline - neighbour.Baseline) < 0.6f * neighbour.Size
                && (Math.Abs(word.Start - neighbour.End) < 0.3f * neighbour.Size || Math.Abs(neighbour.Start - word.End) < 0.3f * neighbour.Size))
            {
                return groups[at];
            }
        }

        return null;
    }
}
