using System.CommandLine;
using System.Globalization;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>What the command line asks for, checked.</summary>
internal sealed record Settings
{
    private const string StandardOutput = "-";

    public required ValueList<string> Inputs { get; init; }

    /// <summary>A file or folder; null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>A file or folder for the reports; null for none.</summary>
    public string? Report { get; init; }

    /// <summary>A document to take the look from; null for the input's own.</summary>
    public string? Like { get; init; }

    public bool Ndjson { get; init; }

    public bool Strict { get; init; }

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }

    public int Jobs { get; init; } = 1;

    public ReadOptions Read { get; init; } = ReadOptions.Default;

    public WriteOptions Write { get; init; } = WriteOptions.Default;

    public static Settings From(ParseResult parsed, CommonOptions options, Terminal terminal)
    {
        var inputs = InputList.Of(parsed.GetValue(options.Inputs) ?? [], parsed.GetValue(options.FilesFrom), terminal);
        var output = parsed.GetValue(options.Output) is { } path && path != StandardOutput ? path : null;
        var report = parsed.GetValue(options.Report);
        if (report == StandardOutput)
        {
            throw new UsageException(Text.Get("ReportIsFile"));
        }

        var ndjson = parsed.GetValue(options.Ndjson);
        var format = FormatOf(parsed.GetValue(options.Format), output, ndjson);
        if (ndjson && format != DataFormat.Json)
        {
            throw new UsageException(Text.Get("NdjsonIsJson"));
        }

        if (output is null && !ndjson && inputs.Count > 1)
        {
            throw new UsageException(Text.Get("ManyToOutput"));
        }

        return new Settings
        {
            Inputs = inputs,
            Output = output,
            Report = report,
            Ndjson = ndjson,
            Strict = parsed.GetValue(options.Strict),
            Quiet = parsed.GetValue(options.Quiet),
            Verbose = parsed.GetValue(options.Verbose),
            Jobs = JobsOf(parsed.GetValue(options.Jobs)),
            Read = new ReadOptions
            {
                Kind = KindOf(parsed.GetValue(options.From)),
                Password = parsed.GetValue(options.PasswordFile) is { } passwordFile ? PasswordOf(passwordFile) : null,
                Headings = parsed.GetValue(options.Columns) is { } columns ? ColumnsFile.Read(columns) : ColumnHeadings.None,
            },
            Write = new WriteOptions
            {
                Format = format,
                Csv = CsvOf(parsed.GetValue(options.Csv)),
                Overwrite = parsed.GetValue(options.Force),
                Inputs = inputs.Where(input => input != InputList.StandardInput).ToValueList(),
            },
        };
    }

    private static DataFormat FormatOf(string? name, string? output, bool ndjson)
    {
        var extension = output is null || ndjson || Path.EndsInDirectorySeparator(output) || Directory.Exists(output) ? "" : Path.GetExtension(output);
        return (name ?? extension.TrimStart('.')).ToLowerInvariant() switch
        {
            "" or "json" => DataFormat.Json,
            "csv" => DataFormat.Csv,
            "xlsx" or "html" or "htm" or "md" when name is not null || extension.Length > 0 =>
                throw new UsageException(Text.Get("FormatNotYet", name ?? extension)),
            _ when name is null => throw new UsageException(Text.Get("FormatUnclear", extension)),
            _ => throw new UsageException(Text.Get("FormatUnknown", name)),
        };
    }

    public static CsvDialect CsvOf(string? name) => name?.ToLowerInvariant() switch
    {
        null or "excel" => CsvDialect.Excel,
        "rfc4180" => CsvDialect.Rfc4180,
        _ => throw new UsageException(Text.Get("CsvUnknown", name)),
    };

    public static DocumentKind KindOf(string? name) => name?.ToLowerInvariant() switch
    {
        null => DocumentKind.Detect,
        "docx" or "docm" or "dotx" or "word" => DocumentKind.Word,
        "pdf" => DocumentKind.Pdf,
        "csv" or "tsv" or "txt" => DocumentKind.Delimited,
        "json" => DocumentKind.Json,
        _ => throw new UsageException(Text.Get("KindUnknown", name)),
    };

    private static int JobsOf(string? number) =>
        number is null ? 1
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is > 0 and <= 256 ? jobs
            : throw new UsageException(Text.Get("JobsWrong", number));

    private static string PasswordOf(string path)
    {
        try
        {
            // The line break that an editor leaves at the end is no part of a password.
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Text.Get("FileWrong", path, e.Message));
        }
    }
}
