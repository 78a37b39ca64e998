using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>A row below a heading, with its cells by column.</summary>
internal sealed class BodyRow(FoundTable table, SourceRow row, SourceCell?[] cells, List<(int Column, SourceCell Cell)>? more)
{
    public FoundTable Table { get; } = table;

    public SourceRow Row { get; } = row;

    /// <summary>The cell at each column, also one that reaches down from a row above.</summary>
    public SourceCell?[] Cells { get; } = cells;

    /// <summary>Further cells that stand below the same heading.</summary>
    public List<(int Column, SourceCell Cell)>? More { get; } = more;

    public bool IsOwn(int column) => Cells[column] is { } cell && cell.Row == Row.Index;

    public bool IsFilled(int column) => Cells[column] is { Text.IsEmpty: false };

    /// <summary>Whether a cell of this row itself, not one from above, has text at a column.</summary>
    public bool IsOwnFilled(int column) => IsOwn(column) && IsFilled(column);

    /// <summary>Whether the row is the first of a grid that goes on from another: a seam at which a text may have been cut.</summary>
    public bool IsFirstOfContinuation => Table.Role == TableRole.Continuation && Row.Index == 1;

    public DocumentPlace Place => new(Row.Page, Table.Grid.Index, Row.Index);

    /// <summary>The only cell of the row that has text, with nothing reaching down from above; else null.</summary>
    public SourceCell? OnlyFilled
    {
        get
        {
            SourceCell? only = null;
            for (var i = 0; i < Cells.Length; i++)
            {
                if (!IsFilled(i) || ReferenceEquals(Cells[i], only))
                {
                    continue;
                }

                if (only is not null || !IsOwn(i))
                {
                    return null;
                }

                only = Cells[i];
            }

            return More is null || More.TrueForAll(more => more.Cell.Text.IsEmpty) ? only : null;
        }
    }

    /// <summary>What the row says where it heads a section.</summary>
    public string SectionText =>
        HeadingText.OnOneLine(OnlyFilled is { } only ? only.Text.Text : string.Join(' ', Row.Cells.Where(cell => !cell.Text.IsEmpty).Select(cell => cell.Text.Text).Distinct()));

    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Cells.Length; i++)
            {
                if (IsOwnFilled(i))
                {
                    return false;
                }
            }

            return More is null || More.TrueForAll(more => more.Cell.Text.IsEmpty);
        }
    }

    /// <summary>How many different cells with text the row shows.</summary>
    public int FilledCount
    {
        get
        {
            var count = 0;
            for (var i = 0; i < Cells.Length; i++)
            {
                if (IsFilled(i) && (i == 0 || !ReferenceEquals(Cells[i], Cells[i - 1])))
                {
                    count++;
                }
            }

            return count;
        }
    }
}
