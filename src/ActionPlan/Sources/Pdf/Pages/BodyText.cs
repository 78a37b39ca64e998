using ActionPlan.Sources.Pdf.Cells;
using ActionPlan.Sources.Pdf.Grids.Tagged;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Pages;

/// <summary>Makes paragraphs of the lines between the tables of a page, parted also where size or weight changes.</summary>
internal sealed class BodyText(Hyphenation hyphenation, LinePitches pitches, TagIndex tags)
{
    private readonly ParagraphFinder _finder = new(hyphenation, pitches);
    private readonly RunBuilder _runs = new();

    /// <summary>Lines of one paragraph have sizes that differ by less than this part.</summary>
    private const float SameSize = 0.06f;

    /// <param name="lines">The lines from the top.</param>
    /// <param name="left">Where text may begin.</param>
    /// <param name="right">Where text may end.</param>
    /// <param name="page">The page.</param>
    public IEnumerable<(float Top, SourceParagraph Paragraph)> Read(IEnumerable<TextLine> lines, float left, float right, int page)
    {
        var stretch = new List<TextLine>();
        foreach (var line in lines)
        {
            foreach (var segment in LineSegments.Of(line))
            {
                if (stretch.Count > 0 && (!LooksLike(stretch[^1], segment) || !IsSameBlock(stretch[^1], segment, page)))
                {
                    foreach (var paragraph in Paragraphs(stretch, left, right, page))
                    {
                        yield return paragraph;
                    }

                    stretch.Clear();
                }

                stretch.Add(segment);
            }
        }

        foreach (var paragraph in Paragraphs(stretch, left, right, page))
        {
            yield return paragraph;
        }
    }

    private bool IsSameBlock(TextLine above, TextLine below, int page) => tags.BlockOf(page, above.Words[^1])?.Number == tags.BlockOf(page, below.Words[0])?.Number;

    private static bool LooksLike(TextLine above, TextLine below) =>
        Math.Abs(above.Size - below.Size) <= SameSize * above.Size
        && above.IsBold == below.IsBold
        && above.Baseline - below.Baseline is > 0 and var distance
        && distance < 2.2f * above.Size
        && below.Start < above.End
        && above.Start < below.End;

    private IEnumerable<(float Top, SourceParagraph Paragraph)> Paragraphs(List<TextLine> lines, float left, float right, int page)
    {
        var block = lines.Count == 0 ? null : tags.BlockOf(page, lines[0].Words[0]);
        foreach (var paragraph in block is null || lines.Count == 0 ? _finder.Find(lines, left, right) : [[.. lines]])
        {
            var joined = default(JoinedLines);
            var text = RichText.FromParagraphs(LineJoiner.Join(paragraph, float.NaN, hyphenation, _runs, ref joined));
            yield return (paragraph[0].Baseline, new SourceParagraph
            {
                Text = text,
                Bold = paragraph.TrueForAll(line => line.IsBold),
                Size = Math.Round(paragraph.Max(line => line.Size), 1),
                Role = block is { IsTitle: true } ? ParagraphRole.Title : block is { Level: > 0 } ? ParagraphRole.Heading : ParagraphRole.Body,
                Level = block?.Level ?? 0,
                Page = page,
            });
        }
    }
}
