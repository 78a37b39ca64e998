using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Makes sections and measures of tagged paragraphs and rows.</summary>
internal sealed class TaggedRows(TaggedColumns columns, AccountBook account, List<Diagnostic> diagnostics, PromptTexts prompts, PlanAnchors? anchors = null)
{
    private readonly List<PlanSection> _sections = [];
    private readonly List<Measure> _measures = [];
    private readonly HashSet<PlanColumn> _seen = [];
    private readonly MeasureTexts _texts = new(columns.All);
    private readonly PlanColumn? _focusColumn = columns.All.FirstOrDefault(column => column.Key == ColumnKey.FocusArea);
    private readonly List<(string Text, RowKindOfPlan Kind)> _headings = [];

    // The columns of the current table's cells, where a row holds several: what its tags say of one row holds for a cell that lost its tag.
    private readonly Dictionary<int, PlanColumn> _places = [];
    private int _width;

    /// <summary>The cells of the row whose texts were taken, with their columns.</summary>
    private readonly Dictionary<SourceCell, PlanColumn> _own = new(ReferenceEqualityComparer.Instance);

    private (string Id, MeasureSource Source)? _open;
    private int _ordinal = -1;
    private RichText _focusArea = RichText.Empty;
    private string? _group;
    private string? _sectionGroup;
    private string _heading = string.Empty;
    private bool _opened;

    public void Read(SourceParagraph paragraph)
    {
        // A heading within a line of other words has a control of its own.
        var inner = KindOf(paragraph.Tag) is null ? paragraph.Controls.FirstOrDefault(control => KindOf(control.Tag) is not null) : default;
        ReadHeading(inner.Tag ?? paragraph.Tag, inner.Tag is null ? paragraph.Text.Text : inner.Text);
        if (anchors is not null && KindOf(paragraph.Tag) is { } kind)
        {
            _headings.Add((paragraph.Text.Text, kind));
        }
    }

    public void Read(SourceGrid grid)
    {
        anchors?.HeadingParagraphs.AddRange(_headings.Select(heading => (grid.Index, heading.Text, heading.Kind)));
        _headings.Clear();

        // A table that goes on after another one often has no heading row of its own.
        if (grid.Columns != _width)
        {
            _places.Clear();
            _width = grid.Columns;
        }

        var begun = false;
        var cursor = new GridCursor(grid);
        while (cursor.MoveNext())
        {
            var row = cursor.Row;
            if (PlanTags.MeasureId(row.Tag) is { } id)
            {
                begun = true;
                ReadMeasure(grid, cursor, id);
            }
            else if (row.Tag is PlanTags.Section or PlanTags.SectionWithoutGroup or PlanTags.Group)
            {
                ReadHeading(row.Tag, string.Join(' ', row.Cells.Select(cell => cell.Text.Text).Where(text => text.Length > 0).Distinct()));
                PlaceAll(row, AccountEntry.Plan);
                anchors?.Rows.TryAdd(new(grid.Index, row.Index), (KindOf(row.Tag)!.Value, -1));
            }
            else
            {
                ReadOther(grid, row, begun);
            }
        }
    }

    public ValueList<PlanSection> Finish()
    {
        CloseSection();
        anchors?.HeadingParagraphs.AddRange(_headings.Select(heading => (int.MaxValue, heading.Text, heading.Kind)));
        return _sections.ToValueList();
    }

    private void ReadHeading(string? tag, string text)
    {
        if (tag == PlanTags.Group)
        {
            CloseSection();
            _group = HeadingText.OnOneLine(text);
        }
        else if (tag is PlanTags.Section or PlanTags.SectionWithoutGroup)
        {
            CloseSection();
            _group = tag == PlanTags.Section ? _group : null;
            (_sectionGroup, _heading, _opened) = (_group, HeadingText.OnOneLine(text), true);
        }
    }

    private void ReadMeasure(SourceGrid grid, GridCursor cursor, string id)
    {
        var row = cursor.Row;
        if (IsAdded(row, id))
        {
            // Typed by hand below another row, and so within its control.
            CloseMeasure();
            id = string.Empty;
        }
        else
        {
            NotePlaces(row, columns.Of);
        }

        if (_open?.Id != id || id.Length == 0 || row.Cells.Any(cell => columns.Of(cell.Tag) is { } column && _seen.Contains(column)))
        {
            CloseMeasure();
            _ordinal++;
            _open = (id, new(grid.Index, row.Index, []));
            _texts.Clear();
        }

        SourceCell? last = null;
        _own.Clear();
        foreach (var cell in cursor.Covering)
        {
            if (cell is null || ReferenceEquals(cell, last))
            {
                continue;
            }

            var before = last;
            last = cell;

            // A card: the label beside the text says which it is.
            var label = cell.Tag is null && !cell.Text.IsEmpty ? before?.Tag : null;
            if ((ColumnOf(cell) ?? Labelled(row, label)) is { } column && _seen.Add(column))
            {
                _texts[columns.IndexOf(column)] = prompts.Without(cell.Text, out _);
                _own[cell] = column;
            }
        }

        anchors?.Rows.TryAdd(new(grid.Index, row.Index), (RowKindOfPlan.Measure, _ordinal));
        foreach (var cell in row.Cells)
        {
            if (_own.TryGetValue(cell, out var own) || (own = columns.Of(cell.Tag)) is not null)
            {
                anchors?.AddCell(new(grid.Index, row.Index, cell.Column), _ordinal, columns.IndexOf(own));
                var text = prompts.Without(cell.Text, out var prompt);
                account.Place(AccountEntry.Plan, text.Text);
                account.Drop(cell.Dropped);
                account.Drop(prompt > 0 ? new(Prompt: prompt) : null);
            }
            else if (PlanTags.TryColumn(cell.Tag, out _, out _) || grid.Columns == 2 || cell.Text.IsEmpty)
            {
                // The label of a card.
                AnchorHeading(grid, cell);
                account.Place(AccountEntry.Headings, cell, grid);
            }
            else
            {
                LeaveUnplaced(grid, row, cell);
            }
        }
    }

