namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Puts words together to text lines, whatever the order in which they were drawn.</summary>
internal static class LineBuilder
{
    /// <summary>Baselines nearer than this part of the font size are one.</summary>
    private const float SameBaseline = 0.3f;

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

        RaisedWords.Attach(groups);
        var lines = new List<TextLine>(groups.Count);
        foreach (var group in groups)
        {
            lines.Add(new(group));
        }

        return lines;
    }
}
