using System.Text;

namespace ActionPlan.Sources.Delimited;

/// <summary>
/// Tells quotation marks that enclose a field from those that are part of its text. People's tables hold cells that begin with a quoted
/// word ("Fredagsföreläsningarna" är ...), which a parser of RFC 4180 would break.
/// </summary>
internal static class Quotation
{
    /// <summary>The end of the field that begins at a place: its delimiter, line break or the end of the text.</summary>
    public static int SkipField(string text, int start, char delimiter, out bool blank)
    {
        if (start < text.Length && text[start] == '"' && EnclosedEnd(text, start, delimiter) is var end and >= 0)
        {
            blank = end == start + 2;
            return end;
        }

        var rest = text.AsSpan(start);
        var length = rest.IndexOfAny(delimiter, '\n', '\r');
        length = length < 0 ? rest.Length : length;
        blank = rest[..length].IsWhiteSpace();
        return start + length;
    }

    /// <summary>
    /// The text with every field whose quotation marks are its own enclosed and doubled, so that a parser of RFC 4180 reads them as they
    /// stand. The same text where there is no such field.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="openAt">Where a field begins with a quotation mark that nothing closes, or -1.</param>
    public static string Enclose(string text, char delimiter, out int openAt)
    {
        openAt = -1;
        if (!text.Contains('"'))
        {
            return text;
        }

        StringBuilder? enclosed = null;
        var copied = 0;
        var at = 0;
        while (at < text.Length)
        {
            var end = SkipField(text, at, delimiter, out _);
            var field = text.AsSpan(at, end - at);
            if (field.Contains('"') && !(field[0] == '"' && EnclosedEnd(text, at, delimiter) == end))
            {
                if (field[0] == '"' && openAt < 0 && EnclosedEnd(text, at, delimiter) == Unclosed)
                {
                    openAt = at;
                }

                enclosed ??= new StringBuilder(text.Length + 64);
                enclosed.Append(text, copied, at - copied).Append('"').Append(field).Replace("\"", "\"\"", enclosed.Length - field.Length, field.Length).Append('"');
                copied = end;
            }

            at = end + 1;
        }

        return enclosed?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private const int NotEnclosed = -1;
    private const int Unclosed = -2;

    /// <summary>The end of a field enclosed in quotation marks; negative if they don't enclose it.</summary>
    private static int EnclosedEnd(string text, int start, char delimiter)
    {
        var at = start + 1;
        while (true)
        {
            at = text.IndexOf('"', Math.Min(at, text.Length));
            if (at < 0)
            {
                return Unclosed;
            }

            if (at + 1 == text.Length || text[at + 1] == delimiter || text[at + 1] is '\r' or '\n')
            {
                return at + 1;
            }

            if (text[at + 1] != '"')
            {
                return NotEnclosed;
            }

            at += 2;
        }
    }
}
