namespace ActionPlan.Pdf;

/// <summary>What a file may cost. Whatever exceeds a limit is refused or left out with a diagnostic; nothing is unbounded.</summary>
public sealed record PdfReadLimits
{
    /// <summary>The defaults: generous for real documents, small enough for a server.</summary>
    public static PdfReadLimits Default { get; } = new();

    /// <summary>Most bytes of the file. Default 512 MB. A larger file is refused.</summary>
    public long MaxFileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Most bytes that one stream may have after its filters. Default 128 MB. What is longer is cut.</summary>
    public int MaxDecodedStreamBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>How many times its length one stream may grow by its filters, once it is over a megabyte. Default 2,000 (Flate reaches 1,032).</summary>
    public int MaxInflation { get; init; } = 2_000;

    /// <summary>Most indirect objects. Default 4,000,000. Those beyond are not seen.</summary>
    public int MaxObjects { get; init; } = 4_000_000;

    /// <summary>Most pages. Default 100,000. Those beyond are not seen.</summary>
    public int MaxPages { get; init; } = 100_000;

    /// <summary>Deepest nesting of arrays and dictionaries, of the page tree and of forms within forms. Default 100.</summary>
    public int MaxNesting { get; init; } = 100;

    /// <summary>Most operators executed for a page, its forms and appearances included. Default 10,000,000.</summary>
    public int MaxOperatorsPerPage { get; init; } = 10_000_000;

    /// <summary>Most glyphs of a page. Default 1,000,000.</summary>
    public int MaxGlyphsPerPage { get; init; } = 1_000_000;

    /// <summary>Most rulings, and most filled areas, of a page. Default 200,000.</summary>
    public int MaxPathsPerPage { get; init; } = 200_000;

    /// <summary>Most elements of the structure tree. Default 1,000,000.</summary>
    public int MaxStructureElements { get; init; } = 1_000_000;

    /// <summary>Longest time for one page. Default 15 seconds. What was read until then is given.</summary>
    public TimeSpan MaxTimePerPage { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Most diagnostics of a document, and of a page. Default 500.</summary>
    public int MaxDiagnostics { get; init; } = 500;
}
