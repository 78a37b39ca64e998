using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>What stands between the last word of a line and the first of the next.</summary>
internal enum LineEnd
{
    /// <summary>A blank.</summary>
    Blank,

    /// <summary>A word was divided: its hyphen goes.</summary>
    DividedWord,

    /// <summary>The hyphen is the word's own, and the word goes on.</summary>
    RealHyphen,

    /// <summary>The word is longer than its column and was cut without a hyphen.</summary>
    CutWord,

    /// <summary>The hyphen stays, since nobody can know.</summary>
    DoubtfulHyphen,
}

/// <summary>Tells divided words from words with a hyphen of their own, by their form and by what the document says elsewhere.</summary>
internal sealed class Hyphenation
{
    /// <summary>Where this part of all lines ends in a hyphen, the program that set the text divided words; compounds with a hyphen are rarer.</summary>
    private const double DividingRate = 0.03;

    /// <summary>Where this part of all lines ends in a blank that is drawn, all do but those at the end of a paragraph.</summary>
    private const double BlankRate = 0.15;

    /// <summary>Where fewer than one in so many texts is drawn after the one just above it, the page is drawn in no order.</summary>
    private const int DisorderedLines = 8;

    /// <summary>The lines of a text begin within so many points of each other.</summary>
    private const float SameStart = 1;

    private const char SoftHyphen = '\u00ad';

    private static readonly HashSet<string> Conjunctions = ["och", "eller", "samt", "respektive", "og", "and", "or", "ja", "tai", "sekä", "und", "som", "till"];

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouyåäöæøéüAEIOUYÅÄÖÆØÉÜ");

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _divides;

    /// <summary>Takes down the words of the document, and whether lines end in hyphens more often than compounds would.</summary>
    /// <param name="pages">The pages with all their words: those of tagged tables are taken away later.</param>
    public Hyphenation(IReadOnlyList<PageContent> pages)
    {
        var found = Count(pages.Select(page => page.Words));
        if (found.Under * DisorderedLines < found.Breaks)
        {
            found = Count(pages.Select(page => DrawingOrder.InCells(page.Words)));
        }

        // Few lines of a plan wrap, but where a sentence goes on in the next line, the blank is there as a rule, and at the end of a cell it is not.
        DrawsBlanks = (found.Blanks >= 3 && found.Blanks >= BlankRate * found.Lines) || (found.GoesOnWithBlank >= 2 && found.GoesOnWithBlank > 2 * found.GoesOnWithout && found.EndsWithout > found.EndsWithBlank);
        _divides = found.Hyphens >= 3 && found.Hyphens >= DividingRate * found.Lines;
    }

    private LineEnds Count(IEnumerable<List<PrintedWord>> pages)
    {
        var found = default(LineEnds);
        foreach (var words in pages)
        {
            var before = default(WholeWord);
            var beforeBegins = true;
            var lineStart = float.NaN;
            for (var i = 0; i < words.Count; i++)
            {
                var word = WholeWord.At(words, ref i);
                var isFirst = before.Text is null;
                var newLine = !isFirst && before.Baseline - word.Baseline > 0.5f * word.Size && before.Baseline - word.Baseline < 3 * word.Size;
                var begins = isFirst || newLine || Math.Abs(before.Baseline - word.Baseline) > 0.5f * word.Size || Math.Abs(word.Start - before.End) > 2 * word.Size;
                var divided = newLine && before.Text!.Length > 2 && IsHyphen(before.Text[^1]) && char.IsLower(before.Text[^2]);
                found.Breaks += begins ? 1 : 0;
                found.Under += newLine && Math.Abs(word.Start - lineStart) < SameStart ? 1 : 0;
                lineStart = begins ? word.Start : lineStart;
                found.Lines += newLine ? 1 : 0;
                found.Blanks += newLine && before.BeforeBlank ? 1 : 0;
                if (newLine && char.IsLower(before.Text![^1]) && char.IsLower(word.Text[0]))
                {
                    _ = before.BeforeBlank ? found.GoesOnWithBlank++ : found.GoesOnWithout++;
                }

                if (begins && !newLine && !isFirst)
                {
                    _ = before.BeforeBlank ? found.EndsWithBlank++ : found.EndsWithout++;
                }

                found.Hyphens += divided && char.IsLower(word.Text[0]) && !Conjunctions.Contains(word.Text) ? 1 : 0;

                // A word alone on its line may be a piece of a longer one.
                if (!isFirst && !(begins && beforeBegins))
                {
                    Add(_words, before.Text!);
                }

                (before, beforeBegins) = (word, begins || divided);
            }
        }

        return found;
    }

