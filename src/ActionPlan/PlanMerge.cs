using ActionPlan.Review.Merge;

namespace ActionPlan;

/// <summary>Which of several answers to one cell is taken.</summary>
public enum ConflictRule
{
    /// <summary>None: the cell stays as the base has it, and the finding is open.</summary>
    None,

    /// <summary>That of the first copy in order.</summary>
    First,

    /// <summary>That of the last copy in order.</summary>
    Last,
}

/// <summary>A decision about one cell.</summary>
/// <param name="MeasureId">The id of the measure.</param>
/// <param name="Field">The column: its key as JSON has it ('followUp'), or its heading.</param>
/// <param name="Copy">The copy whose text is taken: its name, or the file name of it.</param>
public sealed record AcceptedCell(string MeasureId, string Field, string Copy);

/// <summary>What a merge may decide by itself. The default is: nothing.</summary>
public sealed record MergeOptions
{
    /// <summary>The defaults.</summary>
    public static MergeOptions Default { get; } = new();

    /// <summary>What is done about answers that differ, where <see cref="Cells"/> does not say it.</summary>
    public ConflictRule Conflicts { get; init; }

    /// <summary>Decisions about single cells; they win, and may take edited texts too.</summary>
    public ValueList<AcceptedCell> Cells { get; init; } = [];

    /// <summary>Whether edited texts that are no answers are taken over, where all copies that edited one agree.</summary>
    public bool AcceptEdits { get; init; }

    /// <summary>Whether copies of another period are merged as if they were of this one.</summary>
    public bool AcceptOtherPeriods { get; init; }
}

/// <summary>
/// Puts filled-in copies of a plan together: rows are found by the ids that the copies carry, else by their texts, wherever they were moved. Every answer
/// is in the result or in a finding; none is chosen unless the options say so.
/// </summary>
public static class PlanMerge
{
    /// <summary>Merges copies into their base.</summary>
    /// <param name="basis">The plan that the copies were made of, as it was sent out.</param>
    /// <param name="copies">The copies in order; the order matters to <see cref="ConflictRule"/> alone.</param>
    /// <param name="options">What may be decided; nothing when null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static MergeResult Merge(Plan basis, IEnumerable<FilledCopy> copies, MergeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(copies);
        return new Merger(new(basis), options ?? MergeOptions.Default, cancellationToken).Merge([.. copies]);
    }
}
