using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Puts headings that are printed upright into the heading row of a table without drawn cells.</summary>
internal static class TurnedHeadings
{
    /// <summary>A heading may reach below the other texts of its row by so many points.</summary>
    private const float Slack = 6;

    /// <param name="grids">The tables.</param>
    /// <param name="turned">The turned lines of the page; those that are headings are taken out.</param>
    public static void Assign(List<PageGrid> grids, List<TextLine> turned)
    {
        foreach (var grid in grids)
        {
            foreach (var line in turned.FindAll(line => line.Words[0].Direction is Direction.Up or Direction.Down))
            {
                var (x, bottom, top) = ((line.Words.Min(word => word.Box.X0) + line.Words.Max(word => word.Box.X1)) / 2, line.Words.Min(word => word.Box.Y0), line.Words.Max(word => word.Box.Y1));
                if (bottom > grid.Ys[1] - Slack && bottom < grid.Ys[0] && top > grid.Ys[1] && grid.Cells.Find(cell => cell.Row == 0 && cell.Box.X0 <= x && cell.Box.X1 > x) is { } heading && heading.Words.TrueForAll(word => word.Direction == line.Words[0].Direction))
                {
                    heading.Words.AddRange(line.Words);
                    turned.Remove(line);
                }
            }
        }
    }
}
