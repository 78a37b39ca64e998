using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>A column as its heading defines it: the grid columns from <paramref name="First"/> to <paramref name="Last"/>, counted from 1.</summary>
/// <param name="First">The first grid column.</param>
/// <param name="Last">The last grid column.</param>
/// <param name="Heading">The heading as printed, on one line.</param>
/// <param name="Above">The heading over several columns that stands above it, or the empty string.</param>
/// <param name="Meaning">What its words mean.</param>
internal sealed record HeadingColumn(int First, int Last, string Heading, string Above, HeadingMeaning Meaning);

/// <summary>The heading rows of a grid.</summary>
/// <param name="FirstRow">The first heading row, counted from 1.</param>
/// <param name="LastRow">The last heading row, counted from 1.</param>
/// <param name="Columns">The columns from left to right.</param>
internal sealed record TableHeader(int FirstRow, int LastRow, IReadOnlyList<HeadingColumn> Columns)
{
    /// <summary>How many different meanings are known for sure.</summary>
    public int SureMeanings { get; } = CountSure(Columns);

    public bool Has(ColumnKey key) => Columns.Any(column => column.Meaning.Key == key && column.Meaning.Strength > 0);

    /// <summary>Whether it heads measures: at least two known columns, one of them what is done, why, where, or what came of it.</summary>
    public bool HeadsMeasures =>
        SureMeanings >= 2
        && Columns.Any(column => column.Meaning.Key is ColumnKey.FocusArea or ColumnKey.Activity or ColumnKey.Goal or ColumnKey.FollowUp && column.Meaning.Strength >= HeadingWords.CompoundMatch);

    private static int CountSure(IReadOnlyList<HeadingColumn> columns)
    {
        var sure = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            sure += IsSure(columns[i]) && !columns.Take(i).Any(before => IsSure(before) && before.Meaning.Key == columns[i].Meaning.Key) ? 1 : 0;
        }

        return sure;
    }

    private static bool IsSure(HeadingColumn column) => column.Meaning.Strength >= HeadingWords.CompoundMatch;

    /// <summary>Whether a row says the same as the heading, cell by cell.</summary>
    public bool IsRepeatedBy(IReadOnlyList<SourceCell> cells)
    {
        var matched = 0;
        var at = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if (cell.Text.IsEmpty)
            {
                continue;
            }

            // Columns may be skipped (a two-row heading repeats in two rows), but the order stays.
            while (at < Columns.Count && !SaysTheSame(Columns[at], cell))
            {
                at++;
            }

            if (at == Columns.Count)
            {
                return false;
            }

            matched++;
            if (!SaysAbove(Columns[at], cell))
            {
                at++;
            }
        }

        return matched >= Math.Min(2, Columns.Count);
    }

    private static bool SaysTheSame(HeadingColumn column, SourceCell cell) => HeadingText.SameText(column.Heading, cell.Text.Text) || SaysAbove(column, cell);

    private static bool SaysAbove(HeadingColumn column, SourceCell cell) => column.Above.Length > 0 && HeadingText.SameText(column.Above, cell.Text.Text);
}

/// <summary>The text of headings.</summary>
internal static class HeadingText
{
    /// <summary>The heading on one line; a word divided at a manual line break is whole again.</summary>
    public static string OnOneLine(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\t', '\u00a0') && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.Trim();
        }

        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Empty;
        foreach (var line in lines)
        {
            var divided = joined.Length > 1 && joined[^1] == '-' && char.IsLetter(joined[^2]) && char.IsLower(line[0]);
            joined = joined.Length == 0 ? line : divided ? joined[..^1] + line : joined + ' ' + line;
        }

        return string.Join(' ', joined.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether two texts are the same but for case, white space and hyphens of division.</summary>
    public static bool SameText(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && IsIgnored(a[i]))
            {
                i++;
            }

            while (j < b.Length && IsIgnored(b[j]))
            {
                j++;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (char.ToLowerInvariant(a[i++]) != char.ToLowerInvariant(b[j++]))
            {
                return false;
            }
        }
    }

    private static bool IsIgnored(char c) => char.IsWhiteSpace(c) || c is '\u00ad' or '-' or '\u2011' or '\u200b';
}
