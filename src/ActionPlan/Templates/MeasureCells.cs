using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Writes a measure's texts into the cells of its rows, tagged and in the look of each.</summary>
internal sealed class MeasureCells(ExampleTask task, ContentControls controls, PatternCell pattern, VerticalMerges merges)
{
    private RichText _focusAbove = RichText.Empty;

    /// <summary>A section begins: blank below its heading means nothing.</summary>
    public void BeginSection() => _focusAbove = RichText.Empty;

    /// <summary>A measure is complete.</summary>
    public void EndMeasure(Measure measure) => _focusAbove = measure.FocusArea;

    /// <summary>Fills the cells of one row.</summary>
    /// <param name="row">The row as the example has it, without controls.</param>
    /// <param name="columns">For each cell its column in the example's plan, or -1.</param>
    /// <param name="target">What to write.</param>
    /// <param name="id">The id of the row.</param>
    /// <param name="written">The columns that an earlier cell of the measure holds.</param>
    /// <param name="kept">The measure as the row shows it now, where the row is its own; null for a row made like another.</param>
    /// <param name="isCard">Whether labels stand beside the texts.</param>
    /// <param name="isJoined">Whether the text of a column stands in several cells.</param>
    public void Write(XElement row, IReadOnlyList<int> columns, Measure target, string id, HashSet<int> written, Measure? kept, bool isCard, Func<int, bool> isJoined)
    {
        RowMarkup.LetGrow(row);
        merges.BeginRow();
        var cells = RowMarkup.Cells(row);
        for (var i = 0; i < cells.Count; i++)
        {
            var column = i < columns.Count ? columns[i] : -1;
            if (column < 0)
            {
                merges.Keep(cells[i]);
                if (kept is null && !isCard)
                {
                    // What stands there is of the row that this one is made like.
                    pattern.Write(cells[i].Cell, RichText.Empty);
                }
            }
            else
            {
                Cell(cells[i], column, target, id, written, kept, isJoined(column));
            }
        }

        RowMarkup.CantSplit(row);
    }

    private void Cell(GridCell cell, int column, Measure target, string id, HashSet<int> written, Measure? kept, bool joined)
    {
        var own = task.Old.Columns[column];
        var heading = task.New.Columns[task.Columns[column]];
        var after = target[heading];
        var continued = RowMarkup.IsContinued(cell.Cell);
        if (RowMarkup.Merge(cell.Cell) is not null)
        {
            merges.NoteMerged(column);
        }

        var wanted = own.Key != ColumnKey.FollowUp && (continued || (kept is null && merges.HasMerged(column)));
        if (merges.TryJoin(cell, column, after, wanted))
        {
            written.Add(column);
            if (kept is null)
            {
                pattern.Write(cell.Cell, RichText.Empty);
            }

            return;
        }

        var content = Decide(CellTraits.Of(cell.Cell) with { IsContinued = continued }, column, target, kept, joined, written.Add(column));
        if (content == CellContent.Cleared)
        {
            pattern.Write(cell.Cell, RichText.Empty);
        }
        else if (content != CellContent.Kept)
        {
            Fill(cell.Cell, task.Columns[column], id, after, content is CellContent.OwnText or CellContent.OwnBlank);
        }
    }

