using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>Finds the tables of a page whose cells have drawn edges. Cells without an edge between them are one.</summary>
internal static class RuledGrids
{
    /// <summary>An edge counts between two cells where it is drawn along this part of their side.</summary>
    private const float DrawnAlong = 0.6f;

    /// <summary>An open side is taken for an edge where lines run at least this far beyond the outermost one that crosses them.</summary>
    private const float OpenSide = 8;

    public static List<PageGrid> Find(PageContent page, ReadLimits limits)
    {
        var grids = new List<PageGrid>();
        foreach (var edges in EdgeSet.Of(page))
        {
            if ((edges.Level.Count < 2 || edges.Upright.Count < 1) && !IsOpenRow(edges))
            {
                continue;
            }

            if (Build(edges, limits.GridPlaces) is { } grid)
            {
                grids.Add(grid);
            }
            else
            {
                page.LimitsPassed.Add((nameof(ReadLimits.GridPlaces), limits.GridPlaces));
            }
        }

        Fill(grids, page.Words);
        grids.RemoveAll(grid => !IsTable(grid));
        grids = grids.ConvertAll(FramedTexts.TakeOff);
        NestedGrids.Assign(grids);
        foreach (var cell in grids.SelectMany(grid => grid.Cells))
        {
            cell.Fill = CellFills.At(page, (cell.Box.X0 + cell.Box.X1) / 2, (cell.Box.Y0 + cell.Box.Y1) / 2);
        }

        return grids;
    }

    /// <summary>Whether the lines are those of one row that is open above or below, as programs leave it that do not close a row which the page cuts.</summary>
    private static bool IsOpenRow(EdgeSet edges) =>
        edges.Level.Count == 1
        && edges.Upright.Count >= 3
        && edges.Upright.TrueForAll(edge => Math.Abs(edge.From - edges.Upright[0].From) < EdgeSet.Same && Math.Abs(edge.To - edges.Upright[0].To) < EdgeSet.Same)
        && edges.Level[0].From < edges.Upright.Min(edge => edge.At) + EdgeSet.Same
        && edges.Level[0].To > edges.Upright.Max(edge => edge.At) - EdgeSet.Same;

    /// <summary>Puts each word into the cell that its middle lies in, and takes it from the words given.</summary>
    public static void Fill(List<PageGrid> grids, List<PrintedWord> words)
    {
        foreach (var grid in grids)
        {
            var places = Places(grid);
            foreach (var word in words)
            {
                var row = RowAt(grid.Ys, word.CentreY);
                var column = ColumnAt(grid.Xs, word.CentreX);
                if (row >= 0 && column >= 0)
                {
                    places[row, column]?.Words.Add(word);
                }
            }
        }
    }

