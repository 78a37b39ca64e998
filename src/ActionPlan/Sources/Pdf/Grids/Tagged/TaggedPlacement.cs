using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>A cell as its tags have it: without a place yet.</summary>
internal sealed record UnplacedCell(int RowSpan, int ColumnSpan, bool IsHeading, List<TaggedParagraph> Paragraphs)
{
    /// <summary>Where its text begins and ends on the first page that it stands on; null without text.</summary>
    public (float From, float To)? Sides => SidesOf(Paragraphs);

    private static (float From, float To)? SidesOf(List<TaggedParagraph> paragraphs)
    {
        var page = 0;
        float from = float.MaxValue, to = float.MinValue;
        foreach (var paragraph in paragraphs)
        {
            foreach (var part in paragraph.Parts)
            {
                page = page == 0 ? part.Page : page;
                if (part.Page == page && part.Box is { } box)
                {
                    (from, to) = (Math.Min(from, box.X0), Math.Max(to, box.X1));
                }
            }
        }

        return page == 0 ? null : (from, to);
    }
}

/// <summary>
/// Gives the cells of tagged rows their columns. Browsers leave out the tags of empty cells: in a row with too few cells the page tells which
/// columns the others stand in.
/// </summary>
internal sealed class TaggedPlacement(ReadLimits limits)
{
    private readonly List<int> _until = [];

    /// <summary>The rows with their cells placed, and the number of columns; null where a limit is passed.</summary>
    public static (List<TaggedRow> Rows, int Columns)? Place(List<List<UnplacedCell>> rows, ReadLimits limits)
    {
        if (rows.Count > limits.Rows || new TaggedPlacement(limits).Place(rows, null, out var width) is not { } placed)
        {
            return null;
        }

        if (rows.Count > 0 && MergeRepeatedCells(rows, placed, width))
        {
            return Place(rows, limits);
        }

        if (placed.TrueForAll(row => row.IsFull(width)))
        {
            return (placed.ConvertAll(row => row.Row), width);
        }

        var sides = Sides(rows, placed, width);
        return new TaggedPlacement(limits).Place(rows, sides, out width) is { } again ? (again.ConvertAll(row => row.Row), width) : null;
    }

    /// <summary>
    /// LibreOffice tags the cells of a row that a page cuts once more for the next page, in the same row, though not always those that go on in
    /// rows below: a row longer than the others is one row, and what its other parts hold belongs to the first.
    /// </summary>
    private static bool MergeRepeatedCells(List<List<UnplacedCell>> rows, List<PlacedRow> placed, int width)
    {
        var usual = placed.GroupBy(row => row.Covered).MaxBy(group => group.Count())!.Key;
        var merged = false;
        for (var at = 0; usual < width && at < rows.Count; at++)
        {
            var row = rows[at];
            var own = row.Count;
            for (var covered = placed[at].Covered; own > 0 && covered > usual; own--)
            {
                covered -= row[own - 1].ColumnSpan;
            }

            if (own > 0 && own < row.Count && Merged(row.GetRange(0, own), row.GetRange(own, row.Count - own)) is { } whole)
            {
                rows[at] = whole;
                merged = true;
            }
        }

        return merged;
    }

    /// <summary>The cells with what the repeated ones hold; null where those are not the same cells again, once or several times.</summary>
    private static List<UnplacedCell>? Merged(List<UnplacedCell> cells, List<UnplacedCell> repeated)
    {
        List<int>[] orders = [[.. Enumerable.Range(0, cells.Count)], [.. Enumerable.Range(0, cells.Count).Where(i => cells[i].RowSpan == 1)]];
        if (Array.Find(orders, order => order.Count > 0 && repeated.Count % order.Count == 0 && repeated.Index().All(cell => cells[order[cell.Index % order.Count]].ColumnSpan == cell.Item.ColumnSpan)) is not { } order)
        {
            return null;
        }

        var whole = cells.ConvertAll(cell => cell with { Paragraphs = [.. cell.Paragraphs] });
        for (var i = 0; i < repeated.Count; i++)
        {
            whole[order[i % order.Count]].Paragraphs.AddRange(repeated[i].Paragraphs);
        }

        return whole;
    }

