namespace ActionPlan.Outputs;

/// <summary>A plan in the shape of its JSON.</summary>
internal static class PlanToJson
{
    public static JsonPlan Convert(Plan plan)
    {
        var columns = plan.Columns.Select(column => column.Key).ToHashSet();
        var others = plan.Columns.Where(column => column.Key == ColumnKey.Other).Select(column => column.Heading).ToArray();
        return new JsonPlan
        {
            SchemaVersion = PlanJson.Version,
            Title = plan.Title,
            Language = plan.Language,
            Period = plan.Period,
            Reference = plan.Reference,
            Decisions = [.. plan.Decisions.Select(Convert)],
            Columns = [.. plan.Columns.Select(column => new JsonColumn { Key = JsonText.Name(column.Key), Heading = column.Heading })],
            Sections =
            [
                .. plan.Sections.Select(section => new JsonSection
                {
                    Group = section.Group,
                    Heading = section.Heading,
                    Measures = [.. section.Measures.Select(measure => Convert(measure, columns, others))],
                }),
            ],
        };
    }

    private static JsonDecision Convert(Decision decision) => new()
    {
        Role = JsonText.Name(decision.Role),
        Body = decision.Body,
        Date = decision.Date.ToString(),
        Section = decision.Section,
        Text = decision.Text,
    };

    private static JsonMeasure Convert(Measure measure, HashSet<ColumnKey> columns, string[] others)
    {
        // All rows of a plan have one shape; a text whose column is not listed is written all the same, for nothing may be lost.
        string? Field(ColumnKey key, RichText text) => columns.Contains(key) || !text.IsEmpty ? text.Text : null;

        return new JsonMeasure
        {
            Id = measure.Id,
            Number = Field(ColumnKey.Number, measure.Number),
            FocusArea = measure.FocusArea.Text,
            Activity = measure.Activity.Text,
            Goal = measure.Goal.Text,
            FollowUp = measure.FollowUp.Text,
            Responsible = Field(ColumnKey.Responsible, measure.Responsible),
            Timeframe = Field(ColumnKey.Timeframe, measure.Timeframe),
            Status = Field(ColumnKey.Status, measure.Status),
            Indicator = Field(ColumnKey.Indicator, measure.Indicator),
            Resources = Field(ColumnKey.Resources, measure.Resources),
            Comment = Field(ColumnKey.Comment, measure.Comment),
            Other = Other(measure, others),
            Formatting = Formatting(measure),
            Source = measure.Source is { } source ? Convert(source) : null,
        };
    }

    private static OrderedDictionary<string, string?>? Other(Measure measure, string[] headings)
    {
        if (headings.Length == 0 && measure.Other.Count == 0)
        {
            return null;
        }

        var other = new OrderedDictionary<string, string?>(headings.Length);
        foreach (var heading in headings)
        {
            other[heading] = measure.Other.TryGetValue(heading, out var text) ? text.Text : string.Empty;
        }

        foreach (var (heading, text) in measure.Other)
        {
            other[heading] = text.Text;
        }

        return other;
    }

    private static OrderedDictionary<string, IReadOnlyList<JsonParagraph>?>? Formatting(Measure measure)
    {
        OrderedDictionary<string, IReadOnlyList<JsonParagraph>?>? formatting = null;
        foreach (var key in MeasureFields.All)
        {
            Add(MeasureFields.Name(key), MeasureFields.Get(measure, key));
        }

        foreach (var (heading, text) in measure.Other)
        {
            Add(MeasureFields.OtherPrefix + heading, text);
        }

        return formatting;

        void Add(string name, RichText text)
        {
            if (!text.IsPlain)
            {
                (formatting ??= [])[name] = [.. text.Paragraphs.Select(Convert)];
            }
        }
    }

    private static JsonParagraph Convert(TextParagraph paragraph) => new()
    {
        List = paragraph.List == ListKind.None ? null : JsonText.Name(paragraph.List),
        Level = paragraph.List == ListKind.None ? null : paragraph.Level,
        Runs =
        [
            .. paragraph.Runs.Select(run => new JsonRun
            {
                Text = run.Text,
                Bold = run.Bold ? true : null,
                Italic = run.Italic ? true : null,
                Href = run.Link,
            }),
        ],
    };

    private static JsonMeasureSource Convert(MeasureSource source) => new()
    {
        Table = source.Table,
        Row = source.Row,
        Pages = source.Pages.Count == 0 ? null : source.Pages,
    };
}
