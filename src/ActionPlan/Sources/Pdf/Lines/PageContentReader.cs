using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Makes words of a page's glyphs.</summary>
internal static class PageContentReader
{
    public static PageContent Read(PdfPage page)
    {
        var words = new WordBuilder().Build(page.Glyphs.AsSpan(), HidesUnderText(page) ? static glyph => glyph.IsInvisible : null);
        var slanted = words.FindAll(word => word.Direction == Direction.Slanted);
        if (slanted.Count > 0)
        {
            words.RemoveAll(word => word.Direction == Direction.Slanted);
        }

        return new()
        {
            Number = page.Number,
            Width = page.Width,
            Height = page.Height,
            Words = words,
            Slanted = slanted,
            Rulings = page.Rulings,
            Fills = page.FilledAreas,
            Links = page.Links,
            Images = page.Images,
        };
    }

    /// <summary>Whether text without ink lies beside printed text: then it is hidden, and not the text layer of a scanned page.</summary>
    private static bool HidesUnderText(PdfPage page)
    {
        int seen = 0, unseen = 0;
        foreach (ref readonly var glyph in page.Glyphs.AsSpan())
        {
            if (glyph.HasText)
            {
                _ = glyph.IsInvisible ? unseen++ : seen++;
            }
        }

        return unseen > 0 && seen > unseen;
    }
}
