using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>What a row below a heading is.</summary>
internal enum RowKind
{
    /// <summary>No text of its own.</summary>
    Blank,

    /// <summary>The heading row once more.</summary>
    RepeatedHeader,

    /// <summary>A section heading, of the outer or the only level.</summary>
    Section,

    /// <summary>The text of the row above goes on.</summary>
    Continuation,

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>Text over the whole width that heads nothing: an explanation or a note.</summary>
    Remark,
}

/// <summary>
/// Says what each row of the plan's tables is. A text over the full width, or over some columns with the rest empty, is a section; one in a single
/// cell is a section where a look, a wording or the fullness of the other rows sets it apart.
/// </summary>
internal sealed class RowClassifier
{
    /// <summary>A longer text over the full width is a remark where it also reads like a sentence.</summary>
    private const int LongestSection = 160;

    /// <summary>A goal in full, or a text that looks as a heading does, may be longer.</summary>
    private const int LongestGoal = 400;

    private static readonly string[] NoteOpenings = ["teckenförklaring", "förklaring:", "kommentar:", "obs!", "obs:", "not:", "anm.", "anm:", "anmärkning:", "källa:", "merknad:", "note:"];

    private readonly IReadOnlyList<BodyRow> _rows;
    private readonly Func<BodyRow, ColumnKey[]> _keys;
    private readonly CellLook? _usualLook;
    private readonly bool _measuresAreFull;
    private readonly bool _namesBeginLarge;

    /// <param name="rows">The rows of all tables with headings, in order.</param>
    /// <param name="keys">The meaning of the columns of a row.</param>
    public RowClassifier(IReadOnlyList<BodyRow> rows, Func<BodyRow, ColumnKey[]> keys)
    {
        _rows = rows;
        _keys = keys;
        (_usualLook, _measuresAreFull, _namesBeginLarge) = Survey();
    }

    public RowKind[] Classify()
    {
        var kinds = new RowKind[_rows.Count];
        var above = -1;
        var open = new OpenSections();
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = Classify(i, above, kinds);
            if (kinds[i] == RowKind.Section && open.IsAgain(_rows[i], above >= 0 && kinds[above] == RowKind.Measure))
            {
                kinds[i] = RowKind.RepeatedHeader;
            }

            if (kinds[i] is RowKind.Measure or RowKind.Section)
            {
                above = i;
            }
        }

