namespace ActionPlan.Sources;

/// <summary>
/// What every format becomes: paragraphs and grids in document order, and what stands in the margins of the pages. It says what is printed,
/// not what it means.
/// </summary>
internal sealed class SourceDocument
{
    /// <summary>How grids without a method of their own were found.</summary>
    public required TableMethod Method { get; init; }

    /// <summary>Paragraphs and grids of the body, in order. Text boxes stand where they are anchored.</summary>
    public required IReadOnlyList<SourceBlock> Body { get; init; }

    /// <summary>Paragraphs of page headers and footers, each text once.</summary>
    public IReadOnlyList<SourceParagraph> Margins { get; init; } = [];

    /// <summary>The language that the format itself declares (BCP 47), or null.</summary>
    public string? Language { get; init; }

    /// <summary>The texts that waited for an answer, each once; they are in no cell or paragraph.</summary>
    public IReadOnlyCollection<string> Prompts { get; init; } = [];

    /// <summary>Pictures and other objects outside of tables.</summary>
    public IReadOnlyList<PictureBeside> Pictures { get; init; } = [];

    /// <summary>What tracked changes deleted in tables.</summary>
    public IReadOnlyList<StruckText> Struck { get; init; } = [];

    /// <summary>What the user should know of the reading so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A paragraph or a grid.</summary>
internal abstract class SourceBlock;

/// <summary>What a paragraph is by its style.</summary>
internal enum ParagraphRole
{
    Body,
    Title,
    Subtitle,
    Heading,
    Contents,
    Caption,
}

/// <summary>A paragraph outside of grids.</summary>
internal sealed class SourceParagraph : SourceBlock
{
    public required RichText Text { get; init; }

    public ParagraphRole Role { get; init; }

    /// <summary>The outline level from 1 for a heading; 0 for other roles.</summary>
    public int Level { get; init; }

    /// <summary>Whether all of its text is bold.</summary>
    public bool Bold { get; init; }

    /// <summary>The largest size of its text in points, or 0 where unknown.</summary>
    public double Size { get; init; }

    /// <summary>Whether it stands in a text box.</summary>
    public bool InTextBox { get; init; }

    /// <summary>Whether a page or section break stands in or before it.</summary>
    public bool BreaksPage { get; init; }

    /// <summary>The content control tag around it ('ap:title'), or null.</summary>
    public string? Tag { get; init; }

    /// <summary>The content controls within it: their tags and texts, in order.</summary>
    public IReadOnlyList<(string Tag, string Text)> Controls { get; init; } = [];

    /// <summary>The page, counted from 1, or null where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>The text of the first content control of a tag, or null.</summary>
    public string? Control(string tag)
    {
        foreach (var control in Controls)
        {
            if (control.Tag == tag)
            {
                return control.Text;
            }
        }

        return null;
    }
}

/// <summary>A grid of cells, as the format gives it.</summary>
internal sealed class SourceGrid : SourceBlock
{
    /// <summary>The number of the table in document order, counted from 1; nested tables are not counted, they are text of their cell.</summary>
    public required int Index { get; init; }

    public required TableMethod Method { get; init; }

    /// <summary>The number of grid columns: the largest right edge of any cell.</summary>
    public required int Columns { get; init; }

    /// <summary>The widths of the grid columns in points, or empty where unknown; may be shorter than <see cref="Columns"/>.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    public required IReadOnlyList<SourceRow> Rows { get; init; }

    /// <summary>Characters of all cells, white space apart, counted while reading and before anything was interpreted or dropped.</summary>
    public required long Characters { get; init; }

    /// <summary>Those of them in heading rows that the format itself repeats on every page; they are in no row.</summary>
    public long RepeatedHeadings { get; init; }

    /// <summary>Those of them that belong to the page and not to the table, such as a watermark; they are in no row.</summary>
    public long Furniture { get; init; }

    /// <summary>The content control tag around the whole table ('ap:plan'), or null.</summary>
    public string? Tag { get; init; }

    public bool InTextBox { get; init; }
}

/// <summary>A row of a grid.</summary>
internal sealed class SourceRow
{
    /// <summary>The row, counted from 1.</summary>
    public required int Index { get; init; }

    /// <summary>The cells whose upper left corner is in this row, from left to right. Positions that no cell covers are gaps.</summary>
    public required IReadOnlyList<SourceCell> Cells { get; init; }

    /// <summary>Whether the format marks it as a heading row that repeats.</summary>
    public bool Header { get; init; }

    /// <summary>The content control tag around the row ('ap:measure:…', 'ap:section'), or null.</summary>
    public string? Tag { get; init; }

    /// <summary>The page, counted from 1, or null where the format has none.</summary>
    public int? Page { get; init; }
}

/// <summary>A cell of a grid. A large plan holds a hundred thousand of them: what few cells have stands apart.</summary>
internal sealed class SourceCell
{
    private Rarities? _rarities;

    /// <summary>The grid row of the upper left corner, counted from 1.</summary>
    public required int Row { get; init; }

    /// <summary>The grid column of the upper left corner, counted from 1.</summary>
    public required int Column { get; init; }

    /// <summary>How many rows it covers; it grows only while its grid is read.</summary>
    public int RowSpan { get; set; } = 1;

    /// <summary>How many columns it covers; it grows only while its grid is read.</summary>
    public int ColumnSpan { get; set; } = 1;

    /// <summary>The visible text: no blank paragraphs, no white space at a paragraph's ends, nothing hidden, no prompt text, no marks of notes.</summary>
    public required RichText Text { get; init; }

    /// <summary>How it looks. Cells that look alike share one instance.</summary>
    public CellLook Look { get; init; } = CellLook.Plain;

    /// <summary>Characters of the cell that are not in <see cref="Text"/>, by rule; null where nothing was dropped. Set only while its grid is read.</summary>
    public DroppedCharacters? Dropped
    {
        get => _rarities?.Dropped;
        set => _rarities = value is null && _rarities is null ? null : (_rarities ?? new()) with { Dropped = value };
    }

    /// <summary>The content control tag around the cell or its content ('followUp:*', as <see cref="PlanTags.Shared"/> has it), or null.</summary>
    public string? Tag { get; init; }

    public Box? Box
    {
        get => _rarities?.Box;
        init => _rarities = value is null && _rarities is null ? null : (_rarities ?? new()) with { Box = value };
    }

    private sealed record Rarities(DroppedCharacters? Dropped = null, Box? Box = null);
}

/// <summary>How the text and the ground of a cell look. Compared by value; what is unknown is its default.</summary>
/// <param name="Fill">The colour of the ground as 0xRRGGBB, or -1 for none (white counts as none).</param>
/// <param name="Bold">Whether all text is bold.</param>
/// <param name="Italic">Whether all text is italic.</param>
/// <param name="Size">The largest size of the text in points, or 0.</param>
/// <param name="Color">The colour of the text as 0xRRGGBB, or -1 for automatic or mixed.</param>
/// <param name="HeadingLevel">The outline level of a heading style within the cell, from 1, or 0.</param>
internal sealed record CellLook(int Fill = -1, bool Bold = false, bool Italic = false, double Size = 0, int Color = -1, int HeadingLevel = 0)
{
    public static readonly CellLook Plain = new();
}