    public static GridCell?[,] Places(PageGrid grid)
    {
        var places = new GridCell?[grid.Rows, grid.Columns];
        foreach (var cell in grid.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    places[row, column] = cell;
                }
            }
        }

        return places;
    }

    private static int ColumnAt(float[] xs, float x)
    {
        if (x < xs[0] || x > xs[^1])
        {
            return -1;
        }

        int low = 0, high = xs.Length - 2;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = xs[middle] <= x ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static int RowAt(float[] ys, float y)
    {
        if (y > ys[0] || y < ys[^1])
        {
            return -1;
        }

        int low = 0, high = ys.Length - 2;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = y < ys[middle + 1] ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The grid between lines; null where it has too many places.</summary>
    private static PageGrid? Build(EdgeSet edges, int mostPlaces)
    {
        var (left, right) = Extent(edges.Level);
        var (low, high) = Extent(edges.Upright);
        var xs = Positions(edges.Upright, left, right);
        var ys = Positions(edges.Level, low, high);
        Array.Reverse(ys);
        int columns = xs.Length - 1, rows = ys.Length - 1;
        if ((long)columns * rows > mostPlaces)
        {
            return null;
        }

        var between = Between(edges, xs, ys);
        return new() { Method = TableMethod.Ruled, Xs = xs, Ys = ys, Cells = Cells(xs, ys, between.Right, between.Below) };
    }

    private static (float From, float To) Extent(List<Edge> lines)
    {
        var (from, to) = (lines[0].From, lines[0].To);
        foreach (var line in lines)
        {
            (from, to) = (Math.Min(from, line.From), Math.Max(to, line.To));
        }

        return (from, to);
    }

    /// <summary>The positions of lines, those drawn twice as one, in rising order; the ends of crossing lines close an open side.</summary>
    private static float[] Positions(List<Edge> lines, float from, float to)
    {
        var sorted = lines.ConvertAll(line => line.At);
        sorted.Sort();
        if (sorted[0] - from > OpenSide)
        {
            sorted.Insert(0, from);
        }

        if (to - sorted[^1] > OpenSide)
        {
            sorted.Add(to);
        }

        var positions = new List<float>();
        for (var i = 0; i < sorted.Count;)
        {
            var end = i + 1;
            while (end < sorted.Count && sorted[end] - sorted[i] <= EdgeSet.Same)
            {
                end++;
            }

            var sum = 0f;
            for (var at = i; at < end; at++)
            {
                sum += sorted[at];
            }

            positions.Add(sum / (end - i));
            i = end;
        }

        return [.. positions];
    }

    /// <summary>For each place whether an edge is drawn on its right and below it.</summary>
    private static (bool[,] Right, bool[,] Below) Between(EdgeSet edges, float[] xs, float[] ys)
    {
        int columns = xs.Length - 1, rows = ys.Length - 1;
        var right = new float[rows, columns];
        var below = new float[rows, columns];
        foreach (var edge in edges.Upright)
        {
            var column = Nearest(xs, edge.At) - 1;
            if (column < 0 || column >= columns)
            {
                continue;
            }

            for (var row = 0; row < rows; row++)
            {
                right[row, column] += Math.Max(0, Math.Min(edge.To, ys[row]) - Math.Max(edge.From, ys[row + 1]));
            }
        }

        foreach (var edge in edges.Level)
        {
            var row = NearestDown(ys, edge.At) - 1;
            if (row < 0 || row >= rows)
            {
                continue;
            }

            for (var column = 0; column < columns; column++)
            {
                below[row, column] += Math.Max(0, Math.Min(edge.To, xs[column + 1]) - Math.Max(edge.From, xs[column]));
            }
        }

        var isRight = new bool[rows, columns];
        var isBelow = new bool[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                isRight[row, column] = right[row, column] >= DrawnAlong * (ys[row] - ys[row + 1]);
                isBelow[row, column] = below[row, column] >= DrawnAlong * (xs[column + 1] - xs[column]);
            }
        }

        return (isRight, isBelow);
    }

    private static int Nearest(float[] xs, float x)
    {
        var best = 0;
        for (var i = 1; i < xs.Length; i++)
        {
            best = Math.Abs(xs[i] - x) < Math.Abs(xs[best] - x) ? i : best;
        }

        return best;
    }

    private static int NearestDown(float[] ys, float y) => Nearest(ys, y);

    /// <summary>Places without an edge between them are one cell; a cell is always a rectangle.</summary>
    private static List<GridCell> Cells(float[] xs, float[] ys, bool[,] right, bool[,] below)
    {
        int columns = xs.Length - 1, rows = ys.Length - 1;
        var taken = new bool[rows, columns];
        var cells = new List<GridCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var cell = new GridCell(row, column);
                while (column + cell.ColumnSpan < columns && !right[row, column + cell.ColumnSpan - 1] && !taken[row, column + cell.ColumnSpan])
                {
                    cell.ColumnSpan++;
                }

                while (row + cell.RowSpan < rows && IsOpenBelow(cell, right, below, taken))
                {
                    cell.RowSpan++;
                }

                for (var r = row; r < row + cell.RowSpan; r++)
                {
                    for (var c = column; c < column + cell.ColumnSpan; c++)
                    {
                        taken[r, c] = true;
                    }
                }

                cell.Box = new(xs[column], ys[row + cell.RowSpan], xs[column + cell.ColumnSpan], ys[row]);
                cells.Add(cell);
            }
        }

        return cells;
    }

    private static bool IsOpenBelow(GridCell cell, bool[,] right, bool[,] below, bool[,] taken)
    {
        var row = cell.Row + cell.RowSpan;
        var last = cell.Column + cell.ColumnSpan - 1;
        for (var column = cell.Column; column <= last; column++)
        {
            if (below[row - 1, column] || taken[row, column] || (column < last && right[row, column]))
            {
                return false;
            }
        }

        return right[row, last] || last == right.GetLength(1) - 1;
    }

    /// <summary>Drawings have lines too: in a table most rows and columns have text.</summary>
    private static bool IsTable(PageGrid grid)
    {
        // The rest of a row that a page has cut may be one text alone.
        var filled = grid.Cells.Count(cell => cell.Words.Count > 0);
        if (grid.Columns < 2 || filled == 0 || (filled == 1 && (grid.Rows > 1 || grid.Columns < 3)))
        {
            return false;
        }

        var (rows, columns) = (new bool[grid.Rows], new bool[grid.Columns]);
        foreach (var cell in grid.Cells)
        {
            if (cell.Words.Count > 0)
            {
                Array.Fill(rows, true, cell.Row, cell.RowSpan);
                columns[cell.Column] = true;
            }
        }

        return (grid.Rows < 5 || rows.AsSpan().Count(true) * 2 > grid.Rows) && (grid.Columns < 5 || grid.Rows == 1 || columns.AsSpan().Count(true) * 5 > grid.Columns * 2);
    }
}
