using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Cells;
using ActionPlan.Sources.Pdf.Grids;
using ActionPlan.Sources.Pdf.Lines;
using ActionPlan.Sources.Pdf.Pages;

namespace ActionPlan.Sources.Pdf;

/// <summary>Puts the pages of a document together: tables, joined over pages, and the paragraphs between them in the order of reading.</summary>
internal sealed class DocumentAssembly(IReadOnlyList<PageContent> pages, ReadOptions options)
{
    private readonly Hyphenation _hyphenation = new(pages);

    public SourceDocument Build(PdfDocument document, CancellationToken cancellationToken)
    {
        var layouts = new PageLayout[pages.Count];
        for (var i = 0; i < layouts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layouts[i] = PageLayout.Of(pages[i]);
        }

        var running = Furniture.Find([.. layouts.Select(layout => (layout.Page.Height, layout.OuterLines))]);
        for (var i = 0; i < layouts.Length; i++)
        {
            layouts[i].Settle(running[i]);
        }

        var parts = layouts.SelectMany(layout => layout.Parts).ToList();
        var tables = options.JoinTables ? PageSeams.Join(parts, page => layouts[page - 1].IsBlank) : parts.ConvertAll(part => new List<TablePart> { part });
        return new()
        {
            Method = TableMethod.Ruled,
            Body = Body(layouts, tables),
            Margins = Margins(running),
            Language = document.Language,
        };
    }

    private List<SourceBlock> Body(PageLayout[] layouts, List<List<TablePart>> tables)
    {
        var starts = tables.ToDictionary(parts => parts[0]);
        var reading = new GridReading(new CellText(_hyphenation));
        var body = new List<SourceBlock>();
        var index = 0;
        foreach (var layout in layouts)
        {
            var blocks = new List<(float Top, float Left, Func<SourceBlock> Block)>();
            foreach (var part in layout.Parts)
            {
                if (starts.TryGetValue(part, out var parts))
                {
                    blocks.Add((part.Grid.Ys[0], part.Grid.Xs[0], () => reading.Read(parts, ++index)));
                }
            }

            foreach (var (top, paragraph) in layout.Paragraphs(new BodyText(_hyphenation)))
            {
                blocks.Add((top, 0, () => paragraph));
            }

            blocks.Sort(static (a, b) => a.Top != b.Top ? b.Top.CompareTo(a.Top) : a.Left.CompareTo(b.Left));
            body.AddRange(blocks.Select(block => block.Block()));
        }

        return HeadingRoles.Assign(body);
    }

    /// <summary>What stands in the margins, each text once.</summary>
    private static List<SourceParagraph> Margins(List<TextLine>[] running)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var margins = new List<SourceParagraph>();
        for (var i = 0; i < running.Length; i++)
        {
            foreach (var segment in running[i].SelectMany(LineSegments.Of))
            {
                var text = segment.Text;
                if (known.Add(text))
                {
                    margins.Add(new() { Text = RichText.FromText(text), Size = Math.Round(segment.Size, 1), Bold = segment.IsBold, Page = i + 1 });
                }
            }
        }

        return margins;
    }
}
