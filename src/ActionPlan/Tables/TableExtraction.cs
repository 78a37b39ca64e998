using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>Grids as public tables: each cell once, columns that no cell needs taken away, tables that go on joined on demand.</summary>
internal static class TableExtraction
{
    public static IReadOnlyList<Table> Extract(SourceDocument document, ReadOptions options)
    {
        var found = new TableFinder(new HeadingWords(options.Headings)).Find(document);
        var tables = new List<Table>();
        for (var i = 0; i < found.Count; i++)
        {
            var parts = new List<FoundTable> { found[i] };
            while (options.JoinTables && i + 1 < found.Count && found[i + 1].Role == TableRole.Continuation && found[i + 1].Grid.Columns == found[i].Grid.Columns)
            {
                parts.Add(found[++i]);
            }

            tables.Add(Build(tables.Count + 1, parts));
        }

        return tables;
    }

    private static Table Build(int index, List<FoundTable> parts)
    {
        var grid = parts[0].Grid;
        var starts = ColumnStarts(parts);
        var rows = new List<TableRow>();
        foreach (var part in parts)
        {
            var offset = rows.Count;
            var (firstHeader, lastHeader) = HeaderRows(part);
            foreach (var row in part.Grid.Rows)
            {
                var header = row.Header || (row.Index >= firstHeader && row.Index <= lastHeader);
                rows.Add(new(offset + row.Index, [.. row.Cells.Select(cell => Cell(cell, row, offset, header, starts))]));
            }
        }

        var pages = parts.SelectMany(part => part.Grid.Rows).Where(row => row.Page is not null).Select(row => row.Page!.Value).Distinct().Order();
        return new() { Index = index, Method = grid.Method, Columns = Math.Max(starts.Count, 1), Pages = pages.ToValueList(), Rows = rows.ToValueList() };
    }

    private static TableCell Cell(SourceCell cell, SourceRow row, int offset, bool header, List<int> starts)
    {
        var first = starts.BinarySearch(cell.Column);
        var last = starts.BinarySearch(cell.Column + cell.ColumnSpan);
        last = last < 0 ? ~last : last;
        return new()
        {
            Row = offset + cell.Row,
            Column = first + 1,
            RowSpan = cell.RowSpan,
            ColumnSpan = Math.Max(1, last - first),
            Header = header,
            Page = row.Page,
            Box = cell.Box,
            Text = cell.Text,
        };
    }

    /// <summary>The grid columns in which a cell begins: the grid of a Word file often has finer ones that no row uses.</summary>
    private static List<int> ColumnStarts(List<FoundTable> parts) =>
        [.. parts.SelectMany(part => part.Grid.Rows).SelectMany(row => row.Cells).Select(cell => cell.Column).Distinct().Order()];

    private static (int First, int Last) HeaderRows(FoundTable table)
    {
        if (table.Header is { FirstRow: > 0 } header)
        {
            return (header.FirstRow, header.LastRow);
        }

        // A first row that stands out from all the others heads its table, whatever its words.
        var rows = table.Grid.Rows;
        return table.Role == TableRole.Other
            && rows.Count > 1
            && rows[0].Cells.Count > 1
            && rows[0].Cells.All(cell => (cell.Look.Bold || cell.Look.Fill >= 0) && !cell.Text.IsEmpty)
            && !rows[1].Cells.All(cell => cell.Look == rows[0].Cells[0].Look)
            ? (1, 1)
            : (0, -1);
    }
}
