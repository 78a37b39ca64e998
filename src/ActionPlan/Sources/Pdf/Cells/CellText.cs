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

    /// <summary>The text of a cell whose parts stand on one page or on several that follow each other.</summary>
    public ReadText Read(params ReadOnlySpan<CellPart> parts)
    {
        var paragraphs = new List<List<TextLine>>();
        foreach (var part in parts)
        {
            if (part.Words.Count == 0)
            {
                continue;
            }

            foreach (var direction in ByDirection(part.Words))
            {
                var upright = direction[0].Direction == Direction.Right;
                var (left, right) = upright ? (part.Left, part.Right) : (float.NaN, float.NaN);
                var found = _finder.Find(LineBuilder.Build(direction), left, right);
                if (paragraphs.Count > 0 && upright && ParagraphFinder.GoesOn(paragraphs[^1][^1], found[0][0], left, right))
                {
                    paragraphs[^1].AddRange(found[0]);
                    found.RemoveAt(0);
                }

                paragraphs.AddRange(found);
            }
        }

        return Join(paragraphs, parts.Length == 0 ? float.NaN : parts[0].Right);
    }

    /// <summary>The text of a cell whose paragraphs are known: each with its words page by page, and whether it is marked as one paragraph.</summary>
    public ReadText Read(IEnumerable<(bool IsMarked, IEnumerable<List<PrintedWord>> Pages)> marked, float left, float right)
    {
        var paragraphs = new List<List<TextLine>>();
        foreach (var (isMarked, pages) in marked)
        {
            var lines = pages.SelectMany(LineBuilder.Build).ToList();
            if (isMarked)
            {
                paragraphs.Add(lines);
            }
            else
            {
                paragraphs.AddRange(_finder.Find(lines, left, right));
            }
        }

        return Join(paragraphs, right);
    }

    private ReadText Join(List<List<TextLine>> paragraphs, float right)
    {
        if (paragraphs.Count == 0)
        {
            return ReadText.Empty;
        }

        var texts = new TextParagraph[paragraphs.Count];
        var joined = default(JoinedLines);
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = LineJoiner.Join(paragraphs[i], paragraphs[i][0].Words[0].Direction == Direction.Right ? right : float.NaN, hyphenation, ref joined);
        }

        var dropped = joined.Hyphens + joined.Notes > 0 ? new DroppedCharacters(Hyphen: joined.Hyphens, Note: joined.Notes) : null;
        return new(RichText.FromParagraphs(texts), dropped, joined.Kept);
    }

    private static IEnumerable<List<PrintedWord>> ByDirection(IReadOnlyList<PrintedWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Direction != words[0].Direction)
            {
                return words.GroupBy(word => word.Direction).Select(group => group.ToList());
            }
        }

        return [words as List<PrintedWord> ?? [.. words]];
    }
}
