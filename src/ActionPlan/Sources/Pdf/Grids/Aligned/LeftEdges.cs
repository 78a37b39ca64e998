using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Finds where columns of text begin: many words begin there one below the other, and hardly any reaches over. Such places part texts that stand
/// closer than columns do as a rule, and between them the wide blanks of a justified line part nothing.
/// </summary>
internal static class LeftEdges
{
    /// <summary>Words that begin within so many points of each other begin at one place.</summary>
    private const float Same = 0.8f;

    /// <summary>A column begins where at least this share of the lines has a word.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Of the lines that pass an edge only so many may reach over it: texts over several columns.</summary>
    private const double MostCrossing = 0.15;

    /// <summary>Before a column stands a gap of at least this many font sizes: wider than a blank.</summary>
    private const float LeastGap = 0.35f;

    private const int LeastWords = 4;

    /// <summary>Where a heading begins, and so many words with it, begins a column: rows may be few and tall.</summary>
    private const int LeastWithHeading = 3;

    /// <summary>The lines parted where columns begin; as they were where their texts do not begin in columns, or hold numbers.</summary>
    public static List<TabularLine> Part(List<TabularLine> lines)
    {
        var edges = Find(lines);
        return edges.Count < 3 ? lines : lines.ConvertAll(line => new TabularLine(line.Line, edges));
    }

    /// <summary>The places where columns begin, from left to right.</summary>
    private static List<float> Find(List<TabularLine> lines)
    {
        var starts = new List<float>();
        foreach (var line in lines)
        {
            starts.AddRange(Starts(line));
        }

        var headings = Starts(lines[0]).ToList();
        starts.Sort();
        var edges = new List<float>();
        for (var i = 0; i < starts.Count;)
        {
            var end = i + 1;
            while (end < starts.Count && starts[end] - starts[i] <= Same)
            {
                end++;
            }

            if (end - i >= Math.Max(LeastWords, LeastShare * lines.Count) || (end - i >= LeastWithHeading && headings.Count > 2 && headings.Exists(start => start >= starts[i] && start <= starts[end - 1])))
            {
                edges.Add(starts[i]);
            }

            i = end;
        }

        var crossing = Crossing(lines, edges);
        return [.. edges.Where((_, i) => crossing[i] <= MostCrossing * lines.Count)];
    }

    private static IEnumerable<float> Starts(TabularLine line)
    {
        var words = line.Line.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (i == 0 || words[i].Start - words[i - 1].End > LeastGap * words[i].Size)
            {
                yield return words[i].Start;
            }
        }
    }

    /// <summary>For each place how many lines have a word that lies over it, or blanks on both its sides that are no wider than within a text.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="places">The places from left to right.</param>
    private static int[] Crossing(List<TabularLine> lines, List<float> places)
    {
        var crossing = new int[places.Count];
        foreach (var line in lines)
        {
            // Words and places both run from left to right: each place is met once a line.
            var words = line.Line.Words;
            var place = 0;
            for (var i = 0; i < words.Count && place < places.Count; i++)
            {
                var next = i + 1 < words.Count ? words[i + 1] : null;
                while (place < places.Count && places[place] <= words[i].Start + Same)
                {
                    place++;
                }

                while (place < places.Count && (next is null || places[place] <= Math.Max(next.Start + Same, words[i].End)))
                {
                    crossing[place] += IsCrossed(words[i], next, places[place]) ? 1 : 0;
                    place++;
                }
            }
        }

        return crossing;
    }

    private static bool IsCrossed(PrintedWord word, PrintedWord? next, float at) =>
        word.End > at + Same || (next is not null && next.Start > at + Same && word.End < at && next.Start - word.End < LeastGap * next.Size);
}
