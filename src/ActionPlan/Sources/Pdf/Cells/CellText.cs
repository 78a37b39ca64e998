using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>The text of a cell or of a part of the page, with what rules took away from it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Dropped">What was dropped, or null.</param>
internal readonly record struct ReadText(RichText Text, DroppedCharacters? Dropped)
{
    public static readonly ReadText Empty = new(RichText.Empty, null);
}

/// <summary>Makes paragraphs of the words of a cell.</summary>
internal sealed class CellText(Hyphenation hyphenation)
{
    /// <param name="words">The words, in any order.</param>
    /// <param name="left">Where text may begin.</param>
    /// <param name="right">Where text may end.</param>
    public ReadText Read(IReadOnlyList<PrintedWord> words, float left, float right)
    {
        if (words.Count == 0)
        {
            return ReadText.Empty;
        }

        var paragraphs = new List<TextParagraph>();
        var hyphens = 0;
        foreach (var direction in words.GroupBy(word => word.Direction))
        {
            var upright = direction.Key == Direction.Right;
            foreach (var lines in ParagraphFinder.Find(LineBuilder.Build([.. direction]), upright ? left : float.NaN, upright ? right : float.NaN))
            {
                paragraphs.Add(LineJoiner.Join(lines, hyphenation, out var dropped));
                hyphens += dropped;
            }
        }

        return new(RichText.FromParagraphs(paragraphs), hyphens > 0 ? new(Hyphen: hyphens) : null);
    }
}
