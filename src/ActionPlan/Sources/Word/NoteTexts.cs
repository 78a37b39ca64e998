using System.Text;

namespace ActionPlan.Sources.Word;

/// <summary>The texts of footnotes, endnotes or comments by their ids.</summary>
internal static class NoteTexts
{
    // A report names the note; nobody reads pages of it there.
    private const int Longest = 1000;

    public static Dictionary<(NoteKind, string), string> Read(MarkupReader xml, NoteKind kind, Dictionary<(NoteKind, string), string> notes)
    {
        if (xml.NextRoot())
        {
            var level = xml.Enter();
            while (xml.NextChild(level))
            {
                if (xml.Mark is Mark.Footnote or Mark.Endnote or Mark.Comment && xml.Attribute("id") is { } id)
                {
                    notes.TryAdd((kind, id), Text(xml));
                }
            }
        }

        return notes;
    }

    private static string Text(MarkupReader xml)
    {
        var text = new StringBuilder();
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            switch (xml.Mark)
            {
                case Mark.P or Mark.Tab or Mark.Br:
                    text.Append(' ');
                    break;
                case Mark.T:
                    Add(xml, text);
                    break;
                case Mark.Del or Mark.MoveFrom or Mark.Change or Mark.Fallback:
                    xml.Skip();
                    break;
                default:
                    break;
            }
        }

        return text.ToString().Trim();
    }

    private static void Add(MarkupReader xml, StringBuilder text)
    {
        var level = xml.Enter();
        while (xml.NextText(level, out var more))
        {
            text.Append(more[..Math.Min(more.Length, Math.Max(0, Longest - text.Length))]);
        }
    }
}
