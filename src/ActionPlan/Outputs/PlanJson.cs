using System.Globalization;
using System.Text.Json;
using ActionPlan.Messages;

namespace ActionPlan.Outputs;

/// <summary>The JSON of a plan, version 1: written strictly, read tolerantly.</summary>
internal static class PlanJson
{
    public const int Version = 1;

    public static void Write(Stream destination, Plan plan) =>
        JsonOutput.Write(destination, indented: true, json => PlanJsonText.Write(json, plan));

    public static PlanData Read(Stream content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        content.Position = 0;
        JsonPlan? json;
        try
        {
            json = JsonSerializer.Deserialize(content, JsonShapes.Default.JsonPlan);
        }
        catch (JsonException e)
        {
            // A newer plan may differ in any way: that it is newer says more than what in it was found wrong.
            return PlanData.Refused(NewerVersion(content) ?? Refusal(e));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return json switch
        {
            null => PlanData.Refused(DiagnosticCatalog.PlanSchema.Create("$")),
            { SchemaVersion: > Version and var version } => PlanData.Refused(Newer(version.ToString(CultureInfo.InvariantCulture))),
            _ => PlanFromJson.Convert(json),
        };
    }

    private static Diagnostic Newer(string version) =>
        DiagnosticCatalog.PlanNewer.Create(version, Version.ToString(CultureInfo.InvariantCulture));

    private static Diagnostic? NewerVersion(Stream content)
    {
        content.Position = 0;
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schemaVersion", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.GetDouble() > Version
                ? Newer(version.GetRawText())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Diagnostic Refusal(JsonException e)
    {
        var line = e.LineNumber is { } number ? FormattableString.Invariant($"line {number + 1}, byte {e.BytePositionInLine + 1}") : "";
        return e.InnerException is JsonException
            ? DiagnosticCatalog.PlanNotJson.Create(line)
            : DiagnosticCatalog.PlanSchema.Create(FormattableString.Invariant($"{e.Path} ({line})"));
    }
}
