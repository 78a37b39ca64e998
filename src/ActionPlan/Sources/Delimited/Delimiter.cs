namespace ActionPlan.Sources.Delimited;

/// <summary>Finds the delimiter by structure alone: the one that gives the most records of one and the same width.</summary>
internal static class Delimiter
{
    private const int SampleRecords = 300;

    // Sentences hold commas too; below this they are prose.
    private const double LeastOfComma = 0.25;

    // In this order at equal merit: a tab or a semicolon is seldom part of a sentence.
    private static readonly char[] Candidates = ['\t', ';', '|', ','];

    /// <summary>The delimiter, or null for text that is no table.</summary>
    public static char? Find(string text)
    {
        char? best = null;
        var bestMerit = 0.0;
        foreach (var candidate in Candidates)
        {
            if (text.Contains(candidate) && Merit(text, candidate) is var merit && merit > bestMerit && (candidate != ',' || merit > LeastOfComma))
            {
                (best, bestMerit) = (candidate, merit);
            }
        }

        return best;
    }

    /// <summary>The separator that a first line 'sep=;' names, as Excel writes and reads it; the text begins after that line.</summary>
    public static char? Declared(ref string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 6 || text[5] is not ('\r' or '\n'))
        {
            return null;
        }

        var declared = text[4];
        text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return declared;
    }

    /// <summary>The share of the records that have the most usual width above one, weighted by that width.</summary>
    private static double Merit(string text, char delimiter)
    {
        var widths = new Dictionary<int, int>();
        var records = 0;
        var at = 0;
        while (at < text.Length && records < SampleRecords)
        {
            var (width, blank) = Record(text, ref at, delimiter);
            if (!blank)
            {
                records++;
                widths[width] = widths.GetValueOrDefault(width) + 1;
            }
        }

        var best = 0.0;
        foreach (var (width, count) in widths)
        {
            // A wide table that fits is better evidence than a narrow one: one comma a line happens by chance, five don't.
            best = width < 2 ? best : Math.Max(best, (double)count / records * (1 - (1.0 / width)));
        }

        return best;
    }

    private static (int Width, bool Blank) Record(string text, ref int at, char delimiter)
    {
        var width = 1;
        var blank = true;
        while (at < text.Length)
        {
            at = Quotation.SkipField(text, at, delimiter, out var empty);
            blank &= empty;
            if (at >= text.Length || text[at] != delimiter)
            {
                break;
            }

            width++;
            at++;
        }

        at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        return (width, blank);
    }
}