    /// <summary>What the ends of lines show, counted over all pages.</summary>
    private record struct LineEnds
    {
        public int Breaks;
        public int Under;
        public int Lines;
        public int Blanks;
        public int Hyphens;
        public int GoesOnWithBlank;
        public int GoesOnWithout;
        public int EndsWithBlank;
        public int EndsWithout;
    }

    /// <summary>Whether the document draws the blanks at the ends of lines: then a line without one ends a paragraph, or divides a word.</summary>
    public bool DrawsBlanks { get; }

    public LineEnd Between(string above, string below)
    {
        if (above.Length < 2)
        {
            return LineEnd.Blank;
        }

        if (above[^1] == SoftHyphen)
        {
            return LineEnd.DividedWord;
        }

        // A word may fill its column so that its comma has no room.
        if (below.Length == 1 ? below[0] is ',' or '.' or ';' or ')' : below.Length > 1 && below[0] is ',' or ';' or ')' && char.IsLetterOrDigit(above[^1]))
        {
            return LineEnd.CutWord;
        }

        // A browser draws the hyphen over the soft hyphen that allowed the word to be divided.
        if (IsHyphen(above[^1]) && above[^2] == SoftHyphen)
        {
            return LineEnd.DividedWord;
        }

        if (!IsHyphen(above[^1]) || !char.IsLetterOrDigit(above[^2]) || below.Length == 0)
        {
            return MayGoOnAfterMark(above, below) ? LineEnd.RealHyphen : LineEnd.Blank;
        }

        var next = Letters(below, 0);
        if (next.Length == 0)
        {
            return char.IsDigit(below[0]) ? LineEnd.RealHyphen : LineEnd.Blank;
        }

        if (Conjunctions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next) && next.Length == below.AsSpan().TrimEnd(".,;:").Length)
        {
            return LineEnd.Blank;
        }

        var first = LastPart(above);
        if (first.Length > 1 && IsCapitals(first) && next.Length > 1 && IsCapitals(next))
        {
            return InCapitals(first, next);
        }

        if (!char.IsLower(next[0]) || char.IsDigit(above[^2]) || first.Length == 1 || IsCapitals(first) || IsUnspeakable(first))
        {
            return LineEnd.RealHyphen;
        }

