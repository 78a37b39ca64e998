using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>Where the measures of the plan stand in the example, as its rows pass.</summary>
internal sealed class MeasurePlaces
{
    private readonly ExampleTask _task;
    private readonly Measure[] _old;
    private readonly Measure?[] _new;
    private readonly (RowPlace Last, int Rows)[] _rowsOf;
    private readonly HashSet<(int Table, int Row)> _cardRows;
    private readonly Dictionary<int, int> _columnAt = [];
    private readonly bool[] _answered;

    public MeasurePlaces(ExampleTask task)
    {
        _task = task;
        _old = [.. task.Old.Measures];
        _rowsOf = new (RowPlace, int)[_old.Length];
        _answered = new bool[_old.Length];
        var byId = task.New.Measures.GroupBy(measure => measure.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _new = [.. _old.Select(measure => byId.GetValueOrDefault(measure.Id))];
        Answer = task.Old.Columns.ToList().FindIndex(column => column.Key == ColumnKey.FollowUp);
        _cardRows = [.. task.Anchors.CardRows()];
        foreach (var (place, (kind, measure)) in task.Anchors.Rows)
        {
            if (kind == RowKindOfPlan.Measure)
            {
                var (last, rows) = _rowsOf[measure];
                _rowsOf[measure] = (rows == 0 || (place.Table, place.Row).CompareTo((last.Table, last.Row)) > 0 ? place : last, rows + 1);
            }
        }
    }

    /// <summary>The column of the answers in the example's plan, or -1.</summary>
    public int Answer { get; }

    /// <summary>The current table; 0 before the first.</summary>
    public int Table { get; private set; }

    /// <summary>The current row; 0 before the first of its table.</summary>
    public int Row { get; private set; }

    public void BeginTable(int table)
    {
        (Table, Row) = (table, 0);
        _columnAt.Clear();
        foreach (var (place, column) in _task.Anchors.Headings)
        {
            if (place.Table == table && !_cardRows.Contains((table, place.Row)))
            {
                _columnAt[place.Column] = column;
            }
        }
    }

    public void BeginRow() => Row++;

    /// <summary>What a row of the current table is, and the measure that it belongs to or -1.</summary>
    public (RowKindOfPlan? Kind, int Measure) KindOf(int row) => _task.Anchors.Rows.TryGetValue(new(Table, row), out var anchor) ? anchor : (null, -1);

    /// <summary>A measure as the example has it.</summary>
    public Measure Old(int measure) => _old[measure];

    /// <summary>A measure as it is to be written; as the example has it where the plan lacks it.</summary>
    public Measure Target(int measure) => _new[measure] ?? _old[measure];

    /// <summary>Whether a measure has no more than one row.</summary>
    public bool IsSingle(int measure) => measure < 0 || _rowsOf[measure].Rows <= 1;

    /// <summary>Whether the current row is the last of a measure.</summary>
    public bool IsLast(int measure) => measure < 0 || _rowsOf[measure].Rows == 0 || _rowsOf[measure].Last == new RowPlace(Table, Row);

    public bool IsJoined(int measure, int column) => _task.Anchors.Joined.Contains((measure, column));

    /// <summary>The column that a cell is the label of, or -1.</summary>
    public int HeadingOf(int row, int at) => _task.Anchors.Headings.GetValueOrDefault(new(Table, row, at), -1);

    /// <summary>For each cell of the current row the column that it is the label of, or -1.</summary>
    public int[] HeadingsOf(List<GridCell> cells)
    {
        var headings = new int[cells.Count];
        for (var i = 0; i < headings.Length; i++)
        {
            headings[i] = RowMarkup.IsContinued(cells[i].Cell) ? -1 : HeadingOf(Row, cells[i].Column);
        }

        return headings;
    }

    /// <summary>The column of the example's plan that a cell holds, or -1.</summary>
    /// <param name="row">The row.</param>
    /// <param name="at">The first grid column of the cell.</param>
    /// <param name="measure">The measure of the row.</param>
    /// <param name="mayInherit">Whether a cell of no column takes that of the one above.</param>
    public int ColumnOf(int row, int at, int measure, bool mayInherit)
    {
        if (_task.Anchors.Cells.TryGetValue(new(Table, row, at), out var anchor) && anchor.Measure == measure)
        {
            return _columnAt[at] = anchor.Column;
        }

        return mayInherit ? _columnAt.GetValueOrDefault(at, -1) : -1;
    }

    /// <summary>For each cell of the current row the column of the example's plan that it holds, or -1.</summary>
    public int[] ColumnsOf(List<GridCell> cells, int measure)
    {
        var columns = new int[cells.Count];
        var single = measure < 0 || IsSingle(measure);
        for (var i = 0; i < columns.Length; i++)
        {
            var (cell, at, _) = cells[i];
            columns[i] = ColumnOf(Row, at, measure, mayInherit: RowMarkup.IsContinued(cell) || (single && !PatternCell.HasText(cell)));
        }

        return columns;
    }

    /// <summary>The columns of the example's plan whose texts change and stand nowhere yet.</summary>
    /// <param name="target">The measure as it is to be written.</param>
    /// <param name="kept">The measure as the example has it, or null.</param>
    /// <param name="written">The columns that its rows have cells for.</param>
    public List<int> Missing(Measure target, Measure? kept, IReadOnlySet<int> written)
    {
        List<int> missing = [];
        for (var i = 0; i < _task.Old.Columns.Count; i++)
        {
            if (!written.Contains(i) && target[_task.New.Columns[_task.Columns[i]]] is { IsEmpty: false } text && !text.Equals(kept?[_task.Old.Columns[i]]))
            {
                missing.Add(i);
            }
        }

        return missing;
    }

    /// <summary>Notes the columns that a row of a measure has cells for.</summary>
    public void NoteColumns(int measure, ReadOnlySpan<int> columns)
    {
        if (measure >= 0 && Answer >= 0 && columns.Contains(Answer))
        {
            _answered[measure] = true;
        }
    }

    /// <summary>Says which rows of the example no measure was found for, and which measures have no cell for an answer.</summary>
    public IEnumerable<Diagnostic> Report()
    {
        foreach (var measure in _old)
        {
            if (_task.Unmatched.Contains(measure.Id))
            {
                yield return DiagnosticCatalog.MeasureNotInPlan.Create(measure.Id, NameOf(measure));
            }
        }

        for (var i = 0; i < _old.Length && Answer >= 0; i++)
        {
            if (!_answered[i])
            {
                yield return DiagnosticCatalog.NoAnswerCell.Create(_old[i].Id, NameOf(_old[i]));
            }
        }
    }

    /// <summary>What a person knows a measure by.</summary>
    private static string NameOf(Measure measure) => measure.Activity.IsEmpty ? measure.FocusArea.Text : measure.Activity.Text;
}
