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

        if (!written.Add(column))
        {
            // Its text is in the first cell of the field.
            pattern.Write(cell.Cell, RichText.Empty);
            return;
        }

        var blank = !PatternCell.HasText(cell.Cell);
        if (own.Key == ColumnKey.FocusArea && blank && !continued && !after.IsEmpty && after.Equals(_focusAbove))
        {
            // Blank below a filled one: it means the same as above, and stays blank.
            return;
        }

        var same = kept is not null && !continued && !joined && after.Equals(kept[own])
            && (cell.Cell.Descendants(Wml.Tbl).Any() || PatternCell.ParagraphCount(cell.Cell) == after.Paragraphs.Count);
        Fill(cell.Cell, task.Columns[column], id, after, same);
    }

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
        else if (heading.Key == ColumnKey.FollowUp && text.IsEmpty)
        {
            pattern.Prompt(cell, DocumentTexts.FollowUpPrompt(task.New.Language));
            Wrap(cell, inner => controls.Prompting(tag, heading.Heading, inner));
        }
        else
        {
            if (!same)
            {
                pattern.Write(cell, text);
            }

            Wrap(cell, inner => controls.Around(tag, heading.Heading, inner));
        }
    }

    public static void Wrap(XElement cell, Func<XElement, XElement> control)
    {
        var place = new XElement("place");
        cell.ReplaceWith(place);
        place.ReplaceWith(control(cell));
    }
}
