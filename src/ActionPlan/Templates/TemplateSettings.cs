namespace ActionPlan.Templates;

/// <summary>How a template is made.</summary>
internal sealed record TemplateSettings
{
    public bool Lock { get; init; }

    /// <summary>Whether it is a template made on purpose that is only cleaned: the bindings of its controls and its protection come along.</summary>
    public bool IsFieldTemplate { get; init; }

    public ValueList<string> Statuses { get; init; } = [];

    /// <summary>The column that shows last period's answers beside the new ones, counted from 0; -1 for none.</summary>
    public int PreviousColumn { get; init; } = -1;
}
