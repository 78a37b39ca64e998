using System.Xml.Linq;
using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>Decides what is written for a measure whose row is of a shape that was seen before, without a tree of it.</summary>
internal sealed class KnownMeasures
{
    private const int MostCells = 64;

    private readonly ExampleTask _task;
    private readonly MeasurePlaces _places;
    private readonly MeasureCells _cells;
    private readonly AddedRows _addedRows;
    private readonly AddedColumns _addedColumns;
    private readonly HashSet<int> _written = [];

    public KnownMeasures(ExampleTask task, ContentControls controls, MeasurePlaces places, MeasureCells cells, AddedRows addedRows, AddedColumns addedColumns)
    {
        (_task, _places, _cells, _addedRows, _addedColumns) = (task, places, cells, addedRows, addedColumns);
        IsPossible = !addedRows.Any && !addedColumns.Any && !task.LookOnly && !controls.HasMarks
            && !task.New.Columns.Any(column => RowStencil.HasMark(column.Heading)) && !task.Settings.Statuses.Any(status => RowStencil.HasMark(status));
    }

    /// <summary>Whether rows of measures may be written without a tree: nothing is added to them or between them.</summary>
    public bool IsPossible { get; }

    /// <summary>What to write for the row after the current one, which is merged with none above or below it.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="current">The measure of the current row.</param>
    /// <param name="make">Makes the stencil of a marked row.</param>
    /// <returns>Null where the row has to pass as a tree.</returns>
    public KnownRow? Next(RowShape shape, int current, Func<XElement, int[], CellContent[], RowStencil> make)
    {
        var (kind, measure) = _places.KindOf(_places.Row + 1);
        var count = shape.Cells.Count;
        if (kind != RowKindOfPlan.Measure || measure == current || !_places.IsSingle(measure) || count is 0 or > MostCells || IsShort(shape)
            || !RowStencil.IsPlainId(_places.Old(measure).Id) || _addedRows.Before(measure).Count > 0 || _addedRows.After(measure).Count > 0)
        {
            return null;
        }

        Span<int> columns = stackalloc int[MostCells];
        Span<CellContent> contents = stackalloc CellContent[MostCells];
        columns = columns[..count];
        contents = contents[..count];
        var texts = new string?[count];
        if (!Decide(shape, measure, columns, contents, texts))
        {
            return null;
        }

        var stencil = shape.Find(columns, contents);
        if (stencil is null)
        {
            stencil = make(_cells.Marked(shape, columns, contents), columns.ToArray(), contents.ToArray());
            shape.Keep(stencil);
        }

        return new(stencil, measure, _places.Old(measure).Id, texts);
    }

    /// <summary>Whether the row ends before the column of the answers, and needs cells up to it.</summary>
    private bool IsShort(RowShape shape) => _places.Answer >= 0 && _addedColumns.AnswerPlace is { Span: > 0 } answer && shape.Cells[^1].End <= answer.First;

    private bool Decide(RowShape shape, int measure, Span<int> columns, Span<CellContent> contents, Span<string?> texts)
    {
        var row = _places.Row + 1;
        var (old, target) = (_places.Old(measure), _places.Target(measure));
        _written.Clear();
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = shape.Cells[i];
            if (_places.HeadingOf(row, cell.Column) >= 0)
            {
                // A card: its labels get controls too.
                return false;
            }

            var column = columns[i] = _places.ColumnOf(row, cell.Column, measure, mayInherit: cell.Traits.IsBlank);
            contents[i] = column < 0 ? CellContent.Kept : _cells.Decide(cell.Traits, column, target, old, _places.IsJoined(measure, column), _written.Add(column));
            if (contents[i] == CellContent.NewText)
            {
                var text = target[_task.New.Columns[_task.Columns[column]]];
                if (!text.IsPlain || text.Text.AsSpan().ContainsAny('\n', '\t', '\r'))
                {
                    return false;
                }

                texts[i] = text.Text;
            }
        }

        return _written.Count == _task.Old.Columns.Count || _places.Missing(target, old, _written).Count == 0;
    }
}
