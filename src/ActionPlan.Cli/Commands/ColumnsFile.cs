using System.Text.Json;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>The file of --columns: <c>{"followUp":["Lägesrapport"],"other":["Samverkan"]}</c>.</summary>
internal static class ColumnsFile
{
    public static ColumnHeadings Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var json = JsonDocument.Parse(file, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return new ColumnHeadings(json.RootElement.EnumerateObject().Select(entry => Entry(entry, path)).ToValueList());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new UsageException(Text.Get("ColumnsWrong", path, e.Message));
        }
    }

    private static ColumnHeadings.Entry Entry(JsonProperty entry, string path)
    {
        // Numbers are values of the enumeration too, but no names of columns.
        var known = Enum.TryParse<ColumnKey>(entry.Name, ignoreCase: true, out var key) && char.IsAsciiLetter(entry.Name[0]);
        return known
            ? new(key, entry.Value.EnumerateArray().Select(heading => heading.GetString() ?? string.Empty).ToValueList())
            : throw new UsageException(Text.Get("ColumnKeyUnknown", path, entry.Name));
    }
}
