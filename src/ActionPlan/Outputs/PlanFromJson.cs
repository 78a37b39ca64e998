using System.Text;
using ActionPlan.Messages;

namespace ActionPlan.Outputs;

/// <summary>
/// A plan out of the shape of its JSON. What the schema demands of a plan as a whole must be there; of a measure everything may be missing,
/// so that a person can write one by hand.
/// </summary>
internal sealed class PlanFromJson
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _unknown = [];

    private PlanFromJson()
    {
    }

    public static PlanData Convert(JsonPlan json)
    {
        var conversion = new PlanFromJson();
        try
        {
            var plan = conversion.Plan(json);
            return new(plan, conversion._diagnostics, ReadReport.Empty);
        }
        catch (SchemaException e)
        {
            return PlanData.Refused(DiagnosticCatalog.PlanSchema.Create(e.Message));
        }
    }

    private Plan Plan(JsonPlan json)
    {
        if (json.SchemaVersion != PlanJson.Version)
        {
            throw new SchemaException("$.schemaVersion");
        }

        Note(json, "$");
        return new Plan
        {
            Title = json.Title ?? throw new SchemaException("$.title"),
            Language = json.Language,
            Period = json.Period,
            Reference = json.Reference,
            Decisions = Items(json.Decisions, "$.decisions", Decision),
            Columns = Columns(json),
            Sections = Items(json.Sections, "$.sections", Section),
        };
    }

    private ValueList<PlanColumn> Columns(JsonPlan json)
    {
        var columns = Items(json.Columns, "$.columns", Column);
        var seen = new HashSet<(ColumnKey, string)>();
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (!seen.Add((column.Key, column.Key == ColumnKey.Other ? column.Heading : "")))
            {
                throw new SchemaException(FormattableString.Invariant($"$.columns[{i}]"));
            }
        }

        return columns;
    }

    private Decision Decision(JsonDecision json, string path)
    {
        Note(json, path);
        return new Decision(
            JsonNames.TryFind<DecisionRole>(json.Role, out var role) ? role : throw new SchemaException(path + ".role"),
            json.Body ?? string.Empty,
            PartialDate.TryParse(json.Date ?? string.Empty, null, out var date) ? date : throw new SchemaException(path + ".date"),
            json.Section ?? string.Empty,
            json.Text ?? string.Empty);
    }

    private PlanColumn Column(JsonColumn json, string path)
    {
        Note(json, path);
        return new PlanColumn(
            JsonNames.TryFind<ColumnKey>(json.Key, out var key) ? key : throw new SchemaException(path + ".key"),
            json.Heading ?? throw new SchemaException(path + ".heading"));
    }

    private PlanSection Section(JsonSection json, string path)
    {
        Note(json, path);
        return new PlanSection
        {
            Group = json.Group,
            Heading = json.Heading ?? throw new SchemaException(path + ".heading"),
            Measures = Items(json.Measures, path + ".measures", Measure),
        };
    }

    private Measure Measure(JsonMeasure json, string path)
    {
        Note(json, path);
        var source = json.Source is null ? null : Source(json.Source, path + ".source");
        var formatted = Formatting(json, path);
        RichText Field(ColumnKey key, string? text) => Text(JsonNames.Of(key), text, formatted);

        return new Measure
        {
            Id = MeasureFields.Id(json.Id ?? string.Empty, source, _diagnostics),
            Number = Field(ColumnKey.Number, json.Number),
            FocusArea = Field(ColumnKey.FocusArea, json.FocusArea),
            Activity = Field(ColumnKey.Activity, json.Activity),
            Goal = Field(ColumnKey.Goal, json.Goal),
            FollowUp = Field(ColumnKey.FollowUp, json.FollowUp),
            Responsible = Field(ColumnKey.Responsible, json.Responsible),
            Timeframe = Field(ColumnKey.Timeframe, json.Timeframe),
            Status = Field(ColumnKey.Status, json.Status),
            Indicator = Field(ColumnKey.Indicator, json.Indicator),
            Resources = Field(ColumnKey.Resources, json.Resources),
            Comment = Field(ColumnKey.Comment, json.Comment),
            Other = json.Other is null
                ? OtherFields.Empty
                : OtherFields.From(json.Other.Select(entry => KeyValuePair.Create(entry.Key, Text(MeasureFields.OtherPrefix + entry.Key, entry.Value, formatted)))),
            Source = source,
        };
    }

    /// <summary>The text of a field, formatted where its formatting says the same: a script may have edited the plain text alone.</summary>
    private static RichText Text(string name, string? text, Dictionary<string, RichText>? formatted)
    {
        text ??= string.Empty;
        return formatted is not null && formatted.TryGetValue(name, out var rich) && rich.Text == text ? rich : RichText.FromText(text);
    }

    private Dictionary<string, RichText>? Formatting(JsonMeasure json, string path)
    {
        if (json.Formatting is null)
        {
            return null;
        }

        var formatted = new Dictionary<string, RichText>();
        foreach (var (name, paragraphs) in json.Formatting)
        {
            formatted[name] = RichText.FromParagraphs(Items(paragraphs, $"{path}.formatting['{name}']", Paragraph));
        }

        return formatted;
    }

    private TextParagraph Paragraph(JsonParagraph json, string path)
    {
        Note(json, path);
        var list = ListKind.None;
        if (json.List is not null && (!JsonNames.TryFind(json.List, out list) || list == ListKind.None))
        {
            throw new SchemaException(path + ".list");
        }

        return new TextParagraph(
            Items(json.Runs, path + ".runs", Run), list, json.Level is >= 0 or null ? json.Level ?? 0 : throw new SchemaException(path + ".level"));
    }

    private TextRun Run(JsonRun json, string path)
    {
        Note(json, path);
        return new TextRun(json.Text ?? throw new SchemaException(path + ".text"), json.Bold ?? false, json.Italic ?? false, json.Href);
    }

    private MeasureSource? Source(JsonMeasureSource json, string path)
    {
        Note(json, path);
        var counted = (json.Table ?? 1) >= 1 && (json.Row ?? 1) >= 1 && (json.Pages ?? []).All(page => page >= 1);
        return !counted ? throw new SchemaException(path)
            : json is { Table: { } table, Row: { } row } ? new MeasureSource(table, row, (json.Pages ?? []).ToValueList())
            : null;
    }

    private static ValueList<TValue> Items<TJson, TValue>(IReadOnlyList<TJson>? items, string path, Func<TJson, string, TValue> convert)
        where TJson : class =>
        items is null ? throw new SchemaException(path)
            : items.Select((item, i) => FormattableString.Invariant($"{path}[{i}]") is var at && item is null ? throw new SchemaException(at) : convert(item, at)).ToValueList();

    /// <summary>Names each unknown property once, however many measures have it.</summary>
    private void Note(JsonObjectShape json, string path)
    {
        foreach (var name in json.Unknown?.Keys ?? Enumerable.Empty<string>())
        {
            var place = Kind(path) + "." + name;
            if (_unknown.Add(place))
            {
                _diagnostics.Add(DiagnosticCatalog.PlanUnknownProperty.Create(place));
            }
        }
    }

    /// <summary>The path without the numbers of items: '$.sections[].measures[]'.</summary>
    private static string Kind(string path)
    {
        var kind = new StringBuilder(path.Length);
        var inIndex = false;
        foreach (var c in path)
        {
            inIndex = c != ']' && (inIndex || c == '[');
            if (c == '[' || !inIndex)
            {
                kind.Append(c);
            }
        }

        return kind.ToString();
    }

    /// <summary>Leaves the depth of the conversion; caught above, where it becomes a value.</summary>
    private sealed class SchemaException(string path) : Exception(path);
}
