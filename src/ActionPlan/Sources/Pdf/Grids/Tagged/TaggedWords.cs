using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>Takes the words of tagged tables from their pages, so that they are not read once more.</summary>
internal static class TaggedWords
{
    /// <summary>Headings are at most so high: text may be turned upright in them.</summary>
    private const float HighestHeading = 200;

    public static void TakeAway(TaggedTable table, IReadOnlyList<PageContent> pages)
    {
        // A word that may be divided is tagged in pieces where it first stands, and in one where it is repeated.
        var headings = table.Rows.TakeWhile((row, i) => row.IsHeader || i == 0).SelectMany(row => row.Cells)
            .Select(cell => string.Concat(cell.Paragraphs.SelectMany(paragraph => paragraph.Parts).SelectMany(part => part.Words).Select(word => word.Text))).ToList();
        foreach (var (number, box) in table.Boxes())
        {
            var repeated = RepeatedHeadings(pages[number - 1].Words, box, headings);
            var printed = table.Printed[number];
            pages[number - 1].Words.RemoveAll(word => printed.Contains(word) || repeated.Contains(word));
        }
    }

    /// <summary>Repeated headings are artifacts just above the rows of the page: the lines of which all words are in a heading.</summary>
    private static HashSet<PrintedWord> RepeatedHeadings(List<PrintedWord> words, PdfRectangle box, List<string> headings)
    {
        var above = words.FindAll(word => word.IsArtifact && word.CentreX >= box.X0 - 2 && word.CentreX <= box.X1 + 2 && word.CentreY > box.Y1 - 2 && word.CentreY < box.Y1 + HighestHeading);
        bool IsOfHeading(PrintedWord word) => headings.Exists(heading => heading.Contains(word.Text, StringComparison.Ordinal));
        var repeated = above.FindAll(word => word.Direction != Direction.Right && IsOfHeading(word)).ToHashSet();
        foreach (var line in LineBuilder.Build(above.FindAll(word => word.Direction == Direction.Right)).AsEnumerable().Reverse().TakeWhile(line => line.Words.TrueForAll(IsOfHeading)))
        {
            repeated.UnionWith(line.Words);
        }

        return repeated;
    }
}