        return kinds;
    }

    /// <summary>Whether a row is one cell over the whole width of its table.</summary>
    public static bool IsFullWidth(BodyRow row)
    {
        if (row.Row.Cells.Count == 1 && row.IsOwn(0))
        {
            return true;
        }

        // No lambda: a closure for every row would be a good part of what this stage allocates.
        foreach (var cell in row.Cells)
        {
            if (cell is null || !ReferenceEquals(cell, row.Cells[0]))
            {
                return false;
            }
        }

        return row.Cells.Length > 1 && row.IsOwn(0);
    }

    private RowKind Classify(int i, int above, RowKind[] kinds)
    {
        var row = _rows[i];
        if (row.IsBlank)
        {
            return RowKind.Blank;
        }

        if (row.Table.Header!.IsRepeatedBy(row.Row.Cells))
        {
            return RowKind.RepeatedHeader;
        }

        if (row.OnlyFilled is { } only)
        {
            return Single(row, only, i, above, kinds);
        }

        if (SaysTheSameEverywhere(row) || IsLabelledSection(row) || IsNumberedSection(row))
        {
            return RowKind.Section;
        }

        if (TotalRow.Is(row.Row))
        {
            return RowKind.Remark;
        }

        return above >= 0 && kinds[above] == RowKind.Measure && GoesOn(row, _keys(row), _rows[above]) ? RowKind.Continuation : RowKind.Measure;
    }

    private RowKind Single(BodyRow row, SourceCell only, int i, int above, RowKind[] kinds)
    {
        var column = Array.IndexOf(row.Cells, only);
        var afterMeasure = above >= 0 && kinds[above] == RowKind.Measure;
        if (IsFullWidth(row))
        {
            return IsRemark(only.Text.Text, StandsOut(only)) ? RowKind.Remark : RowKind.Section;
        }

        // Rows that are numbered beforehand and wait for their text.
        if (_keys(row)[column] == ColumnKey.Number && !only.Text.Text.Any(char.IsLetter))
        {
            return RowKind.Measure;
        }

        var span = row.Cells.Count(cell => ReferenceEquals(cell, only));
        if (span > 1 && (column == 0 || !afterMeasure))
        {
            return IsRemark(only.Text.Text) ? RowKind.Remark : RowKind.Section;
        }

        var says = SectionLook.SaysSection(only.Text.Text) && !IsRemark(only.Text.Text);
        var looks = StandsOut(only) && !IsRemark(only.Text.Text);

        // A number may be left out beside a section's heading.
        if (column == 0 || (column == 1 && _keys(row)[0] == ColumnKey.Number && (looks || says)))
        {
            if (afterMeasure && !looks && column < _rows[above].Cells.Length && _rows[above].Cells[column] is { } over && TextSeam.GoesOn(over.Text.Text, only.Text.Text) && !char.IsUpper(only.Text.Text[0]))
            {
                return RowKind.Continuation;
            }

            return says || looks || (_measuresAreFull && !IsRemark(only.Text.Text)) ? RowKind.Section : RowKind.Measure;
        }

        if (looks && says)
        {
            return RowKind.Section;
        }

        return afterMeasure && GoesOn(row, _keys(row), _rows[above]) ? RowKind.Continuation : looks && !afterMeasure ? RowKind.Section : RowKind.Measure;
    }

    /// <summary>
    /// Whether the text of a row goes on from the measure above: what names a measure is blank, or it is taken up in mid-sentence.
    /// </summary>
    private bool GoesOn(BodyRow row, ColumnKey[] keys, BodyRow above)
    {
        var identified = false;
        var cutName = false;
        var first = true;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (!row.IsFilled(i))
            {
                continue;
            }

            // A focus area that reaches down says nothing where the activity beside it is blank.
            if (keys[i] == ColumnKey.FocusArea && !row.IsOwn(i) && i < above.Cells.Length && ReferenceEquals(row.Cells[i], above.Cells[i]) && HasOwnBlank(row, keys, ColumnKey.Activity))
            {
                first = false;
                continue;
            }

            // The leading cell has text: a row of its own, unless that text is the middle of a sentence.
            var names = keys[i] is ColumnKey.FocusArea or ColumnKey.Activity or ColumnKey.Number || (first && i == 0);
            first = false;
            if (!names)
            {
                continue;
            }

            var goesOn = row.IsOwn(i) && (i > 0 || _namesBeginLarge) && IsTakenUp(row, above, i);
            identified |= !goesOn;
            cutName |= goesOn;
        }

        if (identified)
        {
            return false;
        }

        // A name that is taken up in small letters could be a new measure that is written so: all cells of the row must agree, and one be blank.
        return !cutName || (row.FilledCount < row.Cells.Length && AllTakenUp(row, above));
    }

    private static bool HasOwnBlank(BodyRow row, ColumnKey[] keys, ColumnKey key)
    {
        var i = Array.IndexOf(keys, key);
        return i >= 0 && row.IsOwn(i) && !row.IsFilled(i);
    }

    private static bool AllTakenUp(BodyRow row, BodyRow above)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.IsOwnFilled(i) && !IsTakenUp(row, above, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTakenUp(BodyRow row, BodyRow above, int column) =>
        column < above.Cells.Length && above.Cells[column] is { } over && TextSeam.GoesOn(over.Text.Text, row.Cells[column]!.Text.Text);

    private bool StandsOut(SourceCell cell) =>
        _usualLook is { } usual
        && ((cell.Look.Fill >= 0 && cell.Look.Fill != usual.Fill) || (cell.Look.Bold && !usual.Bold) || cell.Look.HeadingLevel > 0 || cell.Look.Size > usual.Size + 0.9 && usual.Size > 0);

    private static bool IsRemark(string text, bool standsOut = false) =>
        text.Length > (standsOut || text.StartsWith("mål", StringComparison.OrdinalIgnoreCase) ? LongestGoal : LongestSection)
        || Array.Exists(NoteOpenings, opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) || text.Contains(" = ", StringComparison.Ordinal)
        || (!standsOut && text.Length > 60 && text[^1] == '.' && text.AsSpan()[..^1].ContainsAny('.', ',') && !text.StartsWith("mål", StringComparison.OrdinalIgnoreCase)) || text.StartsWith('*');

    /// <summary>A converter has copied the text of a merged cell into every column.</summary>
    private static bool SaysTheSameEverywhere(BodyRow row)
    {
        if (row.Cells.Length < 3 || !row.IsOwnFilled(0))
        {
            return false;
        }

        foreach (var cell in row.Cells)
        {
            if (cell is null || cell.Text.Text != row.Cells[0]!.Text.Text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>'Fokusområde: | Trygghet' over the whole width: a label and what it names.</summary>
    private static bool IsLabelledSection(BodyRow row) =>
        row.Row.Cells is [{ ColumnSpan: 1 } label, { ColumnSpan: > 1 } name]
        && row.Cells.Length > 2
        && ReferenceEquals(row.Cells[^1], name)
        && row.IsOwn(0)
        && !name.Text.IsEmpty
        && name.Text.Text.Length <= LongestSection
        && (label.Text.Text.EndsWith(':') || SectionLook.SaysSection(label.Text.Text + " x"))
        && label.Text.Text.Length <= 40;

    /// <summary>'1 | Skola' with the rest empty, among rows that are full: the number of the section stands in a column of its own.</summary>
    private bool IsNumberedSection(BodyRow row) =>
        _measuresAreFull
        && _keys(row)[0] == ColumnKey.Number
        && row.Cells.Length > 2
        && row.FilledCount == 2
        && row.IsOwnFilled(0)
        && row.IsOwnFilled(1)
        && StandsOut(row.Cells[1]!)
        && !IsRemark(row.Cells[1]!.Text.Text);

    /// <summary>
    /// The look of first cells in rows of measures, whether those rows are nearly full, and whether their first cells begin in capitals, as new
    /// names do.
    /// </summary>
    private (CellLook? Look, bool Full, bool Large) Survey()
    {
        var looks = new Dictionary<CellLook, int>();
        var filledByColumn = new int[_rows.Count == 0 ? 0 : _rows.Max(row => row.Cells.Length)];
        CellLook? lastLook = null;
        var sameLook = 0;
        int measures = 0, singles = 0, small = 0;
        foreach (var row in _rows)
        {
            if (row.IsBlank || row.Table.Header!.IsRepeatedBy(row.Row.Cells))
            {
                continue;
            }

            if (row.OnlyFilled is not null)
            {
                singles++;
                continue;
            }

            measures++;
            for (var i = 0; i < row.Cells.Length; i++)
            {
                if (row.IsFilled(i))
                {
                    filledByColumn[i]++;
                }
            }

            if (row.Cells[0] is not { } cell)
            {
                continue;
            }

            small += row.IsOwnFilled(0) && char.IsLower(cell.Text.Text[0]) ? 1 : 0;

            // Cells that look alike share one look: most rows only count.
            if (!ReferenceEquals(cell.Look, lastLook))
            {
                Count(looks, lastLook, sameLook);
                (lastLook, sameLook) = (cell.Look, 0);
            }

            sameLook++;
        }

        Count(looks, lastLook, sameLook);

        // Columns that wait for answers are blank in most rows and say nothing of a row's fullness.
        var usual = 0;
        var fullColumns = 0;
        for (var column = 0; column < filledByColumn.Length; column++)
        {
            var filled = filledByColumn[column];
            usual += filled * 2 > measures ? 1 : 0;
            fullColumns += column > 0 && filled * 2 > measures && filled >= 0.9 * measures ? 1 : 0;
        }

        return (MostOf(looks), measures > 0 && singles <= measures && usual >= 2 && fullColumns > 0, small * 3 <= measures);
    }

    private static CellLook? MostOf(Dictionary<CellLook, int> looks)
    {
        CellLook? most = null;
        var rows = 0;
        foreach (var (look, count) in looks)
        {
            (most, rows) = most is null || count > rows ? (look, count) : (most, rows);
        }

        return most;
    }

    private static void Count(Dictionary<CellLook, int> looks, CellLook? look, int count)
    {
        if (look is not null)
        {
            looks.TryGetValue(look, out var before);
            looks[look] = before + count;
        }
    }
}
