using ActionPlan.Messages;
using ActionPlan.Plans;
using ActionPlan.Sources;
using ActionPlan.Sources.Word;
using ActionPlan.Templates;
using ActionPlan.Templates.Split;
using ActionPlan.Word;

namespace ActionPlan;

/// <summary>
/// Makes Word documents after the example of others: next period's template of last period's document, and a filled-in document of a template. A
/// document that is no Word file gives one of ActionPlan's own look. Without state and safe to share between threads.
/// </summary>
/// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
public sealed partial class WordTemplate(ReadOptions? options = null)
{
    private readonly ReadOptions _options = options ?? ReadOptions.Default;

    /// <summary>Makes next period's template: looks as the document does, answers empty, the follow-up's decision open again.</summary>
    /// <param name="document">Last period's document: Word, or data.</param>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="destination">Where the template goes; nothing is written where there is an error.</param>
    /// <param name="template">How it is made.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The plan of the template.</returns>
    public ReadResult<Plan> Next(Stream document, string name, Stream destination, TemplateOptions? template = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(destination);
        template ??= TemplateOptions.Default;
        return Reading.OfStream(document, name, _options, (input, kind, token) => Next(input, kind, destination, template, token), cancellationToken);
    }

    /// <summary>Makes next period's template from one file to another, which appears whole or not at all.</summary>
    /// <param name="path">Last period's document: Word, or data.</param>
    /// <param name="output">The template; the document itself is never written over.</param>
    /// <param name="template">How it is made.</param>
    /// <param name="write">Whether a file may be replaced.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The plan of the template.</returns>
    /// <exception cref="DocumentWriteException">The output cannot be written.</exception>
    public ReadResult<Plan> Next(string path, string output, TemplateOptions? template = null, WriteOptions? write = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(output);
        template ??= TemplateOptions.Default;
        return ToFile(output, [path], write, destination => Reading.OfFile(path, _options, (input, kind, token) => Next(input, kind, destination, template, token), cancellationToken));
    }

    /// <inheritdoc cref="Next(Stream, string, Stream, TemplateOptions?, CancellationToken)" />
    public Task<ReadResult<Plan>> NextAsync(Stream document, string name, Stream destination, TemplateOptions? template = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Next(document, name, destination, template, cancellationToken), cancellationToken);

    /// <summary>Makes next period's template in the look of another Word document, whose own measures do not come along.</summary>
    /// <param name="document">Last period's document: Word, or data.</param>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="look">A Word document with a table of the same kind; its headings are kept.</param>
    /// <param name="lookName">The name that the user knows it by.</param>
    /// <param name="destination">Where the template goes; nothing is written where there is an error.</param>
    /// <param name="template">How it is made.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The plan of the template.</returns>
    public ReadResult<Plan> NextLike(Stream document, string name, Stream look, string lookName, Stream destination, TemplateOptions? template = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(lookName);
        ArgumentNullException.ThrowIfNull(destination);
        template ??= TemplateOptions.Default;
        var read = new PlanReader(_options).Read(document, name, cancellationToken);
        if (read.Value is not { } plan)
        {
            return read;
        }

        if (PeriodOf(plan, template) is not { } period)
        {
            return Reading.Refused<Plan>(DiagnosticCatalog.PeriodNeeded.Create());
        }

        var next = Columns(plan, NextPeriod.Of(plan, null, null, period).Plan, template, out var settings);
        return Reading.OfStream(look, lookName, _options with { Kind = DocumentKind.Detect }, (input, kind, token) => Like(input, kind, next, period, settings, destination, token), cancellationToken);
    }

    /// <inheritdoc cref="NextLike(Stream, string, Stream, string, Stream, TemplateOptions?, CancellationToken)" />
    public Task<ReadResult<Plan>> NextLikeAsync(Stream document, string name, Stream look, string lookName, Stream destination, TemplateOptions? template = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => NextLike(document, name, look, lookName, destination, template, cancellationToken), cancellationToken);

