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

    /// <summary>Most trailers that are taken where the cross-references are rebuilt, each of a revision of the file. Default 1,000.</summary>
    public int MaxRevisions { get; init; } = 1_000;

    /// <summary>Most filters of one stream. Default 16. A longer chain is undone so far.</summary>
    public int MaxFilters { get; init; } = 16;

    /// <summary>
    /// Most steps from one object to the next where a chain of them leads to a value: references to references, the parents of a field, the roles of a
    /// structure element, the colour spaces under one another. Default 32.
    /// </summary>
    public int MaxReferenceSteps { get; init; } = 32;

    /// <summary>Deepest nesting of arrays and dictionaries, and of the page tree. Default 100.</summary>
    public int MaxNesting { get; init; } = 100;

    /// <summary>Most operators executed for a page, its forms and appearances included. Default 10,000,000.</summary>
    public int MaxOperatorsPerPage { get; init; } = 10_000_000;

    /// <summary>Most operands of one operator. Default 200,000. Those beyond are left out.</summary>
    public int MaxOperands { get; init; } = 200_000;

    /// <summary>Most graphics states that are saved, and most sequences of marked content that are open, at a time. Default 10,000.</summary>
    public int MaxOpenStates { get; init; } = 10_000;

    /// <summary>Deepest nesting of forms within forms. Default 30. It costs stack: 200 at most.</summary>
    public int MaxFormNesting { get; init; } = 30;

    /// <summary>Most points of one path. Default 1,000,000. Those beyond are left out.</summary>
    public int MaxPathPoints { get; init; } = 1_000_000;

    /// <summary>Most annotations of a page. Default 50,000.</summary>
    public int MaxAnnotationsPerPage { get; init; } = 50_000;

    /// <summary>Most characters of a field or a comment that has no appearance. Default 100,000. A longer text is left out.</summary>
    public int MaxFieldCharacters { get; init; } = 100_000;

    /// <summary>Most groups, memberships and terms of expressions that are looked at to tell whether optional content is seen. Default 10,000.</summary>
    public int MaxOptionalContentTerms { get; init; } = 10_000;

    /// <summary>Most entries that the tables of one font may have: codes, ranges, widths. Default 200,000; a font has 65,536 glyphs at most.</summary>
    public int MaxFontEntries { get; init; } = 200_000;

    /// <summary>Most glyphs of a page. Default 1,000,000.</summary>
    public int MaxGlyphsPerPage { get; init; } = 1_000_000;

    /// <summary>Most rulings, most filled areas and most images of a page. Default 200,000.</summary>
    public int MaxPathsPerPage { get; init; } = 200_000;

    /// <summary>Most elements of the structure tree. Default 1,000,000.</summary>
    public int MaxStructureElements { get; init; } = 1_000_000;

    /// <summary>Most attributes of one element of the structure tree. Default 200.</summary>
    public int MaxAttributes { get; init; } = 200;

    /// <summary>Longest time for one page. Default 15 seconds. What was read until then is given.</summary>
    public TimeSpan MaxTimePerPage { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Most diagnostics of a document, and of a page. Default 500.</summary>
    public int MaxDiagnostics { get; init; } = 500;
}