    private List<PlacedRow>? Place(List<List<UnplacedCell>> rows, (float From, float To)[]? sides, out int width)
    {
        var placed = new List<PlacedRow>(rows.Count);
        width = 0;
        foreach (var row in rows)
        {
            var cells = new List<TaggedCell>(row.Count);
            var column = 0;
            var missing = sides is null ? 0 : sides.Length - Covered(placed.Count) - row.Sum(cell => cell.ColumnSpan);
            foreach (var cell in row)
            {
                column = Free(column, placed.Count);
                for (; missing > 0 && sides is not null && cell.Sides is { } own && column + cell.ColumnSpan < sides.Length && IsNearer(own, sides, column, cell.ColumnSpan, missing); missing--)
                {
                    column = Free(column + 1, placed.Count);
                }

                if (column + cell.ColumnSpan > limits.Columns)
                {
                    return null;
                }

                var span = FreeSpan(column, cell.ColumnSpan, placed.Count);
                Cover(column, span, placed.Count + cell.RowSpan);
                cells.Add(new(placed.Count, column, cell.RowSpan, span, cell.Paragraphs));
                column += span;
            }

            placed.Add(new(new(cells, row.Count > 0 && row.TrueForAll(cell => cell.IsHeading)), Covered(placed.Count)));
            width = Math.Max(width, _until.Count);
        }

        return placed;
    }

    /// <summary>Whether a text stands nearer to a column further right.</summary>
    private static bool IsNearer((float From, float To) own, (float From, float To)[] sides, int column, int span, int missing)
    {
        var here = Distance(own, sides[column]);
        for (var other = column + 1; other <= Math.Min(column + missing, sides.Length - span); other++)
        {
            if (Distance(own, sides[other]) < here)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far a text stands from a column; less than nothing where they share a stretch.</summary>
    private static float Distance((float From, float To) own, (float From, float To) column) =>
        column.From > column.To ? float.MaxValue : Math.Max(own.From, column.From) - Math.Min(own.To, column.To);

    /// <summary>Where the texts of each column stand in rows that have all their cells.</summary>
    private static (float From, float To)[] Sides(List<List<UnplacedCell>> rows, List<PlacedRow> placed, int width)
    {
        var sides = new (float From, float To)[width];
        Array.Fill(sides, (float.MaxValue, float.MinValue));
        for (var at = 0; at < rows.Count; at++)
        {
            for (var i = 0; i < rows[at].Count && placed[at].IsFull(width); i++)
            {
                if (rows[at][i] is { ColumnSpan: 1, Sides: { } own })
                {
                    ref var side = ref sides[placed[at].Row.Cells[i].Column];
                    side = (Math.Min(side.From, own.From), Math.Max(side.To, own.To));
                }
            }
        }

        return sides;
    }

    private int Free(int column, int row)
    {
        while (column < _until.Count && _until[column] > row)
        {
            column++;
        }

        return column;
    }

    /// <summary>A span reaches no further than to a cell that comes down from a row above: no two cells of a table share a place.</summary>
    private int FreeSpan(int column, int span, int row)
    {
        var free = 1;
        while (free < span && Free(column + free, row) == column + free)
        {
            free++;
        }

        return free;
    }

    private void Cover(int column, int span, int until)
    {
        for (var i = column; i < column + span; i++)
        {
            while (_until.Count <= i)
            {
                _until.Add(0);
            }

            _until[i] = until;
        }
    }

    private int Covered(int row) => _until.Count(until => until > row);

    private readonly record struct PlacedRow(TaggedRow Row, int Covered)
    {
        public bool IsFull(int width) => Covered == width || Row.Cells.Count == 0;
    }
}
