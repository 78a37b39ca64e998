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
        var found = new PlanColumn?[basis.Columns.Count];
        foreach (var isFound in (ReadOnlySpan<Func<PlanColumn, PlanColumn, bool>>)[IsSame, SameHeading, SameMeaning])
        {
            for (var i = 0; i < found.Length; i++)
            {
                found[i] ??= Take(free, each => isFound(each, basis.Columns[i]));
            }
        }

        RenamedAnswer = FindRenamed(copy.Plan, basis, found, free);
        Columns = found;
        Extra = free;
    }

    public FilledCopy Copy { get; }

    /// <summary>The place of the copy among all, from 0.</summary>
    public int Order { get; }

    public IReadOnlyList<CopyRow> Rows { get; }

    /// <summary>Rows of which nothing says which rows of the base they are.</summary>
    public List<GuessedRows> Guessed { get; } = [];

    /// <summary>For each column of the base the copy's own, or null where it lacks it.</summary>
    public IReadOnlyList<PlanColumn?> Columns { get; }

    /// <summary>The column of the copy that stands where the base has its answers, under another heading; null where there is none.</summary>
    public PlanColumn? RenamedAnswer { get; }

    /// <summary>Columns that the base does not have.</summary>
    public IReadOnlyList<PlanColumn> Extra { get; }

    /// <summary>
    /// Whether the copy was read with a column for its answers that is none of the base, such as last period's, which names its year, where the tags
    /// are gone that tell them apart. What it says of its period is then said of that column.
    /// </summary>
    public bool IsReadByAnotherColumn(Plan basis)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i]?.Key == ColumnKey.FollowUp && basis.Columns[i].Key != ColumnKey.FollowUp)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts of a row that the base does not have there.</summary>
    public IEnumerable<(PlanColumn Column, RichText Text)> Answers(CopyRow row, Plan basis)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] is { } own && row.Measure[own] is { IsEmpty: false } text && (row.Base is null || !ComparedText.AreSame(row.Base.Measure[basis.Columns[i]], text)))
            {
                yield return (basis.Columns[i], text);
            }
        }

        foreach (var column in Extra)
        {
            if (row.Measure[column] is { IsEmpty: false } text)
            {
                yield return (column, text);
            }
        }
    }

    /// <summary>The one heading that a copy has beyond the base is that of the answers, if these are missing and it stands in their place.</summary>
    private static PlanColumn? FindRenamed(Plan copy, Plan basis, PlanColumn?[] found, List<PlanColumn> free)
    {
        var missing = Array.FindIndex(found, column => column is null);
        if (missing < 0 || basis.Columns[missing].Key != ColumnKey.FollowUp || free is not [var only] || Array.FindLastIndex(found, column => column is null) != missing)
        {
            return null;
        }

        if (copy.Columns.Count != basis.Columns.Count || !ReferenceEquals(copy.Columns[missing], only))
        {
            return null;
        }

        found[missing] = only;
        free.Clear();
        return only;
    }

    private static PlanColumn? Take(List<PlanColumn> free, Predicate<PlanColumn> isFound)
    {
        var found = free.Find(isFound);
        if (found is not null)
        {
            free.Remove(found);
        }

        return found;
    }

    private static bool IsSame(PlanColumn one, PlanColumn other) => one.Key == other.Key && SameHeading(one, other);

    private static bool SameMeaning(PlanColumn one, PlanColumn other) => one.Key == other.Key && one.Key != ColumnKey.Other;

    private static bool SameHeading(PlanColumn one, PlanColumn other) =>
        string.Equals(ComparedText.Normal(one.Heading), ComparedText.Normal(other.Heading), StringComparison.OrdinalIgnoreCase);
}
