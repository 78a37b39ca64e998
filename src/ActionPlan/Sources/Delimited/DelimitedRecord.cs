using System.Globalization;
using ActionPlan.Messages;
using CsvHelper;

namespace ActionPlan.Sources.Delimited;

/// <summary>A record of a delimited text.</summary>
internal sealed class DelimitedRecord(string[] fields, bool afterBlank)
{
    public string[] Fields { get; } = fields;

    /// <summary>Whether a blank line stands before it.</summary>
    public bool AfterBlank { get; } = afterBlank;

    /// <summary>The number of fields that hold text.</summary>
    public int Filled { get; } = fields.Count(field => !string.IsNullOrWhiteSpace(field));

    /// <summary>The fields up to the last one that holds text: a spreadsheet pads every record to the width of the sheet.</summary>
    public int Width { get; } = Array.FindLastIndex(fields, field => !string.IsNullOrWhiteSpace(field)) + 1;

    /// <summary>Whether the first field alone holds text.</summary>
    public bool FirstOnly => Filled == 1 && Width == 1;
}

/// <summary>The records of a delimited text that are not blank.</summary>
internal readonly record struct DelimitedRecords(IReadOnlyList<DelimitedRecord> Records, Diagnostic? Refusal)
{
    public static DelimitedRecords Parse(string text, char delimiter, ReadLimits limits, CancellationToken cancellationToken)
    {
        var enclosed = Quotation.Enclose(text, delimiter, out var openAt);
        var openLine = openAt < 0 ? int.MaxValue : text.AsSpan(0, openAt).Count('\n') + 1;
        using var csv = CsvReader.FromText(
            enclosed, new CsvReaderOptions { Separator = delimiter, HasHeader = false, SkipEmptyLines = false, TrackLineNumbers = true });
        var records = new List<DelimitedRecord>();
        var afterBlank = false;
        var width = 0;
        while (csv.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = new DelimitedRecord(Fields(csv), afterBlank);
            afterBlank = record.Filled == 0;
            if (afterBlank)
            {
                continue;
            }

            if (Exceeded(record, records.Count, limits) is { } refusal)
            {
                return new([], refusal);
            }

            width = width == 0 && record.Filled > 1 ? record.Fields.Length : width;
            if (csv.LineNumber >= openLine && (record.Fields.Length != width || text[^1] != '\n'))
            {
                // What follows the open mark does not fit as rows of its own: the rest of a quoted field is missing.
                return new([], DiagnosticCatalog.QuotationOpen.Create(openLine.ToString(CultureInfo.InvariantCulture)));
            }

            records.Add(record);
        }

        return new(records, null);
    }

    private static string[] Fields(CsvReader csv)
    {
        var fields = new string[csv.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = csv.GetString(i);
        }

        return fields;
    }

    private static Diagnostic? Exceeded(DelimitedRecord record, int rows, ReadLimits limits) =>
        rows >= limits.Rows ? Limit(nameof(ReadLimits.Rows), limits.Rows)
        : record.Width > limits.Columns ? Limit(nameof(ReadLimits.Columns), limits.Columns)
        : Array.Exists(record.Fields, field => field.Length > limits.CellCharacters) ? Limit(nameof(ReadLimits.CellCharacters), limits.CellCharacters)
        : null;

    private static Diagnostic Limit(string name, int value) =>
        DiagnosticCatalog.LimitExceeded.Create(name, value.ToString(CultureInfo.InvariantCulture));
}
