using System.Text.Json;

namespace ActionPlan.Outputs;

/// <summary>The findings of a merge as JSON: every text in full, so that nothing has to be looked up in the copies.</summary>
internal static class MergeFindingsOutput
{
    public static void Write(Stream destination, string basis, MergeResult result) => JsonOutput.Write(destination, indented: true, json =>
    {
        json.WriteStartObject();
        json.WriteString("base", basis);
        json.WriteStartArray("copies");
        foreach (var copy in result.Copies)
        {
            json.WriteStartObject();
            json.WriteString("copy", copy.Name);
            json.WriteString("outcome", JsonNames.Of(copy.Outcome));
            json.WriteNumber("rows", copy.Rows);
            json.WriteNumber("answers", copy.Answers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("result");
        json.WriteNumber("measures", result.Plan.Measures.Count());
        json.WriteNumber("answered", result.Plan.Measures.Count(measure => !measure.FollowUp.IsEmpty));
        json.WriteNumber("open", result.Findings.Count(finding => finding.IsOpen));
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            Write(json, finding);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, MergeFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNames.Of(finding.Kind));
        json.WriteString("code", finding.Diagnostic.Code);
        json.WriteString("severity", JsonNames.Of(finding.Diagnostic.Severity));
        json.WriteBoolean("open", finding.IsOpen);
        json.WriteText("copy", finding.Copy.Length > 0 ? finding.Copy : null);
        json.WriteText("measure", finding.MeasureId);
        json.WriteText("section", finding.Section);
        if (finding.Column is { } column)
        {
            json.WriteString("field", JsonNames.Of(column.Key));
            json.WriteString("heading", column.Heading);
        }

        json.WriteText("base", finding.Base?.Text);
        json.WriteStartArray("texts");
        foreach (var text in finding.Texts)
        {
            json.WriteStartObject();
            json.WriteString("copy", text.Copy);
            json.WriteCount("page", text.Place.Page);
            json.WriteCount("table", text.Place.Table);
            json.WriteCount("row", text.Place.Row);
            json.WriteString("text", text.Text.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteText("accepted", finding.Accepted);
        json.WriteString("message", finding.Diagnostic.Message);
        json.WriteEndObject();
    }
}
