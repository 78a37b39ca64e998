using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary><c>actionplan split</c>: one Word document for each recipient of a template.</summary>
internal sealed class SplitCommand(Settings settings, SplitBy by, Terminal terminal)
{
    private readonly DiagnosticLines _lines = new(terminal, settings);

    public int Run(CancellationToken cancellationToken)
    {
        var input = settings.Inputs[0];
        var result = Open(input, cancellationToken);
        _lines.Write(input, result.Diagnostics);
        if (result.Value is not { } split)
        {
            return result.Outcome == ReadOutcome.NoTable ? ExitCode.NoTable : ExitCode.InputUnreadable;
        }

        // All or none: a folder with half of the recipients would be sent out as it is.
        var paths = split.Parts.Select(part => Path.Combine(settings.Output!, part.FileName)).ToList();
        var refused = false;
        foreach (var path in paths)
        {
            if (WholeFile.Check(path, settings.Write) is { } refusal)
            {
                _lines.Write(path, [refusal]);
                refused = true;
            }
        }

        if (refused)
        {
            return ExitCode.OutputUnwritable;
        }

        try
        {
            Directory.CreateDirectory(settings.Output!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(DiagnosticLines.OneLine(Text.Get("FileWrong", settings.Output!, e.Message)));
            return ExitCode.OutputUnwritable;
        }

        for (var i = 0; i < paths.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                WholeFile.Write(paths[i], settings.Write, destination => split.Write(split.Parts[i], destination, cancellationToken));
            }
            catch (DocumentWriteException e)
            {
                _lines.Write(paths[i], [e.Diagnostic]);
                return ExitCode.OutputUnwritable;
            }
        }

        if (terminal.IsInteractive && !settings.Quiet)
        {
            foreach (var path in paths)
            {
                terminal.Error.WriteLine(DiagnosticLines.OneLine(path));
            }

            terminal.Error.WriteLine(DiagnosticLines.OneLine(Text.Get("SplitSummary", paths.Count, settings.Output!)));
        }

        return settings.Strict && result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning) ? ExitCode.Findings : ExitCode.Done;
    }

    private ReadResult<DocumentSplit> Open(string input, CancellationToken cancellationToken)
    {
        if (input == InputList.StandardInput)
        {
            return DocumentSplit.Of(terminal.Input, input, by, settings.Read, cancellationToken);
        }

        return DocumentSplit.Of(input, by, settings.Read, cancellationToken);
    }
}
