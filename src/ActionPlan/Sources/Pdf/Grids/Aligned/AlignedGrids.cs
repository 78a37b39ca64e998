using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Finds tables without drawn cells by the alignment of their text: columns over the whole table, then rows.</summary>
internal static class AlignedGrids
{
    /// <summary>A word this near to the left side of a column begins it.</summary>
    private const float BeginsAt = 0.7f;

    public static List<PageGrid> Find(PageContent page, List<PrintedWord> words)
    {
        var grids = ShadedGrids.Find(page, words);
        if (grids.Count > 0)
        {
            words = PageGrid.Outside(words, grids);
        }

        var lines = LineBuilder.Build(words).ConvertAll(line => new TabularLine(line));
        var rules = LevelEdges.Of(page);
        foreach (var group in NewspaperColumns.Part(lines, rules.Rules))
        {
            foreach (var region in Regions.Find(group, rules, goesOn: page.Number > 1))
            {
                if (Build(region) is { } grid && Evidence.IsFilled(grid))
                {
                    grids.Add(grid);
                }
            }
        }

        return grids;
    }

    public static PageGrid? Build(Region found)
    {
        var region = RowFinder.IsProse(found.Lines) ? found with { Lines = LeftEdges.Part(found.Lines) } : found;
        var columns = ColumnFinder.Find(region, out var bridging);
        if (!Evidence.IsTable(region, columns, bridging))
        {
            return null;
        }

        return Assemble(region, columns) is { Rows: >= 2 } grid ? grid : null;
    }

    /// <summary>The grid of a region whose columns are known.</summary>
    public static PageGrid Assemble(Region region, List<ColumnExtent> columns)
    {
        var placed = region.Lines.ConvertAll(line => Place(line, columns));
        HeadingSpans.Widen(placed, region, columns);
        var begins = new RowFinder(placed, region, columns).Find();
        var rows = new List<List<List<PlacedText>>>();
        for (var i = 0; i < placed.Count; i++)
        {
            if (begins[i])
            {
                rows.Add([]);
            }

            rows[^1].Add(placed[i]);
        }

        return Assemble(region, columns, rows);
    }

    /// <summary>The texts of a line with their columns; numbers close to each other are parted where columns meet.</summary>
    private static List<PlacedText> Place(TabularLine line, List<ColumnExtent> columns)
    {
        var placed = new List<PlacedText>();
        foreach (var chunk in line.Chunks)
        {
            var (first, last) = Columns(chunk.Start, chunk.End, columns);
            if (first == last || (line.Chunks.Count == 1 && columns.Count > 2))
            {
                // A text alone on its line over several columns is the heading of a section.
                placed.Add(new(chunk, first, last));
            }
            else if (chunk.Words.TrueForAll(word => Numbers.Is(word.Text)))
            {
                placed.AddRange(chunk.Words.Select(word => Placed([word], columns)));
            }
            else
            {
                placed.AddRange(AtColumns(chunk, columns, first, last));
            }
        }

        return placed;
    }

    private static PlacedText Placed(List<PrintedWord> words, List<ColumnExtent> columns)
    {
        var text = new TextLine(words);
        var (first, last) = Columns(text.Start, text.End, columns);
        return new(text, first, last);
    }

    /// <summary>Texts that nearly touch are parted where a word begins just where its column does, and the one before ends ahead of it.</summary>
    private static IEnumerable<PlacedText> AtColumns(TextLine chunk, List<ColumnExtent> columns, int first, int last)
    {
        var from = 0;
        for (var i = 1; i <= chunk.Words.Count; i++)
        {
            if (i == chunk.Words.Count || Enumerable.Range(first + 1, last - first).Any(column => Math.Abs(chunk.Words[i].Start - columns[column].X0) < BeginsAt))
            {
                yield return Placed(chunk.Words.GetRange(from, i - from), columns);
                from = i;
            }
        }
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

        var grid = new PageGrid { Method = TableMethod.Aligned, Xs = xs, Ys = ys, Cells = cells, TextEnds = [.. columns.Select(column => column.X1)] };

        // In tables of numbers a rule over some columns stands above their sums.
        return RowFinder.IsProse(region.Lines)
            ? RuledSpans.Join(grid, region.PageRules, rows.ConvertAll(lines => (lines[0].Max(text => text.Text.Baseline), lines[^1].Min(text => text.Text.Baseline))))
            : grid;
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
