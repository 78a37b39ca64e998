using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf;

/// <summary>Says whether the text of a document can be trusted to be there and to be readable.</summary>
internal static class PdfHealth
{
    /// <summary>Where more than this part of the glyphs has no letters, the text is lost.</summary>
    private const double MostUnknown = 0.3;

    /// <summary>Why the document cannot be read, or null.</summary>
    public static Diagnostic? Refusal(PdfDocument document, IReadOnlyList<PageContent> pages)
    {
        foreach (var diagnostic in document.Diagnostics)
        {
            if (diagnostic.Code == PdfDiagnosticCode.PagesLost)
            {
                return DiagnosticCatalog.PdfPartMissing.Create(diagnostic.Message);
            }
        }

        long glyphs = 0, unknown = 0;
        foreach (var page in pages)
        {
            glyphs += page.Glyphs;
            unknown += page.UnknownGlyphs;
        }

        if (unknown > MostUnknown * glyphs)
        {
            return DiagnosticCatalog.PdfUndecodable.Create(unknown.ToString(CultureInfo.InvariantCulture), glyphs.ToString(CultureInfo.InvariantCulture));
        }

        return glyphs == 0 && pages.Any(page => page.IsPicture || page.Images.Count > 0) ? DiagnosticCatalog.PdfNeedsOcr.Create() : null;
    }

    /// <summary>The bounds that pages pass.</summary>
    public static IEnumerable<Diagnostic> LimitsPassed(IReadOnlyList<PageContent> pages) =>
        pages.SelectMany(page => page.LimitsPassed.Select(passed => DiagnosticCatalog.PdfLimitPassed.At(new(page.Number), passed.Limit, passed.Value.ToString(CultureInfo.InvariantCulture))));

    /// <summary>What the user should know of single pages.</summary>
    public static IEnumerable<Diagnostic> Notes(IReadOnlyList<PageContent> pages)
    {
        foreach (var page in pages)
        {
            if (page.IsRecognised && page.Words.Count > 0)
            {
                yield return DiagnosticCatalog.PdfOcrText.At(new(page.Number));
            }
            else if (page.Glyphs == 0 && page.IsPicture)
            {
                yield return DiagnosticCatalog.PdfPicturePage.At(new(page.Number));
            }
        }
    }
}
