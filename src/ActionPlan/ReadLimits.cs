namespace ActionPlan;

/// <summary>Bounds against hostile or broken input. A document over a bound is refused by the name of the bound.</summary>
public sealed record ReadLimits
{
    /// <summary>The defaults.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of the file: 256 MiB.</summary>
    public long FileSize { get; init; } = 256L << 20;

    /// <summary>Bytes of all parts of a package, inflated: 1 GiB.</summary>
    public long InflatedSize { get; init; } = 1L << 30;

    /// <summary>Bytes of one part that is read as XML, inflated: 512 MiB.</summary>
    public long PartSize { get; init; } = 512L << 20;

    /// <summary>Bytes of all parts of a package, inflated, that are held against the standard's schemas when a file is checked: 32 MiB.</summary>
    public long ValidatedSize { get; init; } = 32L << 20;

    /// <summary>How many times larger than its compressed form a part of more than 1 MiB may be: 500.</summary>
    /// <remarks>XML of a table of 20,000 equal rows reaches about 100; a made bomb 1,000.</remarks>
    public int InflationRatio { get; init; } = 500;

    /// <summary>Entries of a zip: 10,000.</summary>
    public int ZipEntries { get; init; } = 10_000;

    /// <summary>Nesting of XML elements: 256.</summary>
    public int XmlDepth { get; init; } = 256;

    /// <summary>Relationships of one part: 20,000.</summary>
    public int Relationships { get; init; } = 20_000;

    /// <summary>Tables of a document: 10,000.</summary>
    public int Tables { get; init; } = 10_000;

    /// <summary>Rows of one table: 200,000.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Columns of one table, and columns that one cell spans: 1,000.</summary>
    public int Columns { get; init; } = 1_000;

    /// <summary>Characters of one cell: 1,000,000.</summary>
    public int CellCharacters { get; init; } = 1_000_000;

    /// <summary>Tables within tables: 20.</summary>
    public int TableNesting { get; init; } = 20;

    /// <summary>Pages: 20,000.</summary>
    public int Pages { get; init; } = 20_000;

    /// <summary>Lines that one page of a PDF draws: 8,000. A page with more is taken for a drawing: its lines are left out, and it is told.</summary>
    public int PageLines { get; init; } = 8_000;

    /// <summary>Shaded areas of one page of a PDF: 4,000. Those of a page with more are left out, and it is told.</summary>
    public int PageAreas { get; init; } = 4_000;

    /// <summary>Places, rows times columns, between the lines that one page of a PDF draws: 400,000. Lines with more between them are no table, and it is told.</summary>
    public int GridPlaces { get; init; } = 400_000;

    /// <summary>Diagnostics that are kept: 1,000; what follows is counted in one more.</summary>
    public int Diagnostics { get; init; } = 1_000;

    /// <summary>Time for one document: 60 s.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
