using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ActionPlan.Tests.Outputs;

/// <summary>The first place where JSON breaks a schema; only the keywords that plan.schema.json uses.</summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;

    public JsonSchema(string path) => _root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    public static JsonSchema OfPlan { get; } = new(Repository.PathOf("docs", "plan.schema.json"));

    public string? Misfit(JsonElement value) => Misfit(value, _root, "$");

    private string? Misfit(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = _root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (schema.TryGetProperty("const", out var constant) && value.GetRawText() != constant.GetRawText())
        {
            return $"{at} is not {constant}";
        }

        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(name => name.GetString() == value.GetString()))
        {
            return $"{at}: {value} is not one of the names allowed";
        }

        if (schema.TryGetProperty("type", out var type) && !Fits(value, type.GetString()!))
        {
            return $"{at} is not of type {type}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.String when schema.TryGetProperty("pattern", out var pattern)
                && !Regex.IsMatch(value.GetString()!, pattern.GetString()!.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(5)) => $"{at}: {value}",
            JsonValueKind.Number when schema.TryGetProperty("minimum", out var minimum) && value.GetInt32() < minimum.GetInt32() => $"{at}: {value}",
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
                .Select((item, i) => Misfit(item, items, at + "[" + i.ToString(CultureInfo.InvariantCulture) + "]")).FirstOrDefault(misfit => misfit is not null),
            JsonValueKind.Object => MisfitOfObject(value, schema, at),
            _ => null,
        };
    }

    private string? MisfitOfObject(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("required", out var required)
            && required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !value.TryGetProperty(name, out _)) is { } missing)
        {
            return $"{at} has no {missing}";
        }

        foreach (var property in value.EnumerateObject())
        {
            var known = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var found) ? found : (JsonElement?)null;
            var additional = schema.TryGetProperty("additionalProperties", out var other) ? other : (JsonElement?)null;
            if (known is null && additional is { ValueKind: JsonValueKind.False })
            {
                return $"{at} has an unknown {property.Name}";
            }

            if ((known ?? additional) is { ValueKind: JsonValueKind.Object } rule && Misfit(property.Value, rule, at + "." + property.Name) is { } misfit)
            {
                return misfit;
            }
        }

        return null;
    }

    private static bool Fits(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}
