using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActionPlan.Outputs;

/// <summary>
/// How all JSON is written: å as å, line feeds, nothing that is null, and a last line that ends. Written token by token: a large plan needs no
/// second form in memory, and a small one no converters at start-up.
/// </summary>
internal static class JsonOutput
{
    private const int FlushAt = 32 * 1024;

    // The file is no part of a web page: only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Line = Indented with { Indented = false };

    public static void Write(Stream destination, bool indented, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(destination, indented ? Indented : Line))
        {
            write(json);
        }

        destination.WriteByte((byte)'\n');
    }

    /// <summary>Hands on what is written so far, when it has become much.</summary>
    public static void FlushIfLarge(this Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }

    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteCount(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    public static void WriteCounts(this Utf8JsonWriter json, string name, ValueList<int> numbers)
    {
        if (numbers.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var number in numbers)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }
    }
}
