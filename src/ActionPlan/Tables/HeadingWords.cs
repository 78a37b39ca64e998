using System.Text;

namespace ActionPlan.Tables;

/// <summary>What a heading means and how sure that is.</summary>
/// <param name="Key">The meaning; <see cref="ColumnKey.Other"/> where no word is known.</param>
/// <param name="Strength">0 for unknown; see the constants of <see cref="HeadingWords"/>.</param>
/// <param name="Period">The period that the heading names, or null.</param>
internal readonly record struct HeadingMeaning(ColumnKey Key, int Strength, Period? Period);

/// <summary>Finds what a column heading means, by its words.</summary>
internal sealed class HeadingWords
{
    /// <summary>A word that is part of a longer heading: 'Beskrivning av planerade åtgärder'.</summary>
    public const int WeakMatch = 1;

    /// <summary>The ending of a compound word: 'inriktningsmål'.</summary>
    public const int CompoundMatch = 2;

    /// <summary>A part of a heading of several parts: 'Målgrupp/aktivitet'.</summary>
    public const int PartMatch = 3;

    /// <summary>A whole heading.</summary>
    public const int WholeMatch = 4;

    /// <summary>The plainest name of the meaning: 'Aktivitet'.</summary>
    public const int PlainMatch = 5;

    /// <summary>A heading that the caller named.</summary>
    public const int CallerMatch = 6;

    private static readonly Dictionary<string, KnownHeading> BuiltIn = LoadLexicon();

    private readonly Dictionary<string, ColumnKey>? _extra;

    public HeadingWords(ColumnHeadings extra)
    {
        foreach (var entry in extra.Entries)
        {
            foreach (var heading in entry.Headings)
            {
                _extra ??= new(StringComparer.Ordinal);
                _extra[Normalise(heading, out _)] = entry.Key;
            }
        }
    }

    /// <summary>The longest heading that can be meant: a whole sentence is none.</summary>
    private const int LongestHeading = 120;

    public HeadingMeaning Find(string heading)
    {
        if (heading.Length is 0 or > LongestHeading)
        {
            return default;
        }

        var text = Normalise(heading, out var period);
        if (_extra is not null && _extra.TryGetValue(text, out var key))
        {
            return new(key, CallerMatch, period);
        }

        if (text.Length == 0 || HeadingLexicon.Strangers.Contains(text))
        {
            return new(ColumnKey.Other, 0, period);
        }

        if (BuiltIn.TryGetValue(text, out var known))
        {
            return new(known.Key, known.Strength, period);
        }

        var (found, strength) = FindPart(text);
        return new(found, strength, period);
    }

    /// <summary>Whether a cell holds a heading of tables that are no plan.</summary>
    public static bool IsStranger(Sources.SourceCell cell) => cell.Text.Text.Length is > 0 and <= 60 && HeadingLexicon.Strangers.Contains(Normalise(cell.Text.Text, out _));

    private (ColumnKey Key, int Strength) FindPart(string text)
    {
        // 'Aktivitet/insats', 'Mål och indikatorer', 'Uppföljning, resultat', 'Mål (delmål)': the first known part gives the meaning.
        (ColumnKey Key, int Strength) best = default;
        foreach (var part in Parts(text))
        {
            if (_extra is not null && _extra.TryGetValue(part, out var extra))
            {
                return (extra, CallerMatch);
            }

            if (BuiltIn.TryGetValue(part, out var known) && best.Strength < PartMatch)
            {
                best = (known.Key, PartMatch);
            }
        }

        if (best.Strength > 0)
        {
            return best;
        }

        var words = text.Split([' ', '/', ',', '(', ')', '-', '–'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 8)
        {
            return default;
        }

        // 'Uppföljning av planens mål' is a follow-up, 'Planerade åtgärder' are activities: the first word that is known, as a whole or by its ending.
        foreach (var word in words)
        {
            if (BuiltIn.TryGetValue(word, out var known) && word.Length > 2 && known.Strength == PlainMatch)
            {
                return (known.Key, words.Length == 1 ? PartMatch : WeakMatch);
            }

            foreach (var (ending, key) in HeadingLexicon.Endings)
            {
                if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal) && !HeadingLexicon.Strangers.Contains(word))
                {
                    return (key, words.Length == 1 ? CompoundMatch : WeakMatch);
                }
            }
        }

