using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Makes words of a page's glyphs.</summary>
internal sealed class PageContentReader(ReadLimits limits)
{
    private readonly RecentStrings _texts = new();

    public PageContent Read(PdfPage page, ReadOnlySpan<Glyph> glyphs)
    {
        int seen = 0, unseen = 0, unknown = 0;
        foreach (ref readonly var glyph in glyphs)
        {
            if (!glyph.HasText)
            {
                unknown++;
            }
            else if (!WordBuilder.IsBlank(glyph.Text))
            {
                _ = glyph.IsInvisible ? unseen++ : seen++;
            }
        }

        // Text without ink beside printed text is hidden, and not the text layer of a scanned page.
        var words = new WordBuilder(_texts).Build(DrawingOrder.InLines(glyphs), unseen > 0 && seen > unseen ? static glyph => glyph.IsInvisible : null);
        var slanted = words.FindAll(word => word.Direction == Direction.Slanted);
        if (slanted.Count > 0)
        {
            words.RemoveAll(word => word.Direction == Direction.Slanted);
        }

        if (unseen > seen)
        {
            RecognisedText.Settle(words);
        }

        var content = new PageContent
        {
            Number = page.Number,
            Width = page.Width,
            Height = page.Height,
            Words = words,
            Slanted = slanted,
            Glyphs = seen + unseen + unknown,
            UnknownGlyphs = unknown,
            IsRecognised = unseen > seen,
            Rulings = page.Rulings.Length <= limits.PageLines ? page.Rulings : [],
            Fills = page.FilledAreas.Length <= limits.PageAreas ? page.FilledAreas : [],
            Images = page.Images,
        };
        if (page.Rulings.Length > limits.PageLines)
        {
            content.LimitsPassed.Add((nameof(ReadLimits.PageLines), limits.PageLines));
        }

        if (page.FilledAreas.Length > limits.PageAreas)
        {
            content.LimitsPassed.Add((nameof(ReadLimits.PageAreas), limits.PageAreas));
        }

        LinkedWords.Mark(words, page.Links);
        return PageTurning.Upright(content);
    }
}
