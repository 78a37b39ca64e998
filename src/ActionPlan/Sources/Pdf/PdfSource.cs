using ActionPlan.Messages;
using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Cells;
using ActionPlan.Sources.Pdf.Grids;
using ActionPlan.Sources.Pdf.Lines;

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

        var pages = new List<PageContent>();
        for (var number = 1; number <= document.PageCount; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(PageContentReader.Read(document.ReadPage(number, cancellationToken)));
        }

        var hyphenation = new Hyphenation(pages);
        var text = new CellText(hyphenation);
        var body = new List<SourceBlock>();
        var index = 0;
        foreach (var page in pages)
        {
            var grids = RuledGrids.Find(page);
            var inGrids = grids.SelectMany(grid => grid.Cells).SelectMany(cell => cell.Words).ToHashSet();
            var around = LineBuilder.Build(page.Words.FindAll(word => word.Direction == Direction.Right && !inGrids.Contains(word)));
            var reading = new GridReading(text);
            var blocks = new List<(float Top, SourceBlock Block)>();
            foreach (var grid in grids)
            {
                blocks.Add((grid.Ys[0], reading.Read(grid, 0, page.Number)));
            }

            foreach (var paragraph in ParagraphFinder.Find(around, float.NaN, float.NaN))
            {
                blocks.Add((paragraph[0].Baseline, new SourceParagraph
                {
                    Text = RichText.FromParagraphs(LineJoiner.Join(paragraph, hyphenation, out _)),
                    Bold = paragraph.TrueForAll(line => line.IsBold),
                    Size = paragraph.Max(line => line.Size),
                    Page = page.Number,
                }));
            }

            foreach (var (_, block) in blocks.OrderByDescending(block => block.Top))
            {
                body.Add(block is SourceGrid grid ? new SourceGrid { Index = ++index, Method = grid.Method, Columns = grid.Columns, Widths = grid.Widths, Rows = grid.Rows, Characters = grid.Characters } : block);
            }
        }

        return new SourceDocument { Method = TableMethod.Ruled, Body = body, Language = document.Language };
    }

    private static Diagnostic Refusal(PdfRefusal refusal, ReadOptions options) => refusal.Reason switch
    {
        PdfRefusalReason.Empty => DiagnosticCatalog.FileEmpty.Create(),
        PdfRefusalReason.PasswordRequired => DiagnosticCatalog.PasswordProtected.Create(),
        PdfRefusalReason.LimitExceeded => DiagnosticCatalog.LimitExceeded.Create(nameof(ReadLimits.FileSize), options.Limits.FileSize.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => DiagnosticCatalog.PackageDamaged.Create("PDF"),
    };
}
