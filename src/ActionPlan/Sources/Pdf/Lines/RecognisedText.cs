namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>
/// Sets the words that text recognition found in a picture on common baselines and in common sizes: it measures each word by itself, so that
/// those of one line lie a little higher or lower and are a little larger or smaller.
/// </summary>
internal static class RecognisedText
{
    /// <summary>Baselines within this part of the size are one.</summary>
    private const float SameBaseline = 0.1f;

    /// <summary>Sizes within this factor of each other are one.</summary>
    private const float SameSize = 1.03f;

    public static void Settle(List<PrintedWord> words)
    {
        var sizes = Middles(words.Select(word => word.Size), static size => size * SameSize);
        var settled = new Dictionary<int, PrintedWord>(words.Count);
        foreach (var line in words.GroupBy(word => word.Direction))
        {
            var baselines = Middles(line.Select(word => word.Baseline), at => at + (SameBaseline * line.First().Size));
            foreach (var word in line)
            {
                settled[word.Order] = word.Settled(baselines[word.Baseline], sizes[word.Size]);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            words[i] = settled[words[i].Order];
        }
    }

    /// <summary>For each value the middle one of those that follow each other closely.</summary>
    private static Dictionary<float, float> Middles(IEnumerable<float> values, Func<float, float> reach)
    {
        var sorted = values.Order().ToArray();
        var middles = new Dictionary<float, float>();
        for (var from = 0; from < sorted.Length;)
        {
            var end = from + 1;
            while (end < sorted.Length && sorted[end] <= reach(sorted[end - 1]))
            {
                end++;
            }

            for (var i = from; i < end; i++)
            {
                middles[sorted[i]] = sorted[(from + end) / 2];
            }

            from = end;
        }

        return middles;
    }
}
