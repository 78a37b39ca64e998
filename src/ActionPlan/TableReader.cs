using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActionPlan;

/// <summary>
/// Reads every table of a document as found, whether it is a plan or not. Without state and safe to share between threads. A document
/// that cannot be read is a result with an error, not an exception.
/// </summary>
/// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
/// <param name="logger">Told of each step at level Debug, or null.</param>
public sealed class TableReader(ReadOptions? options = null, ILogger<TableReader>? logger = null)
{
    private readonly ReadOptions _options = options ?? ReadOptions.Default;
    private readonly ILogger _logger = logger ?? NullLogger<TableReader>.Instance;

    /// <inheritdoc cref="PlanReader.Read(string, CancellationToken)" />
    public ReadResult<ValueList<Table>> Read(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Reading.OfFile(path, _options, Stages, cancellationToken);
    }

    /// <inheritdoc cref="PlanReader.Read(Stream, string, CancellationToken)" />
    public ReadResult<ValueList<Table>> Read(Stream content, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        return Reading.OfStream(content, name, _options, Stages, cancellationToken);
    }

    /// <inheritdoc cref="Read(string, CancellationToken)" />
    public Task<ReadResult<ValueList<Table>>> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(path, cancellationToken), cancellationToken);

    /// <inheritdoc cref="Read(Stream, string, CancellationToken)" />
    public Task<ReadResult<ValueList<Table>>> ReadAsync(Stream content, string name, CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(content, name, cancellationToken), cancellationToken);

    private ReadResult<ValueList<Table>> Stages(SourceInput input, DocumentKind kind, CancellationToken cancellationToken)
    {
        _logger.KindFound(input.Name, kind);
        if (kind == DocumentKind.Json)
        {
            // The JSON of a plan is data, not a document with tables.
            return NoTable([]);
        }

        var source = Reading.Source(input, kind, _options, cancellationToken);
        if (source.Document is not { } document)
        {
            return Reading.Refused<ValueList<Table>>(source.Refusal!);
        }

        var tables = TableExtraction.Extract(document, _options).ToValueList();
        _logger.TablesFound(tables.Count);
        return tables.Count == 0
            ? NoTable(document.Diagnostics)
            : new(ReadOutcome.Read, tables, Reading.Bounded(document.Diagnostics, _options.Limits), TablesReport(tables));
    }

    private ReadResult<ValueList<Table>> NoTable(IReadOnlyList<Diagnostic> found) =>
        new(ReadOutcome.NoTable, null, Reading.Bounded([.. found, DiagnosticCatalog.NoTable.Create()], _options.Limits), ReadReport.Empty);

    private static ReadReport TablesReport(ValueList<Table> tables) => new()
    {
        Tables = tables.Select(table => new TableReport(table.Index, table.Rows.Count, table.Columns, table.Method, Used: true, Reason: "")).ToValueList(),
    };
}
