using System.CommandLine;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>The arguments and options of <c>tables</c>: those of every reading command, and its own after them.</summary>
internal sealed class TablesOptions
{
    private readonly CommonOptions _common = new();
    private readonly Option<bool> _join = CommonOptions.Named<bool>("--join", "Join");
    private readonly Option<bool> _noJoin = CommonOptions.Named<bool>("--no-join", "NoJoin");
    private readonly Option<string?> _pages = CommonOptions.Named<string?>("--pages", "Pages", "1-3");

    public void AddTo(Command command)
    {
        _common.AddTo(command);
        foreach (var option in (Option[])[_join, _noJoin, _pages])
        {
            command.Options.Add(option);
        }
    }

    public PageRange? Pages(ParseResult parsed) => PageRange.Parse(parsed.GetValue(_pages));

    /// <summary>What was asked for, checked.</summary>
    public Settings Settings(ParseResult parsed, Terminal terminal)
    {
        var settings = Commands.Settings.From(parsed, _common, terminal);
        return parsed.GetValue(_join) && parsed.GetValue(_noJoin)
            ? throw new UsageException(Text.Get("JoinAndNoJoin"))
            : settings with { Read = settings.Read with { JoinTables = !parsed.GetValue(_noJoin) } };
    }
}
