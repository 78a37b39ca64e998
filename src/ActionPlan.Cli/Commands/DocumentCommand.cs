using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary><c>actionplan template</c> and <c>actionplan fill</c>: a Word document from a document, or from a template and data.</summary>
internal sealed class DocumentCommand(Settings settings, Terminal terminal)
{
    /// <summary>The code of the error that says that a period must be given: wrong usage, not a wrong input.</summary>
    private const string PeriodNeeded = "AP3013";

    /// <summary>How the codes begin that are about the fields of a template.</summary>
    private const string OfFields = "AP31";

    private readonly DiagnosticLines _lines = new(terminal, settings);

    /// <summary>The input that the diagnostics are about.</summary>
    private string _named = settings.Inputs[0];

    public int Template(TemplateOptions options, CancellationToken cancellationToken) =>
        settings.Like is { } look
            ? Run((input, destination) => Like(input, look, destination, options, cancellationToken), SayTemplate, cancellationToken)
            : Run((input, destination) => new WordTemplate(settings.Read).Next(input, settings.Inputs[0], destination, options, cancellationToken), SayTemplate, cancellationToken);

    public int Fill(CancellationToken cancellationToken)
    {
        var data = Open(settings.Inputs[1], stream => new PlanReader(settings.Read).Read(stream, settings.Inputs[1], cancellationToken));
        if (data.Result is { Value: { } plan })
        {
            return Run((input, destination) => new WordTemplate(settings.Read).Fill(input, settings.Inputs[0], plan, destination, cancellationToken), SayFilled, cancellationToken);
        }

        _lines.Write(settings.Inputs[1], data.Diagnostics);
        return data.Result?.Outcome == ReadOutcome.NoTable ? ExitCode.NoTable : ExitCode.InputUnreadable;
    }

    private ReadResult<Plan> Like(Stream input, string look, Stream destination, TemplateOptions options, CancellationToken cancellationToken)
    {
        var (result, _) = Open(look, stream => new WordTemplate(settings.Read).NextLike(input, settings.Inputs[0], stream, look, destination, options, cancellationToken));
        _named = result is { Value: null } && IsOfDocument(result, cancellationToken) ? settings.Inputs[0] : look;
        return result ?? new PlanReader(settings.Read).Read(look, cancellationToken);
    }

    /// <summary>Whether no template was made for the sake of the document itself, not of the look.</summary>
    private bool IsOfDocument(ReadResult<Plan> failed, CancellationToken cancellationToken) =>
        failed.Diagnostics.Any(diagnostic => diagnostic.Code == PeriodNeeded)
        || (settings.Inputs[0] != InputList.StandardInput && new PlanReader(settings.Read).Read(settings.Inputs[0], cancellationToken).Value is null);

    /// <summary>Says what is wrong with a template, and writes nothing.</summary>
    public int Check(CancellationToken cancellationToken)
    {
        var input = settings.Inputs[0];
        var found = Open(input, stream => new WordTemplate(settings.Read).Check(stream, input, cancellationToken));
        _lines.Write(input, found);
        if (found.Count == 0)
        {
            Say("FillCheckSummary", input);
        }

        return found.Count == 0 ? ExitCode.Done
            : found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.Code.StartsWith(OfFields, StringComparison.Ordinal)) ? ExitCode.InputUnreadable
            : ExitCode.Findings;
    }

    private ValueList<Diagnostic> Open(string input, Func<Stream, ValueList<Diagnostic>> check)
    {
        if (input == InputList.StandardInput)
        {
            return check(terminal.Input);
        }

        try
        {
            using var file = new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return check(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PlanReader(settings.Read).Read(input).Diagnostics;
        }
    }

    /// <summary>What was made, and what comes next: for a person at a terminal, who would else see nothing.</summary>
    private void SayTemplate(Plan plan)
    {
        var open = plan.Measures.Count(measure => plan.Columns.Any(column => column.Key == ColumnKey.FollowUp) && measure.FollowUp.IsEmpty);
        Say("TemplateSummary", settings.Output!, plan.Period ?? "–", plan.Measures.Count(), plan.Sections.Count, open);
        Say("TemplateNext", settings.Output!);
    }

    private void SayFilled(Plan plan)
    {
        var answered = plan.Measures.Count(measure => !measure.FollowUp.IsEmpty);
        Say("FillSummary", settings.Output!, plan.Measures.Count(), answered);
    }

    private void Say(string text, params ReadOnlySpan<object> values)
    {
        if (terminal.IsInteractive && !settings.Quiet)
        {
            terminal.Error.WriteLine(DiagnosticLines.OneLine(Text.Get(text, values.ToArray())));
        }
    }

    private int Run(Func<Stream, Stream, ReadResult<Plan>> make, Action<Plan> say, CancellationToken cancellationToken)
    {
        ReadResult<Plan>? result = null;
        ValueList<Diagnostic> diagnostics = [];
        try
        {
            WholeFile.TryWrite(settings.Output!, settings.Write, document =>
            {
                (result, diagnostics) = Open(settings.Inputs[0], stream => make(stream, document));
                cancellationToken.ThrowIfCancellationRequested();
                return result?.Value is not null;
            });
        }
        catch (DocumentWriteException e)
        {
            _lines.Write(_named, diagnostics);
            _lines.Write(settings.Output!, [e.Diagnostic]);
            return ExitCode.OutputUnwritable;
        }

        _lines.Write(_named, diagnostics);
        if (result?.Value is null)
        {
            return result?.Outcome == ReadOutcome.NoTable ? ExitCode.NoTable
                : diagnostics.Any(diagnostic => diagnostic.Code == PeriodNeeded) ? ExitCode.Usage
                : ExitCode.InputUnreadable;
        }

        say(result.Value);
        return settings.Strict && diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning) ? ExitCode.Findings : ExitCode.Done;
    }

    private (ReadResult<Plan>? Result, ValueList<Diagnostic> Diagnostics) Open(string input, Func<Stream, ReadResult<Plan>> read)
    {
        if (input == InputList.StandardInput)
        {
            var result = read(terminal.Input);
            return (result, result.Diagnostics);
        }

        try
        {
            using var file = new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var result = read(file);
            return (result, result.Diagnostics);
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not DocumentWriteException)
        {
            // The reader says in its own words what is wrong with a path.
            return (null, new PlanReader(settings.Read).Read(input).Diagnostics);
        }
    }
}
