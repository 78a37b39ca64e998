using ActionPlan.Messages;
using ActionPlan.Outputs;
using ActionPlan.Plans;
using ActionPlan.Sources;
using ActionPlan.Sources.Delimited;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActionPlan;

/// <summary>
/// Reads a plan: from a Word document, from delimited text, or from the JSON and CSV that <see cref="PlanWriter"/> writes. Without state
/// and safe to share between threads. A document that cannot be read is a result with an error, not an exception.
/// </summary>
/// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
/// <param name="logger">Told of each step at level Debug, or null.</param>
public sealed class PlanReader(ReadOptions? options = null, ILogger<PlanReader>? logger = null)
{
    private readonly ReadOptions _options = (options ?? ReadOptions.Default) with { JoinTables = true };
    private readonly ILogger _logger = logger ?? NullLogger<PlanReader>.Instance;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">Ends the read early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ReadResult<Plan> Read(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Reading.OfFile(path, _options, Stages, cancellationToken);
    }

    /// <summary>Reads a stream from where it stands. It is left open.</summary>
    /// <param name="content">The document. A stream that cannot seek is buffered within <see cref="ReadLimits.FileSize"/>.</param>
    /// <param name="name">The name that the user knows it by; its extension helps where the content does not say what it is.</param>
    /// <param name="cancellationToken">Ends the read early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ReadResult<Plan> Read(Stream content, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        return Reading.OfStream(content, name, _options, Stages, cancellationToken);
    }

    /// <inheritdoc cref="Read(string, CancellationToken)" />
    public Task<ReadResult<Plan>> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(path, cancellationToken), cancellationToken);

    /// <inheritdoc cref="Read(Stream, string, CancellationToken)" />
    public Task<ReadResult<Plan>> ReadAsync(Stream content, string name, CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(content, name, cancellationToken), cancellationToken);

    private ReadResult<Plan> Stages(SourceInput input, DocumentKind kind, CancellationToken cancellationToken)
    {
        _logger.KindFound(input.Name, kind);
        switch (kind)
        {
            case DocumentKind.Json:
                return FromData(PlanJson.Read(input.Content, cancellationToken));
            case DocumentKind.Delimited:
                var decoded = DelimitedText.Decode(input, _options.Limits);
                if (decoded.Refusal is { } undecodable)
                {
                    return Reading.Refused<Plan>(undecodable);
                }

                return PlanCsv.IsOwn(decoded.Text)
                    ? FromData(PlanCsv.Read(decoded.Text, headings => PrintedHeadings.ColumnsOf(headings, _options.Headings), TextCount.NonBlank, _options.Limits, cancellationToken))
                    : FromSource(DelimitedSource.Read(decoded, _options, cancellationToken), cancellationToken);
            default:
                return FromSource(Reading.Source(input, kind, _options, cancellationToken), cancellationToken);
        }
    }

    private ReadResult<Plan> FromSource(SourceResult source, CancellationToken cancellationToken)
    {
        if (source.Document is not { } document)
        {
            return Reading.Refused<Plan>(source.Refusal!);
        }

        _logger.SourceRead(document.Body.Count);
        var built = PlanBuilder.Build(document, _options, cancellationToken: cancellationToken);
        _logger.PlanBuilt(built.Report.Account.Source, built.Report.Account.Unplaced);
        var diagnostics = Reading.Bounded([.. document.Diagnostics, .. built.Diagnostics], _options.Limits);
        return new(built.Plan is null ? ReadOutcome.NoTable : ReadOutcome.Read, built.Plan, diagnostics, built.Report);
    }

    private ReadResult<Plan> FromData(PlanData data)
    {
        var diagnostics = data.Diagnostics.ToList();
        var plan = data.Plan is null ? null : MeasureIds.Complete(data.Plan, diagnostics);
        return new(plan is null ? ReadOutcome.Refused : ReadOutcome.Read, plan, Reading.Bounded(diagnostics, _options.Limits), data.Report);
    }
}
