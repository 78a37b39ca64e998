namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>
/// Parts the rows of tables whose cells hold lines of text, by the space between them: within a row the lines of each column stand one line apart,
/// also where its cells are centred, and between rows more. Space between the paragraphs of one cell parts nothing.
/// </summary>
internal static class ProseRows
{
    /// <summary>So many lines below another one in their column tell how far apart lines stand, if they are at least one in so many.</summary>
    private const int LeastLines = 2;

    private const int Share = 8;

    /// <summary>Distances within this factor are one.</summary>
    private const float Alike = 1.06f;

    /// <summary>Gaps between rows differ by less than this factor.</summary>
    private const float Least = 0.92f;

    /// <summary>In its first line a row has at least this part of the texts that others have.</summary>
    private const double Most = 0.55;

    /// <summary>Where cells are set from the top, so many of ten texts in the first column stand in the first line of their row.</summary>
    private const int AtTop = 7;

    /// <summary>Lines of a cell differ in their distance by less than this factor.</summary>
    private const float More = 1.13f;

    /// <summary>For each line whether a row begins with it; null where rows do not show by space.</summary>
    /// <param name="lines">The lines with their texts placed.</param>
    /// <param name="parted">Whether an edge lies above each line.</param>
    /// <param name="columns">How many columns the table has.</param>
    public static bool[]? Find(List<List<PlacedText>> lines, bool[] parted, int columns)
    {
        if (columns < 3 || LineDistance(lines, parted, columns) is not { } distance)
        {
            return null;
        }

        var gaps = Gaps(lines);
        var begins = (bool[])parted.Clone();
        var spaced = new List<int>();
        for (var i = 1; i < lines.Count; i++)
        {
            begins[i] |= EndsHeading(lines, i, columns) || IsSection(lines[i]) || IsSection(lines[i - 1]);
            if (!begins[i] && gaps[i] > More * distance)
            {
                spaced.Add(i);
            }
        }

        // Where cells are set from the top, all texts of a row begin in its first line.
        var isFromTop = IsFromTop(lines, gaps, begins, More * distance);
        var between = RowGap(gaps, parted, spaced);
        var full = Full(lines, begins, spaced);
        foreach (var i in spaced)
        {
            begins[i] = isFromTop ? lines[i].Count >= full || lines[i][0].First == 0 : gaps[i] > between;
        }

        // Rows of which none is set apart from the others show by other means.
        return begins.Count(begin => begin) > 2 || lines.Count(line => line[0].First == 0) < begins.Count(begin => begin) + 2 ? begins : null;
    }

    /// <summary>How far each line stands below the one above it: texts of a line may stand a little higher or lower.</summary>
    private static float[] Gaps(List<List<PlacedText>> lines)
    {
        var gaps = new float[lines.Count];
        for (var i = 1; i < gaps.Length; i++)
        {
            gaps[i] = lines[i - 1].Min(text => text.Text.Baseline) - lines[i].Max(text => text.Text.Baseline);
        }

        return gaps;
    }

    /// <summary>How far apart the lines of two rows stand at the least, by those that an edge parts, or else by the widest gaps: paragraphs of a cell stand closer.</summary>
    private static float RowGap(float[] gaps, bool[] parted, List<int> spaced)
    {
        var known = gaps.Where((_, i) => i > 0 && parted[i]).Order().ToList();
        return Least * (known.Count > 1 ? known[known.Count / 2] : spaced.Select(i => gaps[i]).Order().ElementAtOrDefault(spaced.Count * 3 / 4));
    }

    /// <summary>Whether the texts in the first column begin where their rows do.</summary>
    private static bool IsFromTop(List<List<PlacedText>> lines, float[] gaps, bool[] begins, float most)
    {
        int top = 0, all = 0;
        var last = float.MaxValue;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i][0] is not { First: 0, Last: 0 } text)
            {
                continue;
            }

            if (begins[i] || last - text.Text.Baseline > most)
            {
                all++;
                top += begins[i] || gaps[i] > most ? 1 : 0;
            }

            last = text.Text.Baseline;
        }

        return top * 10 >= all * AtTop;
    }

    /// <summary>How many texts at the least the first line of a row holds: about as many as most of them do.</summary>
    private static int Full(List<List<PlacedText>> lines, bool[] begins, List<int> spaced)
    {
        var counts = Enumerable.Range(1, lines.Count - 1).Where(i => (begins[i] && lines[i].Count > 1) || spaced.Contains(i)).Select(i => lines[i].Count).Order().ToList();
        return counts.Count == 0 ? 0 : Math.Max(2, (int)Math.Ceiling(Most * counts[counts.Count * 3 / 4]));
    }

    /// <summary>The heading of a section: a text over several columns.</summary>
    private static bool IsSection(List<PlacedText> line) => line is [{ First: 0, Last: > 0 }];

    /// <summary>Whether the bold lines of a heading row end above a line.</summary>
    private static bool EndsHeading(List<List<PlacedText>> lines, int at, int columns) =>
        at <= 4
        && lines[0].Count >= Math.Max(2, columns - 1)
        && lines.Take(at).All(line => line.TrueForAll(text => text.Text.IsBold))
        && lines[at].TrueForAll(text => !text.Text.IsBold);

    /// <summary>How far apart the lines of a cell stand; null where too few cells have several.</summary>
    private static float? LineDistance(List<List<PlacedText>> lines, bool[] parted, int columns)
    {
        var last = new float[columns];
        Array.Fill(last, float.NaN);
        var distances = new List<float>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (parted[i])
            {
                Array.Fill(last, float.NaN);
            }

            foreach (var text in lines[i].Where(text => text.First == text.Last))
            {
                if (!float.IsNaN(last[text.First]))
                {
                    distances.Add(last[text.First] - text.Text.Baseline);
                }

                last[text.First] = text.Text.Baseline;
            }
        }

        distances.Sort();
        for (int from = 0, end = 0; from < distances.Count; from++)
        {
            while (end < distances.Count && distances[end] <= Alike * distances[from])
            {
                end++;
            }

            if (end - from >= Math.Max(LeastLines, distances.Count / Share))
            {
                return distances[from];
            }
        }

        return null;
    }
}
