using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>
/// The tables of an example as wholes. It is all that is needed of its document once its plan and their places are known: a large document need not
/// stay in memory while the new one is written.
/// </summary>
internal sealed class ExampleTables
{
    private readonly Dictionary<int, ExampleTable> _tables = [];
    private readonly Dictionary<int, TableHeads> _heads = [];

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
            tables._tables[grid.Index] = new(grid.Columns, AnswerPlace(grid, anchors, answer), AlternateShading.Find(grid, anchors), LeastWidths(grid));
        }

        var cards = anchors.CardRows().Select(row => row.Table).ToHashSet();
        foreach (var grid in document.Body.OfType<SourceGrid>())
        {
            tables._heads[grid.Index] = !anchors.Tables.Contains(grid.Index) ? HeadsOf(grid)
                : cards.Contains(grid.Index) ? grid.Columns == 2 ? TableHeads.FirstColumn : TableHeads.Unknown
                : grid.Rows.Any(row => anchors.Rows.TryGetValue(new(grid.Index, row.Index), out var anchor) && anchor.Kind == RowKindOfPlan.Header) ? TableHeads.FirstRow
                : TableHeads.Before;
        }

        return tables;
    }

    /// <summary>What heads the rows or columns of a table.</summary>
    public TableHeads HeadsOf(int table) => _heads.GetValueOrDefault(table);

    /// <summary>A first row that stands out by its look heads the columns; labels without it head the rows of two columns.</summary>
    private static TableHeads HeadsOf(SourceGrid grid)
    {
        if (grid.Rows.Count < 2 || grid.Columns < 2)
        {
            return TableHeads.Unknown;
        }

        var first = grid.Rows[0].Cells;
        var isWhole = first.Count > 1 && first.All(cell => !cell.Text.IsEmpty && cell.RowSpan == 1) && first.Sum(cell => cell.ColumnSpan) == grid.Columns;
        var below = grid.Rows[1].Cells;
        if (isWhole && ((first.All(cell => cell.Look.Bold) && !below.All(cell => cell.Look.Bold)) || (first.All(cell => cell.Look.Fill >= 0) && below.All(cell => cell.Look.Fill != first[0].Look.Fill))))
        {
            return TableHeads.FirstRow;
        }

        return grid.Columns == 2 && grid.Rows.All(row => row.Cells.Count > 0 && row.Cells[0] is { Column: 1, Text.IsEmpty: false }) ? TableHeads.FirstColumn : TableHeads.Unknown;
    }

    /// <summary>A table by its number; null where it is none of the plan.</summary>
    public ExampleTable? Find(int table) => _tables.GetValueOrDefault(table);

    private static int[] LeastWidths(SourceGrid grid)
    {
        var least = new int[grid.Columns];
        foreach (var cell in grid.Rows.SelectMany(row => row.Cells).Where(cell => cell.ColumnSpan == 1))
        {
            least[cell.Column - 1] = Math.Max(least[cell.Column - 1], ColumnWidths.OfWords(cell.Text.Text, cell.Look.Size));
        }

        return least;
    }

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

/// <summary>What heads the rows or columns of a table.</summary>
internal enum TableHeads
{
    /// <summary>Nobody can say.</summary>
    Unknown,

    /// <summary>Its first row or rows.</summary>
    FirstRow,

    /// <summary>Its first column: labels beside texts.</summary>
    FirstColumn,

    /// <summary>The heading rows of the table that it goes on from.</summary>
    Before,
}

/// <summary>A table of an example as a whole.</summary>
/// <param name="Columns">The number of its grid columns.</param>
/// <param name="AnswerPlace">The first grid column of the answers and how many they cover; nothing where there are none.</param>
/// <param name="Shading">How its rows are shaded in turn, or null where they are not.</param>
/// <param name="LeastWidths">What the words of each grid column need, in twentieths of a point.</param>
internal sealed record ExampleTable(int Columns, (int First, int Span) AnswerPlace, AlternateShading? Shading, IReadOnlyList<int> LeastWidths);
