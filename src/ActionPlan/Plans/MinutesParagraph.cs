using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Reads the number of a paragraph of the minutes, with its sign or without.</summary>
internal static class MinutesParagraph
{
    /// <summary>'§ 12', '§12', '§ xx', '§§ 12-13', '§ 102/2016', 'sak 44/21', 'punkt 14', '88 §', or the sign alone.</summary>
    public static bool TrySigned(string text, List<Token> words, int at, out string section, out int next)
    {
        section = string.Empty;
        next = at;
        var word = words[at].Of(text);
        if (word is "§" || word.Equals("sak", StringComparison.OrdinalIgnoreCase) || word.Equals("punkt", StringComparison.OrdinalIgnoreCase) || word.Equals("paragraf", StringComparison.OrdinalIgnoreCase)
            || word.Equals("item", StringComparison.OrdinalIgnoreCase) || word.Equals("section", StringComparison.OrdinalIgnoreCase) || word.Equals("pykälä", StringComparison.OrdinalIgnoreCase) || word.Equals("para", StringComparison.OrdinalIgnoreCase))
        {
            next = at + 1;
            while (next < words.Count && words[next].Of(text) is "§" or "." or ":" or "nr")
            {
                next++;
            }

            if (next < words.Count && Number(text, words, next, out section, out var after))
            {
                next = after;
                return true;
            }

            while (next < words.Count && words[next].Of(text) is "_" or "…" or ".")
            {
                next++;
            }

            return word is "§";
        }

        // Finnish puts the sign last.
        return Number(text, words, at, out section, out next) && next < words.Count && words[next].Of(text) is "§" && ++next > 0
            && (next >= words.Count || !char.IsAsciiDigit(words[next].Of(text)[0]));
    }

    /// <summary>'KF 27, 2001-04-24', 'Kf 169/2017': a number after a body, without a sign.</summary>
    public static bool TryUnsigned(string text, List<Token> words, int at, out string section, out int next)
    {
        if (!Number(text, words, at, out section, out next) || !char.IsAsciiDigit(section[0]) || at == 0)
        {
            return false;
        }

        var slash = section.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            // '2024/717' after a body is a registration number: its year comes first.
            return !(slash == 4 && section[0] is '1' or '2') && section.Length - slash is 3 or 5;
        }

        return section.Length <= 3 && next + 1 < words.Count && words[next].Of(text) is "," && PrintedDate.TryRead(text, words, next + 1, out _, out _);
    }

    /// <summary>A number of a paragraph: digits or x, also over a year ('102/2016'), a range ('12-13') or with a letter.</summary>
    private static bool Number(string text, List<Token> words, int at, out string number, out int next)
    {
        number = string.Empty;
        next = at;
        var word = words[at].Of(text);
        if (!(char.IsAsciiDigit(word[0]) || word.TrimStart("xX").IsEmpty) || word.Length > 6)
        {
            return false;
        }

        var end = at + 1;
        while (end + 1 < words.Count && words[end].Of(text) is "/" or "-" or "–" or ":" && words[end].Start == words[end - 1].End && words[end + 1].Start == words[end].End
            && (char.IsAsciiDigit(words[end + 1].Of(text)[0]) || words[end + 1].Of(text).TrimStart("xX").IsEmpty))
        {
            end += 2;
        }

        next = end;
        number = text[words[at].Start..words[end - 1].End].ToLowerInvariant();
        return true;
    }
}
