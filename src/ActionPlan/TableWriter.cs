using ActionPlan.Outputs;

namespace ActionPlan;

/// <summary>Writes tables as data.</summary>
public static class TableWriter
{
    /// <summary>Writes tables to a stream, which is left open. In CSV a blank line stands between two tables.</summary>
    public static void Write(IReadOnlyList<Table> tables, Stream destination, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= WriteOptions.Default;
        switch (options.Format)
        {
            case DataFormat.Json:
                TableOutput.WriteJson(destination, tables);
                break;
            case DataFormat.Csv:
                TableOutput.WriteCsv(destination, tables, options.Csv);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options));
        }
    }

    /// <summary>Writes tables to a file, which appears whole or not at all.</summary>
    /// <exception cref="DocumentWriteException">The file exists and may not be replaced, is an input, or cannot be written.</exception>
    public static void Write(IReadOnlyList<Table> tables, string path, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        WholeFile.Write(path, options ?? WriteOptions.Default, destination => Write(tables, destination, options));
    }

    /// <summary>Writes the tables or the error, and the diagnostics, as one line of JSON: <c>{"input","tables"|"error","diagnostics"}</c>.</summary>
    public static void WriteLine(ReadResult<ValueList<Table>> result, string input, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(destination);
        ResultLine.Write(destination, input, result);
    }
}
