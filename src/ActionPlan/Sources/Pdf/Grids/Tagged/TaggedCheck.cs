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
        if (table.Columns < 2 || table.Rows.Count < 2 || !table.Rows.Exists(row => row.Cells.Exists(cell => cell.Parts.Count > 0)))
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
                if (cell.Place is not { } place)
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

    /// <summary>Whether words stand in the table that its tags do not have, such as the values of form fields.</summary>
    private static bool MissesWords(TaggedTable table, IReadOnlyList<PageContent> pages)
    {
        foreach (var (number, box) in table.Boxes())
        {
            var printed = table.Printed[number];
            foreach (var word in pages[number - 1].Words)
            {
                if (!word.IsArtifact && word.CentreX > box.X0 && word.CentreX < box.X1 && word.CentreY > box.Y0 && word.CentreY < box.Y1 && !printed.Contains(word))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
