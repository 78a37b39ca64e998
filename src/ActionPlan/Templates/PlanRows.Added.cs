using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <content>What the example lacks.</content>
internal sealed partial class PlanRows
{
    /// <summary>Whether sections are to be added before the headings that pass: those wait until a row of a measure has shown what they look like.</summary>
    private bool IsBeforeBeginning => !_hasBegun && !_task.LookOnly && _addedRows.AtBeginning.Count > 0;

    /// <summary>The first measure comes: what is added before it, and the headings that waited.</summary>
    private void BeginPlan()
    {
        if (!IsBeforeBeginning)
        {
            return;
        }

        _hasBegun = true;
        _sections.BeginPlan();
        Add(_addedRows.AtBeginning);
        foreach (var (row, tag) in _firstHeadings)
        {
            _merges.KeepRow(row);
            if (tag is null)
            {
                _ready.Add(row);
                continue;
            }

            _cells.BeginSection();
            _shading.BeginSection();
            _ready.Add(_controls.Around(_sections.Pass(row, tag), null, row));
        }

        _firstHeadings.Clear();
    }

    /// <summary>Texts of a measure that none of its rows has a cell for: on a card each gets a row, elsewhere each is told.</summary>
    /// <param name="pattern">The last row of the measure, or the one that it was made like.</param>
    /// <param name="target">The measure.</param>
    /// <param name="id">Its id.</param>
    /// <param name="kept">The measure as the example has it, or null.</param>
    /// <param name="measure">Its number in the example, or -1.</param>
    private void AddMissing(PatternRow pattern, Measure target, string id, Measure? kept, int measure)
    {
        foreach (var column in _places.Missing(target, kept, _written))
        {
            if (pattern.IsCard && CardRow(pattern.Row, _task.Columns[column], target, id))
            {
                _places.NoteColumns(measure, [column]);
            }
            else if (kept is null || column != _places.Answer)
            {
                _diagnostics.Add(DiagnosticCatalog.TextNotInTemplate.Create(id, _task.Old.Columns[column].Heading));
            }
        }
    }

    private IReadOnlyList<AddedRow> Add(IReadOnlyList<AddedRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Section is { } section)
            {
                foreach (var (text, tag) in _sections.Of(section, row.WithGroup))
                {
                    AddHeading(text, tag);
                }
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
                _ready.Add(header);
            }
        }

        _written.Clear();
        foreach (var pattern in _patterns.Measure)
        {
            var row = new XElement(pattern.Row);
            _controls.Renumber(row);
            Write(row, pattern, measure, measure.Id, null, _ => false);
        }

        AddMissing(_patterns.Measure[^1], measure, measure.Id, null, -1);
        _cells.EndMeasure(measure);
        _written.Clear();
        if (!_task.LookOnly)
        {
            _diagnostics.Add(DiagnosticCatalog.RowAdded.Create(measure.Id, measure.Activity.Text));
        }
    }

    private void AddHeading(string text, string tag)
    {
        _cells.BeginSection();
        _shading.BeginSection();
        if (_sections.Make(text, tag, out var isParagraph) is not { } heading)
        {
            return;
        }

        // Its controls are others than those of the heading that it is like, and a bookmark stands once.
        _controls.Renumber(heading);
        heading.Descendants().Where(each => each.Name.LocalName is "bookmarkStart" or "bookmarkEnd").Remove();
        if (isParagraph)
        {
            _ready.AddParagraph(_controls.Around(tag, null, heading));
            _hasHeadings = true;
            _merges.BeginTable();
            return;
        }

        _merges.KeepRow(heading);
        _ready.Add(_controls.Around(tag, null, heading));
    }
}