    /// <summary>The column that a cell's tag names; for a text without a tag that of its place.</summary>
    private PlanColumn? ColumnOf(SourceCell cell) =>
        columns.Of(cell.Tag) ?? (cell.Tag is null && !cell.Text.IsEmpty ? _places.GetValueOrDefault(cell.Column) : null);

    /// <summary>The column that a label names whose text has lost its tag.</summary>
    private PlanColumn? Labelled(SourceRow row, string? label) =>
        columns.OfHeading(label) is { } column && !row.Cells.Any(cell => columns.Of(cell.Tag) == column) ? column : null;

    /// <summary>Whether none of the cells has a tag, each text stands in a column, and the measure that the row is tagged with has its texts already.</summary>
    private bool IsAdded(SourceRow row, string id) =>
        _open?.Id == id && _seen.Count > 1 && row.Cells.Any(cell => !cell.Text.IsEmpty)
        && row.Cells.All(cell => cell.Tag is null && (cell.Text.IsEmpty || _places.ContainsKey(cell.Column)));

    private void NotePlaces(SourceRow row, Func<string?, PlanColumn?> columnOf)
    {
        var named = 0;
        foreach (var cell in row.Cells)
        {
            named += columnOf(cell.Tag) is null ? 0 : 1;
        }

        if (named < 2)
        {
            return;
        }

        // Another table of as many columns may have others.
        if (row.Cells.Any(cell => columnOf(cell.Tag) is { } column && _places.TryGetValue(cell.Column, out var known) && known != column))
        {
            _places.Clear();
        }

        foreach (var cell in row.Cells)
        {
            if (columnOf(cell.Tag) is { } column)
            {
                _places[cell.Column] = column;
            }
        }
    }

    private void AnchorHeading(SourceGrid grid, SourceCell cell)
    {
        if (anchors is not null && columns.OfHeading(cell.Tag) is { } column)
        {
            anchors.Headings.TryAdd(new(grid.Index, cell.Row, cell.Column), columns.IndexOf(column));
            anchors.Rows.TryAdd(new(grid.Index, cell.Row), (RowKindOfPlan.Header, -1));
        }
    }

    private static RowKindOfPlan? KindOf(string? tag) => tag switch
    {
        PlanTags.Group => RowKindOfPlan.Group,
        PlanTags.Section => RowKindOfPlan.Section,
        PlanTags.SectionWithoutGroup => RowKindOfPlan.SectionWithoutGroup,
        _ => null,
    };

    private void ReadOther(SourceGrid grid, SourceRow row, bool begun)
    {
        var isHeading = row.Header || row.Index == 1 || row.Cells.Any(cell => PlanTags.TryColumn(cell.Tag, out _, out _)) || !begun;
        if (isHeading)
        {
            NotePlaces(row, columns.OfHeading);
        }

        foreach (var cell in row.Cells)
        {
            if (isHeading)
            {
                AnchorHeading(grid, cell);
                account.Place(AccountEntry.Headings, cell, grid);
            }
            else
            {
                LeaveUnplaced(grid, row, cell);
            }
        }
    }

    private void LeaveUnplaced(SourceGrid grid, SourceRow row, SourceCell cell)
    {
        account.LeaveUnplaced(cell);
        if (!cell.Text.IsEmpty)
        {
            diagnostics.Add(DiagnosticCatalog.Unplaced.At(new(Table: grid.Index, Row: row.Index, Column: cell.Column), cell.Text.Text));
        }
    }

    private void PlaceAll(SourceRow row, AccountEntry entry)
    {
        foreach (var cell in row.Cells)
        {
            account.Place(entry, cell);
        }
    }

    private void CloseMeasure()
    {
        if (_open is { } measure)
        {
            // A cell that was left blank below a filled one carries no tag: it means the same as above.
            if (_focusColumn is not null)
            {
                var at = columns.IndexOf(_focusColumn);
                _focusArea = _texts[at] = _seen.Contains(_focusColumn) ? _texts[at] : _focusArea;
            }

            _measures.Add(_texts.ToMeasure(measure.Id, measure.Source));
        }

        _open = null;
        _seen.Clear();
    }

    private void CloseSection()
    {
        CloseMeasure();
        if (_opened || _measures.Count > 0)
        {
            _sections.Add(new() { Group = _sectionGroup, Heading = _heading, Measures = _measures.ToValueList() });
        }

        _measures.Clear();
        (_opened, _heading, _sectionGroup, _focusArea) = (false, string.Empty, null, RichText.Empty);
    }
}
