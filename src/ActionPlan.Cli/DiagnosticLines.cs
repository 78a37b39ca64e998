using ActionPlan.Cli.Commands;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli;

/// <summary>Messages as editors and build servers read them: <c>path(page 2, table 1, row 7): warning AP2003: text</c>.</summary>
internal sealed class DiagnosticLines(Terminal terminal, Settings settings)
{
    private readonly DiagnosticSeverity _least =
        settings.Quiet ? DiagnosticSeverity.Error : settings.Verbose ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;

    public void Write(string input, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity >= _least)
            {
                var place = diagnostic.Place == default ? ": " : "";
                terminal.Error.WriteLine(OneLine($"{input}{place}{diagnostic}"));
            }
        }
    }

    /// <summary>A fault of the program itself.</summary>
    public void WriteFault(string? input, Exception exception)
    {
        terminal.Error.WriteLine(OneLine((input is null ? "" : input + ": ") + Text.Get("Fault", exception.GetType().Name, exception.Message)));
        if (settings.Verbose)
        {
            terminal.Error.WriteLine(exception);
        }
    }

    /// <summary>Text of documents and names of files may hold what would move the cursor or break the line.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && text.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0
            ? text
            : string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
