using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>Takes the words of tagged tables from their pages, so that they are not read once more.</summary>
internal static class TaggedWords
{
    /// <summary>Headings are at most so high: text may be turned upright in them.</summary>
    private const float HighestHeading = 200;

    public static void TakeAway(TaggedTable table, IReadOnlyList<PageContent> pages)
    {
        var headings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows.TakeWhile((row, i) => row.IsHeader || i == 0))
        {
            headings.UnionWith(row.Cells.SelectMany(cell => cell.Paragraphs).SelectMany(paragraph => paragraph.Parts).SelectMany(part => part.Words).Select(word => word.Text));
        }

        foreach (var (number, box) in table.Boxes())
        {
            // Repeated headings are artifacts just above the rows of the page.
            var printed = table.Printed[number];
            pages[number - 1].Words.RemoveAll(word => printed.Contains(word)
                || (word.IsArtifact && headings.Contains(word.Text) && word.CentreX >= box.X0 - 2 && word.CentreX <= box.X1 + 2 && word.CentreY > box.Y1 - 2 && word.CentreY < box.Y1 + HighestHeading));
        }
    }
}
