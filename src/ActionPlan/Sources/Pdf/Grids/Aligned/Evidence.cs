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
        && !IsContents(region)
        && !Charts.HasAxis(region, columns)
        && (HasRules(region) || (!IsList(region, columns) && !IsJustifiedText(region) && !IsBlocks(region, columns) && (region.Lines.Count(line => line.IsTabular) >= FewLines || HasHeading(region, columns) || HasNumbers(region, columns))));

    /// <summary>Whether enough places are filled, and letters say what the numbers are.</summary>
    public static bool IsFilled(PageGrid grid)
    {
        return grid.Cells.Count(cell => cell.Words.Count > 0) >= LeastFilled * grid.Cells.Count
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

    private static bool HasRules(Region region) =>
        region.Rules.Count >= 2 && region.Lines.Exists(line => line.IsTabular && line.Line.Baseline < region.Rules[0] && line.Line.Baseline > region.Rules[^1]);

    /// <summary>Whether the first line heads every one of at least three columns in bold, and nothing below it is bold.</summary>
    private static bool HasHeading(Region region, List<ColumnExtent> columns) =>
        columns.Count >= 3
        && region.Lines.Count > 1
        && region.Lines[0].Line.IsBold
        && region.Lines[0].Chunks.Count == columns.Count
        && region.Lines[0].Chunks.Index().All(chunk => Math.Abs(chunk.Item.Start - columns[chunk.Index].X0) < 1)
        && region.Lines.Skip(1).All(line => !line.Line.IsBold);

    /// <summary>A table of contents: leaders of dots to page numbers that rise.</summary>
    private static bool IsContents(Region region)
    {
        int leaders = 0, pages = 0, rising = 0, before = 0;
        foreach (var line in region.Lines)
        {
            var last = line.Line.Words[^1].Text.TrimStart('.');
            if (int.TryParse(last, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page))
            {
                pages++;
                rising += page >= before ? 1 : 0;
                before = page;
                leaders += line.Line.Words.TrueForAll(word => !Numbers.Is(word.Text) || word.Text == last || word == line.Line.Words[0]) && line.Line.Words.Exists(word => word.Text.Contains("....", StringComparison.Ordinal) || word.Text == ".") ? 1 : 0;
            }
        }

        return leaders * 2 > region.Lines.Count && rising * 10 >= pages * 9;
    }

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

        return numbers * 3 < chunks && (gaps < 0.15f * widths || IsFlush(region));
    }

    /// <summary>Whether most lines begin and end at the sides.</summary>
    private static bool IsFlush(Region region) =>
        region.Lines.Count(line => line.X0 < region.X0 + 1 && line.X1 > region.X1 - 1) * 10 >= region.Lines.Count * 7;

    /// <summary>Blocks of text side by side, such as addresses: two columns alike in width, full in every line, without headings and numbers.</summary>
    private static bool IsBlocks(Region region, List<ColumnExtent> columns)
    {
        if (columns.Count != 2 || HasNumbers(region, columns) || (region.Lines[0].Line.IsBold && !region.Lines[1].Line.IsBold))
        {
            return false;
        }

        var (left, right) = (columns[0].X1 - columns[0].X0, columns[1].X1 - columns[1].X0);
        return Math.Max(left, right) < 2 * Math.Min(left, right) && region.Lines.Count(line => line.IsTabular) * 5 >= region.Lines.Count * 4;
    }

    /// <summary>'12.5', '12 million'; not '12 Main Street'.</summary>
    private static bool IsNumber(TextLine chunk) =>
        Numbers.Is(chunk.Words[0].Text) && chunk.Words[0].Text.Any(char.IsAsciiDigit) && !(chunk.Words.Count > 1 && chunk.Words[1].Text.Length > 2 && char.IsUpper(chunk.Words[1].Text[0]));

    /// <summary>Whether a column after the first holds mainly numbers.</summary>
    private static bool HasNumbers(Region region, List<ColumnExtent> columns)
    {
        for (var i = 1; i < columns.Count; i++)
        {
            int numbers = 0, all = 0;
            foreach (var chunk in region.Lines.SelectMany(line => line.Chunks).Where(chunk => chunk.Start >= columns[i].X0 - 1 && chunk.End <= columns[i].X1 + 1))
            {
                all++;
                numbers += IsNumber(chunk) ? 1 : 0;
            }

            if (numbers >= 2 && numbers * 2 >= all)
            {
                return true;
            }
        }

        return false;
    }
}
