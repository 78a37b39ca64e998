using System.Runtime.InteropServices;
using ActionPlan.Messages;
using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Cells;
using ActionPlan.Sources.Pdf.Grids;
using ActionPlan.Sources.Pdf.Grids.Aligned;
using ActionPlan.Sources.Pdf.Grids.Tagged;
using ActionPlan.Sources.Pdf.Lines;
using ActionPlan.Sources.Pdf.Pages;

namespace ActionPlan.Sources.Pdf;

/// <summary>Puts the pages of a document together: tables, joined over pages, and the paragraphs between them in the order of reading.</summary>
internal sealed class DocumentAssembly(IReadOnlyList<PageContent> pages, ReadOptions options)
{
    private readonly Hyphenation _hyphenation = new(pages);
    private readonly LinePitches _pitches = new(pages);

    public SourceDocument Build(PdfDocument document, CancellationToken cancellationToken)
    {
        var notes = PdfHealth.Notes(pages).ToList();
        notes.AddRange(NoteMarks.Find(pages));
        var text = new CellText(_hyphenation, _pitches);
        var tags = new TagIndex(pages);
        var placed = document.IsTagged ? Tagged(document, tags, text, notes) : [];
        var layouts = new PageLayout[pages.Count];
        for (var i = 0; i < layouts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layouts[i] = PageLayout.Of(pages[i], options.Limits);
        }

        var headings = new KnownHeadings();
        var running = Furniture.Find(Array.ConvertAll(layouts, layout => layout.Page.Height), Array.ConvertAll(layouts, layout => layout.OuterLines));
        for (var i = 0; i < layouts.Length; i++)
        {
            running[i].AddRange(layouts[i].OuterLines.Where(line => line.Words.TrueForAll(word => word.IsArtifact)).Except(running[i]));
            layouts[i].Settle(running[i], i > 0 ? layouts[i - 1] : null, headings);
        }

        var turned = layouts.Select(layout => layout.Turned).ToArray();
        notes.AddRange(TurnedTexts(turned));
        notes.AddRange(PdfHealth.LimitsPassed(pages));
        var parts = layouts.SelectMany(layout => layout.Parts).ToList();
        var reading = new GridReading(text, notes);
        foreach (var table in options.JoinTables ? PageSeams.Join(parts, page => layouts[page - 1].IsBlank) : parts.ConvertAll(part => new List<TablePart> { part }))
        {
            placed.Add(new(table[0].Page, table[0].Grid.Ys[0], table[0].Grid.Xs[0], index => reading.Read(table, index)));
        }

        return new()
        {
            Method = TableMethod.Ruled,
            Body = Body(layouts, placed, new BodyText(_hyphenation, _pitches, tags)),
            Margins = [.. Margins(running), .. Margins(turned)],
            Language = document.Language,
            Diagnostics = [.. notes],
        };
    }

    /// <summary>The tables that the structure tree rightly tells; their words are taken from the pages.</summary>
    private List<PlacedTable> Tagged(PdfDocument document, TagIndex tags, CellText text, List<Diagnostic> notes)
    {
        tags.AddBlocks(document.Structure);
        var grids = new TaggedGrids(text, pages, notes);
        var placed = new List<PlacedTable>();
        foreach (var table in new TaggedTableReader(tags, options.Limits).Read(document.Structure).Where(table => TaggedCheck.Holds(table, pages)))
        {
            placed.AddRange(grids.Place(table, options.JoinTables));
            TaggedWords.TakeAway(table, pages);
        }

        return placed;
    }

    private static List<SourceBlock> Body(PageLayout[] layouts, List<PlacedTable> tables, BodyText text)
    {
        var byPage = new Dictionary<int, List<PlacedTable>>();
        foreach (var table in tables)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(byPage, table.Page, out _) ??= []).Add(table);
        }

        var body = new List<SourceBlock>();
        var index = 0;
        foreach (var layout in layouts)
        {
            var blocks = new List<(float Top, float Left, Func<SourceBlock> Block)>();
            foreach (var table in byPage.GetValueOrDefault(layout.Page.Number) ?? [])
            {
                blocks.Add((table.Top, table.Left, () => table.Read(++index)));
            }

            foreach (var (top, paragraph) in layout.Paragraphs(text))
            {
                blocks.Add((top, 0, () => paragraph));
            }

            blocks.Sort(static (a, b) => a.Top != b.Top ? b.Top.CompareTo(a.Top) : a.Left.CompareTo(b.Left));
            foreach (var (_, _, block) in blocks)
            {
                body.Add(block());
            }
        }

        return HeadingRoles.Assign(body);
    }

    /// <summary>What is printed turned outside of tables is told, each text once.</summary>
    private static IEnumerable<Diagnostic> TurnedTexts(List<TextLine>[] turned)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < turned.Length; i++)
        {
            foreach (var line in turned[i])
            {
                if (told.Add(line.Text))
                {
                    yield return DiagnosticCatalog.PdfTurnedText.At(new(i + 1), line.Text);
                }
            }
        }
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
