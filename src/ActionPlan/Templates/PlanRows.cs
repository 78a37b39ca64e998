using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// Makes the rows of the new document of those of the example: the same rows with the plan's texts, each in its own look and tagged, and rows like
/// them for what the example lacks.
/// </summary>
internal sealed partial class PlanRows
{
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
    private readonly MeasurePlaces _places;
    private readonly HeadingCells _headings;
    private readonly SectionHeadings _sections;
    private readonly KnownMeasures _known;
    private readonly HashSet<int> _written = [];
    private readonly ReadyRows _ready = new();

    private readonly List<(XElement Row, string? Tag)> _firstHeadings = [];

    private int _measure = -1;
    private bool _hasBegun;
    private bool _onlyHeadersSoFar;
    private bool _isDone;
    private bool _hasHeadings;
    private int _grid;

    public PlanRows(ExampleTask task, ContentControls controls, PatternCell pattern, ParagraphText changes, ICollection<Diagnostic> diagnostics)
    {
        (_task, _controls, _changes, _diagnostics) = (task, controls, changes, diagnostics);
        _cells = new(task, controls, pattern, _merges);
        _addedColumns = new(task);
        _addedRows = new(task.Old, task.New, task.LookOnly);
        _shading = new(task, _addedRows.Any);
        _places = new(task);
        _headings = new(task, controls);
        _sections = new(_patterns, _addedColumns, _headings);
        _known = new(task, controls, _places, _cells, _addedRows, _addedColumns);
    }

    /// <summary>A table of the plan begins.</summary>
    /// <param name="table">Its number.</param>
    /// <param name="front">What stands before its rows; what the example lacks of it is added.</param>
    public void Begin(int table, List<XElement> front)
    {
        _onlyHeadersSoFar = true;
        _places.BeginTable(table);
        _merges.BeginTable();
        _patterns.BeginTable(goesOn: GoesOn(table));
        _grid = _task.Tables.Find(table)?.Columns ?? 0;
        _addedColumns.BeginTable(table);
        _shading.BeginTable(table);
        _cells.BeginSection();
        LenientMarkup.CompleteFront(front, _task.Tables.Find(table)?.Columns ?? 0);
        _addedColumns.ChangeGrid(front.Find(element => element.Name == Wml.TblGrid)!);
    }

    /// <summary>Lines that stand before the first table, since the example has no place for them.</summary>
    public IEnumerable<XElement> FrontLines() =>
        _places.Table > 0 ? [] : _task.AddedDecisions.Select(decision => new XElement(Wml.P, new XElement(Wml.Run, new XElement(Wml.T, Wml.Legal(decision.Text)))));

    /// <summary>A paragraph that heads a section or group passes: others may be made like it.</summary>
    /// <returns>The tag to write it with, or null where it is not to be written.</returns>
    public string? Heading(XElement paragraph, string tag)
    {
        var written = _sections.PassParagraph(paragraph, tag);
        return _task.LookOnly ? null : written;
    }

    /// <summary>The rows that can be written after one of the example; a paragraph among them parts two tables.</summary>
    public IReadOnlyList<XElement> Next(XElement row)
    {
        _ready.Clear();
        _places.BeginRow();
        RowMarkup.UnwrapCells(row);
        var (kind, measure) = _places.KindOf(_places.Row);
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

        return _ready.Elements;
    }

    /// <summary>Whether rows of measures may be written without a tree.</summary>
    public bool MayBeKnown => _known.IsPossible;

    /// <summary>What to write for the next row, which is of a shape that was seen before and merged with none above or below.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="make">Makes the stencil of a marked row.</param>
    /// <param name="before">The rows that have to be written first.</param>
    /// <returns>Null where the row has to pass as a tree.</returns>
    public KnownRow? NextKnown(RowShape shape, Func<XElement, int[], CellContent[], RowStencil> make, out IReadOnlyList<XElement> before)
    {
        _ready.Clear();
        before = _ready.Elements;
        if (_known.Next(shape, _measure, make) is not { } known)
        {
            return null;
        }

        _ready.Release();
        _places.BeginRow();
        (_measure, _onlyHeadersSoFar) = (known.Measure, false);
        _places.NoteColumns(known.Measure, known.Stencil.Columns);
        _cells.EndMeasure(_places.Target(known.Measure));
        return known;
    }

    /// <summary>The rows that were still to come when the example's table ends.</summary>
    public IReadOnlyList<XElement> End()
    {
        _ready.Clear();
        if (!_isDone && (_task.LookOnly || _places.Table == _task.Anchors.Tables.Max))
        {
            _isDone = true;
            Add(_addedRows.AtEnd);
        }

        _ready.Release();
        return _ready.Elements;
    }

    /// <summary>The heading rows that a table begins with which is added after a paragraph.</summary>
    public IEnumerable<XElement> Headers() => _patterns.Headers.Select(row => new XElement(row)).ToList();

