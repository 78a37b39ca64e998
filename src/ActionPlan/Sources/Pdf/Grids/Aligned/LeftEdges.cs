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
            var words = line.Line.Words;
            for (var i = 0; i < words.Count; i++)
            {
                if (i == 0 || words[i].Start - words[i - 1].End > LeastGap * words[i].Size)
                {
                    starts.Add(words[i].Start);
                }
            }
        }

        starts.Sort();
        var edges = new List<float>();
        for (var i = 0; i < starts.Count;)
        {
            var end = i + 1;
            while (end < starts.Count && starts[end] - starts[i] <= Same)
            {
                end++;
            }

            if (end - i >= Math.Max(LeastWords, LeastShare * lines.Count) && Crossing(lines, starts[i]) <= MostCrossing * lines.Count)
            {
                edges.Add(starts[i]);
            }

            i = end;
        }

        return edges;
    }

    /// <summary>How many lines have a word that lies over a place, or blanks on both its sides that are no wider than within a text.</summary>
    private static int Crossing(List<TabularLine> lines, float at)
    {
        var crossing = 0;
        foreach (var line in lines)
        {
            var words = line.Line.Words;
            for (var i = 0; i < words.Count && words[i].Start < at - Same; i++)
            {
                var next = i + 1 < words.Count ? words[i + 1] : null;
                if (words[i].End > at + Same || (next is not null && next.Start > at + Same && words[i].End < at && next.Start - words[i].End < LeastGap * next.Size))
                {
                    crossing++;
                    break;
                }
            }
        }

        return crossing;
    }
}