    /// <summary>What becomes of a cell that is not merged.</summary>
    /// <param name="cell">The cell as the example has it.</param>
    /// <param name="column">Its column in the example's plan.</param>
    /// <param name="target">What to write.</param>
    /// <param name="kept">The measure as the row shows it now, or null.</param>
    /// <param name="joined">Whether the text of the column stands in several cells.</param>
    /// <param name="isFirst">Whether no earlier cell of the measure holds the column.</param>
    public CellContent Decide(in CellTraits cell, int column, Measure target, Measure? kept, bool joined, bool isFirst)
    {
        if (!isFirst)
        {
            // Its text is in the first cell of the field.
            return CellContent.Cleared;
        }

        var own = task.Old.Columns[column];
        var after = target[task.New.Columns[task.Columns[column]]];
        if (own.Key == ColumnKey.FocusArea && cell.IsBlank && !cell.IsContinued && !after.IsEmpty && after.Equals(_focusAbove))
        {
            // Blank below a filled one: it means the same as above, and stays blank.
            return CellContent.Kept;
        }

        var same = kept is not null && !cell.IsContinued && !joined && !IsAlwaysWritten(task.Columns[column]) && after.Equals(kept[own])
            && (cell.HasTable || cell.Paragraphs == after.Paragraphs.Count);
        return (same, after.IsEmpty) switch
        {
            (true, false) => CellContent.OwnText,
            (true, true) => CellContent.OwnBlank,
            (false, false) => CellContent.NewText,
            _ => CellContent.NewBlank,
        };
    }

    /// <summary>The row of a shape as it is made for all measures, in its controls, with marks in the place of what differs.</summary>
    public XElement Marked(RowShape shape, ReadOnlySpan<int> columns, ReadOnlySpan<CellContent> contents)
    {
        var row = shape.NewRow();
        RowMarkup.LetGrow(row);
        var cells = RowMarkup.Cells(row);
        for (var i = 0; i < cells.Count; i++)
        {
            var content = contents[i];
            if (content == CellContent.Cleared)
            {
                pattern.Write(cells[i].Cell, RichText.Empty);
            }
            else if (content != CellContent.Kept)
            {
                var text = content is CellContent.OwnText or CellContent.NewText ? new RichText(RowStencil.MarkOfNewText(i)) : RichText.Empty;
                Fill(cells[i].Cell, task.Columns[columns[i]], RowStencil.MarkOfMeasure, text, content is CellContent.OwnText or CellContent.OwnBlank);
            }
        }

        RowMarkup.CantSplit(row);
        return controls.Group(PlanTags.Measure(RowStencil.MarkOfMeasure), row);
    }

    /// <summary>Whether cells of a column are written anew in any case: last period's answers, and choices from a list.</summary>
    private bool IsAlwaysWritten(int column) => column == task.PreviousColumn || (task.New.Columns[column].Key == ColumnKey.Status && task.Settings.Statuses.Count > 0);

    /// <summary>Puts a text into a cell, within a control that says what it is.</summary>
    public void Fill(XElement cell, int column, string id, RichText text, bool same)
    {
        var heading = task.New.Columns[column];
        var tag = PlanTags.Cell(heading, column + 1, id);
        if (column == task.PreviousColumn)
        {
            pattern.Write(cell, text);
            Wrap(cell, inner => controls.Locked(tag, heading.Heading, inner));
        }
        else if (heading.Key == ColumnKey.Status && task.Settings.Statuses.Count > 0)
        {
            if (text.IsEmpty)
            {
                pattern.Prompt(cell, DocumentTexts.StatusPrompt(task.New.Language));
            }
            else
            {
                pattern.Write(cell, RichText.FromText(text.Text));
            }

            Wrap(cell, inner => controls.Choice(tag, heading.Heading, task.Settings.Statuses, text.IsEmpty, inner));
        }
        else if (text.IsEmpty && (heading.Key == ColumnKey.FollowUp || (controls.IsLocked && heading.IsAnswered)))
        {
            pattern.Prompt(cell, DocumentTexts.AnswerPrompt(heading.Key, task.New.Language));
            Wrap(cell, inner => controls.Prompting(tag, heading.Heading, inner));
        }
        else
        {
            if (!same)
            {
                pattern.Write(cell, text);
            }

            Wrap(cell, inner => heading.IsAnswered ? controls.Answer(tag, heading.Heading, inner) : controls.Around(tag, heading.Heading, inner));
        }
    }

    public static void Wrap(XElement cell, Func<XElement, XElement> control)
    {
        var place = new XElement("place");
        cell.ReplaceWith(place);
        place.ReplaceWith(control(cell));
    }
}
