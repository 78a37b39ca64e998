using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// Makes the rows of the new document of those of the example: the same rows with the plan's texts, each in its own look and tagged, and rows like
/// them for what the example lacks.
/// </summary>
internal sealed class PlanRows
{
    private const int MostKnownCells = 64;

    private readonly ExampleTask _task;
    private readonly ContentControls _controls;
    private readonly ParagraphText _changes;
    private readonly ICollection<Diagnostic> _diagnostics;
    private readonly VerticalMerges _merges = new();
    private readonly RowPatterns _patterns = new();
    private readonly MeasureCells _cells;
    private readonly AddedColumns _addedColumns;
    private readonly AddedRows _addedRows;
    private readonly RowShading _shading;
    private readonly Measure[] _old;
    private readonly Measure?[] _new;
    private readonly Dictionary<int, (RowPlace Last, int Rows)> _rowsOf = [];
    private readonly HashSet<(int Table, int Row)> _cardRows;
    private readonly HashSet<(int Measure, int Column)> _answered = [];
    private readonly HashSet<int> _written = [];
    private readonly Dictionary<int, int> _columnAt = [];
    private readonly List<XElement> _ready = [];
    private readonly int _answer;

    private XElement? _held;
    private int _table;
    private int _row;
    private int _measure = -1;
    private bool _onlyHeadersSoFar;
    private bool _inGroup;
    private bool _isDone;
    private bool _hasHeadings;

