using System.Globalization;

namespace ActionPlan.Tables;

/// <summary>A period of follow-up, found in a heading or a title: '2023', 'T1 2023', 'delår 2023', 'läsår 2022/2023'.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Year">The (last) year, or 0.</param>
/// <param name="Order">The part of the year that orders periods: months from its start to the end of the period, 12 for the whole year; 0 where no part is named.</param>
/// <param name="IsRange">Whether it runs over several years, as the validity of a plan does.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">Its length in characters.</param>
internal sealed record Period(string Text, int Year, int Order, bool IsRange, int Start, int Length)
{
    public bool IsLaterThan(Period other) => Year != other.Year ? Year > other.Year : Weight > other.Weight;

    private int Weight => Order == 0 ? 12 : Order;

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] OtherMonths =
        ["januar", "februar", "marts", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    private static readonly string[] EnglishMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] FinnishMonths =
        ["tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"];

    /// <summary>The number of a month by its name or the first three letters of it, in the languages that are read; 0 for other words.</summary>
    public static int MonthNumber(ReadOnlySpan<char> word, bool allowShort = true)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        foreach (var names in (ReadOnlySpan<string[]>)[Months, OtherMonths, EnglishMonths, FinnishMonths])
        {
            for (var i = 0; i < names.Length; i++)
            {
                if (word.Equals(names[i], StringComparison.OrdinalIgnoreCase)
                    || (allowShort && word.Length is 3 or 4 && names != FinnishMonths && names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    || (names == FinnishMonths && word.StartsWith(names[i], StringComparison.OrdinalIgnoreCase)))
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }

    /// <summary>The latest period that a text names, or null.</summary>
    public static Period? FindLatest(string text)
    {
        Period? latest = null;
        foreach (var period in FindAll(text))
        {
            if (latest is null || period.IsLaterThan(latest))
            {
                latest = period;
            }
        }

        return latest;
    }

    /// <summary>All periods that a text names, from left to right. Dates of days ('2022-05-03', '16.06.2021') are none.</summary>
    public static List<Period> FindAll(string text)
    {
        var found = new List<Period>();
        var words = Tokens.Of(text);
        for (var i = 0; i < words.Count;)
        {
            var (period, next) = At(text, words, i);
            if (period is { } value)
            {
                found.Add(value);
            }

            i = Math.Max(next, i + 1);
        }

        return found;
    }

    private static (Period? Period, int Next) At(string text, List<Token> words, int i)
    {
        var order = PartOfYear(text, words, i, out var afterPart, out var standsAlone);
        if (order > 0)
        {
            // 'T1 2023', 'tertial 2, 2023', 'januari-augusti 2023', 'delår 2023'
            var at = afterPart;
            while (at < words.Count && words[at].Of(text) is "," or "-" or "–" or "av" or "år" or "året")
            {
                at++;
            }

            if (at < words.Count && YearAt(text, words, at, out var partYear, out var afterYear, out var range))
            {
                return (Make(text, words, i, afterYear, partYear, order, range && order != 12), afterYear);
            }

            return standsAlone ? (Make(text, words, i, afterPart, 0, order, range: false), afterPart) : (null, afterPart);
        }

        if (YearAt(text, words, i, out var year, out var next, out var isRange))
        {
            // '2023 T1', '2023 (T1)', '2023, tertial 1'
            var at = next;
            if (at < words.Count && words[at].Of(text) is "," or "(")
            {
                at++;
            }

            if (!isRange && at < words.Count && PartOfYear(text, words, at, out var after, out var alone) is > 0 and var part && alone)
            {
                return (Make(text, words, i, after, year, part, range: false), after);
            }

            return (Make(text, words, i, next, year, 0, isRange), next);
        }

        return (null, i + 1);
    }

    private static Period Make(string text, List<Token> words, int from, int to, int year, int order, bool range)
    {
        var start = words[from].Start;
        var length = words[to - 1].End - start;
        return new(text.Substring(start, length), year, order, range, start, length);
    }

    /// <summary>Months from the start of the year to the end of the part named at a place; 0 where no part is named.</summary>
    private static int PartOfYear(string text, List<Token> words, int i, out int next, out bool standsAlone)
    {
        next = i + 1;
        standsAlone = true;
        var word = words[i].Of(text);
        if (word.Length == 2 && char.IsAsciiDigit(word[1]) && word[1] != '0')
        {
            var (months, most) = word[0] switch { 'T' or 't' => (4, '3'), 'Q' or 'q' or 'K' or 'k' => (3, '4'), 'H' or 'h' => (6, '2'), _ => (0, '0') };
            return word[1] <= most ? months * (word[1] - '0') : 0;
        }

        Span<char> lower = stackalloc char[24];
        lower = lower[..Math.Max(0, word[..Math.Min(word.Length, lower.Length)].ToLowerInvariant(lower))];
        var size = (ReadOnlySpan<char>)lower switch
        {
            "tertial" or "tertialet" or "tertialuppföljning" or "tertialrapport" or "tertiaali" => 4,
            "kvartal" or "kvartalet" or "quarter" or "kvartaali" => 3,
            "halvår" or "halvåret" or "half-year" => 6,
            _ => 0,
        };
        if (size > 0)
        {
            if (i + 1 < words.Count && words[i + 1].Of(text) is var number && number.Length == 1 && char.IsAsciiDigit(number[0]) && number[0] != '0')
            {
                next = i + 2;
                return Math.Min(12, size * (number[0] - '0'));
            }

            return size == 6 ? 6 : 0;
        }

        switch ((ReadOnlySpan<char>)lower)
        {
            case "delår" or "delåret" or "delårsuppföljning" or "delårsrapport" or "delårsbokslut":
                return 8;
            case "helår" or "helåret" or "helårsuppföljning":
                return 12;
            case "läsår" or "läsåret" or "årsuppföljning" or "årsbokslut":
                standsAlone = false;
                return 12;
            case "höst" or "hösten" or "höstterminen" or "ht":
                return 12;
            case "våren" or "vårterminen" or "vt":
            case "vår" when i == words.Count - 1 && i > 0:
                return 6;
        }

        // 'Uppföljning april', 'Avstämning dec': at the end of a heading a month needs no year.
        if (i == words.Count - 1 && i > 0 && char.IsLetter(words[i - 1].Of(text)[0]) && MonthNumber(word) is > 0 and var closing)
        {
            return closing;
        }

        // 'januari-augusti' is one word.
        if (word.IndexOf('-') is > 2 and var hyphen && MonthNumber(word[..hyphen], allowShort: false) > 0 && MonthNumber(word[(hyphen + 1)..], allowShort: false) is > 0 and var end)
        {
            return end;
        }

        standsAlone = false;
        if (MonthNumber(word, allowShort: false) is > 0 and var month)
        {
            // A day before the month makes it a date ('18 maj 2021'), not a period.
            if (i > 0 && char.IsAsciiDigit(words[i - 1].Of(text)[0]))
            {
                return 0;
            }

            if (i + 2 < words.Count && words[i + 1].Of(text) is "-" or "–" or "till" or "to" && MonthNumber(words[i + 2].Of(text), allowShort: false) is > 0 and var last)
            {
                next = i + 3;
                standsAlone = true;
                return last;
            }

            return month;
        }

        return 0;
    }

    /// <summary>A year, a range of years ('2022-2025', '2022/23', '13/14') at a place; not the year of a date.</summary>
    private static bool YearAt(string text, List<Token> words, int i, out int year, out int next, out bool range)
    {
        next = i + 1;
        range = false;
        year = 0;
        var word = words[i].Of(text);
        var isFull = IsYear(word, out year);
        var isShort = !isFull && word.Length == 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]);
        if (!isFull && !isShort)
        {
            return false;
        }

        // Part of a date or of a number: '2022-05-03', '2021/00123', '1.2023', '12-2023'.
        if (i > 0 && words[i - 1].Of(text) is "-" or "/" or "." or ":" && i > 1 && words[i - 1].Start == words[i - 2].End && words[i].Start == words[i - 1].End)
        {
            return false;
        }

        if (i + 2 < words.Count && words[i + 1].Of(text) is "-" or "–" or "—" or "/")
        {
            var second = words[i + 2].Of(text);
            var joined = words[i + 1].Start == words[i].End && words[i + 2].Start == words[i + 1].End;
            if (isFull && IsYear(second, out var last) && last >= year && last - year < 60)
            {
                (year, range, next) = (last, last > year, i + 3);
                return true;
            }

            if (isFull && joined && second.Length == 2 && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var two)
                && (i + 3 >= words.Count || words[i + 3].Of(text) is not ("-" or "/")) && two == (year + 1) % 100)
            {
                (year, range, next) = (year + 1, true, i + 3);
                return true;
            }

            if (isShort && joined && words[i + 1].Of(text) is "/" && second.Length == 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
                && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var b) && b == (a + 1) % 100)
            {
                (year, range, next) = (2000 + b, true, i + 3);
                return true;
            }

            if (joined && char.IsAsciiDigit(second[0]))
            {
                return false;
            }
        }

        return isFull;
    }

    private static bool IsYear(ReadOnlySpan<char> word, out int year)
    {
        year = 0;
        return word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1980 and < 2100;
    }
}
