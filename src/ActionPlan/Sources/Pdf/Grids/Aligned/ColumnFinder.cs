using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>The stretch from left to right that the texts of a column take.</summary>
/// <param name="X0">Where its texts begin.</param>
/// <param name="X1">Where they end.</param>
internal readonly record struct ColumnExtent(float X0, float X1);

/// <summary>Finds the columns of a region: what stays apart when all its texts are laid over each other. Texts over several columns are left out.</summary>
internal static class ColumnFinder
{
    /// <summary>A gap of this many font sizes is no blank of a justified line.</summary>
    private const float Wide = 4;

    /// <summary>So many texts, the one itself among them, begin or end in line.</summary>
    private const int InLine = 3;

    /// <summary>Texts that begin within so many points of each other begin in line.</summary>
    private const float Same = 0.6f;

    /// <summary>So many lines at the top may hold headings over several columns.</summary>
    private const int TopLines = 4;

    public static List<ColumnExtent> Find(Region region, out HashSet<TextLine> bridging)
    {
        bridging = Bridging(region);
        var columns = new List<ColumnExtent>();
        var extents = new List<ColumnExtent>();
        foreach (var line in region.Lines)
        {
            foreach (var chunk in line.Chunks)
            {
                if (!bridging.Contains(chunk) && !IsFewAtTop(region, line))
                {
                    extents.Add(new(chunk.Start, chunk.End));
                }
            }
        }

        AddHeadingsBetween(region, bridging, extents);
        extents.Sort(static (a, b) => a.X0.CompareTo(b.X0));
        foreach (var extent in extents)
        {
            if (columns.Count > 0 && extent.X0 < columns[^1].X1 + 0.5f)
            {
                columns[^1] = new(columns[^1].X0, Math.Max(columns[^1].X1, extent.X1));
            }
            else
            {
                columns.Add(extent);
            }
        }

        JoinMarkers(columns, region, bridging);
        return columns;
    }

    /// <summary>Whether a line is one of the first, and holds at most half as many texts as a line of the table: it may head several columns each.</summary>
    private static bool IsFewAtTop(Region region, TabularLine line) =>
        region.Lines.IndexOf(line, 0, Math.Min(TopLines, region.Lines.Count)) >= 0 && line.Chunks.Count * 2 <= region.Lines.Max(other => other.Chunks.Count);

    /// <summary>Texts at the top make columns of their own only where they stand between no others.</summary>
    private static void AddHeadingsBetween(Region region, HashSet<TextLine> bridging, List<ColumnExtent> extents)
    {
        foreach (var chunk in region.Lines.Take(TopLines).Where(line => IsFewAtTop(region, line)).SelectMany(line => line.Chunks).Where(chunk => !bridging.Contains(chunk)))
        {
            var isBetween = extents.Exists(extent => extent.X1 < chunk.Start) && extents.Exists(extent => extent.X0 > chunk.End) && !extents.Exists(extent => extent.X0 < chunk.End && extent.X1 > chunk.Start);
            if (isBetween)
            {
                bridging.Add(chunk);
            }
            else
            {
                extents.Add(new(chunk.Start, chunk.End));
            }
        }
    }

    /// <summary>The markers of a list in a column stand apart from its texts, but a heading or a text of the column lies over both.</summary>
    private static void JoinMarkers(List<ColumnExtent> columns, Region region, HashSet<TextLine> bridging)
    {
        for (var i = columns.Count - 2; i >= 0; i--)
        {
            var (from, to, next) = (columns[i].X0, columns[i].X1, columns[i + 1].X0);
            var own = region.Lines.SelectMany(line => line.Chunks).Where(chunk => !bridging.Contains(chunk) && chunk.Start >= from - Same && chunk.End <= to + Same).ToList();
            if (own.Count > 0 && own.TrueForAll(chunk => chunk.Words.Count == 1 && IsMarker(chunk.Words[0].Text)) && bridging.Any(chunk => Math.Abs(chunk.Start - from) < 2 * Same && chunk.End > next))
            {
                columns[i] = new(from, columns[i + 1].X1);
                columns.RemoveAt(i + 1);
            }
        }
    }

    private static bool IsMarker(string text) =>
        text is "•" or "●" or "▪" or "■" or "◦" or "○" or "‣" or "–" or "-" or "\uf0b7" or "\uf0a7" or "\uf0d8"
        || (text.Length is 2 or 3 && text[^1] is '.' or ')' && (char.IsAsciiLetter(text[0]) || text.AsSpan(0, text.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0));

    /// <summary>Texts that lie over a gap which several other lines leave open, or reach into one from a column.</summary>
    private static HashSet<TextLine> Bridging(Region region)
    {
        var gaps = Gaps(region);
        var gutters = Gutters.Of(region, gaps);
        gaps.RemoveAll(gap => gutters.IsClosed((gap.From + gap.To) / 2));
        var tabular = region.Lines.Count(line => line.IsTabular);
        var least = Math.Max(2, (int)(0.15 * tabular));
        var bridging = new HashSet<TextLine>();
        for (var i = 0; i < region.Lines.Count; i++)
        {
            foreach (var chunk in region.Lines[i].Chunks)
            {
                var crossed = 0;
                foreach (var gap in gaps)
                {
                    if (gap.From >= chunk.End)
                    {
                        break;
                    }

                    crossed += gap.From > chunk.Start && gap.To < chunk.End && gap.Line != i ? 1 : 0;
                }

                if (crossed >= least || gutters.IsReachedInto(chunk))
                {
                    bridging.Add(chunk);
                }
            }
        }

        return bridging;
    }

    /// <summary>The gaps between texts, but for those that only spread the words of a justified line: behind these no texts begin or end in line.</summary>
    private static List<(float From, float To, int Line)> Gaps(Region region)
    {
        var chunks = region.Lines.SelectMany(line => line.Chunks).ToList();
        var starts = chunks.Select(chunk => chunk.Start).Order().ToArray();
        var ends = chunks.Select(chunk => chunk.End).Order().ToArray();
        var gaps = new List<(float From, float To, int Line)>();
        for (var i = 0; i < region.Lines.Count; i++)
        {
            var texts = region.Lines[i].Chunks;
            for (var at = 1; at < texts.Count; at++)
            {
                var (before, after) = (texts[at - 1], texts[at]);
                if (after.Start - before.End > Wide * after.Size || Near(starts, after.Start) >= InLine || Near(ends, after.End) >= InLine)
                {
                    gaps.Add((before.End, after.Start, i));
                }
            }
        }

        gaps.Sort(static (a, b) => a.From.CompareTo(b.From));
        return gaps;
    }

    /// <summary>How many of the places, which are in order, lie at a place.</summary>
    private static int Near(float[] places, float at)
    {
        var from = Array.BinarySearch(places, at - Same);
        from = from < 0 ? ~from : from;
        var to = from;
        while (to < places.Length && places[to] <= at + Same)
        {
            to++;
        }

        return to - from;
    }
}
