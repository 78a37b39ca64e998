using System.Text;
using ActionPlan.Messages;

namespace ActionPlan.Outputs;

/// <summary>
/// A plan out of the shape of its JSON. What the schema demands of a plan as a whole must be there; of a measure everything may be missing,
/// so that a person can write one by hand.
/// </summary>
internal sealed class PlanFromJson
{
    private static readonly Place Root = new(null, "$");

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _unknown = [];
    private readonly RecentTexts _texts = new();

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

        Note(json, Root);
        return new Plan
        {
            Title = json.Title ?? throw new SchemaException("$.title"),
            Language = json.Language,
            Period = json.Period,
            Reference = json.Reference,
            Decisions = Items(json.Decisions, Root, ".decisions", Decision),
            Columns = Columns(json),
            Sections = Items(json.Sections, Root, ".sections", Section),
        };
    }

    private ValueList<PlanColumn> Columns(JsonPlan json)
    {
        var columns = Items(json.Columns, Root, ".columns", Column);
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

    private Decision Decision(JsonDecision json, Place path)
    {
        Note(json, path);
        return new Decision(
            JsonNames.TryFind<DecisionRole>(json.Role, out var role) ? role : throw new SchemaException(path + ".role"),
            json.Body ?? string.Empty,
            PartialDate.TryParse(json.Date ?? string.Empty, null, out var date) ? date : throw new SchemaException(path + ".date"),
            json.Section ?? string.Empty,
            json.Text ?? string.Empty);
    }

    private PlanColumn Column(JsonColumn json, Place path)
    {
        Note(json, path);
        return new PlanColumn(
            JsonNames.TryFind<ColumnKey>(json.Key, out var key) ? key : throw new SchemaException(path + ".key"),
            json.Heading ?? throw new SchemaException(path + ".heading"));
    }

    private PlanSection Section(JsonSection json, Place path)
    {
        Note(json, path);
        return new PlanSection
        {
            Group = json.Group,
            Heading = json.Heading ?? throw new SchemaException(path + ".heading"),
            Measures = Items(json.Measures, path, ".measures", Measure),
        };
    }

    private Measure Measure(JsonMeasure json, Place path)
    {
        Note(json, path);
        var source = json.Source is null ? null : Source(json.Source, new(path, ".source"));
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
    private RichText Text(string name, string? text, Dictionary<string, RichText>? formatted)
    {
        text ??= string.Empty;
        return formatted is not null && formatted.TryGetValue(name, out var rich) && rich.Text == text ? rich : _texts.Get(text);
    }

    private Dictionary<string, RichText>? Formatting(JsonMeasure json, Place path)
    {
        if (json.Formatting is null)
        {
            return null;
        }

        var formatted = new Dictionary<string, RichText>();
        foreach (var (name, paragraphs) in json.Formatting)
        {
            formatted[name] = RichText.FromParagraphs(Items(paragraphs, path, $".formatting['{name}']", Paragraph));
        }

        return formatted;
    }

    private TextParagraph Paragraph(JsonParagraph json, Place path)
    {
        Note(json, path);
        var list = ListKind.None;
        if (json.List is not null && (!JsonNames.TryFind(json.List, out list) || list == ListKind.None))
        {
            throw new SchemaException(path + ".list");
        }

        return new TextParagraph(
            Items(json.Runs, path, ".runs", Run), list, json.Level is >= 0 or null ? json.Level ?? 0 : throw new SchemaException(path + ".level"));
    }

    private TextRun Run(JsonRun json, Place path)
    {
        Note(json, path);
        return new TextRun(json.Text ?? throw new SchemaException(path + ".text"), json.Bold ?? false, json.Italic ?? false, json.Href);
    }

    private MeasureSource? Source(JsonMeasureSource json, Place path)
    {
        Note(json, path);
        var counted = (json.Table ?? 1) >= 1 && (json.Row ?? 1) >= 1 && (json.Pages ?? []).All(page => page >= 1);
        return !counted ? throw new SchemaException(path.ToString())
            : json is { Table: { } table, Row: { } row } ? new MeasureSource(table, row, (json.Pages ?? []).ToValueList())
            : null;
    }

    private static ValueList<TValue> Items<TJson, TValue>(IReadOnlyList<TJson>? items, Place parent, string name, Func<TJson, Place, TValue> convert)
        where TJson : class
    {
        if (items is null)
        {
            throw new SchemaException(parent + name);
        }

        var values = new TValue[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var place = new Place(parent, name, i);
            values[i] = items[i] is { } item ? convert(item, place) : throw new SchemaException(place.ToString());
        }

        return values.Length == 0 ? [] : new(values);
    }

    /// <summary>Names each unknown property once, however many measures have it.</summary>
    private void Note(JsonObjectShape json, Place path)
    {
        foreach (var name in json.Unknown?.Keys ?? Enumerable.Empty<string>())
        {
            var place = Kind(path.ToString()) + "." + name;
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

    /// <summary>Where in the JSON something stands; spelt out only where it has to be named.</summary>
    private sealed class Place(Place? parent, string name, int index = -1)
    {
        public override string ToString() => parent + name + (index < 0 ? "" : FormattableString.Invariant($"[{index}]"));
    }
}
