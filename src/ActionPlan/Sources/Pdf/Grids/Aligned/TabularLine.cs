using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>A line of the page, parted into the texts that stand side by side in it.</summary>
internal sealed class TabularLine
{
    /// <summary>A gap of this many font sizes parts two texts.</summary>
    private const float Wide = 0.9f;

    /// <summary>Between numbers a blank is enough, since none stands in a number but before three digits.</summary>
    private const float WideForNumbers = 0.2f;

    /// <summary>A dash between blanks joins: '2004 – 2006'.</summary>
    private const float WideForDashes = 0.6f;

    /// <summary>Blanks of justified lines may be wide; a gap of this many font sizes parts texts all the same.</summary>
    private const float WideOpen = 3;

    /// <summary>A word this near to where a column begins, begins it.</summary>
    private const float AtEdge = 1;

    /// <summary>At the side of a cell a gap of this many font sizes is more than a blank.</summary>
    private const float WideAtSide = 0.35f;

    /// <summary>The sign of a currency may stand at the left side of its column, so many font sizes before the sum.</summary>
    private const float WidestSum = 7;

    /// <summary>The blank within a number is narrow.</summary>
    private const float ThousandsGap = 0.4f;

    public TabularLine(TextLine line)
    {
        Line = line;
        Chunks = Part(line, (before, word) => IsParted(before, word, line.Size));
    }

    /// <summary>A line that is parted where columns are known to begin, and else only where it is wide open.</summary>
    public TabularLine(TextLine line, List<float> edges)
    {
        Line = line;
        Chunks = Part(line, (before, word) => IsParted(before, word, line.Size, edges));
    }

    /// <summary>A line that is parted at the sides of cells alone.</summary>
    public TabularLine(TextLine line, float[] sides)
    {
        Line = line;
        Chunks = Part(line, (before, word) => word.Start - before.End > WideAtSide * line.Size && Array.Exists(sides, side => before.End < side + 0.5f && word.Start > side - 0.5f));
    }

    public TextLine Line { get; }

    public List<TextLine> Chunks { get; }

    public bool IsTabular => Chunks.Count > 1;

    public float X0 => Line.X0;

    public float X1 => Line.End;

    /// <summary>
    /// Whether words may make a line of texts side by side; not where they are drawn in the order of reading and each is close to the one before it, or
    /// begins a line. No lines are made to tell it of the many cells of plain text.
    /// </summary>
    public static bool MayBeTabular(List<PrintedWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var (before, word) = (words[i - 1], words[i]);
            var (size, drop) = (Math.Min(before.Size, word.Size), before.Baseline - word.Baseline);
            if (drop < Math.Max(before.Size, word.Size) && (drop != 0 || word.Start < before.Start || IsParted(before, word, size)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsParted(PrintedWord before, PrintedWord word, float size, List<float> edges)
    {
        var gap = word.Start - before.End;
        return gap > WideOpen * size || edges.Exists(edge => before.End < edge && (Math.Abs(word.Start - edge) < AtEdge || (gap > Wide * size && word.Start > edge)));
    }

    private static List<TextLine> Part(TextLine line, Func<PrintedWord, PrintedWord, bool> isParted)
    {
        var chunks = new List<TextLine>(1);
        var from = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i == line.Words.Count || isParted(line.Words[i - 1], line.Words[i]))
            {
                chunks.Add(from == 0 && i == line.Words.Count ? line : new(line.Words.GetRange(from, i - from)));
                from = i;
            }
        }

        return chunks;
    }

    private static bool IsParted(PrintedWord before, PrintedWord word, float size)
    {
        var gap = word.Start - before.End;
        if (Numbers.IsCurrency(before.Text) && Numbers.Is(word.Text))
        {
            return gap > WidestSum * size;
        }

        var least = Numbers.IsDash(before.Text) || Numbers.IsDash(word.Text) ? WideForDashes : WideForNumbers;
        return gap > Wide * size || (gap > least * size && Numbers.Is(before.Text) && Numbers.Is(word.Text) && !(gap < ThousandsGap * size && Numbers.AreOne(before.Text, word.Text)));
    }
}

/// <summary>Tells numbers from words.</summary>
internal static class Numbers
{
    /// <summary>Whether a text is a number, a percentage, a sum of money, or the dash that stands for none.</summary>
    public static bool Is(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('.' or ',' or '-' or '–' or '—' or '−' or '%' or '(' or ')' or '+' or '$' or '€' or '£' or '/' or '±' or '*' or '†' or '<' or '>' or '≥' or '≤'))
            {
                return false;
            }
        }

        return digits > 0 || IsDash(text);
    }

    /// <summary>Whether a text is a year, which may head a column.</summary>
    public static bool IsYear(string text) => text is ['1', '9', _, _] or ['2', '0', _, _] && IsDigits(text);

    /// <summary>Whether a text is a dash alone.</summary>
    public static bool IsDash(string text) => text is "-" or "–" or "—" or "−";

    /// <summary>Whether a text is the sign of a currency alone.</summary>
    public static bool IsCurrency(string text) => text is "$" or "€" or "£" or "US$";

    /// <summary>Whether two pieces are one number with a blank before its last three digits.</summary>
    public static bool AreOne(string first, string second) =>
        first.Length is >= 1 and <= 3 && second.Length >= 3 && IsDigits(first) && IsDigits(second[..3]) && (second.Length == 3 || !char.IsAsciiDigit(second[3]));

    private static bool IsDigits(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
