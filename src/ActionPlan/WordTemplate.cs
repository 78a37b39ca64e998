using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Plans;
using ActionPlan.Sources;
using ActionPlan.Sources.Word;
using ActionPlan.Templates;
using ActionPlan.Word;

namespace ActionPlan;

/// <summary>How a template is made.</summary>
public sealed record TemplateOptions
{
    /// <summary>The defaults.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>The period of the new template; by default the one after the document's own.</summary>
    public string? Period { get; init; }

    /// <summary>Whether nothing but the content controls can be edited in Word.</summary>
    public bool Lock { get; init; }

    /// <summary>What a status can be chosen from, in a drop-down list; none leaves the status as it is.</summary>
    public ValueList<string> Statuses { get; init; } = [];
}

/// <summary>
/// Makes Word documents after the example of others: next period's template of last period's document, and a filled-in document of a template. A
/// document that is no Word file gives one of ActionPlan's own look. Without state and safe to share between threads.
/// </summary>
/// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
public sealed class WordTemplate(ReadOptions? options = null)
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

    /// <inheritdoc cref="Next(Stream, string, Stream, TemplateOptions?, CancellationToken)" />
    public Task<ReadResult<Plan>> NextAsync(Stream document, string name, Stream destination, TemplateOptions? template = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Next(document, name, destination, template, cancellationToken), cancellationToken);

    /// <summary>Fills a template: each measure's texts go into the row of the same id, in the row's own look.</summary>
    /// <param name="template">A Word document with the plan's table, tagged or not.</param>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="plan">The plan with its answers.</param>
    /// <param name="destination">Where the document goes; nothing is written where there is an error.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The plan of the document. Measures that found no row are warnings.</returns>
    public ReadResult<Plan> Fill(Stream template, string name, Plan plan, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        return Reading.OfStream(template, name, _options, (input, kind, token) => Fill(input, kind, plan, destination, token), cancellationToken);
    }

    /// <inheritdoc cref="Fill(Stream, string, Plan, Stream, CancellationToken)" />
    public Task<ReadResult<Plan>> FillAsync(Stream template, string name, Plan plan, Stream destination, CancellationToken cancellationToken = default) =>
        Task.Run(() => Fill(template, name, plan, destination, cancellationToken), cancellationToken);

    private ReadResult<Plan> Next(SourceInput input, DocumentKind kind, Stream destination, TemplateOptions template, CancellationToken cancellationToken)
    {
        var settings = new TemplateSettings { Lock = template.Lock, Statuses = template.Statuses };
        if (kind != DocumentKind.Word)
        {
            var read = new PlanReader(_options with { Kind = kind }).Read(input.Content, input.Name, cancellationToken);
            if (read.Value is null)
            {
                return read;
            }

            return PeriodOf(read.Value, template) is { } own
                ? BuiltIn(NextPeriod.Of(read.Value, null, null, own), read, settings, destination, cancellationToken)
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
        return ByExample(input, example, next.Plan, next.Changes, settings, [.. example.Result.Diagnostics, .. next.Diagnostics], destination, cancellationToken);
    }

    private ReadResult<Plan> Fill(SourceInput input, DocumentKind kind, Plan plan, Stream destination, CancellationToken cancellationToken)
    {
        if (kind != DocumentKind.Word)
        {
            return Reading.Refused<Plan>(DiagnosticCatalog.KindNotReadYet.Create(kind.ToString()));
        }

        var (example, refusal) = Example.Read(input, _options, cancellationToken);
        return example is null
            ? refusal!
            : ByExample(input, example, example.Filled(plan), [], new(), [.. example.Result.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info)], destination, cancellationToken);
    }

    private static string? PeriodOf(Plan plan, TemplateOptions template) => template.Period ?? NextPeriod.After(plan.Period);

    private static ReadResult<Plan> BuiltIn(NextPeriodPlan next, ReadResult<Plan> read, TemplateSettings settings, Stream destination, CancellationToken cancellationToken)
    {
        var links = BuiltInLook.Write(next.Plan, settings, destination, cancellationToken);
        return new(ReadOutcome.Read, next.Plan, [.. read.Diagnostics, .. next.Diagnostics, .. PlanDocument.LeftOut(links)], read.Report);
    }

    private ReadResult<Plan> ByExample(
        SourceInput input, Example example, Plan plan, IReadOnlyList<TextChange> changes, TemplateSettings settings, List<Diagnostic> diagnostics, Stream destination, CancellationToken cancellationToken)
    {
        try
        {
            input.Content.Position = 0;
            using var package = new BoundedPackage(ZipDirectory.Read(input.Content, _options.Limits), _options.Limits);
            if (!ExampleDocument.IsPossible(package))
            {
                diagnostics.Add(DiagnosticCatalog.BuiltInLookUsed.Create("Strict Open XML"));
                diagnostics.AddRange(PlanDocument.LeftOut(BuiltInLook.Write(plan, settings, destination, cancellationToken)));
            }
            else
            {
                ExampleDocument.Write(package, new(example.Plan, plan, example.Anchors, changes, settings), destination, diagnostics, cancellationToken);
            }

            return new(ReadOutcome.Read, plan, Reading.Bounded(diagnostics, _options.Limits), example.Result.Report);
        }
        catch (DocumentRefusedException refused)
        {
            return Reading.Refused<Plan>(refused.Diagnostic);
        }
    }

    /// <summary>A Word document that was read, with the places of its plan.</summary>
    private sealed record Example(SourceDocument Document, Plan Plan, PlanAnchors Anchors, PlanBuildResult Result)
    {
        public static (Example? Example, ReadResult<Plan>? Refusal) Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken)
        {
            var source = WordSource.Read(input, options, cancellationToken);
            if (source.Document is not { } document)
            {
                return (null, Reading.Refused<Plan>(source.Refusal!));
            }

            var anchors = new PlanAnchors();
            var built = PlanBuilder.Build(document, options, anchors, cancellationToken);
            return built.Plan is null
                ? (null, new(ReadOutcome.NoTable, null, Reading.Bounded([.. document.Diagnostics, .. built.Diagnostics], options.Limits), built.Report))
                : (new(document, built.Plan, anchors, built with { Diagnostics = [.. document.Diagnostics, .. built.Diagnostics] }), null);
        }

        /// <summary>The template's plan with the texts of another one, measure by measure.</summary>
        public Plan Filled(Plan plan)
        {
            // Columns are matched by what they mean, others by their heading.
            var matched = Plan.Columns.Select(column => (Own: column, Other: column.Key == ColumnKey.Other
                ? plan.Columns.FirstOrDefault(other => other.Key == ColumnKey.Other && other.Heading == column.Heading)
                : plan.Columns.FirstOrDefault(other => other.Key == column.Key))).Where(pair => pair.Other is not null).ToList();
            var byId = plan.Measures.GroupBy(measure => measure.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            var known = Plan.Measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
            var sections = Plan.Sections.Select(section => section with
            {
                Measures = section.Measures.Where(measure => byId.ContainsKey(measure.Id)).Select(measure => matched.Aggregate(measure, (filled, pair) => filled.With(pair.Own, byId[measure.Id][pair.Other!]))).ToValueList(),
            }).ToList();
            var strangers = plan.Measures.Where(measure => !known.Contains(measure.Id)).ToValueList();
            if (strangers.Count > 0)
            {
                sections.Add(new() { Measures = strangers });
            }

            return Plan with { Sections = sections.ToValueList() };
        }
    }
}
