namespace ActionPlan;

/// <summary>An action plan and its follow-up, as contract version 1 of the plan's JSON describes it. Immutable; equal by content.</summary>
public sealed record Plan
{
    /// <summary>The title as printed.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>BCP 47 tag of the document's language ('sv', 'nb', 'da', 'fi', 'en'), or null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The period that the follow-up covers ('2022', 'T1 2023'), or null where unknown.</summary>
    public string? Period { get; init; }

    /// <summary>The registration number (diarienummer) as printed, or null where none is.</summary>
    public string? Reference { get; init; }

    /// <summary>The decisions in the order in which they are printed.</summary>
    public ValueList<Decision> Decisions { get; init; } = [];

    /// <summary>The columns from left to right.</summary>
    public ValueList<PlanColumn> Columns { get; init; } = [];

    /// <summary>The sections in order.</summary>
    public ValueList<PlanSection> Sections { get; init; } = [];

    /// <summary>All measures of all sections, in order.</summary>
    public IEnumerable<Measure> Measures => Sections.SelectMany(section => section.Measures);
}

/// <summary>A section of a plan: an operation, department, board or area with its measures.</summary>
public sealed record PlanSection
{
    /// <summary>The heading above this one, where the document has two levels of sections; else null.</summary>
    public string? Group { get; init; }

    /// <summary>The heading as printed; empty for rows before the first heading.</summary>
    public string Heading { get; init; } = string.Empty;

    /// <summary>The measures in order.</summary>
    public ValueList<Measure> Measures { get; init; } = [];
}

/// <summary>What a column means.</summary>
public enum ColumnKey
{
    /// <summary>A column of another meaning; kept under its heading.</summary>
    Other,

    /// <summary>Fokusområde.</summary>
    FocusArea,

    /// <summary>Aktivitet, åtgärd, insats.</summary>
    Activity,

    /// <summary>Mål.</summary>
    Goal,

    /// <summary>Uppföljning: the answer.</summary>
    FollowUp,

    /// <summary>Ansvarig.</summary>
    Responsible,

    /// <summary>Tidplan.</summary>
    Timeframe,

    /// <summary>Status.</summary>
    Status,

    /// <summary>Indikator.</summary>
    Indicator,

    /// <summary>Resurser.</summary>
    Resources,

    /// <summary>Kommentar.</summary>
    Comment,

    /// <summary>Nummer.</summary>
    Number,
}

/// <summary>A column of a plan.</summary>
/// <param name="Key">What it means.</param>
/// <param name="Heading">The heading as printed. For <see cref="ColumnKey.Other"/> it is unique and names the entry in <see cref="Measure.Other"/>.</param>
public sealed record PlanColumn(ColumnKey Key, string Heading)
{
    /// <summary>Whether it is there to be filled in anew each period.</summary>
    internal bool IsAnswered => Key is ColumnKey.FollowUp or ColumnKey.Status or ColumnKey.Comment;
}

/// <summary>What a decision decided.</summary>
public enum DecisionRole
{
    /// <summary>The plan was adopted.</summary>
    Adopted,

    /// <summary>The plan was revised.</summary>
    Revised,

    /// <summary>The follow-up was decided.</summary>
    FollowUp,
}

/// <summary>A decision that the document names.</summary>
/// <param name="Role">What was decided.</param>
/// <param name="Body">The deciding body as printed.</param>
/// <param name="Date">The date, with open digits where a placeholder stands.</param>
/// <param name="Section">The paragraph of the minutes without the section sign; 'xx' for a placeholder; empty if none is printed.</param>
/// <param name="Text">The reference as printed.</param>
public sealed record Decision(DecisionRole Role, string Body, PartialDate Date, string Section, string Text);
