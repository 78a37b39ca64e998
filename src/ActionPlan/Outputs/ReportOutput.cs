namespace ActionPlan.Outputs;

/// <summary>What was understood of a document, and the diagnostics, as JSON.</summary>
internal static class ReportOutput
{
    public static void Write(Stream destination, string input, ReadReport report, IReadOnlyList<Diagnostic> diagnostics)
    {
        var account = report.Account;
        var dropped = account.Dropped;
        var json = new JsonReport(
            input,
            report.Tables.Select(table =>
                new JsonReportTable(table.Index, table.Rows, table.Columns, JsonText.Name(table.Method), table.Used, table.Reason)),
            report.Columns.Select(column => new JsonReportColumn(column.Heading, JsonText.Name(column.Key), column.Because)),
            report.JoinedRows,
            new JsonAccount(
                account.Source,
                account.Plan,
                account.Headings,
                account.RepeatedHeadings,
                account.Furniture,
                account.OtherTables,
                new JsonDropped(dropped.Hyphen, dropped.Marker, dropped.Hidden, dropped.Prompt, dropped.Note),
                account.Unplaced,
                account.UnplacedText),
            diagnostics.Select(Convert));
        JsonText.Write(destination, json, shapes => shapes.JsonReport);
    }

    /// <summary>One line: a plan or the error, and the diagnostics.</summary>
    public static void WriteLine(Stream destination, string input, ReadResult<Plan> result)
    {
        var line = new JsonPlanLine(
            input,
            result.Value is { } plan ? PlanToJson.Convert(plan) : null,
            Error(result.Value, result.Error),
            result.Diagnostics.Select(Convert));
        JsonText.WriteLine(destination, line, shapes => shapes.JsonPlanLine);
    }

    /// <summary>One line: the tables or the error, and the diagnostics.</summary>
    public static void WriteLine(Stream destination, string input, ReadResult<ValueList<Table>> result)
    {
        var line = new JsonTablesLine(
            input,
            result.Value is { } tables ? TableOutput.Convert(tables) : null,
            Error(result.Value, result.Error),
            result.Diagnostics.Select(Convert));
        JsonText.WriteLine(destination, line, shapes => shapes.JsonTablesLine);
    }

    private static JsonDiagnostic? Error(object? value, Diagnostic? error) => value is null && error is not null ? Convert(error) : null;

    private static JsonDiagnostic Convert(Diagnostic diagnostic) => new(
        diagnostic.Code,
        JsonText.Name(diagnostic.Severity),
        diagnostic.Place.Page,
        diagnostic.Place.Table,
        diagnostic.Place.Row,
        diagnostic.Place.Column,
        diagnostic.Message);
}
