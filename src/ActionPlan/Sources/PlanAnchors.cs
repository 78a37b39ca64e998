namespace ActionPlan.Sources;

/// <summary>What a row of a plan table is.</summary>
internal enum RowKindOfPlan
{
    Measure,
    Section,
    SectionWithoutGroup,
    Group,

    /// <summary>Goes on from the row above; its text is in that measure.</summary>
    Continuation,

    /// <summary>A heading row that stands again by hand.</summary>
    RepeatedHeader,
    Header,
}

/// <summary>A row by its table and number, both counted from 1 as in the <see cref="SourceDocument"/>.</summary>
internal readonly record struct RowPlace(int Table, int Row);

/// <summary>A cell by its table, row and first grid column, counted from 1 as in the <see cref="SourceDocument"/>.</summary>
internal readonly record struct CellPlace(int Table, int Row, int Column);

/// <summary>A stretch of a paragraph that becomes another text.</summary>
/// <param name="Paragraph">The text of the paragraph as it was read.</param>
/// <param name="Old">The stretch.</param>
/// <param name="New">What it becomes.</param>
internal sealed record TextChange(string Paragraph, string Old, string New);

/// <summary>
/// Where the parts of a plan stand in the document that it was read from, so that a document like it can be made without reading again. Measures
/// and columns are counted from 0 in the order of the plan.
/// </summary>
internal sealed class PlanAnchors
{
    public SortedSet<int> Tables { get; } = [];

    public Dictionary<RowPlace, (RowKindOfPlan Kind, int Measure)> Rows { get; } = [];

    /// <summary>The cells whose text is in a measure, with the column.</summary>
    public Dictionary<CellPlace, (int Measure, int Column)> Cells { get; } = [];

    public Dictionary<CellPlace, int> Headings { get; } = [];

    /// <summary>Fields whose text comes from more than one cell.</summary>
    public HashSet<(int Measure, int Column)> Joined { get; } = [];

    /// <summary>The paragraphs that head a table: before the table of this number, a paragraph of this text.</summary>
    public List<(int Table, string Text, RowKindOfPlan Kind)> HeadingParagraphs { get; } = [];

    // For each measure the columns that have a cell, a bit a column: there are as many of both together as the document has cells.
    private readonly List<ulong> _anchored = [];
    private readonly HashSet<(int Measure, int Column)> _anchoredBeyond = [];

    /// <summary>Whether a row heads the first measure, which is a row of its own: then there can be another section before it.</summary>
    public bool BeginsWithHeadingRow()
    {
        var first = Rows.Where(row => row.Value is { Kind: RowKindOfPlan.Measure, Measure: 0 }).Select(row => row.Key).Take(2).ToList();
        return first is [var place] && Rows.Any(row => row.Key.Table == place.Table && row.Key.Row < place.Row && row.Value.Kind is RowKindOfPlan.Section or RowKindOfPlan.SectionWithoutGroup);
    }

    /// <summary>The rows in which labels stand beside the texts, each as often as it has texts.</summary>
    public IEnumerable<(int Table, int Row)> CardRows()
    {
        // Few rows hold headings, and all the others texts.
        var labelled = Headings.Keys.Select(place => (place.Table, place.Row)).ToHashSet();
        return Cells.Keys.Select(place => (place.Table, place.Row)).Where(labelled.Contains);
    }

    public void AddCell(CellPlace place, int measure, int column)
    {
        Cells[place] = (measure, column);
        if (!Anchor(measure, column))
        {
            Joined.Add((measure, column));
        }
    }

    /// <summary>The tables of the plan, before their rows and cells are anchored.</summary>
    public void Begin(IEnumerable<SourceGrid> tables)
    {
        var (rows, cells) = (0, 0);
        foreach (var table in tables)
        {
            Tables.Add(table.Index);
            rows += table.Rows.Count;
            cells += table.Rows.Sum(row => row.Cells.Count);
        }

        // Large dictionaries that grow leave as much behind as they hold.
        Rows.EnsureCapacity(rows);
        Cells.EnsureCapacity(cells);
    }

    private bool Anchor(int measure, int column)
    {
        if (measure < 0 || column is < 0 or >= 64)
        {
            return _anchoredBeyond.Add((measure, column));
        }

        while (_anchored.Count <= measure)
        {
            _anchored.Add(0);
        }

        var bit = 1UL << column;
        var isNew = (_anchored[measure] & bit) == 0;
        _anchored[measure] |= bit;
        return isNew;
    }
}
