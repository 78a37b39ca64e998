using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>Joins the lines of a paragraph.</summary>
internal static class LineJoiner
{
    public static TextParagraph Join(IReadOnlyList<TextLine> lines, Hyphenation hyphenation, out int hyphensDropped)
    {
        hyphensDropped = 0;
        var runs = new RunBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                switch (hyphenation.Between(LastWord(lines[i - 1]), FirstWord(lines[i])))
                {
                    case LineEnd.Blank:
                        runs.Append(" ");
                        break;
                    case LineEnd.DividedWord:
                        runs.DropLast();
                        hyphensDropped++;
                        break;
                }
            }

            var words = lines[i].Words;
            for (var at = 0; at < words.Count; at++)
            {
                if (lines[i].IsBlankBefore(at))
                {
                    runs.Append(" ");
                }

                runs.Append(words[at].Text, words[at].Font.IsBold, words[at].Font.IsItalic);
            }
        }

        return new(runs.ToRuns());
    }

    private static string LastWord(TextLine line)
    {
        var words = line.Words;
        var at = words.Count - 1;
        while (at > 0 && !line.IsBlankBefore(at))
        {
            at--;
        }

        return at == words.Count - 1 ? words[at].Text : string.Concat(words.Skip(at).Select(word => word.Text));
    }

    private static string FirstWord(TextLine line)
    {
        var end = 1;
        while (end < line.Words.Count && !line.IsBlankBefore(end))
        {
            end++;
        }

        return end == 1 ? line.Words[0].Text : string.Concat(line.Words.Take(end).Select(word => word.Text));
    }
}
