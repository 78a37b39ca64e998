using System.Buffers;
using System.Net;
using System.Text;

namespace ActionPlan.Sources.Delimited;

/// <summary>A field as the text of a cell, with its characters counted before anything was dropped.</summary>
internal readonly record struct CellText(RichText Text, int Characters, DroppedCharacters? Dropped)
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u2028\u2029");

    private static readonly CellText Blank = new(RichText.Empty, 0, null);

    public static CellText Of(string field)
    {
        if (field.Length == 0)
        {
            return Blank;
        }

        var text = IsMarkedUp(field) ? WebUtility.HtmlDecode(ParagraphsOfMarks(field)) : field;
        var characters = TextCount.NonBlank(text);
        if (characters == 0)
        {
            return Blank;
        }

        var hyphens = text.AsSpan().Count('\u00AD');
        var clean = hyphens == 0 ? text : text.Replace("\u00AD", "", StringComparison.Ordinal);
        return new(RichText.FromText(Lines(clean)), characters, hyphens == 0 ? null : new DroppedCharacters(Hyphen: hyphens));
    }

    /// <summary>Paragraphs without blank ones and without white space at their ends.</summary>
    public static string Lines(string text)
    {
        if (text.AsSpan().IndexOfAny(LineBreaks) < 0)
        {
            return text.Trim();
        }

        var lines = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().SplitAny(LineBreaks))
        {
            var line = text.AsSpan(range).Trim();
            if (!line.IsEmpty)
            {
                lines.Append(lines.Length == 0 ? "" : "\n").Append(line);
            }
        }

        return lines.ToString();
    }

    /// <summary>Whether the field holds paragraphs as a web page marks them. A lone less-than sign is text.</summary>
    private static bool IsMarkedUp(string field) =>
        field.Contains('<') && IndexOfMark(field, 0, out _) >= 0;

    private static string ParagraphsOfMarks(string field)
    {
        var text = new StringBuilder(field.Length);
        var at = 0;
        int mark;
        while ((mark = IndexOfMark(field, at, out var end)) >= 0)
        {
            text.Append(field, at, mark - at).Append('\n');
            at = end;
        }

        return text.Append(field, at, field.Length - at).ToString();
    }

    /// <summary>The next p or br mark, opening or closing, with whatever attributes.</summary>
    private static int IndexOfMark(string field, int from, out int end)
    {
        for (var at = field.IndexOf('<', from); at >= 0; at = field.IndexOf('<', at + 1))
        {
            var name = at + 1 < field.Length && field[at + 1] == '/' ? at + 2 : at + 1;
            var nameLength = field.AsSpan(name).StartsWith("br", StringComparison.OrdinalIgnoreCase) ? 2
                : field.AsSpan(name).StartsWith("p", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            var after = name + nameLength;
            if (nameLength > 0 && after < field.Length && (field[after] is '>' or '/' || char.IsWhiteSpace(field[after]))
                && field.IndexOf('>', after) is var close and >= 0)
            {
                end = close + 1;
                return at;
            }
        }

        end = 0;
        return -1;
    }
}
