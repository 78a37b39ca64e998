using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>Checks tagged tables against what the pages show: tags may be wrong, or miss a part of the table.</summary>
internal static class TaggedCheck
{
    /// <summary>One cell in so many may stand where its tag does not say.</summary>
    private const int Tolerated = 30;

    public static bool Holds(TaggedTable table, IReadOnlyList<PageContent> pages)
    {
        if (table.Columns < 2 || table.Rows.Count < 2 || !table.Words.Any())
        {
            return false;
        }

        int wrong = 0, all = 0;
        var tops = new Dictionary<int, float>();
        foreach (var row in table.Rows)
        {
            (PdfRectangle Box, int Page)? left = null;
            foreach (var cell in row.Cells)
            {
                if (Place(cell) is not { } place)
                {
                    continue;
                }

                all++;
                wrong += left is { } before && before.Page == place.Page && place.Box.X0 <= before.Box.X0 + 1 ? 1 : 0;
                left = place;
            }

            if (left is { } last)
            {
                wrong += tops.TryGetValue(last.Page, out var top) && last.Box.Y1 > top + 2 ? 1 : 0;
                tops[last.Page] = last.Box.Y1;
            }
        }

        return wrong * Tolerated <= all && !MissesWords(table, pages);
    }

    /// <summary>The box of a cell's text on the first page that it stands on.</summary>
    public static (PdfRectangle Box, int Page)? Place(TaggedCell cell)
    {
        PdfRectangle? box = null;
        var page = 0;
        foreach (var part in cell.Paragraphs.SelectMany(paragraph => paragraph.Parts))
        {
            if (page == 0 || part.Page == page)
            {
                page = part.Page;
                foreach (var word in part.Words)
                {
                    box = box is { } known ? new(Math.Min(known.X0, word.Box.X0), Math.Min(known.Y0, word.Box.Y0), Math.Max(known.X1, word.Box.X1), Math.Max(known.Y1, word.Box.Y1)) : word.Box;
                }
            }
        }

        return box is { } found ? (found, page) : null;
    }

    /// <summary>Whether words stand in the table that its tags do not have, such as the values of form fields.</summary>
    private static bool MissesWords(TaggedTable table, IReadOnlyList<PageContent> pages)
    {
        foreach (var (number, box) in table.Boxes())
        {
            foreach (var word in pages[number - 1].Words)
            {
                if (!word.IsArtifact && word.CentreX > box.X0 && word.CentreX < box.X1 && word.CentreY > box.Y0 && word.CentreY < box.Y1 && !table.Printed.Contains(word))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
