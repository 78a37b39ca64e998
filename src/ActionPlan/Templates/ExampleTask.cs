using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>A document to make after an example.</summary>
/// <param name="Old">The plan as the example has it.</param>
/// <param name="New">The plan as the new document is to have it, measures by their ids.</param>
/// <param name="Tables">The tables of the example as wholes.</param>
/// <param name="Anchors">Where the example's plan stands in it.</param>
/// <param name="Changes">What changes in the text around the tables.</param>
/// <param name="Settings">How it is made.</param>
internal sealed record ExampleTask(Plan Old, Plan New, ExampleTables Tables, PlanAnchors Anchors, IReadOnlyList<TextChange> Changes, TemplateSettings Settings)
{
    private int[]? _columns;

    /// <summary>For each column of the example, counted from 0, its number among those of the new plan.</summary>
    public IReadOnlyList<int> Columns => _columns ??= [.. Old.Columns.Select(IndexInNew)];

    /// <summary>Whether none of the example's own measures stays: its look alone is wanted.</summary>
    public bool LookOnly { get; init; }

    /// <summary>The column that shows last period's answers beside the new ones, counted from 0 in the new plan; -1 for none.</summary>
    public int PreviousColumn => Settings.PreviousColumn;

    /// <summary>The ids of the example's measures that the plan lacks; their rows stay as they are.</summary>
    public IReadOnlySet<string> Unmatched { get; init; } = new HashSet<string>();

    /// <summary>Decisions that the example has no place for.</summary>
    public IReadOnlyList<Decision> AddedDecisions { get; init; } = [];

    /// <summary>The custom XML that controls around the tables are bound to, where their fields have been filled.</summary>
    public DataBindings? Bindings { get; init; }

    private int IndexInNew(PlanColumn column, int at)
    {
        // Headings may have moved on with the period: the column is the one of its meaning, and among others the one of its name.
        for (var i = 0; i < New.Columns.Count; i++)
        {
            var other = New.Columns[i];
            if (other.Key == column.Key && (column.Key != ColumnKey.Other || (other.Heading == column.Heading && i != PreviousColumn)))
            {
                return i;
            }
        }

        return at;
    }
}
