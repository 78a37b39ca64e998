using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Takes down where the sections of a plan begin, so that tags can say it afterwards.</summary>
internal sealed class SectionAnchors(PlanAnchors anchors)
{
    private int _table;
    private string? _group;

    public void Begin(int table) => _table = table;

    public void AddGroupRow(int row, string group)
    {
        anchors.Rows.TryAdd(new(_table, row), (RowKindOfPlan.Group, -1));
        _group = group;
    }

    /// <param name="row">The row.</param>
    /// <param name="group">The group of the section, or null.</param>
    /// <param name="paragraph">The paragraph before the table that is the group, where one is.</param>
    public void AddRow(int row, string? group, string? paragraph)
    {
        if (paragraph is not null && paragraph != _group)
        {
            anchors.HeadingParagraphs.Add((_table, paragraph, RowKindOfPlan.Group));
            _group = paragraph;
        }

        anchors.Rows.TryAdd(new(_table, row), (Kind(group), -1));
    }

    public void AddParagraph(string? group, string heading)
    {
        if (group is not null && group != _group)
        {
            anchors.HeadingParagraphs.Add((_table, group, RowKindOfPlan.Group));
            _group = group;
        }

        anchors.HeadingParagraphs.Add((_table, heading, Kind(group)));
    }

    private RowKindOfPlan Kind(string? group)
    {
        var kind = group is null && _group is not null ? RowKindOfPlan.SectionWithoutGroup : RowKindOfPlan.Section;
        _group = group;
        return kind;
    }
}

/// <summary>Takes down where the headings of columns stand.</summary>
internal static class HeadingAnchors
{
    public static void Add(PlanTable table, PlanAnchors? anchors)
    {
        if (anchors is null)
        {
            return;
        }

        var header = table.Found.Header!;
        var cells = table.Found.Grid.Rows.Skip(header.FirstRow - 1).Take(header.LastRow - header.FirstRow + 1).SelectMany(row => row.Cells).ToList();
        for (var i = 0; i < header.Columns.Count; i++)
        {
            // The lower line of two is the heading.
            var column = header.Columns[i];
            var cell = cells.LastOrDefault(cell => cell.Column == column.First && HeadingText.OnOneLine(cell.Text.Text) == column.Heading)
                ?? cells.LastOrDefault(cell => cell.Column <= column.First && cell.Column + cell.ColumnSpan > column.First);
            if (cell is not null && table.Columns[i] >= 0)
            {
                anchors.Headings.TryAdd(new(table.Found.Grid.Index, cell.Row, cell.Column), table.Columns[i]);
            }
        }
    }
}
