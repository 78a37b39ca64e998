namespace ActionPlan.Templates.Split;

/// <summary>Parts a plan by its recipients. What is not in a row belongs to all.</summary>
internal static class Partition
{
    public static ValueList<PlanPart> Of(Plan plan, SplitBy by)
    {
        var parts = new List<(string Recipient, List<PlanSection> Sections)>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var headings = plan.Sections.GroupBy(section => Key(section.Heading), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(section => section.Group).Distinct().Count(), StringComparer.Ordinal);
        foreach (var section in plan.Sections)
        {
            // Equal headings under different groups are different recipients, whom the group tells apart.
            var recipient = section.Group is { Length: > 0 } over && headings[Key(section.Heading)] > 1 ? $"{over} – {section.Heading}" : section.Heading;
            foreach (var group in section.Measures.GroupBy(measure => Key(by == SplitBy.Section ? recipient : measure.Responsible.Text), StringComparer.Ordinal))
            {
                if (!known.TryGetValue(group.Key, out var index))
                {
                    known.Add(group.Key, index = parts.Count);
                    parts.Add((by == SplitBy.Section ? recipient : group.First().Responsible.Text, []));
                }

                parts[index].Sections.Add(section with { Measures = group.ToValueList() });
            }
        }

        var names = new FileNames();
        return parts.Select(part => new PlanPart(part.Recipient, names.Next(plan.Title, part.Recipient, plan.Period), plan with { Sections = part.Sections.ToValueList() })).ToValueList();
    }

    private static string Key(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
