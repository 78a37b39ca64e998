using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>What joining the lines of a cell dropped, and what it left in doubt.</summary>
internal record struct JoinedLines
{
    /// <summary>Hyphens of divided words that were dropped.</summary>
    public int Hyphens { get; set; }

    /// <summary>Characters of the marks of notes.</summary>
    public int Notes { get; set; }

    /// <summary>Words whose hyphen was kept, since nobody can know.</summary>
    public List<string>? Kept { get; set; }
}

/// <summary>Joins the lines of a paragraph.</summary>
internal static class LineJoiner
{
    /// <param name="lines">The lines.</param>
    /// <param name="right">Where text may end; not a number where unknown.</param>
    /// <param name="hyphenation">What is known of hyphens.</param>
    /// <param name="runs">Gathers the text; empty before and after.</param>
    /// <param name="joined">What was dropped, and which hyphens were kept in doubt.</param>
    public static TextParagraph Join(IReadOnlyList<TextLine> lines, float right, Hyphenation hyphenation, RunBuilder runs, ref JoinedLines joined)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                var (last, first) = (LastWord(lines[i - 1]), FirstWord(lines[i]));
                switch (lines[i - 1].Words[^1].BeforeBlank || (i == 1 && last.Length == lines[0].Words[0].Text.Length && Hyphenation.IsPairOfHeadings(last, first)) ? LineEnd.Blank : IsFull(lines[i - 1], lines[i], right) && hyphenation.IsCut(last, first) ? LineEnd.CutWord : hyphenation.Between(last, first))
                {
                    case LineEnd.Blank:
                        runs.Append(" ");
                        break;
                    case LineEnd.DividedWord:
                        runs.DropLast();
                        joined.Hyphens++;
                        break;
                    case LineEnd.DoubtfulHyphen:
                        (joined.Kept ??= []).Add(last + first);
                        break;
                }
            }

            var words = lines[i].Words;
            for (var at = 0; at < words.Count; at++)
            {
                if (words[at].IsNoteMark)
                {
                    joined.Notes += words[at].Text.Length;
                    continue;
                }

                if (lines[i].IsBlankBefore(at))
                {
                    runs.Append(" ");
                }

                runs.Append(words[at].Text, words[at].Font.IsBold, words[at].Font.IsItalic, words[at].Link);
            }
        }

        return new(runs.ToRuns());
    }

    /// <summary>Whether one word alone fills the line, so that no letter more had room: programs cut words that are longer than their column.</summary>
    public static bool IsFull(TextLine above, TextLine below, float right)
    {
        if (float.IsNaN(right))
        {
            return false;
        }

        for (var i = 1; i < above.Words.Count; i++)
        {
            if (above.IsBlankBefore(i))
            {
                return false;
            }
        }

        var letter = below.Words[0].Width / below.Words[0].Text.Length;
        return right - above.End < 1.25f * letter;
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
