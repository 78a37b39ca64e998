using System.Text.Json;

namespace ActionPlan.Outputs;

/// <summary>What was understood of a document, and the diagnostics, as JSON.</summary>
internal static class ReportOutput
{
    public static void Write(Stream destination, string input, ReadReport report, ValueList<Diagnostic> diagnostics) =>
        JsonOutput.Write(destination, indented: true, json =>
        {
            json.WriteStartObject();
            json.WriteString("input", input);
            WriteTables(json, report.Tables);
            WriteColumns(json, report.Columns);
            WriteJoinedRows(json, report.JoinedRows);
            WriteAccount(json, report.Account);
            Write(json, diagnostics);
            json.WriteEndObject();
        });

    /// <summary>The property 'diagnostics'.</summary>
    public static void Write(Utf8JsonWriter json, ValueList<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            Write(json, diagnostic);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", JsonNames.Of(diagnostic.Severity));
        json.WriteCount("page", diagnostic.Place.Page);
        json.WriteCount("table", diagnostic.Place.Table);
        json.WriteCount("row", diagnostic.Place.Row);
        json.WriteCount("column", diagnostic.Place.Column);
        json.WriteString("message", diagnostic.Message);
        json.WriteEndObject();
    }

    private static void WriteTables(Utf8JsonWriter json, ValueList<TableReport> tables)
    {
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteNumber("index", table.Index);
            json.WriteNumber("rows", table.Rows);
            json.WriteNumber("columns", table.Columns);
            json.WriteString("method", JsonNames.Of(table.Method));
            json.WriteBoolean("used", table.Used);
            json.WriteString("reason", table.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteColumns(Utf8JsonWriter json, ValueList<ColumnReport> columns)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("heading", column.Heading);
            json.WriteString("key", JsonNames.Of(column.Key));
            json.WriteString("because", column.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteJoinedRows(Utf8JsonWriter json, ValueList<JoinedRow> rows)
    {
        json.WriteStartArray("joinedRows");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("table", row.Table);
            json.WriteNumber("row", row.Row);
            json.WriteNumber("with", row.With);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAccount(Utf8JsonWriter json, CharacterAccount account)
    {
        json.WriteStartObject("account");
        json.WriteNumber("source", account.Source);
        json.WriteNumber("plan", account.Plan);
        json.WriteNumber("headings", account.Headings);
        json.WriteNumber("repeatedHeadings", account.RepeatedHeadings);
        json.WriteNumber("furniture", account.Furniture);
        json.WriteNumber("otherTables", account.OtherTables);
        json.WriteStartObject("dropped");
        json.WriteNumber("hyphen", account.Dropped.Hyphen);
        json.WriteNumber("marker", account.Dropped.Marker);
        json.WriteNumber("hidden", account.Dropped.Hidden);
        json.WriteNumber("prompt", account.Dropped.Prompt);
        json.WriteNumber("note", account.Dropped.Note);
        json.WriteEndObject();
        json.WriteNumber("unplaced", account.Unplaced);
        json.WriteStartArray("unplacedText");
        foreach (var text in account.UnplacedText)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
