using System.Text.Json;

namespace ActionPlan.Outputs;

/// <summary>One line of JSON for a read: what was read or the error, and the diagnostics.</summary>
internal static class ResultLine
{
    public static void Write(Stream destination, string input, ReadResult<Plan> result) => Write(destination, input, result, (json, plan) =>
    {
        json.WritePropertyName("plan");
        PlanJsonText.Write(json, plan);
    });

    public static void Write(Stream destination, string input, ReadResult<ValueList<Table>> result) =>
        Write(destination, input, result, TableOutput.Write);

    private static void Write<T>(Stream destination, string input, ReadResult<T> result, Action<Utf8JsonWriter, T> write)
        where T : class =>
        JsonOutput.Write(destination, indented: false, json =>
        {
            json.WriteStartObject();
            json.WriteString("input", input);
            if (result.Value is { } value)
            {
                write(json, value);
            }
            else if (result.Error is { } error)
            {
                json.WritePropertyName("error");
                ReportOutput.Write(json, error);
            }

            ReportOutput.Write(json, result.Diagnostics);
            json.WriteEndObject();
        });
}
