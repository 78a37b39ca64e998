namespace ActionPlan.Templates;

/// <summary>Columns that a template has and its example has not: last period's answers beside the empty ones, and a status to choose.</summary>
internal static class TemplateColumns
{
    /// <summary>Adds the answers of the old plan as a column before that of the answers.</summary>
    /// <returns>The plan, and the number of the column, counted from 0; -1 where there are no answers to keep.</returns>
    public static (Plan Plan, int Column) WithPrevious(Plan old, Plan next)
    {
        var at = next.Columns.ToList().FindIndex(column => column.Key == ColumnKey.FollowUp);
        if (at < 0)
        {
            return (next, -1);
        }

        var answered = old.Columns.First(column => column.Key == ColumnKey.FollowUp);
        var heading = answered.Heading == next.Columns[at].Heading ? Named(answered.Heading, old) : answered.Heading;
        var unique = heading;
        for (var n = 2; next.Columns.Any(column => column.Heading == unique); n++)
        {
            unique = $"{heading} ({n})";
        }

        var answers = old.Measures.Select(measure => measure.FollowUp).ToList();
        var i = 0;
        return (With(next, at, new(ColumnKey.Other, unique), _ => answers[i++]), at);
    }

    /// <summary>Adds a column for the status where there is none.</summary>
    public static Plan WithStatus(Plan plan)
    {
        if (plan.Columns.Any(column => column.Key == ColumnKey.Status))
        {
            return plan;
        }

        var heading = DocumentTexts.StatusHeading(plan.Language);
        var unique = plan.Columns.Any(column => column.Heading == heading) ? heading + " (2)" : heading;
        return With(plan, plan.Columns.Count, new(ColumnKey.Status, unique), _ => RichText.Empty);
    }

    private static string Named(string heading, Plan old) =>
        old.Period is { Length: > 0 } period && !heading.Contains(period, StringComparison.Ordinal) ? $"{heading} {period}" : DocumentTexts.Previous(old.Language, heading);

    private static Plan With(Plan plan, int at, PlanColumn column, Func<Measure, RichText> text)
    {
        var columns = plan.Columns.ToList();
        columns.Insert(at, column);
        var others = columns.Where(each => each.Key == ColumnKey.Other).ToList();
        return plan with
        {
            Columns = columns.ToValueList(),
            Sections = plan.Sections.Select(section => section with
            {
                Measures = section.Measures.Select(measure =>
                {
                    var with = measure.With(column, text(measure));

                    // The other columns stand in the order of the table.
                    return with with { Other = OtherFields.From(others.Select(other => KeyValuePair.Create(other.Heading, with[other]))) };
                }).ToValueList(),
            }).ToValueList(),
        };
    }
}