        return ByDocument(first, next);
    }

    /// <summary>After a slash or a dash without a blank before it, and after the hyphen of a compound whose first part is in quotation marks or brackets.</summary>
    private static bool MayGoOnAfterMark(string above, string below)
    {
        if (below.Length == 0 || !char.IsLetterOrDigit(below[0]))
        {
            return false;
        }

        return IsHyphen(above[^1])
            ? above[^2] is '”' or '"' or '»' or '’' or ')' && char.IsLower(below[0]) && !Conjunctions.Contains(below.TrimEnd('.', ',', ';', ':'))
            : above[^1] is '/' or '–' && char.IsLetterOrDigit(above[^2]);
    }

    /// <summary>Whether a text that fills its line and the text below it are one word: neither is a word by itself, or both together are one elsewhere.</summary>
    public bool IsCut(string above, string below)
    {
        var next = Letters(below, 0);
        if (IsCutNumber(above, below))
        {
            return true;
        }

        if (above.Length < 6 || next.Length == 0 || !char.IsLetter(above[^1]) || char.IsUpper(next[0]) != char.IsUpper(above[^1]))
        {
            return false;
        }

        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        return DrawsBlanks
            || words.Contains(string.Concat(above, next))
            || (!words.Contains(above) && (IsPiece(next) || !words.Contains(next)) && !CouldBeWord(next));
    }

    /// <summary>'2023–202' over '5', '31.12.202' over '4': a year lacks its last figures.</summary>
    private static bool IsCutNumber(string above, string below)
    {
        var figures = above.Length - above.AsSpan().TrimEnd("0123456789").Length;
        return figures is > 0 and < 4 && figures < above.Length && above[^(figures + 1)] is '–' or '-' or '.' && above.Length > 5
            && below.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && figures + below.Length is 2 or 4;
    }

    /// <summary>A letter alone is a piece of a word, but for 'i', 'å' and 'ö', which are words.</summary>
    private static bool IsPiece(ReadOnlySpan<char> text) => text.Length == 1 && text[0] is not ('i' or 'å' or 'ö');

    /// <summary>Columns are often as wide as their longest word: where the rest of a line could be a word, it is one.</summary>
    private static bool CouldBeWord(ReadOnlySpan<char> text) => text.Length == 1 ? !IsPiece(text) : text.Length > 2 && text.IndexOfAny(Vowels) >= 0;

    /// <summary>The two parts of a word as one where the document has it so elsewhere, or where its lines are divided as a rule.</summary>
    private LineEnd ByDocument(ReadOnlySpan<char> first, ReadOnlySpan<char> next)
    {
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.Contains(string.Concat(first, "-", next)))
        {
            return LineEnd.RealHyphen;
        }

        return _divides || lookup.Contains(string.Concat(first, next)) ? LineEnd.DividedWord : LineEnd.DoubtfulHyphen;
    }

    /// <summary>In a heading in capitals an abbreviation looks as the first part of a divided word does; the document may have it alone, or the word whole.</summary>
    private LineEnd InCapitals(ReadOnlySpan<char> first, ReadOnlySpan<char> next)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        return words.Contains(string.Concat(first, next)) || (_divides && !words.Contains(first)) ? LineEnd.DividedWord : LineEnd.RealHyphen;
    }

    /// <summary>A word with all its pieces: its look may change within it, and some programs mark the hyphen at the end of a line as a piece of its own.</summary>
    private readonly record struct WholeWord(string Text, float Start, float End, float Baseline, float Size, bool BeforeBlank)
    {
        public static WholeWord At(List<PrintedWord> words, ref int at)
        {
            var (first, text) = (words[at], words[at].Text);
            while (at + 1 < words.Count && IsPieceOf(words[at], words[at + 1]))
            {
                text += words[++at].Text;
            }

            return new(text, first.Start, words[at].End, first.Baseline, first.Size, words[at].BeforeBlank);
        }

        private static bool IsPieceOf(PrintedWord before, PrintedWord next) =>
            !next.AfterBlank && Math.Abs(next.Baseline - before.Baseline) < 0.05f * next.Size && Math.Abs(next.Start - before.End) < 0.05f * next.Size;
    }

    private static void Add(HashSet<string> words, string printed)
    {
        var text = (printed.Contains(SoftHyphen) ? printed.Replace("\u00ad", "", StringComparison.Ordinal) : printed).AsSpan().Trim(".,;:()!?\"”’»«");
        if (text.Length > 1 && !IsHyphen(text[^1]))
        {
            words.GetAlternateLookup<ReadOnlySpan<char>>().Add(text);
        }
    }

    /// <summary>Whether a word that ends a line may go on in the next without a blank.</summary>
    public static bool MayGoOn(string text) => text[^1] is '/' or '–' or SoftHyphen || IsHyphen(text[^1]);

    /// <summary>Whether a slash parts two headings rather than the parts of a word: 'Fokusområde/' over 'Förebyggande insatser', each with a capital.</summary>
    public static bool IsPairOfHeadings(string above, string below) =>
        above.Length > 2 && above[^1] == '/' && char.IsUpper(above[0]) && char.IsLower(above[^2]) && below.Length > 1 && char.IsUpper(below[0]) && char.IsLower(below[1]);

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static ReadOnlySpan<char> Letters(string text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(from, end - from);
    }

    /// <summary>No word is divided after letters that make no syllable: 'hbtqi', 'npf', 'hr'.</summary>
    private static bool IsUnspeakable(ReadOnlySpan<char> text) => text.IndexOfAny(Vowels) is < 0 or > 3;

    /// <summary>The letters before the hyphen at the end.</summary>
    private static ReadOnlySpan<char> LastPart(string text)
    {
        var start = text.Length - 1;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return text.AsSpan(start, text.Length - 1 - start);
    }

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
