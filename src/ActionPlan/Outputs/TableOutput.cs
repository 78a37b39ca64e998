using System.Text.Json;

namespace ActionPlan.Outputs;

/// <summary>Tables as found: JSON, or CSV with a blank line between tables.</summary>
internal static class TableOutput
{
    public static void WriteJson(Stream destination, IReadOnlyList<Table> tables) => JsonOutput.Write(destination, indented: true, json =>
    {
        json.WriteStartObject();
        Write(json, tables);
        json.WriteEndObject();
    });

    public static void WriteCsv(Stream destination, IReadOnlyList<Table> tables, CsvDialect dialect) =>
        CsvText.Write(destination, dialect, tables.SelectMany((table, i) => i == 0 ? Records(table) : [[], .. Records(table)]));

    /// <summary>The property 'tables'.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Table> tables)
    {
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteNumber("index", table.Index);
            json.WriteCounts("pages", table.Pages);
            json.WriteNumber("rows", table.Rows.Count);
            json.WriteNumber("columns", table.Columns);
            json.WriteString("method", JsonNames.Of(table.Method));
            json.WriteStartArray("cells");
            foreach (var cell in table.Rows.SelectMany(row => row.Cells))
            {
                Write(json, cell);
                json.FlushIfLarge();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TableCell cell)
    {
        json.WriteStartObject();
        json.WriteNumber("row"u8, cell.Row);
        json.WriteNumber("column"u8, cell.Column);
        json.WriteNumber("rowSpan"u8, cell.RowSpan);
        json.WriteNumber("columnSpan"u8, cell.ColumnSpan);
        json.WriteBoolean("header"u8, cell.Header);
        if (cell.Page is { } page)
        {
            json.WriteNumber("page"u8, page);
        }

        json.WriteString("text"u8, cell.Text.Text);
        json.WriteEndObject();
    }

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
