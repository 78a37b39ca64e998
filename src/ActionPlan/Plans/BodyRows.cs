using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Brings the cells of each row below their headings, also where the grid shifts from row to row.</summary>
internal static class BodyRows
{
    public static List<BodyRow> Of(FoundTable table)
    {
        var columns = table.Header!.Columns;
        var rows = new List<BodyRow>(table.Grid.Rows.Count);
        var edges = Edges(table.Grid);
        var cursor = new GridCursor(table.Grid);
        while (cursor.MoveNext())
        {
            if (cursor.Row.Index >= table.Header.FirstRow && cursor.Row.Index <= table.Header.LastRow)
            {
                continue;
            }

            rows.Add(Map(table, cursor, columns, edges));
        }

        return rows;
    }

    private static BodyRow Map(FoundTable table, GridCursor cursor, IReadOnlyList<HeadingColumn> columns, double[] edges)
    {
        var own = cursor.Row.Cells;
        if (own.Count == columns.Count && !ReachesDown(cursor))
        {
            // As many cells as headings: their order says where they belong, even if borders were dragged.
            return new(table, cursor.Row, own as SourceCell[] ?? [.. own], more: null);
        }

        var cells = new SourceCell?[columns.Count];
        List<(int, SourceCell)>? more = null;

        var covering = cursor.Covering;
        SourceCell? last = null;
        for (var grid = 0; grid < covering.Length; grid++)
        {
            var cell = covering[grid];
            if (cell is null || ReferenceEquals(cell, last))
            {
                continue;
            }

            last = cell;
            var (first, end) = Place(cell, columns, edges);
            var free = first;
            while (free <= end && cells[free] is not null)
            {
                free++;
            }

            if (free > end)
            {
                (more ??= []).Add((first, cell));
                continue;
            }

            // Side by side, so that the cell is seen to be one.
            for (; free <= end && cells[free] is null; free++)
            {
                cells[free] = cell;
            }
        }

        return new(table, cursor.Row, cells, more);
    }

    private static bool ReachesDown(GridCursor cursor)
    {
        foreach (var cell in cursor.Covering)
        {
            if (cell is not null && cell.Row != cursor.Row.Index)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The columns that a cell stands below: those it covers for more than half of their width, at least the one it shares most with.
    /// </summary>
    private static (int First, int Last) Place(SourceCell cell, IReadOnlyList<HeadingColumn> columns, double[] edges)
    {
        var left = edges[Math.Min(cell.Column - 1, edges.Length - 1)];
        var right = edges[Math.Min(cell.Column - 1 + cell.ColumnSpan, edges.Length - 1)];
        int first = -1, last = -1, most = 0;
        double widest = -1;
        for (var i = 0; i < columns.Count; i++)
        {
            var from = edges[columns[i].First - 1];
            var to = edges[columns[i].Last];
            var shared = Math.Min(right, to) - Math.Max(left, from);
            if (shared > widest)
            {
                (widest, most) = (shared, i);
            }

            if (shared > 0 && shared * 2 > to - from)
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }

        return first < 0 ? (most, most) : (first, last);
    }

    private static double[] Edges(SourceGrid grid)
    {
        var edges = new double[grid.Columns + 1];
        var known = grid.Widths.Count >= grid.Columns && grid.Widths.All(width => width > 0);
        for (var i = 0; i < grid.Columns; i++)
        {
            edges[i + 1] = edges[i] + (known ? grid.Widths[i] : 1);
        }

        return edges;
    }
}
