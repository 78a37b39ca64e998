using System.Runtime.InteropServices;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Puts words together to text lines, whatever the order in which they were drawn.</summary>
internal static class LineBuilder
{
    /// <summary>Baselines nearer than this part of the font size are one.</summary>
    private const float SameBaseline = 0.3f;

    /// <summary>The words of a line that there is room for at first.</summary>
    private const int UsualWords = 8;

    /// <summary>The lines of words of one direction, from the first to the last.</summary>
    public static List<TextLine> Build(IReadOnlyList<PrintedWord> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var sorted = words is List<PrintedWord> list ? CollectionsMarshal.AsSpan(list) : [.. words];
        if (!IsSorted(sorted, FromTop))
        {
            sorted = sorted.ToArray();
            sorted.Sort(FromTop);
        }

        var groups = new List<List<PrintedWord>>(1);
        for (var i = 0; i < sorted.Length; i++)
        {
            var word = sorted[i];
            if (groups.Count == 0 || groups[^1][0].Baseline - word.Baseline > SameBaseline * Math.Min(groups[^1][0].Size, word.Size))
            {
                groups.Add(new(Math.Min(sorted.Length - i, UsualWords)));
            }

            groups[^1].Add(word);
        }

        foreach (var group in groups)
        {
            if (!IsSorted(CollectionsMarshal.AsSpan(group), FromLeft))
            {
                group.Sort(FromLeft);
            }
        }

        if (groups.Count > 1 && RaisedWords.MayBeAmong(sorted))
        {
            RaisedWords.Attach(groups);
        }

        var lines = new List<TextLine>(groups.Count);
        foreach (var group in groups)
        {
            lines.Add(new(group));
        }

        return lines;
    }

    /// <summary>The order of words within a line.</summary>
    public static int FromLeft(PrintedWord a, PrintedWord b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Order.CompareTo(b.Order);

    private static int FromTop(PrintedWord a, PrintedWord b) => a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.Start.CompareTo(b.Start);

    /// <summary>Most programs draw the words of a cell in the order of reading.</summary>
    private static bool IsSorted(ReadOnlySpan<PrintedWord> words, Comparison<PrintedWord> order)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (order(words[i - 1], words[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }
}
