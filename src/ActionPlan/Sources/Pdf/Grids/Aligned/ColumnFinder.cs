using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>The stretch from left to right that the texts of a column take.</summary>
/// <param name="X0">Where its texts begin.</param>
/// <param name="X1">Where they end.</param>
internal readonly record struct ColumnExtent(float X0, float X1);

/// <summary>Finds the columns of a region: what stays apart when all its texts are laid over each other. Texts over several columns are left out.</summary>
internal static class ColumnFinder
{
    public static List<ColumnExtent> Find(Region region, out HashSet<TextLine> bridging)
    {
        bridging = Bridging(region);
        var columns = new List<ColumnExtent>();
        var extents = new List<ColumnExtent>();
        foreach (var line in region.Lines)
        {
            foreach (var chunk in line.Chunks)
            {
                if (!bridging.Contains(chunk))
                {
                    extents.Add(new(chunk.Start, chunk.End));
                }
            }
        }

        extents.Sort(static (a, b) => a.X0.CompareTo(b.X0));
        foreach (var extent in extents)
        {
            if (columns.Count > 0 && extent.X0 < columns[^1].X1 + 0.5f)
            {
                columns[^1] = new(columns[^1].X0, Math.Max(columns[^1].X1, extent.X1));
            }
            else
            {
                columns.Add(extent);
            }
        }

        return columns;
    }

    /// <summary>Texts that lie over a gap which several other lines leave open.</summary>
    private static HashSet<TextLine> Bridging(Region region)
    {
        var gaps = new List<(float From, float To, int Line)>();
        for (var i = 0; i < region.Lines.Count; i++)
        {
            var chunks = region.Lines[i].Chunks;
            for (var at = 1; at < chunks.Count; at++)
            {
                gaps.Add((chunks[at - 1].End, chunks[at].Start, i));
            }
        }

        gaps.Sort(static (a, b) => a.From.CompareTo(b.From));
        var tabular = region.Lines.Count(line => line.IsTabular);
        var least = Math.Max(2, (int)(0.15 * tabular));
        var bridging = new HashSet<TextLine>();
        for (var i = 0; i < region.Lines.Count; i++)
        {
            foreach (var chunk in region.Lines[i].Chunks)
            {
                var crossed = 0;
                foreach (var gap in gaps)
                {
                    if (gap.From >= chunk.End)
                    {
                        break;
                    }

                    crossed += gap.From > chunk.Start && gap.To < chunk.End && gap.Line != i ? 1 : 0;
                }

                if (crossed >= least)
                {
                    bridging.Add(chunk);
                }
            }
        }

        return bridging;
    }
}
