using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Gives headings over several columns all of them, though their text is shorter: those that the rule just below a heading runs over, or those
/// that it stands centred over.
/// </summary>
internal static class HeadingSpans
{
    /// <summary>Rules may begin and end so many points inside or outside of the texts of their columns.</summary>
    private const float Slack = 3;

    /// <summary>A text stands centred where its middle is off by less than this part of its size.</summary>
    private const float Centred = 0.6f;

    /// <summary>So many lines at the top of a table may be headings.</summary>
    private const int MostHeadings = 6;

    public static void Widen(List<List<PlacedText>> lines, Region region, List<ColumnExtent> columns)
    {
        if (columns.Count < 3)
        {
            return;
        }

        // No line of text looks like a value: below the first line of such a table stand its rows.
        var most = RowFinder.IsProse(region.Lines) ? 1 : MostHeadings;
        var end = 0;
        while (end + 1 < lines.Count && end < most && !IsBody(lines[end], columns.Count))
        {
            end++;
        }

        // From the lowest: a heading may stand over others that stand over several columns.
        for (var i = end - 1; i >= 0; i--)
        {
            if (!ByRules(lines[i], region, columns))
            {
                ByMiddle(lines[i], lines[i + 1], columns);
            }
        }
    }

    /// <summary>Whether a line holds values in most columns; years may head them.</summary>
    private static bool IsBody(List<PlacedText> line, int columns) =>
        line.Count(text => text.First > 0 && text.Text.Words.TrueForAll(word => Numbers.Is(word.Text)) && !Numbers.IsYear(text.Text.Words[0].Text)) * 2 >= columns - 1;

    private static bool ByRules(List<PlacedText> line, Region region, List<ColumnExtent> columns)
    {
        var widened = false;
        for (var at = 0; at < line.Count; at++)
        {
            var text = line[at].Text;
            foreach (var rule in region.PageRules)
            {
                if (rule.At < text.Baseline && rule.At > text.Baseline - (1.2f * text.Size) && rule.From <= text.Start + Slack && rule.To >= text.End - Slack && rule.Length < 0.9f * (region.X1 - region.X0))
                {
                    var first = columns.FindIndex(column => Middle(column) > rule.From - Slack);
                    var last = columns.FindLastIndex(column => Middle(column) < rule.To + Slack);
                    widened |= Give(line, at, first, last);
                }
            }
        }

        return widened;
    }

    /// <summary>Headings that stand centred over neighbouring columns, so that they have all columns between them; each column has a heading of its own below.</summary>
    private static void ByMiddle(List<PlacedText> line, List<PlacedText> below, List<ColumnExtent> columns)
    {
        var begin = line.FindIndex(text => text.First > 0);
        if (begin < 0)
        {
            return;
        }

        for (var first = Math.Max(1, begin == 0 ? 1 : line[begin - 1].Last + 1); first <= line[begin].First; first++)
        {
            if (Ranges(line, begin, columns, first) is { } ranges
                && ranges.TrueForAll(range => range.First == range.Last || Enumerable.Range(range.First, range.Last - range.First + 1).All(column => below.Exists(text => text.First <= column && text.Last >= column))))
            {
                for (var i = 0; i < ranges.Count; i++)
                {
                    Give(line, begin + i, ranges[i].First, ranges[i].Last);
                }

                return;
            }
        }
    }

    /// <summary>The columns of each heading, which follow each other to the last; null where a heading stands centred over no such columns.</summary>
    private static List<(int First, int Last)>? Ranges(List<PlacedText> line, int begin, List<ColumnExtent> columns, int first)
    {
        var ranges = new List<(int First, int Last)>();
        for (var at = begin; at < line.Count; at++)
        {
            var (text, last) = (line[at].Text, -1);
            var middle = (text.Start + text.End) / 2;
            var off = Centred * text.Size;
            for (var end = first; end < columns.Count; end++)
            {
                var distance = Math.Abs(middle - ((columns[first].X0 + columns[end].X1) / 2));
                if (distance < off)
                {
                    (last, off) = (end, distance);
                }
            }

            if (last < 0)
            {
                return null;
            }

            ranges.Add((first, last));
            first = last + 1;
        }

        return first == columns.Count ? ranges : null;
    }

    private static bool Give(List<PlacedText> line, int at, int first, int last)
    {
        if (first < 0 || last <= first || line.Index().Any(other => other.Index != at && other.Item.First <= last && other.Item.Last >= first))
        {
            return false;
        }

        line[at] = line[at] with { First = Math.Min(first, line[at].First), Last = Math.Max(last, line[at].Last) };
        return true;
    }

    private static float Middle(ColumnExtent column) => (column.X0 + column.X1) / 2;
}
