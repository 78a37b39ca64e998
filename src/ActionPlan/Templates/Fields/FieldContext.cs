using ActionPlan.Sources;

namespace ActionPlan.Templates.Fields;

/// <summary>What fields mean at a place of the filled document: the plan, and where loops have come to.</summary>
internal sealed record FieldContext(Plan Plan, PlanSection? Section = null, Measure? Measure = null)
{
    // Copied by reference with the record: where a loop has come to changes no column.
    private readonly Dictionary<string, PlanColumn?> _columns = new(StringComparer.Ordinal);

    public RichText Value(string name) => name switch
    {
        "plan.title" => RichText.FromText(Plan.Title),
        "plan.period" => RichText.FromText(Plan.Period ?? ""),
        "plan.reference" => RichText.FromText(Plan.Reference ?? ""),
        "plan.language" => RichText.FromText(Plan.Language ?? ""),
        "section.heading" => RichText.FromText(Section?.Heading ?? ""),
        "section.group" => RichText.FromText(Section?.Group ?? ""),
        "measure.id" => RichText.FromText(Measure?.Id ?? ""),
        _ when name.StartsWith("decision.", StringComparison.Ordinal) => RichText.FromText(OfDecision(name)),
        _ => ColumnOf(name) is { } column && Measure is not null ? Measure[column] : RichText.Empty,
    };

    /// <summary>The contexts that a loop comes to, one after the other.</summary>
    public IEnumerable<FieldContext> Each(string loop) => loop == FieldNames.Sections
        ? Plan.Sections.Select(section => this with { Section = section })
        : (Section is null ? Plan.Sections : [Section]).SelectMany(section => section.Measures.Select(measure => this with { Section = section, Measure = measure }));

    /// <summary>The column of the plan that a field of a measure shows, or null where it has none.</summary>
    public PlanColumn? ColumnOf(string name)
    {
        if (!_columns.TryGetValue(name, out var column))
        {
            _columns.Add(name, column = Find(name));
        }

        return column;
    }

    private PlanColumn? Find(string name)
    {
        if (name.StartsWith(FieldNames.OtherPrefix, StringComparison.Ordinal))
        {
            var heading = name[FieldNames.OtherPrefix.Length..];
            return Plan.Columns.FirstOrDefault(column => column.Key == ColumnKey.Other && string.Equals(column.Heading, heading, StringComparison.OrdinalIgnoreCase));
        }

        return Plan.Columns.FirstOrDefault(column => column.Key != ColumnKey.Other && name.Length == "measure.".Length + PlanTags.Name(column.Key).Length && name.EndsWith(PlanTags.Name(column.Key), StringComparison.Ordinal));
    }

    /// <summary>The tag of the control around a field of a measure, as the contract has it; null where the field is none of a column.</summary>
    public string? Tag(string name)
    {
        if (Measure is null || ColumnOf(name) is not { } column)
        {
            return null;
        }

        for (var i = 0; i < Plan.Columns.Count; i++)
        {
            if (ReferenceEquals(Plan.Columns[i], column))
            {
                return PlanTags.Cell(column, i + 1, Measure.Id);
            }
        }

        return null;
    }

    private string OfDecision(string name)
    {
        var parts = name.Split('.');
        var role = parts[1] switch { "adopted" => DecisionRole.Adopted, "revised" => DecisionRole.Revised, _ => DecisionRole.FollowUp };
        return Plan.Decisions.FirstOrDefault(decision => decision.Role == role) is not { } found ? ""
            : parts[2] switch { "body" => found.Body, "date" => found.Date.ToString(), "section" => found.Section, _ => found.Text };
    }
}
