namespace ActionPlan.Review.Merge;

/// <summary>A row of a copy, with the row of the base that it is.</summary>
internal sealed class CopyRow(int index, PlanSection section, Measure measure)
{
    public int Index => index;

    public PlanSection Section => section;

    public Measure Measure => measure;

    /// <summary>The row of the base; null for a new row.</summary>
    public BaseRow? Base { get; set; }

    /// <summary>Whether another row of the copy is the same row of the base and came first.</summary>
    public bool IsSecond { get; set; }

    public DocumentPlace Place => measure.Source is { } source ? new(source.Pages.Count > 0 ? source.Pages[0] : null, source.Table, source.Row) : default;
}

/// <summary>A copy in the terms of its base: its columns and its rows.</summary>
internal sealed class CopyRows
{
    public CopyRows(FilledCopy copy, int order, Plan basis)
    {
        (Copy, Order) = (copy, order);
        var rows = new List<CopyRow>();
        foreach (var section in copy.Plan.Sections)
        {
            foreach (var measure in section.Measures)
            {
                rows.Add(new(rows.Count, section, measure));
            }
        }

        Rows = rows;
        var free = copy.Plan.Columns.ToList();
        Columns = [.. basis.Columns.Select(column => Take(free, column))];
        Extra = free;
    }

    public FilledCopy Copy { get; }

    /// <summary>The place of the copy among all, from 0.</summary>
    public int Order { get; }

    public IReadOnlyList<CopyRow> Rows { get; }

    /// <summary>For each column of the base the copy's own, or null where it lacks it.</summary>
    public IReadOnlyList<PlanColumn?> Columns { get; }

    /// <summary>Columns that the base does not have.</summary>
    public IReadOnlyList<PlanColumn> Extra { get; }

    private static PlanColumn? Take(List<PlanColumn> free, PlanColumn column)
    {
        var found = free.Find(each => each.Key == column.Key && (column.Key != ColumnKey.Other || SameHeading(each, column))) ?? free.Find(each => SameHeading(each, column));
        if (found is not null)
        {
            free.Remove(found);
        }

        return found;
    }

    private static bool SameHeading(PlanColumn one, PlanColumn other) =>
        string.Equals(ComparedText.Normal(one.Heading), ComparedText.Normal(other.Heading), StringComparison.OrdinalIgnoreCase);
}