    public PlanRows(ExampleTask task, ContentControls controls, PatternCell pattern, ParagraphText changes, ICollection<Diagnostic> diagnostics)
    {
        (_task, _controls, _changes, _diagnostics) = (task, controls, changes, diagnostics);
        _cells = new(task, controls, pattern, _merges);
        _addedColumns = new(task);
        _addedRows = new(task.Old, task.New, task.LookOnly);
        _shading = new(task, _addedRows.Any);
        MayBeKnown = !_addedRows.Any && !_addedColumns.Any && !task.LookOnly && !controls.HasMarks
            && !task.New.Columns.Any(column => RowStencil.HasMark(column.Heading)) && !task.Settings.Statuses.Any(status => RowStencil.HasMark(status));
        _old = [.. task.Old.Measures];
        var byId = task.New.Measures.GroupBy(measure => measure.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _new = [.. _old.Select(measure => byId.GetValueOrDefault(measure.Id))];
        _answer = task.Old.Columns.ToList().FindIndex(column => column.Key == ColumnKey.FollowUp);
        _cardRows = [.. task.Anchors.CardRows()];
        foreach (var (place, (kind, measure)) in task.Anchors.Rows)
        {
            if (kind == RowKindOfPlan.Measure)
            {
                var (last, rows) = _rowsOf.GetValueOrDefault(measure, (place, 0));
                _rowsOf[measure] = ((place.Table, place.Row).CompareTo((last.Table, last.Row)) > 0 ? place : last, rows + 1);
            }
        }
    }

    /// <summary>A table of the plan begins.</summary>
    /// <param name="table">Its number.</param>
    /// <param name="front">What stands before its rows; what the example lacks of it is added.</param>
    public void Begin(int table, List<XElement> front)
    {
        (_table, _row, _onlyHeadersSoFar) = (table, 0, true);
        _merges.BeginTable();
        _columnAt.Clear();
        _patterns.BeginTable();
        _addedColumns.BeginTable(table);
        _shading.BeginTable(table);
        _cells.BeginSection();
        foreach (var (place, column) in _task.Anchors.Headings)
        {
            if (place.Table == table && !_cardRows.Contains((table, place.Row)))
            {
                _columnAt[place.Column] = column;
            }
        }

        LenientMarkup.CompleteFront(front, _task.Source.Body.OfType<SourceGrid>().FirstOrDefault(grid => grid.Index == table)?.Columns ?? 0);
        _addedColumns.ChangeGrid(front.Find(element => element.Name == Wml.TblGrid)!);
    }

    /// <summary>Lines that stand before the first table, since the example has no place for them.</summary>
    public IEnumerable<XElement> FrontLines() =>
        _table > 0 ? [] : _task.AddedDecisions.Select(decision => new XElement(Wml.P, new XElement(Wml.Run, new XElement(Wml.T, Wml.Legal(decision.Text)))));

    /// <summary>A paragraph that heads a section or group passes: others may be made like it.</summary>
    /// <returns>Whether it is to be written.</returns>
    public bool Heading(XElement paragraph, RowKindOfPlan kind)
    {
        if (kind == RowKindOfPlan.Group)
        {
            _patterns.GroupParagraph = new(paragraph);
            _inGroup = true;
        }
        else
        {
            _patterns.SectionParagraph = new(paragraph);
            _inGroup &= kind == RowKindOfPlan.Section;
        }

        return !_task.LookOnly;
    }

    /// <summary>The rows that can be written after one of the example; a paragraph among them parts two tables.</summary>
    public IReadOnlyList<XElement> Next(XElement row)
    {
        _ready.Clear();
        _row++;
        RowMarkup.UnwrapCells(row);
        var (kind, measure) = _task.Anchors.Rows.TryGetValue(new(_table, _row), out var anchor) ? anchor : ((RowKindOfPlan?)null, -1);
        _onlyHeadersSoFar &= kind == RowKindOfPlan.Header;
        switch (kind)
        {
            case RowKindOfPlan.Continuation or RowKindOfPlan.RepeatedHeader:
                break;
            case RowKindOfPlan.Header:
                HeaderRow(row);
                break;
            case RowKindOfPlan.Section:
                SectionRow(row, PlanTags.Section);
                break;
            case RowKindOfPlan.SectionWithoutGroup:
                SectionRow(row, PlanTags.SectionWithoutGroup);
                break;
            case RowKindOfPlan.Group:
                SectionRow(row, PlanTags.Group);
                break;
            case RowKindOfPlan.Measure:
                MeasureRow(row, measure);
                break;
            default:
                OtherRow(row);
                break;
        }

        return _ready;
    }

    /// <summary>Whether rows of measures may be written without a tree: nothing is added to them or between them.</summary>
    public bool MayBeKnown { get; }

    /// <summary>What to write for the next row, which is of a shape that was seen before and merged with none above or below.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="make">Makes the stencil of a marked row.</param>
    /// <returns>Null where the row has to pass as a tree.</returns>
    public KnownRow? Known(RowShape shape, Func<XElement, int[], CellContent[], RowStencil> make)
    {
        var place = new RowPlace(_table, _row + 1);
        if (!_task.Anchors.Rows.TryGetValue(place, out var anchor) || anchor.Kind != RowKindOfPlan.Measure || anchor.Measure == _measure || _rowsOf[anchor.Measure].Rows > 1
            || _addedRows.Before(anchor.Measure).Count > 0 || _addedRows.After(anchor.Measure).Count > 0)
        {
            return null;
        }

        var measure = anchor.Measure;
        var (old, id) = (_old[measure], _old[measure].Id);
        var target = _new[measure] ?? old;
        Span<int> columns = stackalloc int[MostKnownCells];
        Span<CellContent> contents = stackalloc CellContent[MostKnownCells];
        var count = shape.Cells.Count;
        var isShort = _answer >= 0 && _addedColumns.AnswerPlace is { Span: > 0 } answer && count > 0 && shape.Cells[^1].End <= answer.First;
        if (count > MostKnownCells || isShort || !RowStencil.IsPlainId(id))
        {
            return null;
        }

        columns = columns[..count];
        contents = contents[..count];
        var texts = new string?[count];
        _written.Clear();
        for (var i = 0; i < count; i++)
        {
            var cell = shape.Cells[i];
            if (_task.Anchors.Headings.ContainsKey(new(_table, place.Row, cell.Column)))
            {
                return null;
            }

            var column = columns[i] = ColumnOf(place.Row, cell.Column, measure, mayInherit: cell.Traits.IsBlank);
            if (column < 0)
            {
                contents[i] = CellContent.Kept;
                continue;
            }

            contents[i] = _cells.Decide(cell.Traits, column, target, old, _task.Anchors.Joined.Contains((measure, column)), _written.Add(column));
            if (contents[i] == CellContent.NewText)
            {
                var text = target[_task.New.Columns[_task.Columns[column]]];
                if (!text.IsPlain || text.Text.AsSpan().ContainsAny('\n', '\t', '\r'))
                {
                    return null;
                }

                texts[i] = text.Text;
            }
        }

        _ready.Clear();
        Release();
        _row++;
        (_measure, _onlyHeadersSoFar) = (measure, false);
        if (_answer >= 0 && columns.Contains(_answer))
        {
            _answered.Add((measure, _answer));
        }

        var stencil = shape.Find(columns, contents);
        if (stencil is null)
        {
            stencil = make(_cells.Marked(shape, columns, contents), columns.ToArray(), contents.ToArray());
            shape.Keep(stencil);
        }

        _cells.EndMeasure(target);
        return new(stencil, id, texts, _ready);
    }

    /// <summary>The rows that were still to come when the example's table ends.</summary>
    public IReadOnlyList<XElement> End()
    {
        _ready.Clear();
        if (!_isDone && (_task.LookOnly || _table == _task.Anchors.Tables.Max))
        {
            _isDone = true;
            Add(_addedRows.AtEnd);
        }

        Release();
        return _ready;
    }

    /// <summary>The heading rows that a table begins with which is added after a paragraph.</summary>
    public IEnumerable<XElement> Headers() => _patterns.Headers.Select(row => new XElement(row)).ToList();

    private void Emit(XElement row)
    {
        Release();
        _held = row;
    }

    private void Release()
    {
        if (_held is not null)
        {
            _ready.Add(_held);
            _held = null;
        }
    }

    private void HeaderRow(XElement row)
    {
        _changes.Change(row);
        Keep(row);
        WrapHeadings(row, HeadingsOf(RowMarkup.Cells(row)));
        _addedColumns.ChangeRow(row, IsHeading, FillHeading);
        if (_onlyHeadersSoFar)
        {
            RowMarkup.MarkHeader(row);
        }

        _patterns.Headers.Add(new(row));
        if (!_isDone && !(_task.LookOnly && _patterns.SectionParagraph is not null))
        {
            _hasHeadings = true;
            Emit(row);
        }
    }

    /// <summary>Headings carry their controls by now; below one over two rows goes on what began above.</summary>
    private static bool IsHeading(GridCell cell) => RowMarkup.IsContinued(cell.Cell) || cell.Cell.Parent?.Name == Wml.SdtContent;

    private void FillHeading(XElement cell, int column)
    {
        if (RowMarkup.IsContinued(cell))
        {
            RowMarkup.Retext(cell, "");
            return;
        }

        RowMarkup.Retext(cell, _task.New.Columns[column].Heading);
        MeasureCells.Wrap(cell, inner => _controls.Around(PlanTags.Column(_task.New.Columns[column], column + 1), null, inner));
    }

    private void SectionRow(XElement row, string tag)
    {
        _cells.BeginSection();
        _shading.BeginSection();
        Keep(row);
        _addedColumns.ChangeRow(row, _ => false, FillHeading);
        _patterns.AddHeading(row, tag == PlanTags.Group);
        _inGroup = tag == PlanTags.Group || (_inGroup && tag == PlanTags.Section);
        if (!_task.LookOnly)
        {
            Emit(_controls.Around(tag, null, row));
        }
    }

    private void OtherRow(XElement row)
    {
        if (_task.LookOnly && !_onlyHeadersSoFar)
        {
            if (_patterns.Measure.Count == 0 && RowMarkup.Cells(row).Count > 1)
            {
                _patterns.AddMeasureRow(-2, Pattern(row, -2));
            }

            return;
        }

        _changes.Change(row);
        Keep(row);
        _addedColumns.ChangeRow(row, _ => false, FillHeading);
        Emit(row);
    }

    private void Keep(XElement row)
    {
        _merges.BeginRow();
        foreach (var cell in RowMarkup.Cells(row))
        {
            _merges.Keep(cell);
        }
    }

    private void MeasureRow(XElement row, int measure)
    {
        var single = !_rowsOf.TryGetValue(measure, out var rows) || rows.Rows == 1;
        var begins = _measure != measure;
        if (begins)
        {
            _written.Clear();
            _measure = measure;
        }

        if (single && _answer >= 0 && _addedColumns.AnswerPlace is { Span: > 0 } answer)
        {
            RowMarkup.ExtendTo(row, answer.First, answer.Span);
        }

        var pattern = Pattern(row, measure);
        IReadOnlyList<AddedRow> late = [];
        if (_addedRows.Any && begins && single)
        {
            _patterns.AddMeasureRow(measure, pattern);
        }

        if (begins && !_task.LookOnly)
        {
            late = _patterns.Measure.Count == 0 ? _addedRows.Before(measure) : Add(_addedRows.Before(measure));
            _written.Clear();
        }

        if (_addedRows.Any && !(begins && single))
        {
            _patterns.AddMeasureRow(measure, pattern);
        }

        if (_task.LookOnly)
        {
            return;
        }

        var target = _new[measure] ?? _old[measure];
        Write(row, pattern, target, _old[measure].Id, _old[measure], column => _task.Anchors.Joined.Contains((measure, column)));
        if (_answer >= 0 && pattern.Columns.Contains(_answer))
        {
            _answered.Add((measure, _answer));
        }

        if (rows.Rows == 0 || rows.Last == new RowPlace(_table, _row))
        {
            _cells.EndMeasure(target);
            Add(late);
            Add(_addedRows.After(measure));
        }
    }

    private PatternRow Pattern(XElement row, int measure)
    {
        var cells = RowMarkup.Cells(row);
        var columns = new int[cells.Count];
        var headings = HeadingsOf(cells);
        var single = measure < 0 || !_rowsOf.TryGetValue(measure, out var rows) || rows.Rows == 1;
        for (var i = 0; i < columns.Length; i++)
        {
            var (cell, at, _) = cells[i];
            columns[i] = ColumnOf(_row, at, measure, mayInherit: false);
            if (columns[i] < 0 && (RowMarkup.IsContinued(cell) || (single && !PatternCell.HasText(cell))))
            {
                columns[i] = _columnAt.GetValueOrDefault(at, -1);
            }
        }

        return new(_addedRows.Any ? new(row) : row, columns, headings);
    }

    /// <summary>The column of the example's plan that a cell holds, or -1.</summary>
    /// <param name="row">The row.</param>
    /// <param name="at">The first grid column of the cell.</param>
    /// <param name="measure">The measure of the row.</param>
    /// <param name="mayInherit">Whether a cell of no column takes that of the one above.</param>
    private int ColumnOf(int row, int at, int measure, bool mayInherit)
    {
        if (_task.Anchors.Cells.TryGetValue(new(_table, row, at), out var anchor) && anchor.Measure == measure)
        {
            return _columnAt[at] = anchor.Column;
        }

        return mayInherit ? _columnAt.GetValueOrDefault(at, -1) : -1;
    }

    private void Write(XElement row, PatternRow pattern, Measure target, string id, Measure? kept, Func<int, bool> isJoined)
    {
        var isCard = pattern.IsCard;
        if (isCard && pattern.Columns.Contains(_answer))
        {
            CardRows(row, target, id);
        }

        if (!isCard)
        {
            _shading.Apply(row);
        }

        _cells.Write(row, pattern.Columns, target, id, _written, kept, isCard, isJoined);
        if (!isCard)
        {
            _addedColumns.ChangeMeasure(row, (cell, column) => _cells.Fill(cell, column, id, target[_task.New.Columns[column]], same: false));
        }
        else
        {
            WrapHeadings(row, pattern.Headings);
        }

        Emit(_controls.Around(PlanTags.Measure(id), null, row));
    }

    /// <summary>On a card, a column that the example lacks is a row above that of the answer.</summary>
    private void CardRows(XElement row, Measure target, string id)
    {
        foreach (var column in _addedColumns.Missing)
        {
            var added = new XElement(row);
            var cells = RowMarkup.Cells(added);
            if (cells.Count < 2)
            {
                continue;
            }

            RowMarkup.CantSplit(added);
            _cells.Fill(cells[^1].Cell, column, id, target[_task.New.Columns[column]], same: false);
            FillHeading(cells[^2].Cell, column);
            Emit(_controls.Around(PlanTags.Measure(id), null, added));
        }
    }

    private IReadOnlyList<AddedRow> Add(IReadOnlyList<AddedRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Section is { } section)
            {
                AddHeading(section, row.WithGroup);
            }
            else if (row.Measure is { } measure)
            {
                AddMeasure(measure);
            }
        }

