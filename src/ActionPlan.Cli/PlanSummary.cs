using System.Globalization;
using ActionPlan.Cli.Texts;
using Spectre.Console;

namespace ActionPlan.Cli;

/// <summary>
/// What was read, for a person at a terminal to check at a glance. The one place that loads Spectre.Console, so that a run without a
/// terminal does not pay for it.
/// </summary>
internal static class PlanSummary
{
    public static void Write(Plan plan, ReadReport report, Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsInteractive ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new TerminalOutput(terminal),
        });
        console.WriteLine();
        console.Write(new Spectre.Console.Text(plan.Title.Length > 0 ? OneLine(plan.Title) : Texts.Text.Get("SummaryNoTitle"), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(Facts(plan));
        console.Write(Columns(plan));
        console.Write(Sections(plan));
        console.Write(Account(report.Account));
        console.WriteLine();
    }

    private static Grid Facts(Plan plan)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var decision in plan.Decisions)
        {
            Add(facts, $"Summary{decision.Role}", decision.Text);
        }

        Add(facts, "SummaryPeriod", plan.Period);
        Add(facts, "SummaryReference", plan.Reference);
        Add(facts, "SummaryLanguage", plan.Language);
        return facts;
    }

    private static void Add(Grid facts, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            facts.AddRow(Plain(Texts.Text.Get(name)), Plain(value));
        }
    }

    private static Spectre.Console.Table Columns(Plan plan)
    {
        var table = Framed("SummaryColumn", "SummaryKey");
        foreach (var column in plan.Columns)
        {
            table.AddRow(Plain(column.Heading), Plain(JsonName(column.Key)));
        }

        return table;
    }

    private static Spectre.Console.Table Sections(Plan plan)
    {
        var answered = plan.Columns.Any(column => column.Key == ColumnKey.FollowUp);
        var table = Framed("SummarySection", "SummaryMeasures", "SummaryUnanswered");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var section in plan.Sections)
        {
            var heading = section.Heading.Length > 0 ? section.Heading : Texts.Text.Get("SummaryNoHeading");
            table.AddRow(
                Plain(section.Group is { Length: > 0 } group ? $"{group} / {heading}" : heading),
                Plain(Number(section.Measures.Count)),
                Unanswered(section.Measures, answered));
        }

        if (plan.Sections.Count > 1)
        {
            table.AddEmptyRow();
            table.AddRow(Plain(Texts.Text.Get("SummaryTotal")), Plain(Number(plan.Measures.Count())), Unanswered(plan.Measures, answered));
        }

        return table;
    }

    private static Spectre.Console.Text Unanswered(IEnumerable<Measure> measures, bool answered)
    {
        var missing = measures.Count(measure => measure.FollowUp.IsEmpty);
        return answered ? new(Number(missing), new Style(missing > 0 ? Color.Yellow : Color.Green)) : new("–");
    }

    private static Spectre.Console.Text Account(CharacterAccount account) => account.Unplaced == 0
        ? new(Texts.Text.Get("SummaryClosed", account.Source), new Style(Color.Green))
        : new(Texts.Text.Get("SummaryUnplaced", account.Unplaced, account.Source), new Style(Color.Yellow));

    private static Spectre.Console.Table Framed(params ReadOnlySpan<string> headings)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Spectre.Console.Text(Texts.Text.Get(heading), new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    // Never markup: a document's brackets are its own.
    private static Spectre.Console.Text Plain(string text) => new(OneLine(text));

    private static string OneLine(string text) => DiagnosticLines.OneLine(text.Replace('\n', ' '));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string JsonName(ColumnKey key) => key.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private sealed class TerminalOutput(Terminal terminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => terminal.Error;

        public bool IsTerminal => terminal.IsInteractive;

        public int Width => terminal.Width;

        public int Height => 24;

        public void SetEncoding(System.Text.Encoding encoding)
        {
            // The writer of the terminal has one already.
        }
    }
}
