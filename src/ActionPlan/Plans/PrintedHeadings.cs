using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>The columns of headings that stand in one row with nothing else to go by: those of a plan's CSV.</summary>
internal static class PrintedHeadings
{
    public static (ValueList<PlanColumn> Columns, ValueList<ColumnReport> Reports) ColumnsOf(IReadOnlyList<string> headings, ColumnHeadings extra)
    {
        var words = new HeadingWords(extra);
        HeadingColumn[] row = [.. headings.Select((heading, i) => new HeadingColumn(i + 1, i + 1, heading, string.Empty, words.Find(heading)))];
        var columns = new ColumnMap(commentAnswers: !Array.Exists(row, column => column.Meaning.Key == ColumnKey.FollowUp));
        var map = columns.Add(row, _ => false, new(Table: 1, Row: 1));
        return (map.Select(at => columns.Columns[at]).ToValueList(), columns.Reports.ToValueList());
    }
}
