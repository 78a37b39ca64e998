using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Templates.Split;
using ActionPlan.Word;

namespace ActionPlan;

/// <summary>What makes a part of a plan.</summary>
public enum SplitBy
{
    /// <summary>The section: an operation, department or board.</summary>
    Section,

    /// <summary>The text of the column Ansvarig.</summary>
    Responsible,
}

/// <summary>What one recipient gets.</summary>
/// <param name="Recipient">The section, or who is responsible; empty for measures without.</param>
/// <param name="FileName">A name for the file: safe on every system, of at most 120 bytes, and no other part's.</param>
/// <param name="Plan">The plan with nothing but the recipient's measures.</param>
public sealed record PlanPart(string Recipient, string FileName, Plan Plan);

/// <summary>A document in parts, each a Word document with what belongs to all and nothing of the other recipients.</summary>
public sealed class DocumentSplit
{
    private readonly HashSet<string> _headings;
    private readonly ReadOnlyMemory<byte> _tagged;
    private readonly TaggedPieces? _pieces;
    private readonly ControlTraits _traits;

    private DocumentSplit(Plan plan, ValueList<PlanPart> parts, ReadOnlyMemory<byte> tagged, TaggedPieces? pieces, ControlTraits traits) =>
        (_headings, Parts, _tagged, _pieces, _traits) = (PartPackage.Headings(plan).ToHashSet(StringComparer.Ordinal), parts, tagged, pieces, traits);

    /// <summary>The parts in the order of the document.</summary>
    public ValueList<PlanPart> Parts { get; }

    /// <summary>Reads a document and finds its parts.</summary>
    /// <param name="document">The document from where it stands: Word, which gives the look, or data.</param>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="by">What makes a part.</param>
    /// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ReadResult<DocumentSplit> Of(Stream document, string name, SplitBy by, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(name);
        options ??= ReadOptions.Default;
        return Reading.OfStream(document, name, options, (input, kind, token) => Of(input, kind, by, options, token), cancellationToken);
    }

    /// <summary>Reads a file and finds its parts.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="by">What makes a part.</param>
    /// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ReadResult<DocumentSplit> Of(string path, SplitBy by, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= ReadOptions.Default;
        return Reading.OfFile(path, options, (input, kind, token) => Of(input, kind, by, options, token), cancellationToken);
    }

    /// <summary>Writes a part as a Word document.</summary>
    /// <param name="part">One of <see cref="Parts"/>.</param>
    /// <param name="destination">Where to; the stream is left open.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public void Write(PlanPart part, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(destination);
        if (_pieces is null)
        {
            PlanDocument.Write(part.Plan, destination, cancellationToken);
        }
        else
        {
            PartPackage.Write(_tagged, _pieces, _headings, part.Plan, _traits, destination, cancellationToken);
        }
    }

    private static ReadResult<DocumentSplit> Of(SourceInput input, DocumentKind kind, SplitBy by, ReadOptions options, CancellationToken cancellationToken)
    {
        var own = options with { Kind = kind };
        var read = new PlanReader(own).Read(input.Content, input.Name, cancellationToken);
        if (read.Value is not { } plan)
        {
            return new(read.Outcome, null, read.Diagnostics, read.Report);
        }

        if (by == SplitBy.Responsible && !plan.Columns.Any(column => column.Key == ColumnKey.Responsible))
        {
            return Reading.Refused<DocumentSplit>(DiagnosticCatalog.NoResponsible.Create());
        }

        if (!plan.Measures.Any() || RepeatsMeasures(input, kind, own, cancellationToken))
        {
            return new(ReadOutcome.NoTable, null, [DiagnosticCatalog.NothingToSplit.Create()], read.Report);
        }

        var parts = Partition.Of(plan, by);
        if (kind != DocumentKind.Word)
        {
            return new(ReadOutcome.Read, new(plan, parts, default, null, ControlTraits.None), read.Diagnostics, read.Report);
        }

        // Through the writer of documents first: it leaves behind what must not go out, and tags each row with its measure.
        using var tagged = new MemoryStream();
        input.Content.Position = 0;
        var written = new WordTemplate(own).Fill(input.Content, input.Name, plan, tagged, cancellationToken);
        if (written.Value is null)
        {
            return new(written.Outcome, null, written.Diagnostics, written.Report);
        }

        try
        {
            input.Content.Position = 0;
            var traits = ControlTraits.Of(input.Content, options.Limits);
            var whole = tagged.ToArray();
            return new(ReadOutcome.Read, new(plan, parts, whole, PartPackage.Cut(whole, cancellationToken), traits), written.Diagnostics, read.Report);
        }
        catch (DocumentRefusedException refused)
        {
            return Reading.Refused<DocumentSplit>(refused.Diagnostic);
        }
    }

    /// <summary>Whether it is a template that waits for its measures: what stands in its rows are fields.</summary>
    private static bool RepeatsMeasures(SourceInput input, DocumentKind kind, ReadOptions options, CancellationToken cancellationToken)
    {
        if (kind != DocumentKind.Word)
        {
            return false;
        }

        using var fields = FieldFilling.Of(input, options, cancellationToken).Fields;
        return fields?.RepeatsMeasures == true;
    }
}
