using System.CommandLine;
using ActionPlan.Cli.Commands;
using ActionPlan.Cli.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ActionPlan.Cli;

/// <summary>The commands and what each runs.</summary>
/// <remarks>
/// Descriptions are the names of texts: the texts themselves are only needed, and only looked up, for the help. A command gets its options only where
/// the arguments name it: those of all commands take longer to make than a command line to parse.
/// </remarks>
internal sealed class CommandLine
{
    private readonly Terminal _terminal;
    private readonly IReadOnlyList<string> _arguments;
    private readonly RootCommand _root = new("Program");
    private readonly Dictionary<Command, CommandRun> _runs = [];

    private CommandLine(Terminal terminal, IReadOnlyList<string> arguments)
    {
        _terminal = terminal;
        _arguments = arguments;
        Add("import", "Import", ImportOf);
        Add("tables", "Tables", TablesOf);
        Add("template", "Template", TemplateOf);
        Add("fill", "Fill", FillOf);
        Add("split", "Split", SplitOf);
        Add("merge", "Merge", MergeOf);
        Add("check", "Check", CheckOf);
    }

    /// <summary>Does what a command is for; the result is the exit code.</summary>
    private delegate int CommandRun(ParseResult parsed, CancellationToken cancellationToken);

    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        // Before anything is said, help and errors included.
        if (!UserLanguage.Use(arguments))
        {
            terminal.Error.WriteLine(Text.Get("LanguageUnknown"));
            return ExitCode.Usage;
        }

        return new CommandLine(terminal, arguments).Execute(cancellationToken);
    }

    private bool AsksForSuggestions => _arguments is ["[suggest]" or ['[', 's', ..], ..];

    /// <summary>A command may also be named by a response file ('@file'); a directive may ask about any.</summary>
    private void Add(string name, string text, Func<Command, CommandRun> fill)
    {
        var command = new Command(name, text);
        _root.Subcommands.Add(command);
        if (_arguments.Contains(name) || _arguments.Any(argument => argument is ['@' or '[', ..]))
        {
            _runs.Add(command, fill(command));
        }
    }

    private int Execute(CancellationToken cancellationToken)
    {
        var parsed = _root.Parse(_arguments);
        var asked = parsed.CommandResult.Command;
        if (AsksForSuggestions)
        {
            return parsed.Invoke();
        }

        if (HelpPage.IsAsked(_arguments) || asked == _root)
        {
            return HelpPage.IsVersionAsked(_arguments) ? Version() : Help(asked, _arguments);
        }

        try
        {
            if (UsageErrors.Of(parsed, _arguments) is { } error)
            {
                throw new UsageException(error);
            }

            return _runs[asked](parsed, cancellationToken);
        }
        catch (UsageException e)
        {
            _terminal.Error.WriteLine(DiagnosticLines.OneLine("actionplan: " + e.Message));
            _terminal.Error.WriteLine(Text.Get("SeeHelp", asked.Name));
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _terminal.Error.WriteLine(Text.Get("Interrupted"));
            return ExitCode.Interrupted;
        }
    }

    private CommandRun ImportOf(Command command)
    {
        var options = new CommonOptions();
        options.AddTo(command);
        return (parsed, cancellationToken) =>
        {
            var settings = Settings.From(parsed, options, _terminal);
            using var services = Build(settings);
            return new ImportCommand(services.GetRequiredService<PlanReader>(), settings, _terminal).Run(cancellationToken);
        };
    }

    private CommandRun TablesOf(Command command)
    {
        var options = new TablesOptions();
        options.AddTo(command);
        return (parsed, cancellationToken) =>
        {
            var pages = options.Pages(parsed);
            var settings = options.Settings(parsed, _terminal);
            using var services = Build(settings);
            return new TablesCommand(services.GetRequiredService<TableReader>(), pages, settings, _terminal).Run(cancellationToken);
        };
    }

    private CommandRun TemplateOf(Command command)
    {
        var options = new DocumentOptions("INPUT", 1);
        options.AddTo(command, template: true);
        return (parsed, cancellationToken) => new DocumentCommand(options.Settings(parsed, 1, template: true), _terminal).Template(options.Template(parsed), cancellationToken);
    }

    private CommandRun FillOf(Command command)
    {
        var options = new DocumentOptions("TEMPLATE PLAN", 2);
        options.AddTo(command, template: false);
        return (parsed, cancellationToken) =>
        {
            var fill = new DocumentCommand(options.Settings(parsed, 2, template: false), _terminal);
            return options.IsCheck(parsed) ? fill.Check(cancellationToken) : fill.Fill(cancellationToken);
        };
    }

    private CommandRun SplitOf(Command command)
    {
        var arguments = new SplitArguments();
        arguments.AddTo(command);
        return (parsed, cancellationToken) => new SplitCommand(arguments.Settings(parsed), arguments.By(parsed), _terminal).Run(cancellationToken);
    }

    private CommandRun MergeOf(Command command)
    {
        var arguments = new MergeArguments();
        arguments.AddTo(command);
        return (parsed, cancellationToken) =>
            new MergeCommand(arguments.Settings(parsed, _terminal), parsed.GetValue(arguments.Findings), AcceptRule.Of(parsed.GetValue(arguments.Accept)), _terminal).Run(cancellationToken);
    }

    private CommandRun CheckOf(Command command)
    {
        var arguments = new CheckArguments();
        arguments.AddTo(command);
        return (parsed, cancellationToken) => new CheckCommand(arguments.Settings(parsed, _terminal), _terminal).Run(cancellationToken);
    }

    /// <summary>
    /// The services of the slimmest host: no configuration files, no environment, logging only where it was asked for. The host itself, which would start and stop
    /// what runs in the background, is not built: nothing does, and building it is a tenth of what a small document takes.
    /// </summary>
    private ServiceProvider Build(Settings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ApplicationName = "actionplan" });
        builder.Services.AddActionPlan(settings.Read);
        if (settings.Verbose)
        {
            ErrorLog.AddTo(builder.Logging, _terminal.Error);
        }

        return builder.Services.BuildServiceProvider();
    }

    private int Help(Command command, IReadOnlyList<string> arguments)
    {
        if (HelpPage.IsAsked(arguments))
        {
            using var output = new StreamWriter(_terminal.Output, leaveOpen: true);
            HelpPage.Write(output, command, _terminal.Width);
            return ExitCode.Done;
        }

        // An answer to a mistake is no data: it goes to standard error.
        if (arguments.Count > 0)
        {
            _terminal.Error.WriteLine(DiagnosticLines.OneLine("actionplan: " + UsageErrors.UnknownCommand(_root, arguments)));
            _terminal.Error.WriteLine(Text.Get("SeeHelpRoot"));
            return ExitCode.Usage;
        }

        HelpPage.Write(_terminal.Error, command, _terminal.Width);
        return ExitCode.Usage;
    }

    private int Version()
    {
        using var output = new StreamWriter(_terminal.Output, leaveOpen: true);
        output.WriteLine("actionplan " + typeof(CommandLine).Assembly.GetName().Version!.ToString(3));
        return ExitCode.Done;
    }
}
