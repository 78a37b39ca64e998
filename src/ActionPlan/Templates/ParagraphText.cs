using System.Text;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Changes stretches of text within paragraphs, run by run, so that their look stays.</summary>
internal sealed class ParagraphText
{
    private readonly Dictionary<string, List<TextChange>> _changes = new(StringComparer.Ordinal);

    public ParagraphText(IEnumerable<TextChange> changes)
    {
        foreach (var change in changes)
        {
            var key = Key(change.Paragraph);
            if (!_changes.TryGetValue(key, out var list))
            {
                _changes.Add(key, list = []);
            }

            list.Add(change);
        }
    }

    /// <summary>The text without white space: what is compared.</summary>
    public static string Key(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u00AD' or '\u200B')));

    /// <summary>The visible text of a paragraph without its text boxes.</summary>
    public static string Of(XElement paragraph)
    {
        var text = new StringBuilder();
        foreach (var piece in Pieces(paragraph))
        {
            text.Append(Text(piece));
        }

        return text.ToString();
    }

    public void Change(XElement container)
    {
        if (_changes.Count == 0)
        {
            return;
        }

        foreach (var paragraph in container.DescendantsAndSelf(Wml.P).ToList())
        {
            if (_changes.TryGetValue(Key(Of(paragraph)), out var changes))
            {
                foreach (var change in changes)
                {
                    Change(paragraph, change);
                }
            }
        }
    }

    private static IEnumerable<XElement> Pieces(XElement paragraph) =>
        paragraph.Descendants().Where(element => element.Name.Namespace == Wml.W
            && element.Name.LocalName is "t" or "tab" or "br" or "cr" or "noBreakHyphen"
            && element.Parent?.Name == Wml.Run
            && element.Ancestors(Wml.P).First() == paragraph);

    private static string Text(XElement piece) => piece.Name.LocalName switch { "t" => piece.Value, "tab" => "\t", "noBreakHyphen" => "\u2011", _ => "\n" };

    private static void Change(XElement paragraph, TextChange change)
    {
        var pieces = Pieces(paragraph).ToList();
        var text = string.Concat(pieces.Select(Text));
        var at = text.IndexOf(change.Old, StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        // Only what differs is written, so that neighbouring runs keep their characters and their look.
        var (old, @new) = (change.Old, change.New);
        var front = 0;
        while (front < Math.Min(old.Length, @new.Length) && old[front] == @new[front])
        {
            front++;
        }

        var back = 0;
        while (back < Math.Min(old.Length, @new.Length) - front && old[^(back + 1)] == @new[^(back + 1)])
        {
            back++;
        }

        var (start, end) = (at + front, at + old.Length - back);
        var insert = @new[front..(@new.Length - back)];
        var position = 0;
        foreach (var piece in pieces)
        {
            var length = Text(piece).Length;
            var (from, to) = (Math.Max(start, position) - position, Math.Min(end, position + length) - position);
            if (piece.Name == Wml.T && from <= to && from >= 0 && (from < to || (start == end && from <= length)) && (insert.Length > 0 || from < to))
            {
                piece.Value = string.Concat(piece.Value.AsSpan(0, from), insert, piece.Value.AsSpan(Math.Max(from, to)));
                piece.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                insert = string.Empty;
            }

            position += length;
        }
    }
}
