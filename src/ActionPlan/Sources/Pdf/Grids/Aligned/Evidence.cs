using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Tells tables from what only looks like one: newspaper columns, lists, numbered headings, the labels of a chart.</summary>
internal static class Evidence
{
    /// <summary>A table of fewer lines than this must show numbers or rules.</summary>
    private const int FewLines = 4;

    /// <summary>In a table most places are filled.</summary>
    private const double LeastFilled = 0.4;

    public static bool IsTable(Region region, List<ColumnExtent> columns, HashSet<TextLine> bridging) =>
        columns.Count >= 2
        && !IsRunningText(region, columns, bridging)
        && StandsOnBaselines(region)
        && (HasRules(region) || (!IsList(region, columns) && !IsJustifiedText(region) && (region.Lines.Count(line => line.IsTabular) >= FewLines || HasNumbers(region, columns))));

    /// <summary>Whether enough places are filled, and letters say what the numbers are.</summary>
    public static bool IsFilled(PageGrid grid)
    {
        var filled = grid.Cells.Where(cell => cell.Words.Count > 0).Sum(cell => cell.ColumnSpan);
        return filled >= LeastFilled * grid.Rows * grid.Columns
            && grid.Cells.Exists(cell => cell.Words.Exists(word => word.Text.Any(char.IsLetter)))
            && Enumerable.Range(0, grid.Columns).All(column => grid.Cells.Count(cell => cell.Column <= column && cell.Column + cell.ColumnSpan > column && cell.Words.Count > 0) >= 2 || grid.Columns > 3);
    }

    /// <summary>Columns of running text, as in a newspaper: nearly every line is full from side to side in all of them.</summary>
    private static bool IsRunningText(Region region, List<ColumnExtent> columns, HashSet<TextLine> bridging)
    {
        if (columns.Count > 3)
        {
            return false;
        }

        foreach (var column in columns)
        {
            int full = 0, all = 0, letters = 0;
            foreach (var chunk in region.Lines.SelectMany(line => line.Chunks))
            {
                if (!bridging.Contains(chunk) && chunk.Start >= column.X0 - 1 && chunk.End <= column.X1 + 1)
                {
                    all++;
                    letters += chunk.Words.Sum(word => word.Text.Length);
                    full += chunk.End - chunk.Start > 0.75f * (column.X1 - column.X0) ? 1 : 0;
                }
            }

            if (all < 2 || full * 10 < all * 6 || letters < 18 * all)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Texts of a row share their baseline; what only stands beside each other seldom does.</summary>
    private static bool StandsOnBaselines(Region region)
    {
        int same = 0, all = 0;
        foreach (var line in region.Lines.Where(line => line.IsTabular))
        {
            all++;
            same += line.Chunks.TrueForAll(chunk => Math.Abs(chunk.Baseline - line.Line.Baseline) < 0.6f) ? 1 : 0;
        }

        return same * 10 >= all * 6;
    }

    private static bool HasRules(Region region) => region.Rules.Count >= 2;

    /// <summary>A first column of bullets, numbers of headings or marks of notes beside one column of text.</summary>
    private static bool IsList(Region region, List<ColumnExtent> columns)
    {
        var marks = 0;
        var others = 0;
        foreach (var chunk in region.Lines.SelectMany(line => line.Chunks).Where(chunk => chunk.End <= columns[0].X1 + 1))
        {
            _ = chunk.Words.Count == 1 && IsMark(chunk.Words[0].Text) ? marks++ : others++;
        }

        return marks > others && columns.Count <= 3;
    }

    private static bool IsMark(string text) =>
        text.Length <= 7 && text[0] is not '$' && (text.Length == 1 || text[^1] is '.' or ')' or ':' || text[0] is '(' || text.Contains('.', StringComparison.Ordinal)) && text.Count(char.IsLetter) <= 2;

    /// <summary>Spread lines of running text have gaps, but they are a small part of the line and stand at no common place.</summary>
    private static bool IsJustifiedText(Region region)
    {
        float gaps = 0, widths = 0;
        var numbers = 0;
        var chunks = 0;
        foreach (var line in region.Lines.Where(line => line.IsTabular))
        {
            for (var i = 1; i < line.Chunks.Count; i++)
            {
                gaps += line.Chunks[i].Start - line.Chunks[i - 1].End;
            }

            widths += line.X1 - line.X0;
            chunks += line.Chunks.Count;
            numbers += line.Chunks.Count(chunk => Numbers.Is(chunk.Words[0].Text));
        }

        return gaps < 0.15f * widths && numbers * 3 < chunks;
    }

    /// <summary>Whether a column after the first holds mainly numbers.</summary>
    private static bool HasNumbers(Region region, List<ColumnExtent> columns)
    {
        for (var i = 1; i < columns.Count; i++)
        {
            int numbers = 0, all = 0;
            foreach (var chunk in region.Lines.SelectMany(line => line.Chunks).Where(chunk => chunk.Start >= columns[i].X0 - 1 && chunk.End <= columns[i].X1 + 1))
            {
                all++;
                numbers += Numbers.Is(chunk.Words[0].Text) && chunk.Words[0].Text.Any(char.IsAsciiDigit) ? 1 : 0;
            }

            if (numbers >= 2 && numbers * 2 >= all)
            {
                return true;
            }
        }

        return false;
    }
}
