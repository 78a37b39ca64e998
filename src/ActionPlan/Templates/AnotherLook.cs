using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>A plan in the look of a document that holds another one: its columns and their headings come first, the plan's own further ones after them.</summary>
internal static class AnotherLook
{
    /// <param name="look">The plan of the document whose look it is.</param>
    /// <param name="next">The plan.</param>
    /// <param name="source">The document as it was read.</param>
    /// <param name="anchors">Where its plan stands.</param>
    /// <param name="headings">Its columns, their headings moved on to the period of the plan.</param>
    /// <param name="moved">What changes in its text for the period of the plan.</param>
    /// <param name="settings">How it is made.</param>
    public static ExampleTask Of(Plan look, Plan next, SourceDocument source, PlanAnchors anchors, ValueList<PlanColumn> headings, IReadOnlyList<TextChange> moved, TemplateSettings settings)
    {
        var columns = headings.ToList();
        var from = columns.Select(column => next.Columns.FirstOrDefault(other => Matches(column, other))).ToList();
        foreach (var column in next.Columns.Where(column => !from.Contains(column)))
        {
            if (column.Key is ColumnKey.FollowUp or ColumnKey.Status || next.Measures.Any(measure => !measure[column].IsEmpty))
            {
                columns.Add(column with { Heading = Unique(columns, column.Heading) });
                from.Add(column);
            }
        }

        var others = columns.Select((column, i) => (column, i)).Where(pair => pair.column.Key == ColumnKey.Other).ToList();
        var plan = next with
        {
            Columns = columns.ToValueList(),
            Sections = next.Sections.Select(section => section with
            {
                Measures = section.Measures.Select(measure =>
                {
                    var blank = OtherFields.From(others.Select(pair => KeyValuePair.Create(pair.column.Heading, RichText.Empty)));
                    var made = new Measure { Id = measure.Id, Other = blank };
                    for (var i = 0; i < columns.Count; i++)
                    {
                        made = from[i] is { } own ? made.With(columns[i], measure[own]) : made;
                    }

                    return made;
                }).ToValueList(),
            }).ToValueList(),
        };
        var changes = Changes(look, plan, source, moved, out var added);
        return new(look, plan, ExampleTables.Of(source, look, anchors), anchors, changes, settings with { PreviousColumn = settings.PreviousColumn < 0 ? -1 : from.IndexOf(next.Columns[settings.PreviousColumn]) })
        {
            LookOnly = true,
            AddedDecisions = added,
        };
    }

    private static bool Matches(PlanColumn own, PlanColumn other) =>
        own.Key == other.Key && (own.Key != ColumnKey.Other || string.Equals(own.Heading, other.Heading, StringComparison.OrdinalIgnoreCase));

    private static string Unique(List<PlanColumn> columns, string heading)
    {
        var unique = heading;
        for (var n = 2; columns.Exists(column => column.Heading == unique); n++)
        {
            unique = $"{heading} ({n})";
        }

        return unique;
    }

    /// <summary>Title, decisions and number of the document become those of the plan, each where its counterpart stood.</summary>
    private static List<TextChange> Changes(Plan look, Plan plan, SourceDocument source, IReadOnlyList<TextChange> moved, out List<Decision> added)
    {
        var replaced = new List<(string Old, string New)>();
        var title = look.Title.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < title.Length; i++)
        {
            replaced.Add((title[i], i == 0 ? plan.Title.ReplaceLineEndings(" ") : ""));
        }

        var left = plan.Decisions.ToList();
        foreach (var decision in look.Decisions.Where(decision => decision.Text.Length > 0))
        {
            var counterpart = left.FirstOrDefault(other => other.Role == decision.Role);
            replaced.Add((decision.Text, counterpart?.Text ?? ""));
            if (counterpart is not null)
            {
                left.Remove(counterpart);
            }
        }

        if (look.Reference is { Length: > 0 } reference)
        {
            replaced.Add((reference, plan.Reference ?? ""));
        }

        added = left;
        var changes = new List<TextChange>();
        foreach (var paragraph in Paragraphs(source).Distinct(StringComparer.Ordinal))
        {
            var own = replaced.Where(pair => pair.Old != pair.New && paragraph.Contains(pair.Old, StringComparison.Ordinal)).Select(pair => new TextChange(paragraph, pair.Old, pair.New)).ToList();
            changes.AddRange(own.Count > 0 ? own : moved.Where(change => change.Paragraph == paragraph));
        }

        return changes;
    }

    private static IEnumerable<string> Paragraphs(SourceDocument source)
    {
        foreach (var paragraph in source.Body.OfType<SourceParagraph>().Concat(source.Margins))
        {
            yield return paragraph.Text.Text;
        }

        foreach (var paragraph in source.Body.OfType<SourceGrid>().SelectMany(grid => grid.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell.Text.Paragraphs))
        {
            yield return paragraph.Text;
        }
    }
}
