using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;
using ActionPlan.Sources.Pdf.Pages;

namespace ActionPlan.Sources.Pdf;

/// <summary>Reads a PDF document: its tables from their tags, their lines or the alignment of their text, and what stands around them.</summary>
internal static class PdfSource
{
    public static SourceResult Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken)
    {
        input.Content.Position = 0;
        var opened = PdfDocument.Open(input.Content, options.Password, new() { MaxFileBytes = options.Limits.FileSize });
        if (opened.Document is not { } document)
        {
            return Refusal(opened.Refusal!, options);
        }

        if (document.PageCount > options.Limits.Pages)
        {
            return DiagnosticCatalog.LimitExceeded.Create(nameof(ReadLimits.Pages), options.Limits.Pages.ToString(CultureInfo.InvariantCulture));
        }

        var pages = new PageContent[document.PageCount];
        var reader = new PageContentReader(options.Limits);
        Diagnostic? missing = null;
        PageReading<PageContent?> read = (page, glyphs) =>
        {
            if (page.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == PdfDiagnosticCode.StreamDamaged) is { } damage)
            {
                missing = DiagnosticCatalog.PdfPartMissing.At(new(page.Number), damage.Message);
                return null;
            }

            return reader.Read(page, glyphs);
        };
        for (var i = 0; i < pages.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.ReadPage(i + 1, read, cancellationToken) is not { } content)
            {
                return missing!;
            }

            pages[i] = content;
        }

        if (PdfHealth.Refusal(document, pages) is { } refusal)
        {
            return refusal;
        }

        return new DocumentAssembly(pages, options).Build(document, cancellationToken);
    }

    private static Diagnostic Refusal(PdfRefusal refusal, ReadOptions options) => refusal.Reason switch
    {
        PdfRefusalReason.Empty => DiagnosticCatalog.FileEmpty.Create(),
        PdfRefusalReason.PasswordRequired => DiagnosticCatalog.PasswordProtected.Create(),
        PdfRefusalReason.LimitExceeded => DiagnosticCatalog.LimitExceeded.Create(nameof(ReadLimits.FileSize), options.Limits.FileSize.ToString(CultureInfo.InvariantCulture)),
        _ => DiagnosticCatalog.PackageDamaged.Create("PDF"),
    };
}