    /// <summary>The heading rows of the table before, for one that goes on from it without any.</summary>
    public IEnumerable<XElement> HeadersAgain() => !_task.LookOnly && GoesOn(_places.Table) ? Headers() : [];

    /// <summary>What heads the rows or columns of a table of the example.</summary>
    public TableHeads HeadsOf(int table) => _task.Tables.HeadsOf(table);

    private bool GoesOn(int table) => _task.Tables.Find(table) is { } found && found.Columns == _grid && _task.Tables.HeadsOf(table) == TableHeads.Before;

    private void HeaderRow(XElement row)
    {
        _changes.Change(row);
        _merges.KeepRow(row);
        _headings.Wrap(row, _places.HeadingsOf(RowMarkup.Cells(row)));
        _addedColumns.ChangeRow(row, HeadingCells.IsHeading, _headings.Fill);
        if (_onlyHeadersSoFar)
        {
            RowMarkup.MarkHeader(row);
        }

        _patterns.Headers.Add(new(row));
        if (!_isDone && !(_task.LookOnly && _patterns.SectionParagraph is not null))
        {
            _hasHeadings = true;
            _ready.Add(row);
        }
    }

    private void SectionRow(XElement row, string tag)
    {
        _cells.BeginSection();
        _shading.BeginSection();
        _merges.KeepRow(row);
        _addedColumns.ChangeRow(row, _ => false, _headings.Fill);
        var written = _sections.Pass(row, tag);
        if (IsBeforeBeginning)
        {
            _firstHeadings.Add((row, tag));
        }
        else if (!_task.LookOnly)
        {
            _ready.Add(_controls.Around(written, null, row));
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
        _merges.KeepRow(row);
        _addedColumns.ChangeRow(row, _ => false, _headings.Fill);
        if (_firstHeadings.Count > 0)
        {
            _firstHeadings.Add((row, null));
        }
        else
        {
            _ready.Add(row);
        }
    }

    private void MeasureRow(XElement row, int measure)
    {
        var single = _places.IsSingle(measure);
        var begins = _measure != measure;
        if (begins)
        {
            _written.Clear();
            _measure = measure;
        }

        if (single && _places.Answer >= 0 && _addedColumns.AnswerPlace is { Span: > 0 } answer)
        {
            RowMarkup.ExtendTo(row, answer.First, answer.Span);
        }

        var pattern = Pattern(row, measure);
        IReadOnlyList<AddedRow> late = [];
        if (_addedRows.Any && begins && single)
        {
            _patterns.AddMeasureRow(measure, pattern);
        }

        BeginPlan();
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

        var (old, target) = (_places.Old(measure), _places.Target(measure));
        Write(row, pattern, target, old.Id, old, column => _places.IsJoined(measure, column));
        _places.NoteColumns(measure, pattern.Columns);
        if (_places.IsLast(measure))
        {
            AddMissing(pattern, target, old.Id, old, measure);
            _cells.EndMeasure(target);
            Add(late);
            Add(_addedRows.After(measure));
        }
    }

    private PatternRow Pattern(XElement row, int measure)
    {
        var cells = RowMarkup.Cells(row);
        var headings = _places.HeadingsOf(cells);
        return new(_addedRows.Any || Array.Exists(headings, heading => heading >= 0) ? new(row) : row, _places.ColumnsOf(cells, measure), headings);
    }

    private void Write(XElement row, PatternRow pattern, Measure target, string id, Measure? kept, Func<int, bool> isJoined)
    {
        var isCard = pattern.IsCard;
        if (isCard && pattern.Columns.Contains(_places.Answer))
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
            _headings.Wrap(row, pattern.Headings);
        }

        _ready.Add(_controls.Group(PlanTags.Measure(id), row));
    }

    /// <summary>On a card, a column that the example lacks is a row above that of the answer.</summary>
    private void CardRows(XElement row, Measure target, string id)
    {
        foreach (var column in _addedColumns.Missing)
        {
            CardRow(row, column, target, id);
        }
    }

    /// <summary>A row like another one of a card, for another column.</summary>
    /// <returns>Whether there is a label and a text in the row.</returns>
    private bool CardRow(XElement row, int column, Measure target, string id)
    {
        var added = new XElement(row);
        var cells = RowMarkup.Cells(added);
        if (cells.Count < 2)
        {
            return false;
        }

        RowMarkup.CantSplit(added);
        _cells.Fill(cells[^1].Cell, column, id, target[_task.New.Columns[column]], same: false);
        _headings.Fill(cells[^2].Cell, column);
        _ready.Add(_controls.Group(PlanTags.Measure(id), added));
        return true;
    }

    /// <summary>Says which rows of the example no measure was found for, and which measures have no cell for an answer.</summary>
    public void Report()
    {
        if (_task.LookOnly)
        {
            return;
        }

        foreach (var diagnostic in _places.Report())
        {
            _diagnostics.Add(diagnostic);
        }
    }
}
