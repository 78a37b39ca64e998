using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActionPlan.Outputs;

// The JSON of a plan as it is read, see plan.schema.json. Null is absent.

internal sealed class JsonPlan : JsonObjectShape
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public int? SchemaVersion { get; set; }

    public string? Title { get; set; }

    public string? Language { get; set; }

    public string? Period { get; set; }

    public string? Reference { get; set; }

    public IReadOnlyList<JsonDecision>? Decisions { get; set; }

    public IReadOnlyList<JsonColumn>? Columns { get; set; }

    public IReadOnlyList<JsonSection>? Sections { get; set; }
}

internal sealed class JsonDecision : JsonObjectShape
{
    public string? Role { get; set; }

    public string? Body { get; set; }

    public string? Date { get; set; }

    public string? Section { get; set; }

    public string? Text { get; set; }
}

internal sealed class JsonColumn : JsonObjectShape
{
    public string? Key { get; set; }

    public string? Heading { get; set; }
}

internal sealed class JsonSection : JsonObjectShape
{
    public string? Group { get; set; }

    public string? Heading { get; set; }

    public IReadOnlyList<JsonMeasure>? Measures { get; set; }
}

internal sealed class JsonMeasure : JsonObjectShape
{
    public string? Id { get; set; }

    public string? Number { get; set; }

    public string? FocusArea { get; set; }

    public string? Activity { get; set; }

    public string? Goal { get; set; }

    public string? FollowUp { get; set; }

    public string? Responsible { get; set; }

    public string? Timeframe { get; set; }

    public string? Status { get; set; }

    public string? Indicator { get; set; }

    public string? Resources { get; set; }

    public string? Comment { get; set; }

    public OrderedDictionary<string, string?>? Other { get; set; }

    public OrderedDictionary<string, IReadOnlyList<JsonParagraph>?>? Formatting { get; set; }

    public JsonMeasureSource? Source { get; set; }
}

internal sealed class JsonParagraph : JsonObjectShape
{
    public string? List { get; set; }

    public int? Level { get; set; }

    public IReadOnlyList<JsonRun>? Runs { get; set; }
}

internal sealed class JsonRun : JsonObjectShape
{
    public string? Text { get; set; }

    public bool? Bold { get; set; }

    public bool? Italic { get; set; }

    public string? Href { get; set; }
}

internal sealed class JsonMeasureSource : JsonObjectShape
{
    public int? Table { get; set; }

    public int? Row { get; set; }

    public IReadOnlyList<int>? Pages { get; set; }
}

/// <summary>Keeps the properties that a newer version may have added, so that they can be named.</summary>
internal abstract class JsonObjectShape
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsonPlan))]
internal sealed partial class JsonShapes : JsonSerializerContext;