        return default;
    }

    private static IEnumerable<string> Parts(string text)
    {
        var flat = text.Replace(" och ", "/", StringComparison.Ordinal).Replace(" samt ", "/", StringComparison.Ordinal).Replace(" og ", "/", StringComparison.Ordinal)
            .Replace(" and ", "/", StringComparison.Ordinal).Replace(" ja ", "/", StringComparison.Ordinal).Replace(" eller ", "/", StringComparison.Ordinal);
        foreach (var part in flat.Split(['/', ',', '(', ')', '&', '+', ':', ';', '–', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return part.TrimEnd('?', '.', '*', '!', ' ', '-');
        }
    }

    /// <summary>
    /// Lower case, one space, without soft hyphens, years and parts of years, question marks and the hyphens of a division over lines
    /// ('Upp-\nföljning 2022' is 'uppföljning').
    /// </summary>
    internal static string Normalise(string heading, out Period? period)
    {
        period = Period.FindLatest(heading);
        var text = WithoutTimes(heading);
        var source = text.ToString();
        text.Clear();
        var space = false;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c is '\u00ad' or '\u200b' or '\u200e' or '\u200f' or '\ufeff')
            {
                continue;
            }

            if (c is '-' or '\u2010' && i > 0 && char.IsLetter(source[i - 1]) && i + 1 < source.Length && source[i + 1] == '\n'
                && i + 2 < source.Length && char.IsLower(source[i + 2]))
            {
                i++;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                space = text.Length > 0;
                continue;
            }

            if (space && c is not ('/' or ',' or '?' or '.' or ':'))
            {
                if (text[^1] != '/')
                {
                    text.Append(' ');
                }
            }

            space = false;
            text.Append(c == '\u2011' ? '-' : char.ToLowerInvariant(c));
        }

        var start = 0;
        var end = text.Length;
        while (end > 0 && text[end - 1] is '?' or '.' or ':' or '*' or '!' or ' ' or ',' or '-' or '–' or '¹' or '²' or '³' or '(' or ')' && !(text[end - 1] == ')' && HasOpenBefore(text, end - 1)))
        {
            end--;
        }

        while (start < end && text[start] is ' ' or '-' or '–' or '*' or ':' or '.' or ',')
        {
            start++;
        }

        return ComposedText.Of(text.ToString(start, end - start));
    }

    /// <summary>The heading with periods and dates blanked: replaced by as many spaces, so that the offsets of the others stay right.</summary>
    private static StringBuilder WithoutTimes(string heading)
    {
        var text = new StringBuilder(heading);
        if (!heading.AsSpan().ContainsAnyInRange('0', '9') && !heading.Contains("år", StringComparison.OrdinalIgnoreCase) && !heading.Contains("höst", StringComparison.OrdinalIgnoreCase)
            && !heading.EndsWith("HT", StringComparison.Ordinal) && !heading.EndsWith("VT", StringComparison.Ordinal) && !heading.Contains('-', StringComparison.Ordinal) && !heading.Contains('–', StringComparison.Ordinal)
            && Period.MonthNumber(heading.AsSpan(heading.LastIndexOf(' ') + 1)) == 0)
        {
            return text;
        }

        foreach (var found in Period.FindAll(heading))
        {
            text.Remove(found.Start, found.Length).Insert(found.Start, " ", found.Length);
        }

        var words = Tokens.Of(heading);
        for (var i = 0; i < words.Count; i++)
        {
            if (PrintedDate.TryRead(heading, words, i, out var date, out var next) && date.ToString().Length > 4)
            {
                var (start, length) = (words[i].Start, words[next - 1].End - words[i].Start);
                text.Remove(start, length).Insert(start, " ", length);
                i = next - 1;
            }
        }

        return text;
    }

    private static bool HasOpenBefore(StringBuilder text, int close)
    {
        for (var i = close - 1; i >= 0; i--)
        {
            if (text[i] == '(')
            {
                // '(2022)' has become '( )': nothing stands between.
                return i + 1 < close && text[i + 1] != ' ';
            }
        }

        return false;
    }

    private static Dictionary<string, KnownHeading> LoadLexicon()
    {
        var words = new Dictionary<string, KnownHeading>(600, StringComparer.Ordinal);
        foreach (var (key, plain, list) in HeadingLexicon.Phrases)
        {
            var headings = WordList.Of(list);
            var (plainly, wholly) = (new KnownHeading(key, PlainMatch), new KnownHeading(key, WholeMatch));
            for (var i = 0; i < headings.Length; i++)
            {
                words.TryAdd(headings[i], i < plain ? plainly : wholly);
            }
        }

        return words;
    }

    /// <summary>What a heading means; one instance serves all headings of one meaning.</summary>
    private sealed record KnownHeading(ColumnKey Key, int Strength);
}
