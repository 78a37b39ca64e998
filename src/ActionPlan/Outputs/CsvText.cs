using System.Buffers;
using CsvHelper;

namespace ActionPlan.Outputs;

/// <summary>How all CSV is written, and the guard that keeps a spreadsheet from running a text as a formula.</summary>
internal static class CsvText
{
    private const char Guard = '\'';
    private const string NewLine = "\r\n";

    // The guard itself too: otherwise a text that begins with one would lose it on reading.
    private static readonly SearchValues<char> Guarded = SearchValues.Create("=+-@\t\r'");

    /// <summary>Writes records; an empty one is a blank line.</summary>
    public static void Write(Stream destination, CsvDialect dialect, IEnumerable<IReadOnlyList<string>> records)
    {
        var excel = dialect == CsvDialect.Excel;
        var options = new CsvWriterOptions { Separator = excel ? ';' : ',', WriteByteOrderMark = excel, NewLine = NewLine, ValidateFieldCount = false };
        using var csv = CsvWriter.Create(destination, options, leaveOpen: true);
        foreach (var record in records)
        {
            if (record.Count == 0)
            {
                csv.Flush();
                destination.Write("\r\n"u8);
                continue;
            }

            foreach (var field in record)
            {
                csv.WriteField(field.Length > 0 && Guarded.Contains(field[0]) ? Guard + field : field);
            }

            csv.EndRecord();
        }
    }

    /// <summary>The records of CSV that was written here, guards and all.</summary>
    public static IEnumerable<string[]> Read(string text, char delimiter)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = delimiter, HasHeader = false });
        while (csv.Read())
        {
            var fields = new string[csv.FieldCount];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = csv.GetString(i);
            }

            yield return fields;
        }
    }

    public static string Unguard(string field) => field.Length > 0 && field[0] == Guard ? field[1..] : field;
}
