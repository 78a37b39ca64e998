using System.CommandLine;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>The arguments and options of <c>check</c>, in the order of the help.</summary>
internal sealed class CheckArguments
{
    public Argument<string[]> Inputs { get; } = new("INPUT") { Arity = ArgumentArity.ZeroOrMore, Description = "CheckInputs" };

    public Option<string?> FilesFrom { get; } = CommonOptions.Named<string?>("--files-from", "FilesFrom", "FILE");

    public Option<string?> Language { get; } = CommonOptions.Named<string?>("--lang", "Language", "sv|en");

    public Option<bool> Quiet { get; } = CommonOptions.Named<bool>("--quiet", "Quiet", null, "-q");

    public void AddTo(Command command)
    {
        command.Arguments.Add(Inputs);
        foreach (var option in (Option[])[FilesFrom, Language, Quiet])
        {
            command.Options.Add(option);
        }
    }

    public Settings Settings(ParseResult parsed, Terminal terminal) =>
        new() { Inputs = InputList.Of(parsed.GetValue(Inputs) ?? [], parsed.GetValue(FilesFrom), terminal), Quiet = parsed.GetValue(Quiet) };
}

/// <summary><c>actionplan check</c>: is a Word file sound and accessible.</summary>
internal sealed class CheckCommand(Settings settings, Terminal terminal)
{
    /// <summary>How the codes begin that are about who can read the document, not about whether Word can open it.</summary>
    private const string OfAccessibility = "AP41";

    private readonly DiagnosticLines _lines = new(terminal, settings);

    public int Run(CancellationToken cancellationToken)
    {
        var code = ExitCode.Done;
        var (findings, ofAccess) = (0, 0);
        foreach (var input in settings.Inputs)
        {
            var found = input == InputList.StandardInput
                ? WordFileCheck.Check(terminal.Input, input, settings.Read, cancellationToken)
                : WordFileCheck.Check(input, settings.Read, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            _lines.Write(input, found);
            findings += found.Count;
            ofAccess += found.Count(diagnostic => diagnostic.Code.StartsWith(OfAccessibility, StringComparison.Ordinal));
            var own = found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? ExitCode.InputUnreadable : found.Count > 0 ? ExitCode.Findings : ExitCode.Done;
            code = code == ExitCode.Done ? own : code;
        }

        if (!settings.Quiet)
        {
            terminal.Error.WriteLine(Text.Get("CheckSummary", settings.Inputs.Count, findings));
            if (terminal.IsInteractive && ofAccess > 0)
            {
                terminal.Error.WriteLine(Text.Get("CheckKinds", findings - ofAccess, ofAccess));
                terminal.Error.WriteLine(Text.Get("CheckNext"));
            }
        }

        return code;
    }
}
