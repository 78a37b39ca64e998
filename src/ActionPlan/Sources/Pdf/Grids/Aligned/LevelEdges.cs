using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>The level lines of a page that may part rows.</summary>
/// <param name="Rules">Rules.</param>
/// <param name="Bands">The upper and lower sides of shaded bands.</param>
internal sealed record LevelEdges(List<Edge> Rules, List<Edge> Bands)
{
    /// <summary>Bands lower than this are decoration; bands higher than most of a page are its ground.</summary>
    private const float LowestBand = 7;

    private const float HighestBand = 0.6f;

    public static LevelEdges Of(PageContent page)
    {
        var edges = new List<Edge>();
        var bands = new List<Edge>();
        foreach (var ruling in page.Rulings)
        {
            if (ruling.IsHorizontal && ruling.Length > 8)
            {
                edges.Add(new((ruling.Y0 + ruling.Y1) / 2, ruling.X0, ruling.X1));
            }
        }

        foreach (var fill in page.Fills)
        {
            if (fill.Box.Height > LowestBand && fill.Box.Height < HighestBand * page.Height)
            {
                bands.Add(new(fill.Box.Y0, fill.Box.X0, fill.Box.X1));
                bands.Add(new(fill.Box.Y1, fill.Box.X0, fill.Box.X1));
            }
        }

        return new(EdgeSet.Merge(edges), EdgeSet.Merge(bands));
    }
}
