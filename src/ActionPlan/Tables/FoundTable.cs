using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>What a grid is to the plan.</summary>
internal enum TableRole
{
    /// <summary>Not part of the plan.</summary>
    Other,

    /// <summary>A table of measures with a heading row of its own.</summary>
    Measures,

    /// <summary>The rows of the table before it go on.</summary>
    Continuation,

    /// <summary>Cards: a label on the left, its value on the right.</summary>
    Cards,
}

/// <summary>A grid and what it is to the plan.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Role">What it is.</param>
/// <param name="Header">The heading rows: its own, or for a continuation those it goes on from; null for others and cards.</param>
/// <param name="Reason">Why it is left out; a word that does not change with the language.</param>
internal sealed record FoundTable(SourceGrid Grid, TableRole Role, TableHeader? Header, string Reason)
{
    /// <summary>The reason of a table whose rows name nothing that a plan has.</summary>
    public const string NoHeadings = "no headings of a plan";

    /// <summary>Whether its columns were known by the texts in them, since it has no headings or too few.</summary>
    public bool IsByTexts { get; init; }

    public bool IsUsed => Role != TableRole.Other;
}
