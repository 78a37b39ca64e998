using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>The cells of headings and labels, tagged with the column that they name.</summary>
internal sealed class HeadingCells(ExampleTask task, ContentControls controls)
{
    /// <summary>Headings carry their controls by now; below one over two rows goes on what began above.</summary>
    public static bool IsHeading(GridCell cell) => RowMarkup.IsContinued(cell.Cell) || cell.Cell.Parent?.Name == Wml.SdtContent;

    /// <summary>Writes the heading of a column of the new plan into a cell.</summary>
    public void Fill(XElement cell, int column)
    {
        if (RowMarkup.IsContinued(cell))
        {
            RowMarkup.Retext(cell, "");
            return;
        }

        RowMarkup.Retext(cell, task.New.Columns[column].Heading);
        Wrap(cell, column);
    }

    /// <summary>Tags the cells of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="headings">For each cell the column of the example's plan that it names, or -1.</param>
    public void Wrap(XElement row, IReadOnlyList<int> headings)
    {
        var cells = RowMarkup.Cells(row);
        for (var i = 0; i < cells.Count; i++)
        {
            if (headings[i] >= 0 && cells[i].Cell.Parent?.Name != Wml.SdtContent)
            {
                Wrap(cells[i].Cell, task.Columns[headings[i]]);
            }
        }
    }

    private void Wrap(XElement cell, int column) =>
        MeasureCells.Wrap(cell, inner => controls.Around(PlanTags.Column(task.New.Columns[column], column + 1), null, inner));
}
