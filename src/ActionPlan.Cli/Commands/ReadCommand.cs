using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>Reads each input and writes what it gave; one failure does not stop the others.</summary>
/// <typeparam name="T">What is read.</typeparam>
internal abstract class ReadCommand<T>(Settings settings, Terminal terminal)
    where T : class
{
    private readonly DiagnosticLines _lines = new(terminal, settings);
    private readonly Lock _streams = new();
    private int _done;

    protected Settings Settings => settings;

    protected Terminal Terminal => terminal;

    protected abstract ReadResult<T> Read(string path, CancellationToken cancellationToken);

    protected abstract ReadResult<T> Read(Stream content, string name, CancellationToken cancellationToken);

    protected abstract void Write(T value, Stream destination);

    protected abstract void WriteLine(ReadResult<T> result, string input, Stream destination);

    /// <summary>Shows a person what was read.</summary>
    protected abstract void Summarize(ReadResult<T> result);

    public int Run(CancellationToken cancellationToken)
    {
        var inputs = settings.Inputs;
        var outputs = settings.Ndjson ? new string?[inputs.Count] : OutputTargets.Of(inputs, settings.Output, Extension());
        var reports = OutputTargets.Of(inputs, settings.Report, ".report.json");
        OutputTargets.Distinct(inputs, outputs, reports);
        using var lines = settings.Ndjson && settings.Output is not null ? new MemoryStream() : null;
        var codes = new int[inputs.Count];
        void Each(int i) => codes[i] = One(inputs[i], outputs[i], reports[i], lines, cancellationToken);
        if (settings.Jobs == 1)
        {
            // In order, and without the cost of starting what one job does not need.
            for (var i = 0; i < inputs.Count; i++)
            {
                Each(i);
            }
        }
        else
        {
            SideBySide(inputs.Count, settings.Jobs, Each);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var code = Array.Find(codes, each => each != ExitCode.Done);
        if (lines is not null)
        {
            code = Save(settings.Output!, destination => lines.WriteTo(destination)) is { } unwritten ? unwritten : code;
        }

        Counts(codes);
        return code;
    }

    // On its own, for what it needs is loaded with the method that names it.
    private static void SideBySide(int count, int jobs, Action<int> each) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, each);

    private int One(string input, string? output, string? report, Stream? lines, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        Progress(input);
        try
        {
            if (Refused(output) || Refused(report))
            {
                return ExitCode.OutputUnwritable;
            }

            var result = input == InputList.StandardInput ? Read(terminal.Input, input, cancellationToken) : Read(input, cancellationToken);
            lock (_streams)
            {
                ClearProgress();
                return Finish(input, result, output, report, lines);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            lock (_streams)
            {
                ClearProgress();
                _lines.WriteFault(input, e);
                return ExitCode.Fault;
            }
        }
    }

    private int Finish(string input, ReadResult<T> result, string? output, string? report, Stream? lines)
    {
        _lines.Write(input, result.Diagnostics);
        int? unwritten = null;
        if (report is not null)
        {
            unwritten = Save(report, destination => ReportWriter.Write(result, input, destination));
        }

        if (settings.Ndjson)
        {
            unwritten ??= ToStream(lines ?? terminal.Output, destination => WriteLine(result, input, destination));
        }
        else if (result.Value is { } value)
        {
            unwritten ??= output is null ? ToStream(terminal.Output, destination => Write(value, destination)) : Save(output, destination => Write(value, destination));
        }

        if (settings.Inputs.Count == 1 && terminal.IsInteractive && !settings.Quiet && result.Value is not null)
        {
            Summarize(result);
        }

        return unwritten ?? CodeOf(result);
    }

    private int CodeOf(ReadResult<T> result) => result.Outcome switch
    {
        ReadOutcome.Refused => ExitCode.InputUnreadable,
        ReadOutcome.NoTable => ExitCode.NoTable,
        _ => settings.Strict && result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning) ? ExitCode.Findings : ExitCode.Done,
    };

    private bool Refused(string? path)
    {
        if (path is null || WholeFile.Check(path, settings.Write) is not { } refusal)
        {
            return false;
        }

        lock (_streams)
        {
            ClearProgress();
            _lines.Write(path, [refusal]);
        }

        return true;
    }

    private int? Save(string path, Action<Stream> write)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && (settings.Inputs.Count > 1 || Path.EndsInDirectorySeparator(settings.Output ?? "")))
            {
                Directory.CreateDirectory(folder);
            }

            WholeFile.Write(path, settings.Write, write);
            return null;
        }
        catch (DocumentWriteException e)
        {
            _lines.Write(path, [e.Diagnostic]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(DiagnosticLines.OneLine(Text.Get("FileWrong", path, e.Message)));
        }

        return ExitCode.OutputUnwritable;
    }

    /// <summary>Writes at once what was made whole first: an error on the way leaves nothing half-written.</summary>
    private int? ToStream(Stream destination, Action<Stream> write)
    {
        using var whole = new MemoryStream();
        write(whole);
        try
        {
            whole.WriteTo(destination);
            destination.Flush();
            return null;
        }
        catch (IOException e)
        {
            terminal.Error.WriteLine(DiagnosticLines.OneLine(Text.Get("OutputWrong", e.Message)));
            return ExitCode.OutputUnwritable;
        }
    }

    private void Counts(int[] codes)
    {
        if (codes.Length > 1 && !settings.Quiet)
        {
            var failed = codes.Count(code => code != ExitCode.Done);
            terminal.Error.WriteLine(Text.Get("Counts", codes.Length, codes.Length - failed, failed));
        }
    }

    private void Progress(string input)
    {
        if (settings.Inputs.Count > 1 && terminal.IsInteractive && !settings.Quiet)
        {
            lock (_streams)
            {
                var line = DiagnosticLines.OneLine($"{++_done}/{settings.Inputs.Count} {input}");
                terminal.Error.Write("\r\u001b[K" + (line.Length < terminal.Width ? line : line[..Math.Max(0, terminal.Width - 1)]));
            }
        }
    }

    private void ClearProgress()
    {
        if (settings.Inputs.Count > 1 && terminal.IsInteractive && !settings.Quiet)
        {
            terminal.Error.Write("\r\u001b[K");
        }
    }

    private string Extension() => settings.Write.Format == DataFormat.Csv ? ".csv" : ".json";
}
