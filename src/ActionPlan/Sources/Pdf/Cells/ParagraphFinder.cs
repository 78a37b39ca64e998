using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>
/// Parts the lines of a cell into paragraphs: where the lines stand further apart, where a line ends though the next word had room,
/// and where a list marker stands.
/// </summary>
internal sealed class ParagraphFinder(Hyphenation hyphenation, LinePitches pitches)
{
    /// <summary>Lines further apart than this many times the usual distance are of two paragraphs.</summary>
    private const float Apart = 1.12f;

    /// <summary>Browsers make room for raised text above its line.</summary>
    private const float ApartWithRaised = 1.35f;

    /// <summary>A blank that has no room at the end of a line is not drawn.</summary>
    private const float BlankWidth = 0.35f;

    /// <param name="lines">The lines from the first to the last.</param>
    /// <param name="left">Where text may begin; not a number where unknown.</param>
    /// <param name="right">Where text may end; not a number where unknown.</param>
    public List<List<TextLine>> Find(List<TextLine> lines, float left, float right)
    {
        var paragraphs = new List<List<TextLine>>(1);
        var pitch = UsualPitch(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == 0 || IsBreak(lines[i - 1], lines[i], pitch, left, right))
            {
                paragraphs.Add(new(Math.Min(lines.Count - i, 4)));
            }

            paragraphs[^1].Add(lines[i]);
        }

        return paragraphs;
    }

    /// <summary>Whether a paragraph goes on over the end of a page.</summary>
    public static bool GoesOn(TextLine above, TextLine below, float left, float right) =>
        !StartsWithMarker(below) && (TakesUp(above, below) || float.IsNaN(right) || !HadRoom(above, below, left, right, 0));

    /// <summary>Whether a sentence is taken up in mid-flow.</summary>
    private static bool TakesUp(TextLine above, TextLine below) =>
        char.IsLower(below.Words[0].Text[0]) && above.Words[^1].Text[^1] is not ('.' or '!' or '?' or ':' or ';');

    private bool IsBreak(TextLine above, TextLine below, float pitch, float left, float right)
    {
        var apart = HasRaised(above) || HasRaised(below) ? ApartWithRaised : Apart;
        if (above.Baseline - below.Baseline > apart * pitch * Math.Max(1, below.Size / above.Size) + 0.5f || StartsWithMarker(below))
        {
            return true;
        }

        return EndsParagraph(above, below, left, right);
    }

    private static bool HasRaised(TextLine line) => line.Words.Exists(word => word.IsRaised);

    private bool EndsParagraph(TextLine above, TextLine below, float left, float right)
    {
        var known = !float.IsNaN(right);
        if (!hyphenation.DrawsBlanks)
        {
            return known && HadRoom(above, below, left, right, 0);
        }

        // A blank typed at the end of a paragraph is drawn like one within: then room for much more than the word tells.
        var last = above.Words[^1];
        return last.BeforeBlank
            ? known && HadRoom(above, below, left, right, above.Size)
            : !Hyphenation.MayGoOn(last.Text) && !(known && LineJoiner.IsFull(above, below, right) && hyphenation.IsCut(last.Text, below.Words[0].Text)) && !TakesUp(above, below) && !(known && right - above.End < BlankWidth * above.Size);
    }

    /// <summary>Whether the first word of a line would have had room on the line above it.</summary>
    public static bool HadRoom(TextLine above, TextLine below, float left, float right, float margin)
    {
        var first = FirstWordWidth(below);
        var room = right - above.End;
        var indent = above.Start - left;
        if (indent > 4 * above.Size && Math.Abs(indent - room) < above.Size)
        {
            room += indent;
        }

        var blank = 0.25f * above.Size;
        return room - blank > first + (0.1f * above.Size) + margin;
    }

    private static float FirstWordWidth(TextLine line)
    {
        var at = 1;
        while (at < line.Words.Count && !line.IsBlankBefore(at))
        {
            at++;
        }

        return line.Words[at - 1].End - line.Words[0].Start;
    }

    private static bool StartsWithMarker(TextLine line)
    {
        var text = line.Words[0].Text;
        return line.Words.Count > 1 && text.Length == 1 && text[0] is '•' or '●' or '▪' or '■' or '◦' or '○' or '‣' or '–' or '\uf0b7' or '\uf0a7' or '\uf0d8';
    }

    private float UsualPitch(List<TextLine> lines)
    {
        var least = lines.Count > 1 && pitches.Of(lines[0].Size) is { } known ? known : float.MaxValue;
        for (var i = 1; i < lines.Count; i++)
        {
            var pitch = lines[i - 1].Baseline - lines[i].Baseline;
            if (pitch > 0.8f * Math.Min(lines[i].Size, lines[i - 1].Size))
            {
                least = Math.Min(least, pitch / Math.Max(1, lines[i].Size / lines[i - 1].Size));
            }
        }

        return least == float.MaxValue ? 1.4f * (lines.Count > 0 ? lines[0].Size : 10) : Math.Min(least, 1.7f * lines[0].Size);
    }
}
