using System.Globalization;

namespace ActionPlan.Tables;

/// <summary>
/// Reads a date as Nordic documents print it, with open digits: '2020-02-19', '2022-xx-xx', 'åååå-mm-dd', 'den 18 maj 2021', '29/11 2017',
/// '16.06.2021', 'June 14, 2021', 'maj 2021', '2021'.
/// </summary>
internal static class PrintedDate
{
    /// <summary>The date that begins at a token, and the token after it; false where none does.</summary>
    public static bool TryRead(string text, List<Token> words, int at, out PartialDate date, out int next)
    {
        date = default;
        next = at;
        if (at < words.Count && words[at].Of(text) is "den" or "Den" or "the" && at + 1 < words.Count)
        {
            at++;
        }

        return at < words.Count
            && (YearFirst(text, words, at, out date, out next) || DayFirst(text, words, at, out date, out next) || MonthFirst(text, words, at, out date, out next));
    }

    /// <summary>Whether a date is no more than a year: too little to be taken for the date of a decision without other signs.</summary>
    public static bool IsYearAlone(PartialDate date) => date.ToString().Length == 4;

    private static bool YearFirst(string text, List<Token> words, int at, out PartialDate date, out int next)
    {
        date = default;
        next = at;
        var year = Open(words[at].Of(text), 4);
        if (year is null && words[at].Of(text) is { Length: 2 } two && char.IsAsciiDigit(two[0]) && char.IsAsciiDigit(two[1])
            && at + 4 < words.Count && words[at + 1].Of(text) is "-" && words[at + 3].Of(text) is "-")
        {
            // '21-05-18'
            year = "20" + two.ToString();
        }

        if (year is null)
        {
            return words[at].Of(text) is { Length: 8 } digits && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                && (next = at + 1) > 0 && Make($"{digits[..4]}-{digits[4..6]}-{digits[6..]}", out date);
        }

        if (at + 4 < words.Count && Joined(words, at, at + 4) && words[at + 1].Of(text) is "-" or "." or "/" or "–" && words[at + 3].Of(text) is "-" or "." or "/" or "–"
            && Open(words[at + 2].Of(text), 2) is { } month && Open(words[at + 4].Of(text), 2) is { } day && Make($"{year}-{month}-{day}", out date))
        {
            next = at + 5;
            return true;
        }

        if (at + 2 < words.Count && Joined(words, at, at + 2) && words[at + 1].Of(text) is "-" && Open(words[at + 2].Of(text), 2) is { } only && Make($"{year}-{only}", out date)
            && (at + 3 >= words.Count || !Joined(words, at + 2, at + 3) || words[at + 3].Of(text) is not "-"))
        {
            next = at + 3;
            return true;
        }

        // A range of years, or the year of a registration number, is no date.
        if (at + 1 < words.Count && Joined(words, at, at + 1) && words[at + 1].Of(text) is "-" or "–" or "/" or ":")
        {
            return false;
        }

        next = at + 1;
        return IsPlausible(year) && Make(year, out date);
    }

    private static bool DayFirst(string text, List<Token> words, int at, out PartialDate date, out int next)
    {
        date = default;
        next = at;
        if (Day(words[at].Of(text)) is not { } day)
        {
            return false;
        }

        // '29/11 2017', '29/11-2017', '16.06.2021', '16.6.2021'
        if (at + 3 < words.Count && words[at + 1].Of(text) is "/" or "." && Joined(words, at, at + 2) && Open(Two(words[at + 2].Of(text)), 2) is { } month)
        {
            var year = at + 3;
            if (words[year].Of(text) is "-" or "." or "/" or ",")
            {
                year++;
            }

            if (year < words.Count && Open(words[year].Of(text), 4) is { } full && Make($"{full}-{month}-{day}", out date))
            {
                next = year + 1;
                return true;
            }
        }

        // '18 maj 2021', '14. juni 2021', '3:e maj 2022', 'xx maj 2022'
        var name = at + 1;
        if (name + 1 < words.Count && words[name].Of(text) is "." or ":")
        {
            name += words[name].Of(text) is ":" ? 2 : 1;
        }

        if (name < words.Count && Period.MonthNumber(words[name].Of(text)) is > 0 and var number)
        {
            var year = name + 1;
            if (year + 1 < words.Count && words[year].Of(text) is "." or ",")
            {
                year++;
            }

            var month2 = number.ToString("00", CultureInfo.InvariantCulture);
            if (year < words.Count && Open(words[year].Of(text), 4) is { } full && Make($"{full}-{month2}-{day}", out date))
            {
                next = year + 1;
                return true;
            }
        }

        return false;
    }

    private static bool MonthFirst(string text, List<Token> words, int at, out PartialDate date, out int next)
    {
        date = default;
        next = at;
        var month = Period.MonthNumber(words[at].Of(text), allowShort: false);
        if (month == 0 || at + 1 >= words.Count)
        {
            return false;
        }

        if (at + 3 < words.Count && Day(words[at + 1].Of(text)) is { } day && words[at + 2].Of(text) is "," && Open(words[at + 3].Of(text), 4) is { } year
            && Make(string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day}"), out date))
        {
            next = at + 4;
            return true;
        }

        next = at + 2;
        return Open(words[at + 1].Of(text), 4) is { } only && Make(string.Create(CultureInfo.InvariantCulture, $"{only}-{month:00}"), out date);
    }

    private static bool Make(string text, out PartialDate date)
    {
        if (!PartialDate.TryParse(text, provider: null, out date))
        {
            return false;
        }

        var valid = (text.Length < 7 || InRange(text.AsSpan(5, 2), 12)) && (text.Length < 10 || InRange(text.AsSpan(8, 2), 31));
        date = valid ? date : default;
        return valid;
    }

    private static bool InRange(ReadOnlySpan<char> two, int most) =>
        two.Contains('x') || (int.TryParse(two, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most);

    private static bool IsPlausible(string year) => year.Contains('x', StringComparison.Ordinal) ? year[0] is '1' or '2' : year is ['1', '9', ..] or ['2', '0', ..];

    private static string? Day(ReadOnlySpan<char> word) => word.Length is 1 or 2 ? Open(Two(word), 2) : null;

    private static ReadOnlySpan<char> Two(ReadOnlySpan<char> word) => word.Length == 1 && char.IsAsciiDigit(word[0]) ? "0" + word.ToString() : word;

    /// <summary>Digits with x for each open one ('20XX', 'åååå', 'mm'), or null for another word or another length.</summary>
    private static string? Open(ReadOnlySpan<char> word, int length)
    {
        if (word.Length != length)
        {
            return null;
        }

        Span<char> open = stackalloc char[4];
        for (var i = 0; i < length; i++)
        {
            open[i] = word[i] switch
            {
                >= '0' and <= '9' => word[i],
                'x' or 'X' or 'å' or 'Å' or 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'v' or 'V' or 'k' or 'K' or 'p' or 'P' => 'x',
                _ => '\0',
            };
            if (open[i] == '\0')
            {
                return null;
            }
        }

        // A word of placeholder letters is one letter repeated: 'åååå', 'mm', not 'my'.
        for (var i = 1; i < length; i++)
        {
            if (char.IsLetter(word[i]) && char.IsLetter(word[i - 1]) && char.ToLowerInvariant(word[i]) != char.ToLowerInvariant(word[i - 1]))
            {
                return null;
            }
        }

        return open[..length].ToString();
    }

    private static bool Joined(List<Token> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words[i].End != words[i + 1].Start)
            {
                return false;
            }
        }

        return true;
    }
}