    /// <summary>
    /// Fills a template: each measure's texts go into the row of the same id, in the row's own look. A measure that the template lacks gets a row
    /// like those around it.
    /// </summary>
    /// <param name="template">A Word document with the plan's table, tagged or not.</param>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="plan">The plan with its answers.</param>
    /// <param name="destination">Where the document goes; nothing is written where there is an error.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The plan of the document.</returns>
    public ReadResult<Plan> Fill(Stream template, string name, Plan plan, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        return Reading.OfStream(template, name, _options, (input, kind, token) => Fill(input, kind, plan, destination, token), cancellationToken);
    }

    /// <summary>Fills a template from one file to another, which appears whole or not at all.</summary>
    /// <param name="template">A Word document with the plan's table, tagged or not.</param>
    /// <param name="plan">The plan with its answers.</param>
    /// <param name="output">The filled-in document; the template itself is never written over.</param>
    /// <param name="write">Whether a file may be replaced.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The plan of the document.</returns>
    /// <exception cref="DocumentWriteException">The output cannot be written.</exception>
    public ReadResult<Plan> Fill(string template, Plan plan, string output, WriteOptions? write = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        return ToFile(output, [template], write, destination => Reading.OfFile(template, _options, (input, kind, token) => Fill(input, kind, plan, destination, token), cancellationToken));
    }

    /// <inheritdoc cref="Fill(Stream, string, Plan, Stream, CancellationToken)" />
    public Task<ReadResult<Plan>> FillAsync(Stream template, string name, Plan plan, Stream destination, CancellationToken cancellationToken = default) =>
        Task.Run(() => Fill(template, name, plan, destination, cancellationToken), cancellationToken);

    private static ReadResult<Plan> ToFile(string output, IEnumerable<string> inputs, WriteOptions? write, Func<Stream, ReadResult<Plan>> make)
    {
        write ??= WriteOptions.Default;
        write = write with { Inputs = [.. write.Inputs, .. inputs] };
        ReadResult<Plan>? result = null;
        WholeFile.TryWrite(output, write, destination => (result = make(destination)).Value is not null);
        return result!;
    }

    private ReadResult<Plan> Next(SourceInput input, DocumentKind kind, Stream destination, TemplateOptions template, CancellationToken cancellationToken)
    {
        if (kind != DocumentKind.Word)
        {
            var read = new PlanReader(_options with { Kind = kind }).Read(input.Content, input.Name, cancellationToken);
            if (read.Value is null)
            {
                return read;
            }

            return PeriodOf(read.Value, template) is { } own
                ? BuiltIn(NextPeriod.Of(read.Value, null, null, own), read, template, destination, cancellationToken)
                : Reading.Refused<Plan>(DiagnosticCatalog.PeriodNeeded.Create());
        }

        var (example, refusal) = Example.Read(input, _options, cancellationToken);
        if (example is null)
        {
            return refusal!;
        }

        if (PeriodOf(example.Plan, template) is not { } period)
        {
            return Reading.Refused<Plan>(DiagnosticCatalog.PeriodNeeded.Create());
        }

        var next = NextPeriod.Of(example.Plan, example.Document, example.Anchors, period);
        var plan = Columns(example.Plan, next.Plan, template, out var settings);
        return Make(input, new(example.Plan, plan, example.Tables, example.Anchors, next.Changes, settings), [.. example.Result.Diagnostics, .. next.Diagnostics], example.Result.Report, destination, cancellationToken);
    }

