namespace ActionPlan.Outputs;

/// <summary>Tables as found: JSON, or CSV with a blank line between tables.</summary>
internal static class TableOutput
{
    public static void WriteJson(Stream destination, IEnumerable<Table> tables) =>
        JsonText.Write(destination, new JsonTables(Convert(tables)), shapes => shapes.JsonTables);

    public static void WriteCsv(Stream destination, IEnumerable<Table> tables, CsvDialect dialect) =>
        CsvText.Write(destination, dialect, tables.SelectMany((table, i) => i == 0 ? Records(table) : [[], .. Records(table)]));

    public static IEnumerable<JsonTable> Convert(IEnumerable<Table> tables) => tables.Select(table => new JsonTable(
        table.Index,
        table.Pages.Count == 0 ? null : table.Pages,
        table.Rows.Count,
        table.Columns,
        JsonText.Name(table.Method),
        table.Rows.SelectMany(row => row.Cells).Select(cell =>
            new JsonCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Header, cell.Page, cell.Text.Text))));

    /// <summary>A record a row; a cell stands at its upper left corner alone.</summary>
    private static IEnumerable<string[]> Records(Table table)
    {
        foreach (var row in table.Rows)
        {
            var record = new string[table.Columns];
            Array.Fill(record, string.Empty);
            foreach (var cell in row.Cells)
            {
                record[cell.Column - 1] = cell.Text.Text;
            }

            yield return record;
        }
    }
}
