using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Finds tables without drawn cells by the alignment of their text: columns over the whole table, then rows.</summary>
internal static class AlignedGrids
{
    public static List<PageGrid> Find(PageContent page, List<PrintedWord> words)
    {
        var lines = LineBuilder.Build(words).ConvertAll(line => new TabularLine(line));
        var rules = EdgeSet.Merge([.. page.Rulings.Where(ruling => ruling.IsHorizontal && ruling.Length > 8).Select(ruling => new Edge((ruling.Y0 + ruling.Y1) / 2, ruling.X0, ruling.X1))]);
        var grids = new List<PageGrid>();
        foreach (var region in Regions.Find(lines, rules))
        {
            if (Build(region) is { } grid && Evidence.IsFilled(grid))
            {
                grids.Add(grid);
            }
        }

        return grids;
    }

    public static PageGrid? Build(Region region)
    {
        var columns = ColumnFinder.Find(region, out var bridging);
        if (!Evidence.IsTable(region, columns, bridging))
        {
            return null;
        }

        var placed = region.Lines.ConvertAll(line => Place(line, columns));
        var begins = new RowFinder(placed, region.Lines.ConvertAll(line => line.Line.Baseline), region.Rules, columns.Count).Find();
        var rows = new List<List<List<PlacedText>>>();
        for (var i = 0; i < placed.Count; i++)
        {
            if (begins[i])
            {
                rows.Add([]);
            }

            rows[^1].Add(placed[i]);
        }

        return rows.Count < 2 ? null : Assemble(region, columns, rows);
    }

    /// <summary>The texts of a line with their columns; numbers close to each other are parted where columns meet.</summary>
    private static List<PlacedText> Place(TabularLine line, List<ColumnExtent> columns)
    {
        var placed = new List<PlacedText>();
        foreach (var chunk in line.Chunks)
        {
            var (first, last) = Columns(chunk.Start, chunk.End, columns);
            if (first == last || !chunk.Words.TrueForAll(word => Numbers.Is(word.Text)))
            {
                placed.Add(new(chunk, first, last));
                continue;
            }

            foreach (var word in chunk.Words)
            {
                var (at, to) = Columns(word.Start, word.End, columns);
                placed.Add(new(new([word]), at, to));
            }
        }

        return placed;
    }

    private static (int First, int Last) Columns(float from, float to, List<ColumnExtent> columns)
    {
        int first = -1, last = -1, nearest = 0;
        var distance = float.MaxValue;
        for (var i = 0; i < columns.Count; i++)
        {
            var shared = Math.Min(to, columns[i].X1) - Math.Max(from, columns[i].X0);
            if (shared > 0.3f * Math.Min(to - from, columns[i].X1 - columns[i].X0))
            {
                first = first < 0 ? i : first;
                last = i;
            }

            if (-shared < distance)
            {
                (nearest, distance) = (i, -shared);
            }
        }

        return first < 0 ? (nearest, nearest) : (first, last);
    }

    private static PageGrid Assemble(Region region, List<ColumnExtent> columns, List<List<List<PlacedText>>> rows)
    {
        var xs = new float[columns.Count + 1];
        xs[0] = Math.Min(region.X0, columns[0].X0);
        xs[^1] = Math.Max(region.X1, columns[^1].X1);
        for (var i = 1; i < columns.Count; i++)
        {
            xs[i] = columns[i].X0;
        }

        var ys = new float[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            ys[row] = rows[row][0].Max(text => text.Text.Baseline + text.Text.Size);
            ys[row + 1] = rows[row][^1].Min(text => text.Text.Baseline - (0.3f * text.Text.Size));
        }

        var cells = new List<GridCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            AddRow(cells, rows[row], row, xs, ys);
        }

        return new() { Method = TableMethod.Aligned, Xs = xs, Ys = ys, Cells = cells };
    }

    private static void AddRow(List<GridCell> cells, List<List<PlacedText>> lines, int row, float[] xs, float[] ys)
    {
        var covering = new GridCell?[xs.Length - 1];
        foreach (var text in lines.SelectMany(line => line).OrderByDescending(text => text.Last - text.First))
        {
            var cell = covering[text.First];
            if (cell is null)
            {
                cell = new GridCell(row, text.First);
                for (var column = text.First; column <= text.Last && covering[column] is null; column++)
                {
                    covering[column] = cell;
                    cell.ColumnSpan = column - text.First + 1;
                }
            }

            cell.Words.AddRange(text.Text.Words);
        }

        for (var column = 0; column < covering.Length; column++)
        {
            var cell = covering[column] ?? new GridCell(row, column);
            if (cell.Column == column)
            {
                cell.Box = new(xs[column], ys[row + 1], xs[column + cell.ColumnSpan], ys[row]);
                cells.Add(cell);
            }
        }
    }
}