    private ReadResult<Plan> Like(SourceInput input, DocumentKind kind, Plan next, string period, TemplateSettings settings, Stream destination, CancellationToken cancellationToken)
    {
        if (kind != DocumentKind.Word)
        {
            return Reading.Refused<Plan>(DiagnosticCatalog.TemplateNotWord.Create(kind.ToString()));
        }

        var (example, refusal) = Example.Read(input, _options, cancellationToken);
        if (example is null)
        {
            return refusal!;
        }

        var moved = NextPeriod.Of(example.Plan, example.Document, example.Anchors, period);
        var task = AnotherLook.Of(example.Plan, next, example.Document, example.Anchors, moved.Plan.Columns, moved.Changes, settings);
        return Make(input, task, [.. example.Document.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info)], example.Result.Report, destination, cancellationToken);
    }

    private ReadResult<Plan> Fill(SourceInput input, DocumentKind kind, Plan plan, Stream destination, CancellationToken cancellationToken)
    {
        if (kind != DocumentKind.Word)
        {
            return Reading.Refused<Plan>(DiagnosticCatalog.TemplateNotWord.Create(kind.ToString()));
        }

        return FillByFields(input, plan, destination, cancellationToken) ?? FillByExample(input, plan, destination, cancellationToken);
    }

    private ReadResult<Plan> FillByExample(SourceInput input, Plan plan, Stream destination, CancellationToken cancellationToken, DataBindings? bindings = null)
    {
        input.Content.Position = 0;
        var (example, refusal) = Example.Read(input, _options, cancellationToken, KnownTexts.Of(plan));
        if (example is null)
        {
            return refusal!;
        }

        var filled = FilledPlan.Of(example.Plan, plan, example.Anchors.BeginsWithHeadingRow(), out var unmatched, out var lost);
        List<Diagnostic> diagnostics = [.. example.Result.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info), .. lost.Select(heading => DiagnosticCatalog.ColumnNotInTemplate.Create(heading))];
        try
        {
            var task = new ExampleTask(example.Plan, filled, example.Tables, example.Anchors, [], SettingsOf(input, filled)) { Unmatched = unmatched, Bindings = bindings };
            return Make(input, task, diagnostics, example.Result.Report, destination, cancellationToken);
        }
        catch (DocumentRefusedException refused)
        {
            return Reading.Refused<Plan>(refused.Diagnostic);
        }
    }

    /// <summary>What the template allows its users, the filled-in document allows them too.</summary>
    private TemplateSettings SettingsOf(SourceInput input, Plan plan)
    {
        input.Content.Position = 0;
        var traits = ControlTraits.OfFirst(input.Content, _options.Limits);
        var column = traits.ReadOnlyColumn;
        return new()
        {
            Lock = traits.IsLocked,
            Statuses = traits.Choices,
            PreviousColumn = column < plan.Columns.Count && column >= 0 && plan.Columns[column].Key == ColumnKey.Other ? column : -1,
        };
    }

    private static string? PeriodOf(Plan plan, TemplateOptions template) => template.Period ?? NextPeriod.After(plan.Period);

    /// <summary>The plan with the columns that were asked for.</summary>
    private static Plan Columns(Plan old, Plan next, TemplateOptions template, out TemplateSettings settings)
    {
        settings = new() { Lock = template.Lock, Statuses = template.Statuses };
        if (template.KeepPrevious)
        {
            (next, var column) = TemplateColumns.WithPrevious(old, next);
            settings = settings with { PreviousColumn = column };
        }

        return template.Statuses.Count > 0 ? TemplateColumns.WithStatus(next) : next;
    }

    private static ReadResult<Plan> BuiltIn(NextPeriodPlan next, ReadResult<Plan> read, TemplateOptions template, Stream destination, CancellationToken cancellationToken)
    {
        var plan = Columns(read.Value!, next.Plan, template, out var settings);
        var links = BuiltInLook.Write(plan, settings, destination, cancellationToken);
        return new(ReadOutcome.Read, plan, [.. read.Diagnostics, .. next.Diagnostics, .. PlanDocument.LeftOut(links)], read.Report);
    }

    private ReadResult<Plan> Make(SourceInput input, ExampleTask task, List<Diagnostic> diagnostics, ReadReport report, Stream destination, CancellationToken cancellationToken)
    {
        try
        {
            input.Content.Position = 0;
            var package = new BoundedPackage(ZipDirectory.Read(input.Content, _options.Limits), _options.Limits);
            if (!ExampleDocument.IsPossible(package))
            {
                diagnostics.Add(DiagnosticCatalog.BuiltInLookUsed.Create("Strict Open XML"));
                diagnostics.AddRange(PlanDocument.LeftOut(BuiltInLook.Write(task.New, task.Settings, destination, cancellationToken)));
            }
            else
            {
                ExampleDocument.Write(package, task, destination, diagnostics, cancellationToken);
            }

            return new(ReadOutcome.Read, task.New, Reading.Bounded(diagnostics, _options.Limits), report);
        }
        catch (DocumentRefusedException refused)
        {
            return Reading.Refused<Plan>(refused.Diagnostic);
        }
    }
}
