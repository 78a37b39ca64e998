using System.CommandLine;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>The arguments and options of <c>split</c>, in the order of the help.</summary>
internal sealed class SplitArguments
{
    public Argument<string[]> Inputs { get; } = new("INPUT") { Arity = ArgumentArity.ZeroOrMore, Description = "SplitInput" };

    public Option<string?> Output { get; } = CommonOptions.Named<string?>("--output", "SplitOutput", "FOLDER", "-o");

    public Option<string?> Recipient { get; } = CommonOptions.Named<string?>("--by", "By", "section|responsible");

    public Option<bool> Force { get; } = CommonOptions.Named<bool>("--force", "Force");

    public Option<string?> From { get; } = CommonOptions.Named<string?>("--from", "From", "docx|pdf|csv|json");

    public Option<string?> Columns { get; } = CommonOptions.Named<string?>("--columns", "Columns", "FILE");

    public Option<bool> Strict { get; } = CommonOptions.Named<bool>("--strict", "Strict");

    public Option<string?> Language { get; } = CommonOptions.Named<string?>("--lang", "Language", "sv|en");

    public Option<bool> Quiet { get; } = CommonOptions.Named<bool>("--quiet", "Quiet", null, "-q");

    public Option<bool> Verbose { get; } = CommonOptions.Named<bool>("--verbose", "Verbose", null, "-v");

    public void AddTo(Command command)
    {
        command.Arguments.Add(Inputs);
        foreach (var option in (Option[])[Output, Recipient, Force, From, Columns, Strict, Language, Quiet, Verbose])
        {
            command.Options.Add(option);
        }
    }

    public SplitBy By(ParseResult parsed) => parsed.GetValue(Recipient) switch
    {
        null or "section" => SplitBy.Section,
        "responsible" => SplitBy.Responsible,
        var other => throw new UsageException(Text.Get("ByUnknown", other)),
    };

    /// <summary>What was asked for, checked.</summary>
    public Settings Settings(ParseResult parsed)
    {
        var inputs = parsed.GetValue(Inputs) ?? [];
        if (inputs.Length != 1)
        {
            throw new UsageException(inputs.Length == 0 ? Text.Get("InputMissing") : Text.Get("OneInput", inputs.Length));
        }

        if (parsed.GetValue(Output) is not { Length: > 0 } output)
        {
            throw new UsageException(Text.Get("SplitOutputMissing"));
        }

        if (File.Exists(output))
        {
            throw new UsageException(Text.Get("FolderIsFile", output));
        }

        return new Settings
        {
            Inputs = inputs.ToValueList(),
            Output = output,
            Strict = parsed.GetValue(Strict),
            Quiet = parsed.GetValue(Quiet),
            Verbose = parsed.GetValue(Verbose),
            Read = new ReadOptions
            {
                Kind = Commands.Settings.KindOf(parsed.GetValue(From)),
                Headings = parsed.GetValue(Columns) is { } columns ? ColumnsFile.Read(columns) : ColumnHeadings.None,
            },
            Write = new WriteOptions { Overwrite = parsed.GetValue(Force), Inputs = inputs.Where(input => input != InputList.StandardInput).ToValueList() },
        };
    }
}
