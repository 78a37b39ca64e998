using System.Text.Json.Serialization;

namespace ActionPlan.Outputs;

// The JSON of 'tables', of the report of a read, and of a line of many results, in the order in which it is written. Null is absent.

internal sealed record JsonTables(IEnumerable<JsonTable> Tables);

internal sealed record JsonTable(int Index, IReadOnlyList<int>? Pages, int Rows, int Columns, string Method, IEnumerable<JsonCell> Cells);

internal sealed record JsonCell(int Row, int Column, int RowSpan, int ColumnSpan, bool Header, int? Page, string Text);

internal sealed record JsonReport(
    string Input,
    IEnumerable<JsonReportTable> Tables,
    IEnumerable<JsonReportColumn> Columns,
    IReadOnlyList<JoinedRow> JoinedRows,
    JsonAccount Account,
    IEnumerable<JsonDiagnostic> Diagnostics);

internal sealed record JsonReportTable(int Index, int Rows, int Columns, string Method, bool Used, string Reason);

internal sealed record JsonReportColumn(string Heading, string Key, string Because);

internal sealed record JsonAccount(
    long Source,
    long Plan,
    long Headings,
    long RepeatedHeadings,
    long Furniture,
    long OtherTables,
    JsonDropped Dropped,
    long Unplaced,
    IReadOnlyList<string> UnplacedText);

internal sealed record JsonDropped(long Hyphen, long Marker, long Hidden, long Prompt, long Note);

internal sealed record JsonDiagnostic(string Code, string Severity, int? Page, int? Table, int? Row, int? Column, string Message);

internal sealed record JsonPlanLine(string Input, JsonPlan? Plan, JsonDiagnostic? Error, IEnumerable<JsonDiagnostic> Diagnostics);

internal sealed record JsonTablesLine(
    string Input,
    IEnumerable<JsonTable>? Tables,
    JsonDiagnostic? Error,
    IEnumerable<JsonDiagnostic> Diagnostics);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    NewLine = "\n")]
[JsonSerializable(typeof(JsonPlan))]
[JsonSerializable(typeof(JsonTables))]
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(JsonPlanLine))]
[JsonSerializable(typeof(JsonTablesLine))]
internal sealed partial class JsonShapes : JsonSerializerContext;
