namespace ActionPlan.Tests.Tables;

/// <summary>What holds for every table, of whatever document: its cells are within it, and no two share a place.</summary>
internal static class WholeTable
{
    public static void Assert(Table table)
    {
        var taken = new HashSet<(int Row, int Column)>();
        foreach (var cell in table.Rows.SelectMany(row => row.Cells))
        {
            Xunit.Assert.InRange(cell.Row + cell.RowSpan - 1, cell.Row, table.Rows.Count);
            Xunit.Assert.InRange(cell.Column + cell.ColumnSpan - 1, cell.Column, table.Columns);
            for (var place = 0; place < cell.RowSpan * cell.ColumnSpan; place++)
            {
                var (row, column) = (cell.Row + (place / cell.ColumnSpan), cell.Column + (place % cell.ColumnSpan));
                Xunit.Assert.True(taken.Add((row, column)), $"two cells at row {row}, column {column}");
            }
        }
    }
}
