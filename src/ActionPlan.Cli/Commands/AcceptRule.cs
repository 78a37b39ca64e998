using System.Text.Json;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>
/// What --accept says: <c>last</c>, <c>first</c>, or a file such as
/// <c>{"conflicts":"last","edits":true,"otherPeriods":false,"cells":[{"measure":"…","field":"followUp","copy":"skola.docx"}]}</c>.
/// </summary>
internal static class AcceptRule
{
    public static MergeOptions Of(string? accept) => accept switch
    {
        null => MergeOptions.Default,
        "last" => new() { Conflicts = ConflictRule.Last },
        "first" => new() { Conflicts = ConflictRule.First },
        _ when accept.EndsWith(".json", StringComparison.OrdinalIgnoreCase) => Read(accept),
        _ => throw new UsageException(Text.Get("AcceptUnknown", accept)),
    };

    private static MergeOptions Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var json = JsonDocument.Parse(file, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.EnumerateObject().Aggregate(MergeOptions.Default, (options, rule) => rule.Name switch
            {
                "conflicts" => options with
                {
                    Conflicts = rule.Value.GetString() switch
                    {
                        "none" => ConflictRule.None,
                        "first" => ConflictRule.First,
                        "last" => ConflictRule.Last,
                        var other => throw new InvalidOperationException(other),
                    },
                },
                "edits" => options with { AcceptEdits = rule.Value.GetBoolean() },
                "otherPeriods" => options with { AcceptOtherPeriods = rule.Value.GetBoolean() },
                "cells" => options with { Cells = rule.Value.EnumerateArray().Select(Cell).ToValueList() },
                _ => throw new InvalidOperationException(rule.Name),
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UsageException(Text.Get("AcceptWrong", path, e.Message));
        }
    }

    private static AcceptedCell Cell(JsonElement cell) =>
        new(cell.GetProperty("measure").GetString() ?? "", cell.GetProperty("field").GetString() ?? "", cell.GetProperty("copy").GetString() ?? "");
}
