using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>
/// The tables of an example as wholes. It is all that is needed of its document once its plan and their places are known: a large document need not
/// stay in memory while the new one is written.
/// </summary>
internal sealed class ExampleTables
{
    private readonly Dictionary<int, ExampleTable> _tables = [];

    private ExampleTables()
    {
    }

    /// <summary>No tables: the document is copied around them.</summary>
    public static ExampleTables None { get; } = new();

    /// <summary>The tables of a plan.</summary>
    /// <param name="document">The example as it was read.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="anchors">Where the plan stands in it.</param>
    public static ExampleTables Of(SourceDocument document, Plan plan, PlanAnchors anchors)
    {
        var tables = new ExampleTables();
        var answer = plan.Columns.ToList().FindIndex(column => column.Key == ColumnKey.FollowUp);
        foreach (var grid in document.Body.OfType<SourceGrid>().Where(grid => anchors.Tables.Contains(grid.Index)))
        {
            tables._tables[grid.Index] = new(grid.Columns, AnswerPlace(grid, anchors, answer), AlternateShading.Find(grid, anchors));
        }

        return tables;
    }

    /// <summary>A table by its number; null where it is none of the plan.</summary>
    public ExampleTable? Find(int table) => _tables.GetValueOrDefault(table);

    private static (int First, int Span) AnswerPlace(SourceGrid grid, PlanAnchors anchors, int answer)
    {
        foreach (var row in grid.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (anchors.Cells.TryGetValue(new(grid.Index, cell.Row, cell.Column), out var anchor) && anchor.Column == answer)
                {
                    return (cell.Column, cell.ColumnSpan);
                }
            }
        }

        return default;
    }
}

/// <summary>A table of an example as a whole.</summary>
/// <param name="Columns">The number of its grid columns.</param>
/// <param name="AnswerPlace">The first grid column of the answers and how many they cover; nothing where there are none.</param>
/// <param name="Shading">How its rows are shaded in turn, or null where they are not.</param>
internal sealed record ExampleTable(int Columns, (int First, int Span) AnswerPlace, AlternateShading? Shading);
