namespace ActionPlan;

/// <summary>One measure: a row of the plan. Immutable; equal by content, wherever it was read.</summary>
public sealed record Measure
{
    /// <summary>Unique in the plan, stable from year to year: 16 characters a-z2-7, with '-2', '-3' after the first of equal ones.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The number of the measure.</summary>
    public RichText Number { get; init; } = RichText.Empty;

    /// <summary>The focus area; where the document leaves it blank below a filled one, the one above.</summary>
    public RichText FocusArea { get; init; } = RichText.Empty;

    /// <summary>What is to be done.</summary>
    public RichText Activity { get; init; } = RichText.Empty;

    /// <summary>What it is to reach.</summary>
    public RichText Goal { get; init; } = RichText.Empty;

    /// <summary>The answer of the latest period.</summary>
    public RichText FollowUp { get; init; } = RichText.Empty;

    /// <summary>Who answers for it.</summary>
    public RichText Responsible { get; init; } = RichText.Empty;

    /// <summary>When it is to be done.</summary>
    public RichText Timeframe { get; init; } = RichText.Empty;

    /// <summary>The status in the document's own words.</summary>
    public RichText Status { get; init; } = RichText.Empty;

    /// <summary>What is measured.</summary>
    public RichText Indicator { get; init; } = RichText.Empty;

    /// <summary>What it costs or needs.</summary>
    public RichText Resources { get; init; } = RichText.Empty;

    /// <summary>A remark beside the answer.</summary>
    public RichText Comment { get; init; } = RichText.Empty;

    /// <summary>The texts of the columns of key <see cref="ColumnKey.Other"/>, by heading.</summary>
    public OtherFields Other { get; init; } = OtherFields.Empty;

    /// <summary>Where the measure was read, or null; no part of equality.</summary>
    public MeasureSource? Source { get; init; }

    /// <summary>The text of a column of this measure; empty where it has none.</summary>
    public RichText this[PlanColumn column]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(column);
            return column.Key switch
            {
                ColumnKey.FocusArea => FocusArea,
                ColumnKey.Activity => Activity,
                ColumnKey.Goal => Goal,
                ColumnKey.FollowUp => FollowUp,
                ColumnKey.Responsible => Responsible,
                ColumnKey.Timeframe => Timeframe,
                ColumnKey.Status => Status,
                ColumnKey.Indicator => Indicator,
                ColumnKey.Resources => Resources,
                ColumnKey.Comment => Comment,
                ColumnKey.Number => Number,
                _ => Other.TryGetValue(column.Heading, out var text) ? text : RichText.Empty,
            };
        }
    }

    /// <summary>A copy with another text in one column.</summary>
    public Measure With(PlanColumn column, RichText text)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(text);
        return column.Key switch
        {
            ColumnKey.FocusArea => this with { FocusArea = text },
            ColumnKey.Activity => this with { Activity = text },
            ColumnKey.Goal => this with { Goal = text },
            ColumnKey.FollowUp => this with { FollowUp = text },
            ColumnKey.Responsible => this with { Responsible = text },
            ColumnKey.Timeframe => this with { Timeframe = text },
            ColumnKey.Status => this with { Status = text },
            ColumnKey.Indicator => this with { Indicator = text },
            ColumnKey.Resources => this with { Resources = text },
            ColumnKey.Comment => this with { Comment = text },
            ColumnKey.Number => this with { Number = text },
            _ => this with { Other = Other.With(column.Heading, text) },
        };
    }

    /// <summary>Equal when all texts and the id are equal; <see cref="Source"/> does not count.</summary>
    public bool Equals(Measure? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Id == other.Id
            && Number.Equals(other.Number)
            && FocusArea.Equals(other.FocusArea)
            && Activity.Equals(other.Activity)
            && Goal.Equals(other.Goal)
            && FollowUp.Equals(other.FollowUp)
            && Responsible.Equals(other.Responsible)
            && Timeframe.Equals(other.Timeframe)
            && Status.Equals(other.Status)
            && Indicator.Equals(other.Indicator)
            && Resources.Equals(other.Resources)
            && Comment.Equals(other.Comment)
            && Other.Equals(other.Other));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, FocusArea, Activity, FollowUp);
}

/// <summary>Where a measure was read.</summary>
/// <param name="Table">The table, counted from 1 in document order.</param>
/// <param name="Row">The first row of the measure, counted from 1.</param>
/// <param name="Pages">The pages, counted from 1; empty where the format has none.</param>
public sealed record MeasureSource(int Table, int Row, ValueList<int> Pages);
