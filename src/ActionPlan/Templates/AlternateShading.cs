using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>Shading that alternates from row to row by hand: for each turn the colour of the ground by grid column, -1 for none.</summary>
/// <param name="First">The colours of the first row and every second after it.</param>
/// <param name="Second">The colours of the others.</param>
/// <param name="Restarts">Whether each section begins with the first turn.</param>
internal sealed record AlternateShading(IReadOnlyDictionary<int, int> First, IReadOnlyDictionary<int, int> Second, bool Restarts)
{
    private const int FewestRows = 3;

    /// <summary>The rule that all rows of the measures of a table follow, or null.</summary>
    public static AlternateShading? Find(SourceGrid grid, PlanAnchors anchors) => Follows(grid, anchors, restarts: false) ?? Follows(grid, anchors, restarts: true);

    private static AlternateShading? Follows(SourceGrid grid, PlanAnchors anchors, bool restarts)
    {
        var turns = new Dictionary<int, int>[] { [], [] };
        var (rows, turn) = (0, 0);
        foreach (var row in grid.Rows)
        {
            if (!anchors.Rows.TryGetValue(new(grid.Index, row.Index), out var anchor))
            {
                continue;
            }

            if (anchor.Kind != RowKindOfPlan.Measure)
            {
                turn = restarts && anchor.Kind is (RowKindOfPlan.Section or RowKindOfPlan.SectionWithoutGroup) ? 0 : turn;
                continue;
            }

            var fills = turns[turn++ % 2];
            rows++;
            foreach (var cell in row.Cells)
            {
                if (cell.RowSpan == 1 && !fills.TryAdd(cell.Column, cell.Look.Fill) && fills[cell.Column] != cell.Look.Fill)
                {
                    return null;
                }
            }
        }

        return rows >= FewestRows && turns[0].Any(pair => turns[1].TryGetValue(pair.Key, out var other) && other != pair.Value) ? new(turns[0], turns[1], restarts) : null;
    }
}