        return [];
    }

    private void AddMeasure(Measure measure)
    {
        if (_patterns.Measure.Count == 0)
        {
            _diagnostics.Add(DiagnosticCatalog.MeasureNotInTemplate.Create(measure.Id, measure.Activity.Text));
            return;
        }

        if (_task.LookOnly && !_hasHeadings)
        {
            // Its headings were held back for the first section, and there is none.
            _hasHeadings = true;
            foreach (var header in Headers())
            {
                Emit(header);
            }
        }

        _written.Clear();
        foreach (var pattern in _patterns.Measure)
        {
            Write(new XElement(pattern.Row), pattern, measure, measure.Id, null, _ => false);
        }

        _cells.EndMeasure(measure);
        _written.Clear();
        if (!_task.LookOnly)
        {
            _diagnostics.Add(DiagnosticCatalog.RowAdded.Create(measure.Id, measure.Activity.Text));
        }
    }

    private void AddHeading(PlanSection section, bool withGroup)
    {
        if (withGroup)
        {
            AddHeading(section.Group!, PlanTags.Group);
            _inGroup = true;
        }

        if (section.Heading.Length > 0 || section.Group is not null)
        {
            AddHeading(section.Heading, section.Group is null && _inGroup ? PlanTags.SectionWithoutGroup : PlanTags.Section);
            _inGroup &= section.Group is not null;
        }
    }

    private void AddHeading(string text, string tag)
    {
        _cells.BeginSection();
        _shading.BeginSection();
        var paragraph = tag == PlanTags.Group ? _patterns.GroupParagraph ?? _patterns.SectionParagraph : _patterns.SectionParagraph;
        var row = tag == PlanTags.Group ? _patterns.Group ?? _patterns.Section : _patterns.Section ?? _patterns.Group;
        if (row is null && paragraph is not null)
        {
            Release();
            var heading = new XElement(paragraph);
            RowMarkup.Retext(heading, text);
            _ready.Add(_controls.Around(tag, null, heading));
            _hasHeadings = true;
            _merges.BeginTable();
            return;
        }

        row = row is null ? SectionRowLikeNone() : new XElement(row);
        if (row is null)
        {
            return;
        }

        RowMarkup.Retext(row, text);
        Keep(row);
        Emit(_controls.Around(tag, null, row));
    }

    /// <summary>A section row for an example that has none: one bold cell over the whole width of its measures.</summary>
    private XElement? SectionRowLikeNone()
    {
        if (_patterns.Measure.Count == 0)
        {
            return null;
        }

        var row = new XElement(_patterns.Measure[0].Row);
        _addedColumns.ChangeRow(row, _ => false, FillHeading);
        var cells = RowMarkup.Cells(row);
        var cell = cells[0].Cell;
        foreach (var other in cells.Skip(1))
        {
            other.Cell.Remove();
        }

        cell.Elements().Where(child => child.Name != Wml.TcPr).Remove();
        cell.Element(Wml.TcPr)?.Elements().Where(property => property.Name.LocalName is "vMerge" or "hMerge" or "tcW").Remove();
        RowMarkup.SetProperty(cell, Wml.Value("gridSpan", cells[^1].End - cells[0].Column));
        cell.Add(new XElement(Wml.P, new XElement(Wml.Run, new XElement(Wml.RPr, Wml.Element("b"), Wml.Element("bCs")), new XElement(Wml.T, "x"))));
        return row;
    }

    private int[] HeadingsOf(List<GridCell> cells)
    {
        var headings = new int[cells.Count];
        for (var i = 0; i < headings.Length; i++)
        {
            headings[i] = !RowMarkup.IsContinued(cells[i].Cell) && _task.Anchors.Headings.TryGetValue(new(_table, _row, cells[i].Column), out var heading) ? heading : -1;
        }

        return headings;
    }

    private void WrapHeadings(XElement row, IReadOnlyList<int> headings)
    {
        var cells = RowMarkup.Cells(row);
        for (var i = 0; i < cells.Count; i++)
        {
            if (headings[i] >= 0 && cells[i].Cell.Parent?.Name != Wml.SdtContent)
            {
                var number = _task.Columns[headings[i]];
                MeasureCells.Wrap(cells[i].Cell, inner => _controls.Around(PlanTags.Column(_task.New.Columns[number], number + 1), null, inner));
            }
        }
    }

    /// <summary>Says which rows of the example no measure was found for, and which measures have no cell for an answer.</summary>
    public void Report()
    {
        if (_task.LookOnly)
        {
            return;
        }

        for (var i = 0; i < _old.Length; i++)
        {
            if (_task.Unmatched.Contains(_old[i].Id))
            {
                _diagnostics.Add(DiagnosticCatalog.MeasureNotInPlan.Create(_old[i].Id));
            }
        }

        for (var i = 0; i < _old.Length && _answer >= 0; i++)
        {
            if (!_answered.Contains((i, _answer)))
            {
                _diagnostics.Add(DiagnosticCatalog.NoAnswerCell.Create(_old[i].Id));
            }
        }
    }
}
