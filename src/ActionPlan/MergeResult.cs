namespace ActionPlan;

/// <summary>A copy that somebody filled in.</summary>
/// <param name="Name">The name that the user knows it by.</param>
/// <param name="Plan">What it holds.</param>
/// <param name="CarriesIds">Whether its ids were carried by the copy itself, as those that ActionPlan makes do; else they were computed of its texts.</param>
public sealed record FilledCopy(string Name, Plan Plan, bool CarriesIds = true)
{
    /// <summary>Texts of its tables that have no place in the plan, such as those of a row whose cells nobody can tell apart.</summary>
    public ValueList<string> Unplaced { get; init; } = [];

    /// <summary>The reads of the copy and of its base, where both are known: what stands beside the plan is compared too.</summary>
    internal (ReadResult<Plan> Copy, ReadResult<Plan> Base)? Reads { get; init; }

    /// <summary>A copy that was read.</summary>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="result">The read.</param>
    /// <param name="basis">The read of the base: a text without a place that stands there too is nothing that the copy says. Null where there is none; texts beside the table are not looked at then.</param>
    /// <exception cref="DocumentReadException">The read has no result.</exception>
    public static FilledCopy Of(string name, ReadResult<Plan> result, ReadResult<Plan>? basis = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var known = basis?.Report.Account.UnplacedText.ToHashSet(StringComparer.Ordinal) ?? [];
        return new(name, result.GetValueOrThrow(), result.Report.Columns.All(column => column.Because == "tag"))
        {
            Unplaced = [.. result.Report.Account.UnplacedText.Where(text => !known.Contains(text))],
            Reads = basis is null ? null : (result, basis),
        };
    }
}

/// <summary>What was found while copies were put together.</summary>
public enum MergeFindingKind
{
    /// <summary>Copies answer the same cell differently.</summary>
    Conflict,

    /// <summary>A text that is no answer was edited.</summary>
    EditedText,

    /// <summary>A row that the base does not have.</summary>
    NewRow,

    /// <summary>A row of the base is gone from a copy that holds its neighbours.</summary>
    DeletedRow,

    /// <summary>A row stands twice in a copy.</summary>
    RowTwice,

    /// <summary>No copy holds these measures.</summary>
    NotReturned,

    /// <summary>The copy is for another period.</summary>
    OtherPeriod,

    /// <summary>The copy shares no measure with the base.</summary>
    OtherPlan,

    /// <summary>The copy says the same as another one.</summary>
    SameCopy,

    /// <summary>An answer that was not taken over, since its copy was not.</summary>
    NotMerged,

    /// <summary>An answer that the base had was answered anew.</summary>
    ReplacedAnswer,

    /// <summary>An answer that the base has is empty in a copy.</summary>
    ClearedAnswer,

    /// <summary>A row stands in another section than in the base.</summary>
    MovedRow,

    /// <summary>The heading of a section was edited.</summary>
    RenamedSection,

    /// <summary>The title, registration number or decisions were edited.</summary>
    EditedFront,

    /// <summary>A copy has text in a column that the base does not have.</summary>
    ExtraColumn,

    /// <summary>A copy lacks a column of the base.</summary>
    MissingColumn,

    /// <summary>A copy has a text in its tables that has no place in a plan.</summary>
    UnplacedText,

    /// <summary>A copy has a text that its base has not, where a plan has no place for it: below the table, in a table of its own, hidden.</summary>
    TextBeside,

    /// <summary>A copy has a comment or a note that its base has not.</summary>
    Note,

    /// <summary>A copy has a picture or another object that its base has not.</summary>
    Picture,

    /// <summary>The column of the answers has another heading in a copy.</summary>
    RenamedColumn,

    /// <summary>A decision about a cell decided nothing: the measure, the field or the copy has no answer there, or decisions contradict each other.</summary>
    UnusedDecision,

    /// <summary>Rows that look alike in the base and in a copy without ids: their answers were taken in the order of the rows.</summary>
    AlikeRows,

    /// <summary>A text that a copy struck by tracked changes.</summary>
    StruckText,
}

/// <summary>A text of a copy that a finding is about.</summary>
/// <param name="Copy">The name of the copy.</param>
/// <param name="Text">What it says.</param>
/// <param name="Place">Where it stands in the copy.</param>
public sealed record MergeText(string Copy, RichText Text, DocumentPlace Place = default);

/// <summary>Something that the coordinator should know or decide.</summary>
public sealed record MergeFinding
{
    /// <summary>What it is.</summary>
    public required MergeFindingKind Kind { get; init; }

    /// <summary>The same as a message with its code and severity. Its place is one in <see cref="Copy"/>.</summary>
    public required Diagnostic Diagnostic { get; init; }

    /// <summary>The copy that it was found in; the first one where there are several; empty where no copy is to blame.</summary>
    public string Copy { get; init; } = string.Empty;

    /// <summary>The id of the measure, or null where the finding is about more.</summary>
    public string? MeasureId { get; init; }

    /// <summary>The heading of the section, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The column, or null.</summary>
    public PlanColumn? Column { get; init; }

    /// <summary>What the base says, or null where it is not about a text of the base.</summary>
    public RichText? Base { get; init; }

    /// <summary>What the copies say.</summary>
    public ValueList<MergeText> Texts { get; init; } = [];

    /// <summary>The copy whose text stands in the result, as the options demanded; null where nothing was decided.</summary>
    public string? Accepted { get; init; }

    /// <summary>Whether somebody has to decide: a conflict or a copy of another period that the options do not settle.</summary>
    public bool IsOpen => Accepted is null && Kind is MergeFindingKind.Conflict or MergeFindingKind.OtherPeriod;
}

/// <summary>What became of a copy.</summary>
public enum CopyOutcome
{
    /// <summary>Its answers are in the result or in the findings.</summary>
    Merged,

    /// <summary>It says the same as another copy.</summary>
    Same,

    /// <summary>It is for another period; its answers are in the findings.</summary>
    OtherPeriod,

    /// <summary>It is a copy of another plan.</summary>
    OtherPlan,
}

/// <summary>What became of a copy, in numbers.</summary>
/// <param name="Name">The name of the copy.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Answers">How many cells it answers that the base leaves open or answers otherwise.</param>
public sealed record CopyReport(string Name, CopyOutcome Outcome, int Rows, int Answers);

/// <summary>A plan with the answers of its copies, and all that the coordinator should know of how it came about.</summary>
/// <param name="Plan">The base with the answers that no copy disputes.</param>
/// <param name="Findings">Findings in the order of the plan, those of whole copies first.</param>
/// <param name="Copies">What became of each copy.</param>
public sealed record MergeResult(Plan Plan, ValueList<MergeFinding> Findings, ValueList<CopyReport> Copies)
{
    /// <summary>Whether a finding is left for somebody to decide.</summary>
    public bool IsOpen => Findings.Any(finding => finding.IsOpen);
}
