using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Cells side by side that show by their ground alone.</summary>
/// <param name="Top">Their upper side.</param>
/// <param name="Bottom">Their lower side.</param>
/// <param name="Xs">Their sides from left to right: one more than cells.</param>
internal sealed record ShadedRow(float Top, float Bottom, List<float> Xs)
{
    /// <summary>Sides nearer than this are one.</summary>
    private const float Same = 1.5f;

    /// <summary>A lower ground is decoration; one higher than this part of the page lies under all of it.</summary>
    private const float Lowest = 7;

    private const float Highest = 0.6f;

    private const float Narrowest = 5;

    /// <summary>The shaded rows of a page from the top.</summary>
    public static List<ShadedRow> Of(PageContent page)
    {
        var areas = page.Fills.Select(fill => fill.Box).Where(box => box.Height > Lowest && box.Height < Highest * page.Height && box.Width > Narrowest).ToList();
        areas.Sort(static (a, b) => MathF.Abs(a.Y1 - b.Y1) >= Same ? b.Y1.CompareTo(a.Y1) : a.X0.CompareTo(b.X0));
        var rows = new List<ShadedRow>();
        foreach (var area in areas)
        {
            if (rows.Count > 0 && MathF.Abs(rows[^1].Top - area.Y1) < Same && MathF.Abs(rows[^1].Bottom - area.Y0) < Same && area.X0 > rows[^1].Xs[0] - Same && area.X0 < rows[^1].Xs[^1] + Same)
            {
                // The same ground may be drawn twice.
                if (area.X1 > rows[^1].Xs[^1] + Same)
                {
                    rows[^1].Xs.Add(area.X1);
                }
            }
            else
            {
                rows.Add(new(area.Y1, area.Y0, [area.X0, area.X1]));
            }
        }

        return rows;
    }

    /// <summary>The sides of the cells of the table that begins with a row: those of the rows below it that part the same columns, or some of them.</summary>
    /// <param name="rows">The shaded rows of a page from the top.</param>
    /// <param name="first">Which one the table begins with.</param>
    public static float[] Sides(List<ShadedRow> rows, int first)
    {
        var sides = rows[first].Xs;
        foreach (var row in rows.Skip(first + 1).Concat(rows.Take(first).Where(row => row.Xs.Count == 2)))
        {
            // A merged cell beside it may have another ground, so that a row is narrower.
            var (from, to) = (Math.Max(sides[0], row.Xs[0]), Math.Min(sides[^1], row.Xs[^1]));
            if ((to - from) * 2 < Math.Max(sides[^1] - sides[0], row.Xs[^1] - row.Xs[0]))
            {
                continue;
            }

            var both = Distinct([.. sides, .. row.Xs]);
            if (Within(both, from, to) > Math.Max(Within(sides, from, to), Within(row.Xs, from, to)))
            {
                break;
            }

            sides = both;
        }

        return [.. sides];
    }

    private static int Within(List<float> sides, float from, float to) => sides.Count(side => side > from - (2 * Same) && side < to + (2 * Same));

    private static List<float> Distinct(List<float> sides)
    {
        sides.Sort();
        var distinct = new List<float>();
        foreach (var side in sides)
        {
            if (distinct.Count == 0 || side - distinct[^1] > 2 * Same)
            {
                distinct.Add(side);
            }
        }

        return distinct;
    }
}
