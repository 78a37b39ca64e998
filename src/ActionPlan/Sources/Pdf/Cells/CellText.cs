using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>The text of a cell, with what rules took away from it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Dropped">What was dropped, or null.</param>
/// <param name="Kept">Words whose hyphen was kept in doubt, or null.</param>
internal readonly record struct ReadText(RichText Text, DroppedCharacters? Dropped, List<string>? Kept)
{
    public static readonly ReadText Empty = new(RichText.Empty, null, null);
}

/// <summary>Words of a cell on one page, and the sides between which they were set.</summary>
/// <param name="Words">The words, in any order.</param>
/// <param name="Left">Where text may begin.</param>
/// <param name="Right">Where text may end.</param>
internal readonly record struct CellPart(IReadOnlyList<PrintedWord> Words, float Left, float Right);

/// <summary>Makes paragraphs of the words of a cell.</summary>
internal sealed class CellText(Hyphenation hyphenation, LinePitches pitches)
{
    private readonly ParagraphFinder _finder = new(hyphenation, pitches);
    private readonly RunBuilder _runs = new();

    /// <summary>The text of a cell whose parts stand on one page or on several that follow each other.</summary>
    public ReadText Read(params ReadOnlySpan<CellPart> parts)
    {
        var paragraphs = new List<List<TextLine>>(1);
        foreach (var part in parts)
        {
            if (part.Words.Count == 0)
            {
                continue;
            }

            if (IsOfOneDirection(part.Words))
            {
                Add(paragraphs, part.Words, part.Left, part.Right);
                continue;
            }

            foreach (var direction in part.Words.GroupBy(word => word.Direction))
            {
                Add(paragraphs, [.. direction], part.Left, part.Right);
            }
        }

        return Join(paragraphs, parts.Length == 0 ? float.NaN : parts[0].Right);
    }

    /// <summary>Adds the paragraphs of words of one direction; the first may go on from the last that is known.</summary>
    private void Add(List<List<TextLine>> paragraphs, IReadOnlyList<PrintedWord> words, float left, float right)
    {
        var upright = words[0].Direction == Direction.Right;
        (left, right) = upright ? (left, right) : (float.NaN, float.NaN);
        var found = _finder.Find(LineBuilder.Build(words), left, right);
        if (paragraphs.Count > 0 && upright && ParagraphFinder.GoesOn(paragraphs[^1][^1], found[0][0], left, right))
        {
            paragraphs[^1].AddRange(found[0]);
            found.RemoveAt(0);
        }

        paragraphs.AddRange(found);
    }

    /// <summary>Lines parted into paragraphs.</summary>
    public List<List<TextLine>> Paragraphs(List<TextLine> lines, float left, float right) => _finder.Find(lines, left, right);

    /// <summary>The text of a cell whose paragraphs are known.</summary>
    public ReadText Join(List<List<TextLine>> paragraphs, float right)
    {
        if (paragraphs.Count == 0)
        {
            return ReadText.Empty;
        }

        var texts = new TextParagraph[paragraphs.Count];
        var joined = default(JoinedLines);
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = LineJoiner.Join(paragraphs[i], paragraphs[i][0].Words[0].Direction == Direction.Right ? right : float.NaN, hyphenation, _runs, ref joined);
        }

        var dropped = joined.Hyphens + joined.Notes > 0 ? new DroppedCharacters(Hyphen: joined.Hyphens, Note: joined.Notes) : null;
        return new(RichText.FromParagraphs(texts), dropped, joined.Kept);
    }

    private static bool IsOfOneDirection(IReadOnlyList<PrintedWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Direction != words[0].Direction)
            {
                return false;
            }
        }

        return true;
    }
}
