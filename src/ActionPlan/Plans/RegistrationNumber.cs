namespace ActionPlan.Plans;

/// <summary>Finds registration numbers (diarienummer): opaque text after a label, or a line that has their form alone.</summary>
internal static class RegistrationNumber
{
    private static readonly string[] Labels =
    [
        "diarienummer", "diarienr", "dnr", "ärendenummer", "ärendenr", "saksnummer", "saksnr", "saksnr.", "arkivsak", "arkivsaknr", "sagsnummer", "sagsnr", "journalnummer", "diaarinumero", "dnro", "reg. no", "reg no", "registration number", "reference number", "ref. no", "asianumero",
    ];

    /// <summary>The number that stands after its label in a line, or null.</summary>
    public static string? After(string line)
    {
        foreach (var label in Labels)
        {
            var at = line.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            while (at >= 0)
            {
                var end = at + label.Length;
                var begins = at == 0 || !char.IsLetterOrDigit(line[at - 1]);
                if (begins && end < line.Length && !char.IsLetter(line[end]))
                {
                    var number = Number(line.AsSpan(end).TrimStart(": .\t\u00a0"));
                    if (number.Length > 0)
                    {
                        return number;
                    }
                }

                at = line.IndexOf(label, end, StringComparison.OrdinalIgnoreCase);
            }
        }

        return null;
    }

    /// <summary>The line where it is a number alone: letters, a year, a serial number ('KS 2024/717', 'KSKF/2013:228'); else null.</summary>
    public static string? Alone(string line)
    {
        var text = line.Trim();
        var i = 0;
        while (i < text.Length && char.IsUpper(text[i]))
        {
            i++;
        }

        if (i is < 2 or > 6 || i + 6 > text.Length || text[i] is not (' ' or '-' or '/' or ':'))
        {
            return null;
        }

        var year = text.AsSpan(i + 1, 4);
        return (year.StartsWith("19") || year.StartsWith("20")) && year.IndexOfAnyExceptInRange('0', '9') < 0
            && text[i + 5] is '/' or ':' or '-' or ' ' && i + 6 < text.Length && IsSerial(text.AsSpan(i + 6))
            && !(text[i + 5] == '-' && text.AsSpan(i + 6) is [_, _, '-', _, _])
                ? text
                : null;
    }

    private static bool IsSerial(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or '-'))
            {
                return false;
            }
        }

        return text.Length >= 2;
    }

    private static string Number(ReadOnlySpan<char> rest)
    {
        // Up to a comma, a tab, two spaces, or a word that begins something else.
        var end = 0;
        var words = 0;
        while (end < rest.Length)
        {
            var c = rest[end];
            if (c is ',' or ';' or '\t' or '|' or ')' || (c == ' ' && end + 1 < rest.Length && rest[end + 1] == ' '))
            {
                break;
            }

            if (c == ' ')
            {
                words++;
                var word = rest[(end + 1)..];
                word = word[..(word.IndexOf(' ') is >= 0 and var space ? space : word.Length)];
                if (words > 3 || (word.IndexOfAnyInRange('0', '9') < 0 && !(end < 6 && word.Length < 7)))
                {
                    break;
                }
            }

            end++;
        }

        var number = rest[..end].Trim().TrimEnd('.');
        return number.IndexOfAnyInRange('0', '9') >= 0 || number.IndexOfAny('x', 'X') >= 0 ? number.ToString() : string.Empty;
    }
}
