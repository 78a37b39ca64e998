using System.CommandLine;
using ActionPlan.Cli.Commands;
using ActionPlan.Cli.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ActionPlan.Cli;

/// <summary>The commands and what each runs.</summary>
/// <remarks>Descriptions are the names of texts: the texts themselves are only needed, and only looked up, for the help.</remarks>
internal sealed class CommandLine
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _importOptions = new();
    private readonly CommonOptions _tablesOptions = new();
    private readonly Option<bool> _join = CommonOptions.Named<bool>("--join", "Join");
    private readonly Option<bool> _noJoin = CommonOptions.Named<bool>("--no-join", "NoJoin");
    private readonly Option<string?> _pages = CommonOptions.Named<string?>("--pages", "Pages", "1-3");
    private readonly Command _import = new("import", "Import");
    private readonly Command _tables = new("tables", "Tables");
    private readonly DocumentOptions _templateOptions = new("INPUT", 1);
    private readonly DocumentOptions _fillOptions = new("TEMPLATE PLAN", 2);
    private readonly Command _template = new("template", "Template");
    private readonly Command _fill = new("fill", "Fill");
    private readonly MergeArguments _mergeArguments = new();
    private readonly Command _merge = new("merge", "Merge");
    private readonly SplitArguments _splitArguments = new();
    private readonly Command _split = new("split", "Split");
    private readonly CheckArguments _checkArguments = new();
    private readonly Command _check = new("check", "Check");
    private readonly RootCommand _root = new("Program");

    private CommandLine(Terminal terminal)
    {
        _terminal = terminal;
        _importOptions.AddTo(_import);
        _tablesOptions.AddTo(_tables);
        _tables.Options.Add(_join);
        _tables.Options.Add(_noJoin);
        _tables.Options.Add(_pages);
        _root.Subcommands.Add(_import);
        _root.Subcommands.Add(_tables);
        _templateOptions.AddTo(_template, template: true);
        _fillOptions.AddTo(_fill, template: false);
        _root.Subcommands.Add(_template);
        _root.Subcommands.Add(_fill);
        _splitArguments.AddTo(_split);
        _root.Subcommands.Add(_split);
        _mergeArguments.AddTo(_merge);
        _root.Subcommands.Add(_merge);
        _checkArguments.AddTo(_check);
        _root.Subcommands.Add(_check);
    }

    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        // Before anything is said, help and errors included.
        if (!UserLanguage.Use(arguments))
        {
            terminal.Error.WriteLine(Text.Get("LanguageUnknown"));
            return ExitCode.Usage;
        }

        return new CommandLine(terminal).Run(arguments, cancellationToken);
    }

    private int Run(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var parsed = _root.Parse(arguments);
        var asked = parsed.CommandResult.Command;
        if (arguments is ["[suggest]" or ['[', 's', ..], ..])
        {
            return parsed.Invoke();
        }

        if (HelpPage.IsAsked(arguments) || asked == _root)
        {
            return HelpPage.IsVersionAsked(arguments) ? Version() : Help(asked, arguments);
        }

        try
        {
            if (UsageErrors.Of(parsed, arguments) is { } error)
            {
                throw new UsageException(error);
            }

            return asked == _import ? Import(parsed, cancellationToken)
                : asked == _tables ? Tables(parsed, cancellationToken)
                : asked == _check ? new CheckCommand(_checkArguments.Settings(parsed, _terminal), _terminal).Run(cancellationToken)
                : asked == _fill && _fillOptions.IsCheck(parsed) ? new DocumentCommand(_fillOptions.Settings(parsed, 2, template: false), _terminal).Check(cancellationToken)
                : asked == _split ? new SplitCommand(_splitArguments.Settings(parsed), _splitArguments.By(parsed), _terminal).Run(cancellationToken)
                : asked == _merge ? Merge(parsed, cancellationToken)
                : asked == _template ? new DocumentCommand(_templateOptions.Settings(parsed, 1, template: true), _terminal).Template(_templateOptions.Template(parsed), cancellationToken)
                : new DocumentCommand(_fillOptions.Settings(parsed, 2, template: false), _terminal).Fill(cancellationToken);
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

    private int Import(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = Settings.From(parsed, _importOptions, _terminal);
        using var host = Build(settings);
        return new ImportCommand(host.Services.GetRequiredService<PlanReader>(), settings, _terminal).Run(cancellationToken);
    }

    private int Tables(ParseResult parsed, CancellationToken cancellationToken)
    {
        var pages = PageRange.Parse(parsed.GetValue(_pages));
        var settings = Settings.From(parsed, _tablesOptions, _terminal);
        if (parsed.GetValue(_join) && parsed.GetValue(_noJoin))
        {
            throw new UsageException(Text.Get("JoinAndNoJoin"));
        }

        settings = settings with { Read = settings.Read with { JoinTables = !parsed.GetValue(_noJoin) } };
        using var host = Build(settings);
        return new TablesCommand(host.Services.GetRequiredService<TableReader>(), pages, settings, _terminal).Run(cancellationToken);
    }

    private int Merge(ParseResult parsed, CancellationToken cancellationToken) =>
        new MergeCommand(_mergeArguments.Settings(parsed, _terminal), parsed.GetValue(_mergeArguments.Findings), AcceptRule.Of(parsed.GetValue(_mergeArguments.Accept)), _terminal).Run(cancellationToken);

    /// <summary>The slimmest host: no configuration files, no environment, logging only where it was asked for.</summary>
    private IHost Build(Settings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ApplicationName = "actionplan" });
        builder.Services.AddActionPlan(settings.Read);
        if (settings.Verbose)
        {
            ErrorLog.AddTo(builder.Logging, _terminal.Error);
        }

        return builder.Build();
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
