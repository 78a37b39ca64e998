namespace ActionPlan.Tables;

/// <summary>A word, number or sign of a text, by its place.</summary>
internal sealed record Token(int Start, int End)
{
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>
/// Cuts a line into words (letters and digits, with inner hyphens between letters), numbers and single signs. Regular expressions would do the
/// same at a cost in start-up time that a command notices.
/// </summary>
internal static class Tokens
{
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            var start = i;
            if (char.IsLetterOrDigit(c))
            {
                // Letters and digits mixed stay together ('T1', 'A21'); a hyphen joins letters only ('follow-up', 'Barn-').
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '-' && char.IsLetter(text[i - 1]) && (i + 1 == text.Length || !char.IsDigit(text[i + 1])) && !IsOpenDigit(text, i))))
                {
                    i++;
                }
            }
            else
            {
                i++;
            }

            tokens.Add(new Token(start, i));
        }

        return tokens;
    }

    // 'xx-xx', 'XXXX-XX-XX', 'mm-dd': the hyphen of an open date parts.
    private static bool IsOpenDigit(string text, int hyphen)
    {
        var before = hyphen;
        while (before > 0 && IsOpenLetter(text[before - 1]))
        {
            before--;
        }

        return hyphen - before is 2 or 4 && (before == 0 || !char.IsLetter(text[before - 1]));
    }

    private static bool IsOpenLetter(char c) => c is 'x' or 'X' or 'm' or 'M' or 'd' or 'D' or 'å' or 'Å' or 'y' or 'Y' or '0' or '1' or '2';
}
