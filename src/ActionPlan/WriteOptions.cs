namespace ActionPlan;

/// <summary>The formats of data.</summary>
public enum DataFormat
{
    /// <summary>JSON: all that a plan holds.</summary>
    Json,

    /// <summary>CSV: the measures alone, as plain text.</summary>
    Csv,
}

/// <summary>The kinds of CSV.</summary>
public enum CsvDialect
{
    /// <summary>As Excel in Nordic settings opens it: semicolon, UTF-8 with a byte-order mark.</summary>
    Excel,

    /// <summary>As RFC 4180 has it: comma, UTF-8 without a mark.</summary>
    Rfc4180,
}

/// <summary>How data is written.</summary>
public sealed record WriteOptions
{
    /// <summary>The defaults.</summary>
    public static WriteOptions Default { get; } = new();

    /// <summary>The format.</summary>
    public DataFormat Format { get; init; } = DataFormat.Json;

    /// <summary>The kind of CSV, where the format is CSV.</summary>
    public CsvDialect Csv { get; init; } = CsvDialect.Excel;

    /// <summary>Whether a file that exists is replaced. Else it is an error.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Files that are never written over, because something was read from them.</summary>
    public ValueList<string> Inputs { get; init; } = [];
}
