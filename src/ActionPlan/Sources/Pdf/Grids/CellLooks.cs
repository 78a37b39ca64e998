using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>How the words of a cell look.</summary>
internal static class CellLooks
{
    public static CellLook Of(List<PrintedWord> words, int fill)
    {
        if (words.Count == 0)
        {
            return fill < 0 ? CellLook.Plain : new(fill);
        }

        bool bold = true, italic = true;
        float size = 0;
        var colour = words[0].Colour;
        foreach (var word in words)
        {
            bold &= word.Font.IsBold;
            italic &= word.Font.IsItalic;
            size = Math.Max(size, word.Size);
            colour = word.Colour == colour ? colour : -1;
        }

        return new(fill, bold, italic, Math.Round(size, 1), colour);
    }
}

/// <summary>The colour of the ground of a place.</summary>
internal static class CellFills
{
    private const int White = 0xFFFFFF;

    /// <summary>The colour of the last area drawn over a point; -1 for none or white.</summary>
    public static int At(PageContent page, float x, float y)
    {
        for (var i = page.Fills.Count - 1; i >= 0; i--)
        {
            var box = page.Fills[i].Box;
            if (x >= box.X0 && x <= box.X1 && y >= box.Y0 && y <= box.Y1)
            {
                return page.Fills[i].Colour == White ? -1 : page.Fills[i].Colour;
            }
        }

        return -1;
    }
}
