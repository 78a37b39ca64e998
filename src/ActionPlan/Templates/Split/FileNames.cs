using System.Globalization;
using System.Text;

namespace ActionPlan.Templates.Split;

/// <summary>
/// Names of files as people give them, 'Uppföljning handlingsplan 2023 – Utbildning.docx', which every system can hold: no separators or control
/// characters, no reserved names, no dots or spaces at the ends, at most 120 bytes, and no two the same where case does not count.
/// </summary>
internal sealed class FileNames
{
    private const int Longest = 120;
    private const int LongestRecipient = 70;
    private const int LongestPeriod = 24;
    private const string Extension = ".docx";
    private const string Unnamed = "utan rubrik";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of the next file.</summary>
    /// <param name="title">The title of the plan; it is what is cut where the name is too long.</param>
    /// <param name="recipient">Whom the file is for.</param>
    /// <param name="period">What tells this year's file from last year's, unless the title does.</param>
    public string Next(string title, string recipient, string? period = null)
    {
        var name = Cut(Safe(recipient), LongestRecipient);
        name = name.Length == 0 ? Unnamed : name;
        var front = Safe(title);
        var year = Safe(period ?? "") is { Length: > 0 } safe && Bytes(safe) <= LongestPeriod && !front.Contains(safe, StringComparison.OrdinalIgnoreCase) ? $"{(front.Length > 0 && char.IsAsciiDigit(front[^1]) ? "," : "")} {safe}" : "";
        for (var number = 1; ; number++)
        {
            var ending = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            // A reserved name gets a sign before it.
            var room = Longest - 1 - Bytes(Extension) - Bytes(ending) - Bytes(name) - Bytes(" – ") - Bytes(year);
            var start = (Cut(front, room) + year).TrimStart();
            var whole = Whole((start.Length == 0 ? name : $"{start} – {name}") + ending) + Extension;
            if (_taken.Add(whole.Normalize(NormalizationForm.FormKC).ToUpperInvariant()))
            {
                return whole;
            }
        }
    }

    /// <summary>A name that no system takes for something else.</summary>
    private static string Whole(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Reserved.Contains((dot < 0 ? name : name[..dot]).TrimEnd()) ? "_" + name : name;
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                _ => rune.Value is '/' or '\\' or ':' or '|' or '*' or '?' or '"' or '<' or '>' ? "-" : rune.ToString(),
            };
            if (rune.Value != 0xFFFD && (kept != " " || (safe.Length > 0 && safe[^1] != ' ')))
            {
                safe.Append(kept);
            }
        }

        return Ends(safe.ToString().Normalize(NormalizationForm.FormC));
    }

    private static string Ends(string name) => name.Trim().TrimEnd('.', ' ').TrimStart('.', ' ', '-', '~', '$');

    private static string Cut(string text, int bytes)
    {
        if (Bytes(text) <= bytes)
        {
            return text;
        }

        var length = 0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > bytes)
            {
                break;
            }

            length += rune.Utf8SequenceLength;
            end += rune.Utf16SequenceLength;
        }

        // At the end of a word, where one ends not far off.
        var word = end > 0 ? text.LastIndexOf(' ', end - 1) : -1;
        return Ends(text[..(word > end * 2 / 3 ? word : end)]);
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
