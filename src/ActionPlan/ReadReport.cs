namespace ActionPlan;

/// <summary>What was understood of a document.</summary>
public sealed record ReadReport
{
    /// <summary>The report of a document that gave nothing.</summary>
    public static ReadReport Empty { get; } = new();

    /// <summary>The tables in document order, used or not.</summary>
    public ValueList<TableReport> Tables { get; init; } = [];

    /// <summary>Which heading became which column.</summary>
    public ValueList<ColumnReport> Columns { get; init; } = [];

    /// <summary>Rows that were joined to a row above them.</summary>
    public ValueList<JoinedRow> JoinedRows { get; init; } = [];

    /// <summary>The texts that waited for an answer in the document's content controls, each once.</summary>
    public ValueList<string> Prompts { get; init; } = [];

    /// <summary>What the document says beside the plan.</summary>
    internal ValueList<TextBeside> Beside { get; init; } = [];

    /// <summary>Pictures and other objects beside the tables.</summary>
    internal ValueList<PictureBeside> Pictures { get; init; } = [];

    /// <summary>What tracked changes deleted in tables.</summary>
    internal ValueList<StruckText> Struck { get; init; } = [];

    /// <summary>Where every character of the tables went.</summary>
    public CharacterAccount Account { get; init; } = new();
}

/// <summary>What became of a table.</summary>
/// <param name="Index">The table, counted from 1 in document order.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Used">Whether it is part of the plan.</param>
/// <param name="Reason">Why it was left out; empty where it was used. A word that does not change with the language.</param>
public sealed record TableReport(int Index, int Rows, int Columns, TableMethod Method, bool Used, string Reason);

/// <summary>What became of a column heading.</summary>
/// <param name="Heading">The heading as printed.</param>
/// <param name="Key">The meaning it was given.</param>
/// <param name="Because">Why: 'synonym', 'caller', 'unknown', 'second', 'earlier period', 'tag'.</param>
public sealed record ColumnReport(string Heading, ColumnKey Key, string Because);

/// <summary>A row that was joined to the one above it.</summary>
/// <param name="Table">The table, counted from 1.</param>
/// <param name="Row">The row above, counted from 1.</param>
/// <param name="With">The row that was joined to it, counted from 1.</param>
public sealed record JoinedRow(int Table, int Row, int With);

/// <summary>
/// The account of a read: characters of the source's tables, white space apart, and where each went. A merged cell counts once.
/// <see cref="Source"/> is counted before anything is interpreted and equals the sum of the others.
/// </summary>
public sealed record CharacterAccount
{
    /// <summary>All characters of the source's tables.</summary>
    public long Source { get; init; }

    /// <summary>In a measure or a section heading.</summary>
    public long Plan { get; init; }

    /// <summary>In heading rows.</summary>
    public long Headings { get; init; }

    /// <summary>In repeated heading rows.</summary>
    public long RepeatedHeadings { get; init; }

    /// <summary>Page numbers, running headers and footers within a table.</summary>
    public long Furniture { get; init; }

    /// <summary>In tables that are not the plan.</summary>
    public long OtherTables { get; init; }

    /// <summary>Dropped by a named rule.</summary>
    public DroppedCharacters Dropped { get; init; } = new();

    /// <summary>Placed nowhere.</summary>
    public long Unplaced { get; init; }

    /// <summary>The texts that were placed nowhere.</summary>
    public ValueList<string> UnplacedText { get; init; } = [];
}

/// <summary>Characters of tables that were dropped by a rule.</summary>
/// <param name="Hyphen">Soft hyphens and the hyphens of words divided at a line's or a row's end.</param>
/// <param name="Marker">List markers typed as text.</param>
/// <param name="Hidden">Hidden text, and text of cells that a merge covers.</param>
/// <param name="Prompt">Prompt text of content controls.</param>
/// <param name="Note">Marks of notes and comments.</param>
public sealed record DroppedCharacters(long Hyphen = 0, long Marker = 0, long Hidden = 0, long Prompt = 0, long Note = 0)
{
    /// <summary>All of them.</summary>
    public long Total => Hyphen + Marker + Hidden + Prompt + Note;
}

/// <summary>A text of a document that is not in its plan.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands; the default for paragraphs.</param>
/// <param name="Follows">Whether it stands after the plan has begun.</param>
/// <param name="InMargin">Whether it stands in a page header or footer.</param>
internal sealed record TextBeside(string Text, DocumentPlace Place = default, bool Follows = false, bool InMargin = false);

/// <summary>A picture, diagram or embedded object outside of tables.</summary>
/// <param name="Description">Its alternative text, else the name that the program gave it.</param>
/// <param name="Width">Its width in units of the format; 0 where unknown.</param>
/// <param name="Height">Its height in units of the format; 0 where unknown.</param>
/// <param name="IsReported">Whether it was counted already.</param>
internal sealed record PictureBeside(string Description, int Width = 0, int Height = 0, bool IsReported = false)
{
    private const double Tolerance = 0.02;

    /// <summary>Whether it may be the same: programs rename pictures, and measure them a little otherwise.</summary>
    public bool MayBe(PictureBeside other) =>
        (Description.Length > 0 && Description == other.Description) || (IsClose(Width, other.Width) && IsClose(Height, other.Height));

    private static bool IsClose(int one, int other) => one == 0 || other == 0 || Math.Abs((double)one - other) <= Tolerance * Math.Max(one, other);
}

/// <summary>A text that a tracked change deleted.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stood.</param>
/// <param name="LeavesNothing">Whether its cell is empty without it.</param>
internal sealed record StruckText(string Text, DocumentPlace Place, bool LeavesNothing);
