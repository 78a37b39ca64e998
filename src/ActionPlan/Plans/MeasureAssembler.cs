using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan.Plans;

/// <summary>
/// Puts measures together in sections. It holds the measure that is being read until the next begins, since a row may go on from the one above.
/// </summary>
internal sealed class MeasureAssembler(IReadOnlyList<PlanColumn> columns, AccountBook account, List<Diagnostic> diagnostics, PromptTexts prompts, PlanAnchors? anchors = null)
{
    private readonly List<PlanSection> _sections = [];
    private readonly List<Measure> _measures = [];
    private readonly List<int> _pages = [];
    private readonly MeasureIds.Sequence _ids = new();
    private readonly MeasureTexts _texts = new(columns);
    private readonly int _focusArea = IndexOf(columns, ColumnKey.FocusArea);
    private readonly int _number = IndexOf(columns, ColumnKey.Number);
    private string? _group;
    private string _heading = string.Empty;
    private bool _opened;
    private RichText _lastFocusArea = RichText.Empty;
    private MeasureStart? _open;

    /// <summary>Begins a section; the one before it ends, even if it has no measures.</summary>
    public void OpenSection(string? group, string heading)
    {
        CloseSection();
        _group = group;
        _heading = heading;
        _opened = true;
        _lastFocusArea = RichText.Empty;
    }

    /// <summary>Begins a measure at a place.</summary>
    public void OpenMeasure(int table, int row, int? page)
    {
        CloseMeasure();
        Ordinal++;
        _texts.Clear();
        _open = new(table, row);
        _pages.Clear();
        AddPage(page);
    }

    /// <summary>The number of the open measure, or of the last one, counted from 0 over all sections.</summary>
    public int Ordinal { get; private set; } = -1;

    /// <summary>The first row of the open measure, or 0 where none is open.</summary>
    public int OpenRow => _open?.Row ?? 0;

    /// <summary>Adds a cell's text to a column of the open measure.</summary>
    /// <param name="column">The column of the plan.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isNew">Whether the cell has not been added to another measure: a merged cell counts once.</param>
    /// <param name="place">The place of the cell, for what must be said of it.</param>
    public void Add(int column, SourceCell cell, bool isNew, DocumentPlace place)
    {
        if (isNew)
        {
            anchors?.AddCell(new(place.Table ?? 0, cell.Row, cell.Column), Ordinal, column);
        }

        var text = prompts.Without(cell.Text, out var prompt);
        if (isNew && prompt > 0)
        {
            account.Drop(new(Prompt: prompt));
        }

        var markers = 0;
        if (column != _number)
        {
            text = ListMarkers.Read(text, out markers);
        }

        if (isNew)
        {
            account.Place(AccountEntry.Plan, text.Text);
            account.Drop(cell.Dropped);
            if (markers > 0)
            {
                // What is printed differs from what the plan says: a document made after this one writes the list.
                anchors?.Joined.Add((Ordinal, column));
                account.Drop(new(Marker: markers));
            }
        }

        if (text.IsEmpty)
        {
            return;
        }

        _texts[column] = TextSeam.Join(_texts[column], text, out var kept, out var dropped);
        if (dropped > 0)
        {
            account.Drop(new(Hyphen: dropped));
        }

        if (kept is not null)
        {
            diagnostics.Add(DiagnosticCatalog.HyphenKept.At(place, kept));
        }
    }

    /// <summary>Adds the page of a row that goes on.</summary>
    public void AddPage(int? page)
    {
        if (page is { } number && !_pages.Contains(number))
        {
            _pages.Add(number);
        }
    }

    /// <summary>The sections with all measures.</summary>
    public ValueList<PlanSection> Finish()
    {
        CloseSection();
        return _sections.ToValueList();
    }

    private void CloseSection()
    {
        CloseMeasure();
        if (_opened || _measures.Count > 0)
        {
            _sections.Add(new() { Group = _group, Heading = _heading, Measures = _measures.ToValueList() });
        }

        _measures.Clear();
        _opened = false;
    }

    private void CloseMeasure()
    {
        if (_open is null)
        {
            return;
        }

        if (_focusArea >= 0)
        {
            // Blank below a filled one means "the same as above", down to the next section.
            if (_texts[_focusArea].IsEmpty)
            {
                _texts[_focusArea] = _lastFocusArea;
            }

            _lastFocusArea = _texts[_focusArea];
        }

        _measures.Add(Build());
        _open = null;
    }

    private Measure Build() => _texts.ToMeasure(
        _ids.Next(_texts.Of(ColumnKey.FocusArea).Text, _texts.Of(ColumnKey.Activity).Text),
        new(_open!.Table, _open.Row, _pages.Count == 0 ? [] : _pages.ToValueList()));

    private static int IndexOf(IReadOnlyList<PlanColumn> columns, ColumnKey key)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The table and the row in which the open measure begins.</summary>
    private sealed record MeasureStart(int Table, int Row);
}
