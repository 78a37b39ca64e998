namespace ActionPlan;

/// <summary>The kinds of document that are known by content or name.</summary>
public enum DocumentKind
{
    /// <summary>Found from the content, then from the name.</summary>
    Detect,

    /// <summary>Word: .docx, .docm, .dotx.</summary>
    Word,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Delimited text: .csv, .tsv, a table dumped as tab-separated text.</summary>
    Delimited,

    /// <summary>The JSON of a plan.</summary>
    Json,
}

/// <summary>How to read a document.</summary>
public sealed record ReadOptions
{
    /// <summary>The defaults.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>The kind of document; found from the content by default.</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Detect;

    /// <summary>Headings that the built-in words do not know, by meaning; they win over the built-in ones.</summary>
    public ColumnHeadings Headings { get; init; } = ColumnHeadings.None;

    /// <summary>Bounds against hostile input.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>
    /// The prompts of the template that the document was made from, as <see cref="ReadReport.Prompts"/> of its read has them. Where they are given, they and
    /// those that Word itself writes are no answers wherever they stand, and every other text is one, whatever a content control says of it.
    /// </summary>
    public ValueList<string> Prompts { get; init; } = [];

    /// <summary>
    /// The plan that the document was filled in from, or null. Where it is given, a table without headings, or with too few of them, is read by the columns
    /// of that plan whose texts stand in it.
    /// </summary>
    public Plan? Basis { get; init; }

    /// <summary>The password of an encrypted document, or null.</summary>
    public string? Password { get; init; }

    /// <summary>Whether a table that goes on over pages, or was split by hand, is one table. Plans are always read joined.</summary>
    public bool JoinTables { get; init; } = true;
}

/// <summary>Extra column headings by meaning.</summary>
/// <param name="Entries">A key and the headings that mean it; compared without case, accents kept.</param>
public sealed record ColumnHeadings(ValueList<ColumnHeadings.Entry> Entries)
{
    /// <summary>No extra headings.</summary>
    public static ColumnHeadings None { get; } = new([]);

    /// <summary>A meaning and its headings.</summary>
    public sealed record Entry(ColumnKey Key, ValueList<string> Headings);
}
