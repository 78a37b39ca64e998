using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>A table of the plan, its headings given columns of the plan and its rows brought below them.</summary>
/// <param name="Found">The table.</param>
/// <param name="Columns">For each heading the column of the plan, or -1.</param>
/// <param name="Rows">The rows below and above the heading rows; none for cards.</param>
/// <param name="CardHeadings">The labels of cards; none for other tables.</param>
internal sealed record PlanTable(FoundTable Found, int[] Columns, List<BodyRow> Rows, List<HeadingColumn> CardHeadings);

/// <summary>Gives the headings of all tables of a document their columns.</summary>
internal static class PlanTables
{
    public static List<PlanTable> Of(List<FoundTable> found, ColumnMap columns, HeadingWords words)
    {
        var cards = found.Exists(table => table.Role == TableRole.Cards) ? Cards.Headings(found.Where(table => table.Role == TableRole.Cards), words) : [];
        int[]? cardColumns = null;
        int[] current = [];
        var tables = new List<PlanTable>();
        foreach (var table in found)
        {
            switch (table.Role)
            {
                case TableRole.Cards:
                    cardColumns ??= columns.Add(cards, _ => false, new(Table: table.Grid.Index));
                    tables.Add(new(table, cardColumns, [], cards));
                    break;
                case TableRole.Measures:
                    var rows = BodyRows.Of(table);
                    var header = table.Header!;
                    current = columns.Add(header.Columns, column => rows.TrueForAll(row => !row.IsFilled(column) || RowClassifier.IsFullWidth(row)), new(Table: table.Grid.Index, Row: header.LastRow));
                    tables.Add(new(table, current, rows, []));
                    break;
                case TableRole.Continuation:
                    tables.Add(new(table, current, BodyRows.Of(table), []));
                    break;
            }
        }

        return tables;
    }
}
