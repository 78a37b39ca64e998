using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActionPlan.Outputs;

/// <summary>How all JSON is written: å as å, line feeds, and a last line that ends.</summary>
internal static class JsonText
{
    // The file is no part of a web page: only what JSON itself demands is escaped.
    private static readonly JsonShapes Indented = Shapes(indented: true);
    private static readonly JsonShapes Line = Shapes(indented: false);

    public static void Write<T>(Stream destination, T value, Func<JsonShapes, JsonTypeInfo<T>> shape)
    {
        JsonSerializer.Serialize(destination, value, shape(Indented));
        destination.WriteByte((byte)'\n');
    }

    public static void WriteLine<T>(Stream destination, T value, Func<JsonShapes, JsonTypeInfo<T>> shape)
    {
        JsonSerializer.Serialize(destination, value, shape(Line));
        destination.WriteByte((byte)'\n');
    }

    /// <summary>The name of a value of an enumeration as JSON has it: 'focusArea'.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value)));

    /// <summary>The value that a name stands for.</summary>
    public static bool TryValue<T>(string? name, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Name(candidate) == name)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static JsonShapes Shapes(bool indented) =>
        new(new JsonSerializerOptions(JsonShapes.Default.Options) { WriteIndented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
