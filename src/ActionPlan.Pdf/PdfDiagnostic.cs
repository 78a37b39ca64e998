using System.Collections.Immutable;

namespace ActionPlan.Pdf;

/// <summary>The kinds of problem that a file can have and still be read.</summary>
public enum PdfDiagnosticCode
{
    /// <summary>The file does not begin with its header, or has none.</summary>
    HeaderMisplaced,

    /// <summary>The cross-reference data was missing or wrong; the objects were looked for where they lie.</summary>
    CrossReferencesRebuilt,

    /// <summary>Pages that the file claims were not found: its end is missing, or their objects are.</summary>
    PagesLost,

    /// <summary>The page tree was broken; pages were taken from it as far as possible, or from the objects.</summary>
    PageTreeRepaired,

    /// <summary>An object was referred to that is missing or broken.</summary>
    ObjectDamaged,

    /// <summary>A stream's length was wrong, or its data broke off; what could be read was kept.</summary>
    StreamDamaged,

    /// <summary>A filter, encryption or colour space that is not read.</summary>
    Unsupported,

    /// <summary>A limit was reached; what lies beyond was left out.</summary>
    LimitReached,

    /// <summary>An operator of a page's content could not be understood and was passed over.</summary>
    OperatorIgnored,

    /// <summary>A font is missing or broken; its text may be wrong or without Unicode.</summary>
    FontDamaged,

    /// <summary>Glyphs of a font have no Unicode text.</summary>
    TextWithoutUnicode,

    /// <summary>The structure tree was broken in part.</summary>
    StructureDamaged,
}

/// <summary>A problem that was met and survived.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="Message">What was wrong and what was done about it.</param>
/// <param name="Page">The page, from 1; 0 where it concerns the document.</param>
public sealed record PdfDiagnostic(PdfDiagnosticCode Code, string Message, int Page = 0);

/// <summary>Why a file was not opened.</summary>
public enum PdfRefusalReason
{
    /// <summary>The data holds nothing of a PDF file.</summary>
    NotAPdf,

    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>It is a PDF file, but no page could be found in it.</summary>
    Damaged,

    /// <summary>The file is encrypted, and neither the password given nor the empty one opens it.</summary>
    PasswordRequired,

    /// <summary>The file is larger than the limits allow.</summary>
    LimitExceeded,

    /// <summary>The file is of a kind that is not read: an unknown encryption, or a form that is XFA alone.</summary>
    Unsupported,
}

/// <summary>A refusal: a reason for programs and a sentence for people.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Message">The reason in a sentence, in English.</param>
public sealed record PdfRefusal(PdfRefusalReason Reason, string Message);

/// <summary>Either a document or the reason why there is none. Opening never throws, but for what the disk or the stream throws.</summary>
public sealed class PdfOpenResult
{
    private PdfOpenResult(PdfDocument? document, PdfRefusal? refusal)
    {
        Document = document;
        Refusal = refusal;
    }

    /// <summary>The document, or null where it was refused.</summary>
    public PdfDocument? Document { get; }

    /// <summary>The refusal, or null where there is a document.</summary>
    public PdfRefusal? Refusal { get; }

    /// <summary>The document, or an exception that carries the refusal; for callers that want one.</summary>
    /// <exception cref="InvalidDataException">The file was refused.</exception>
    public PdfDocument Require() => Document ?? throw new InvalidDataException($"{Refusal!.Reason}: {Refusal.Message}");

    internal static PdfOpenResult Opened(PdfDocument document) => new(document, null);

    internal static PdfOpenResult Refused(PdfRefusalReason reason, string message) => new(null, new PdfRefusal(reason, message));
}

/// <summary>Collects diagnostics, each message once, up to a limit. May be written to from several pages at a time.</summary>
internal sealed class DiagnosticLog(int limit)
{
    private readonly Lock _gate = new();
    private readonly List<PdfDiagnostic> _items = [];
    private readonly HashSet<PdfDiagnostic> _seen = [];

    public void Add(PdfDiagnosticCode code, string message, int page = 0)
    {
        var item = new PdfDiagnostic(code, message, page);
        lock (_gate)
        {
            if (_items.Count < limit && _seen.Add(item))
            {
                _items.Add(item);
            }
        }
    }

    public ImmutableArray<PdfDiagnostic> Snapshot()
    {
        lock (_gate)
        {
            return [.. _items];
        }
    }
}
