using System.Buffers;

namespace ActionPlan.Templates.Fields;

/// <summary>Finds what looks like a field in a text: in two braces, or in other brackets, as other programs or a slip of the hand have them.</summary>
internal static class FieldBrackets
{
    private const int LongestName = 81;
    private const int LongestField = 120;
    private const int Shown = 30;

    private static readonly SearchValues<char> Any = SearchValues.Create("{}[<«‹");
    private static readonly SearchValues<char> Opening = SearchValues.Create("{[<«‹");

    private readonly record struct Bracketed(bool OpensRight, bool ClosesRight, string Sign, string Name, int Start, int End);

    /// <summary>A look without cost: whether <see cref="Almost"/> could find anything.</summary>
    public static bool MayBeAlmost(string text) => text.AsSpan().IndexOfAny(Any) >= 0;

    /// <summary>Names of fields in other brackets than two braces, with the field that is meant; closing braces without opening ones, with null.</summary>
    public static IEnumerable<(string Written, string? Meant, int At)> Almost(string text)
    {
        var found = All(text);
        foreach (var each in found.Where(each => !each.OpensRight))
        {
            // Of one that opens with two braces it is said that it is never closed.
            var known = FieldNames.ScopeOf(each.Name) is not null || FieldNames.IsLoop(each.Name) ? each.Name : FieldSpelling.Same(each.Name);
            if (known is not null && (known.Contains('.', StringComparison.Ordinal) || each.Sign.Length > 0))
            {
                yield return (text[each.Start..each.End], "{{" + each.Sign + known + "}}", each.Start);
            }
            else if (each.ClosesRight)
            {
                yield return (text[each.Start..each.End], null, each.Start);
            }
        }

        var (next, open, closed, search) = (0, -1, -1, 0);
        for (var at = text.IndexOf("}}", StringComparison.Ordinal); at >= 0; at = text.IndexOf("}}", at + 2, StringComparison.Ordinal))
        {
            for (var i = text.IndexOf("{{", search, at - search, StringComparison.Ordinal); i >= 0; i = text.IndexOf("{{", search, at - search, StringComparison.Ordinal))
            {
                (open, search) = (i, i + 1);
            }

            while (next < found.Count && found[next].End <= at)
            {
                next++;
            }

            if ((open < 0 || closed >= open) && !(next < found.Count && found[next].Start <= at))
            {
                yield return (text[Math.Max(0, at - Shown)..(at + 2)], null, at);
            }

            (closed, search) = (at, Math.Max(search, at));
        }
    }

    /// <summary>The first field in double braces, right or nearly so, of a text.</summary>
    public static string? First(string text)
    {
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + 2);
            var end = rest[..Math.Min(rest.Length, LongestField + 1)].IndexOfAny("{}\n");
            if (end < 1 || !rest[end..].StartsWith("}}"))
            {
                continue;
            }

            var name = rest[..end].ToString().Trim(' ').TrimStart('#', '^', '/');
            if (FieldNames.ScopeOf(name) is not null || FieldNames.IsLoop(name) || FieldNames.Nearest(name, withLoops: true) is not null)
            {
                return text[at..(at + end + 4)];
            }
        }

        return null;
    }

    private static List<Bracketed> All(string text)
    {
        var all = new List<Bracketed>();
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Opening);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (Read(text, at) is { } found)
            {
                all.Add(found);
                at = found.End;
            }
            else
            {
                at++;
            }
        }

        return all;
    }

    /// <summary>A sign or none and a name in brackets of any kind; between two braces there may be a blank.</summary>
    private static Bracketed? Read(string text, int start)
    {
        var at = start + 1;
        var isDouble = At(text, at) == text[start] && text[start] is '{' or '[' or '<';
        at += isDouble ? 1 : 0;
        if (!isDouble && text[start] == '{' && char.IsWhiteSpace(At(text, at)) && At(text, at + 1) == '{')
        {
            at += 2;
        }

        at = SkipBlanks(text, at);
        var sign = At(text, at) is '#' or '^' or '/' ? text.Substring(at, 1) : "";
        at = SkipBlanks(text, at + sign.Length);
        var name = at;
        while (at - name < LongestName && (char.IsLetterOrDigit(At(text, at)) || (at > name && At(text, at) is '.' or '_' or ':' or '-')))
        {
            at++;
        }

        var end = SkipBlanks(text, at);
        if (at == name || At(text, end) is not ('}' or ']' or '>' or '»' or '›'))
        {
            return null;
        }

        var closing = text[end++];
        var closesDouble = At(text, end) == closing && closing is '}' or ']' or '>';
        end += closesDouble ? 1 : closing == '}' && char.IsWhiteSpace(At(text, end)) && At(text, end + 1) == '}' ? 2 : 0;
        return new(isDouble && text[start] == '{', closesDouble && closing == '}', sign, text[name..at], start, end);
    }

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';

    private static int SkipBlanks(string text, int at)
    {
        while (char.IsWhiteSpace(At(text, at)))
        {
            at++;
        }

        return at;
    }
}
