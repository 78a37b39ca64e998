namespace ActionPlan;

/// <summary>How a template is made.</summary>
public sealed record TemplateOptions
{
    /// <summary>The defaults.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>The period of the new template; by default the one after the document's own.</summary>
    public string? Period { get; init; }

    /// <summary>Whether last period's answers stand beside the empty ones, in a column that can only be read.</summary>
    public bool KeepPrevious { get; init; }

    /// <summary>Whether nothing but the content controls can be edited in Word.</summary>
    public bool Lock { get; init; }

    /// <summary>What a status can be chosen from, in a drop-down list; none leaves the status as it is.</summary>
    public ValueList<string> Statuses { get; init; } = [];
}
