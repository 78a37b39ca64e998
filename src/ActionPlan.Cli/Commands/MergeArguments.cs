using System.CommandLine;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>The arguments and options of <c>merge</c>, in the order of the help.</summary>
internal sealed class MergeArguments
{
    public Argument<string[]> Inputs { get; } = new("BASE FILLED") { Arity = ArgumentArity.ZeroOrMore, Description = "MergeInputs" };

    public Option<string?> Output { get; } = CommonOptions.Named<string?>("--output", "MergeOutput", "OUT", "-o");

    public Option<string?> Findings { get; } = CommonOptions.Named<string?>("--findings", "Findings", "FILE.json");

    public Option<string?> Accept { get; } = CommonOptions.Named<string?>("--accept", "Accept", "last|first|RULE.json");

    public Option<bool> Force { get; } = CommonOptions.Named<bool>("--force", "Force");

    public Option<string?> Csv { get; } = CommonOptions.Named<string?>("--csv", "Csv", "excel|rfc4180");

    public Option<string?> FilesFrom { get; } = CommonOptions.Named<string?>("--files-from", "MergeFilesFrom", "FILE");

    public Option<string?> Columns { get; } = CommonOptions.Named<string?>("--columns", "Columns", "FILE");

    public Option<bool> Strict { get; } = CommonOptions.Named<bool>("--strict", "Strict");

    public Option<string?> Language { get; } = CommonOptions.Named<string?>("--lang", "Language", "sv|en");

    public Option<bool> Quiet { get; } = CommonOptions.Named<bool>("--quiet", "Quiet", null, "-q");

    public Option<bool> Verbose { get; } = CommonOptions.Named<bool>("--verbose", "Verbose", null, "-v");

    public void AddTo(Command command)
    {
        command.Arguments.Add(Inputs);
        foreach (var option in (Option[])[Output, Findings, Accept, Force, Csv, FilesFrom, Columns, Strict, Language, Quiet, Verbose])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for, checked.</summary>
    public Settings Settings(ParseResult parsed, Terminal terminal)
    {
        var inputs = InputList.Of(parsed.GetValue(Inputs) ?? [], parsed.GetValue(FilesFrom), terminal);
        if (inputs.Count < 2)
        {
            throw new UsageException(Text.Get("MergeNeedsTwo"));
        }

        var output = parsed.GetValue(Output);
        return new Settings
        {
            Inputs = inputs,
            Output = output,
            Strict = parsed.GetValue(Strict),
            Quiet = parsed.GetValue(Quiet),
            Verbose = parsed.GetValue(Verbose),
            Read = new ReadOptions { Headings = parsed.GetValue(Columns) is { } columns ? ColumnsFile.Read(columns) : ColumnHeadings.None },
            Write = new WriteOptions
            {
                Format = FormatOf(output),
                Csv = Commands.Settings.CsvOf(parsed.GetValue(Csv)),
                Overwrite = parsed.GetValue(Force),
                Inputs = inputs.Where(input => input != InputList.StandardInput).ToValueList(),
            },
        };
    }

    public static bool IsWord(string? output) => output?.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) == true;

    private static DataFormat FormatOf(string? output) => Path.GetExtension(output)?.ToLowerInvariant() switch
    {
        null or ".json" or ".docx" => DataFormat.Json,
        ".csv" => DataFormat.Csv,
        var extension => throw new UsageException(Text.Get("MergeFormat", extension)),
    };
}
