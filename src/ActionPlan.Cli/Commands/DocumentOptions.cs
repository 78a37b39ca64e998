using System.CommandLine;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>The arguments and options of the commands that write a Word document.</summary>
internal sealed class DocumentOptions
{
    public DocumentOptions(string arguments, int count) =>
        Inputs = new(arguments) { Arity = ArgumentArity.ZeroOrMore, Description = count == 1 ? "TemplateInput" : "FillInputs" };

    public Argument<string[]> Inputs { get; }

    public Option<string?> Output { get; } = CommonOptions.Named<string?>("--output", "DocumentOutput", "OUT.docx", "-o");

    public Option<string?> Period { get; } = CommonOptions.Named<string?>("--period", "Period", "2027");

    public Option<bool> KeepPrevious { get; } = CommonOptions.Named<bool>("--keep-previous", "KeepPrevious");

    public Option<string?> Like { get; } = CommonOptions.Named<string?>("--like", "Like", "TEMPLATE.docx");

    public Option<bool> Lock { get; } = CommonOptions.Named<bool>("--lock", "Lock");

    public Option<string?> Status { get; } = CommonOptions.Named<string?>("--status", "Status", "A,B,C");

    public Option<bool> Check { get; } = CommonOptions.Named<bool>("--check", "CheckTemplate");

    public Option<bool> Force { get; } = CommonOptions.Named<bool>("--force", "Force");

    public Option<string?> From { get; } = CommonOptions.Named<string?>("--from", "From", "docx|pdf|csv|json");

    public Option<string?> Columns { get; } = CommonOptions.Named<string?>("--columns", "Columns", "FILE");

    public Option<bool> Strict { get; } = CommonOptions.Named<bool>("--strict", "Strict");

    public Option<string?> Language { get; } = CommonOptions.Named<string?>("--lang", "Language", "sv|en");

    public Option<bool> Quiet { get; } = CommonOptions.Named<bool>("--quiet", "Quiet", null, "-q");

    public Option<bool> Verbose { get; } = CommonOptions.Named<bool>("--verbose", "Verbose", null, "-v");

    public void AddTo(Command command, bool template)
    {
        command.Arguments.Add(Inputs);
        foreach (var option in (Option[])[Output, .. template ? (Option[])[Period, KeepPrevious, Like, Lock, Status, From] : [Check], Force, Columns, Strict, Language, Quiet, Verbose])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether nothing is to be written, only what is wrong with the template to be said.</summary>
    public bool IsCheck(ParseResult parsed) => parsed.GetValue(Check);

    /// <summary>What was asked for, checked.</summary>
    public Settings Settings(ParseResult parsed, int count, bool template)
    {
        var inputs = parsed.GetValue(Inputs) ?? [];
        var checks = !template && IsCheck(parsed);
        if (inputs.Length != count && !(checks && inputs.Length == 1))
        {
            throw new UsageException(count > 1 ? Text.Get("FillNeedsTwo") : inputs.Length == 0 ? Text.Get("InputMissing") : Text.Get("OneInput", inputs.Length));
        }

        var output = parsed.GetValue(Output) ?? "";
        if (output.Length == 0 && !checks)
        {
            throw new UsageException(Text.Get("DocumentOutputMissing"));
        }

        if (inputs.Count(input => input == InputList.StandardInput) > 1)
        {
            throw new UsageException(Text.Get("StandardInputTwice"));
        }

        if (!checks && !output.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(Text.Get("DocumentOutputWrong", output));
        }

        return new Settings
        {
            Inputs = inputs.ToValueList(),
            Output = output,
            Like = template ? parsed.GetValue(Like) : null,
            Strict = parsed.GetValue(Strict),
            Quiet = parsed.GetValue(Quiet),
            Verbose = parsed.GetValue(Verbose),
            Read = new ReadOptions
            {
                Kind = template ? Commands.Settings.KindOf(parsed.GetValue(From)) : DocumentKind.Detect,
                Headings = parsed.GetValue(Columns) is { } columns ? ColumnsFile.Read(columns) : ColumnHeadings.None,
            },
            Write = new WriteOptions { Overwrite = parsed.GetValue(Force), Inputs = inputs.Append(template ? parsed.GetValue(Like) : null).OfType<string>().Where(input => input != InputList.StandardInput).ToValueList() },
        };
    }

    public TemplateOptions Template(ParseResult parsed) => new()
    {
        Period = parsed.GetValue(Period),
        KeepPrevious = parsed.GetValue(KeepPrevious),
        Lock = parsed.GetValue(Lock),
        Statuses = parsed.GetValue(Status) is { } words ? StatusesOf(words) : [],
    };

    private static ValueList<string> StatusesOf(string words)
    {
        var statuses = words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueList();
        return statuses.Count > 0 ? statuses : throw new UsageException(Text.Get("StatusEmpty"));
    }
}
