using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>One change of a document's markup: its kind, and where.</summary>
public readonly record struct MarkupEdit(int Kind, int First, int Second);

/// <summary>Damages markup. Most edits keep it well-formed, so that they reach the reader and not only the XML parser.</summary>
internal static class Mutation
{
    /// <summary>More edits than these leave too little of a document.</summary>
    private const int MostEdits = 6;

    private static readonly string[] Values = ["", "0", "-1", "1", "2", "3", "999999", "4294967296", "x", "restart", "continue", "nil", "auto", "&#x9;"];

    private static readonly string[] Letters = ["å", "§", "2022", " ", "-", "&#x301;", "\u00AD", "\uFFFD", ":", "|", "\u2028", "&#128512;", "&amp;", "."];

    private static readonly string[] Merges =
        ["<w:gridSpan w:val=\"2\"/>", "<w:gridSpan w:val=\"3\"/>", "<w:gridSpan w:val=\"9\"/>", "<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>", "<w:gridSpan w:val=\"2\"/><w:vMerge/>", "<w:hMerge/>"];

    public static Gen<IList<MarkupEdit>> Edits { get; } =
        Gen.Zip(Gen.Choose(0, 17), Gen.Zip(Gen.Choose(0, int.MaxValue - 1), Gen.Choose(0, int.MaxValue - 1)))
            .Select(edit => new MarkupEdit(edit.Item1, edit.Item2.Item1, edit.Item2.Item2))
            .ListOf().Select(list => (IList<MarkupEdit>)[.. list.Take(MostEdits)]);

    public static string Apply(string markup, IEnumerable<MarkupEdit> edits) => edits.Aggregate(markup, Apply);

    private static string Apply(string text, MarkupEdit edit)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var tags = Tags(text);
        var (a, b) = (tags[edit.First % tags.Count], tags[edit.Second % tags.Count]);
        return edit.Kind switch
        {
            0 => text.Remove(edit.First % text.Length, 1),
            1 => text.Insert(edit.First % text.Length, "<w:p>"),
            2 => Element(text, a) is var (start, end) ? text.Remove(start, end - start) : text,
            3 or 4 => Element(text, a) is var (start, end) ? text.Insert(b, text[start..end]) : text,
            5 => text.Insert(a, AccountTests.Pieces[edit.Second % AccountTests.Pieces.Length]),
            6 => Wrap(text, a, "<w:ins>", "</w:ins>"),
            7 => Wrap(text, a, "<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
            8 => text.Replace("restart", edit.Second % 2 == 0 ? "continue" : "x", StringComparison.Ordinal),
            9 or 10 => ChangeText(text, edit),
            11 or 12 => ChangeAttribute(text, edit),
            13 => Swap(text, a, b),
            14 => Of(text, edit.Second % 2 == 0 ? "<w:tc>" : "<w:tr", edit.First) is { } at && Element(text, at) is var (start, end) ? text.Remove(start, end - start) : text,
            16 or 17 => Merge(text, edit),
            _ => Of(text, edit.Second % 2 == 0 ? "<w:tc>" : "<w:tr", edit.First) is { } at && Element(text, at) is var (start, end) ? text.Insert(start, text[start..end]) : text,
        };
    }

    private static string Wrap(string text, int at, string open, string close) =>
        Element(text, at) is var (start, end) ? text.Insert(end, close).Insert(start, open) : text;

    private static string ChangeText(string text, MarkupEdit edit)
    {
        if (Of(text, "<w:t", edit.First) is not { } tag || text.IndexOf('>', tag) is var start && (start < 0 || text.IndexOf('<', start) is var end && end <= start + 1))
        {
            return text;
        }

        return text.Remove(start + 1, 1).Insert(start + 1 + edit.Second % (text.IndexOf('<', start) - start - 1), Letters[edit.Second % Letters.Length]);
    }

    private static string ChangeAttribute(string text, MarkupEdit edit)
    {
        if (Of(text, "w:val=\"", edit.First) is not { } at)
        {
            return text;
        }

        var start = at + 7;
        var end = text.IndexOf('"', start);
        return end < 0 ? text : text.Remove(start, end - start).Insert(start, Values[edit.Second % Values.Length]);
    }

    /// <summary>Merges a cell with the ones beside or above it, or with ones that are not there.</summary>
    private static string Merge(string text, MarkupEdit edit)
    {
        if (Of(text, "<w:tc>", edit.First) is not { } at)
        {
            return text;
        }

        var properties = Merges[edit.Second % Merges.Length];
        return text.IndexOf("<w:tcPr>", at, StringComparison.Ordinal) == at + 6
            ? text.Insert(at + 14, properties)
            : text.Insert(at + 6, $"<w:tcPr>{properties}</w:tcPr>");
    }

    private static string Swap(string text, int a, int b)
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        return Element(text, low) is var (start, end) && Element(text, high) is var (from, to) && end <= from
            ? string.Concat(text.AsSpan(0, start), text.AsSpan(from, to - from), string.Concat(text.AsSpan(end, from - end), text.AsSpan(start, end - start)), text.AsSpan(to))
            : text;
    }

    /// <summary>One of the places where a text stands in the markup, or null.</summary>
    private static int? Of(string text, string wanted, int choice)
    {
        var from = choice % text.Length;
        var at = text.IndexOf(wanted, from, StringComparison.Ordinal);
        at = at < 0 ? text.IndexOf(wanted, StringComparison.Ordinal) : at;
        return at < 0 ? null : at;
    }

    private static List<int> Tags(string text)
    {
        var tags = new List<int>();
        for (var at = text.IndexOf("<w:", Math.Min(20, text.Length), StringComparison.Ordinal); at >= 0; at = text.IndexOf("<w:", at + 1, StringComparison.Ordinal))
        {
            tags.Add(at);
        }

        return tags.Count == 0 ? [0] : tags;
    }

    private static (int Start, int End)? Element(string text, int start)
    {
        var depth = 0;
        for (var at = start; at >= 0 && at < text.Length; at = text.IndexOf('<', at + 1))
        {
            var end = text.IndexOf('>', at);
            if (end < 0 || (at == start && text[at] != '<'))
            {
                return null;
            }

            depth += text[at + 1] == '/' ? -1 : text[end - 1] == '/' ? 0 : 1;
            if (depth == 0)
            {
                return (start, end + 1);
            }
        }

        return null;
    }
}
