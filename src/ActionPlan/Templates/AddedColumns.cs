using System.Globalization;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// Columns of the new plan that the example's tables lack. In a grid each gets a grid column of its own: last period's answers before the new ones,
/// others at the right end. On a card each gets a row above that of the answer.
/// </summary>
internal sealed class AddedColumns
{
    private readonly ExampleTask _task;
    private readonly int[] _columns;
    private readonly HashSet<int> _cards = [];
    private int _table;
    private int[] _grid = [];

    public AddedColumns(ExampleTask task)
    {
        _task = task;
        _columns = [.. Enumerable.Range(0, task.New.Columns.Count).Where(i => !task.Columns.Contains(i))];
        // Labels beside the texts: a card.
        _cards.UnionWith(task.Anchors.CardRows().Select(place => place.Table));
    }

    public bool Any => _columns.Length > 0;

    /// <summary>The columns that the example lacks, counted from 0 in the new plan.</summary>
    public IReadOnlyList<int> Missing => _columns;

    /// <summary>Where the answers stand in the grid of the current table; nowhere on cards and where there are none.</summary>
    public (int First, int Span) AnswerPlace => _cards.Contains(_table) ? default : Answers;

    private (int First, int Span) Answers => _task.Tables.Find(_table)?.AnswerPlace ?? default;

    private int GridColumns => _task.Tables.Find(_table)?.Columns ?? 0;

    public void BeginTable(int table) => _table = table;

    /// <summary>Makes room in the grid of the table.</summary>
    public void ChangeGrid(XElement grid)
    {
        if (!Any || _cards.Contains(_table))
        {
            return;
        }

        var columns = grid.Elements(Wml.W + "gridCol").ToList();
        var widths = columns.ConvertAll(column => int.TryParse((string?)column.Attribute(Wml.W + "w"), NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : 0);
        while (widths.Count < GridColumns)
        {
            widths.Add(widths.Count == 0 ? 2000 : (int)widths.Average());
        }

        var room = new ColumnWidths(widths, _task.Tables.Find(_table)?.LeastWidths ?? []);
        foreach (var column in _columns)
        {
            if (IsBesideAnswer(column, out var first, out var span))
            {
                room.AddBeside(first, span);
            }
            else
            {
                room.AddLast(Texts(column));
            }
        }

        _grid = [.. room.Widths];
        grid.RemoveNodes();
        grid.Add(_grid.Select(width => Wml.Element("gridCol", new XAttribute(Wml.W + "w", width))));
    }

    /// <summary>Makes room in a row that is no measure's: headings get a cell, all else grows over the new columns.</summary>
    /// <param name="row">The row.</param>
    /// <param name="heading">Whether the cell of a grid column heads the answers.</param>
    /// <param name="fill">Writes a new heading cell.</param>
    public void ChangeRow(XElement row, Func<GridCell, bool> heading, Action<XElement, int> fill) => Change(row, heading, fill, keepMerges: true);

    /// <summary>Makes room in a row of a measure, whose new cells are filled.</summary>
    public void ChangeMeasure(XElement row, Action<XElement, int> fill) => Change(row, _ => true, fill, keepMerges: false);

    private void Change(XElement row, Func<GridCell, bool> isOwn, Action<XElement, int> fill, bool keepMerges)
    {
        if (!Any || _cards.Contains(_table))
        {
            return;
        }

        foreach (var column in _columns)
        {
            var cells = RowMarkup.Cells(row);
            if (IsBesideAnswer(column, out var first, out _))
            {
                var at = cells.FindIndex(cell => cell.Column <= first && cell.End > first);
                if (at >= 0 && cells[at].Column == first && isOwn(cells[at]))
                {
                    var added = Like(cells[at].Cell, keepMerges);
                    Outer(cells[at].Cell).AddBeforeSelf(added);
                    fill(added, column);
                }
                else
                {
                    Grow(row, cells, at);
                }
            }
            else if (cells.Count > 0 && cells[^1].End > GridColumns && isOwn(cells[^1]) && (cells.Count > 1 || GridColumns == 1))
            {
                var added = Like(cells[^1].Cell, keepMerges);
                Outer(cells[^1].Cell).AddAfterSelf(added);
                fill(added, column);
            }
            else
            {
                Grow(row, cells, cells.Count - 1);
            }
        }

        foreach (var cell in RowMarkup.Cells(row))
        {
            Resize(cell);
        }
    }

    /// <summary>What will stand in a column.</summary>
    private IEnumerable<string> Texts(int column)
    {
        var heading = _task.New.Columns[column];
        IEnumerable<string> choices = heading.Key == ColumnKey.Status && _task.Settings.Statuses.Count > 0 ? [DocumentTexts.StatusPrompt(_task.New.Language), .. _task.Settings.Statuses] : [];
        return [heading.Heading, .. choices, .. _task.New.Measures.Select(measure => measure[heading].Text)];
    }

    /// <summary>Whether a column stands beside the answers of the current table, at the grid column where they began.</summary>
    private bool IsBesideAnswer(int column, out int first, out int span)
    {
        (first, span) = Answers;
        return column == _task.PreviousColumn && span > 0;
    }

    /// <summary>A cell of the same look; headings over two rows are merged as those beside them.</summary>
    private static XElement Like(XElement cell, bool keepMerges)
    {
        var added = new XElement(cell);
        added.Element(Wml.TcPr)?.Elements().Where(property => property.Name.LocalName is "gridSpan" or "hMerge" || (property.Name.LocalName == "vMerge" && !keepMerges)).Remove();
        return added;
    }

    private static XElement Outer(XElement cell) => cell.Parent?.Name == Wml.SdtContent ? cell.Parent.Parent! : cell;

    private static void Grow(XElement row, List<GridCell> cells, int at)
    {
        if (at >= 0)
        {
            RowMarkup.SetProperty(cells[at].Cell, Wml.Value("gridSpan", cells[at].Span + 1));
            return;
        }

        // The row ends before the new column, or begins after it.
        var properties = RowMarkup.Properties(row);
        var after = properties.Element(Wml.W + "gridAfter");
        var number = RowMarkup.Number(after, 0) + 1;
        if (after is null)
        {
            properties.Add(after = Wml.Element("gridAfter"));
        }

        after.SetAttributeValue(Wml.Val, number);
    }

    private void Resize(GridCell cell)
    {
        if (cell.Cell.Element(Wml.TcPr)?.Element(Wml.W + "tcW") is { } width && (string?)width.Attribute(Wml.W + "type") is null or "dxa")
        {
            var sum = _grid.Skip(cell.Column - 1).Take(cell.Span).Sum();
            if (sum > 0)
            {
                RowMarkup.SetProperty(cell.Cell, Wml.Element("tcW", new XAttribute(Wml.W + "w", sum), new XAttribute(Wml.W + "type", "dxa")));
            }
        }
    }
}
