using ActionPlan.Sources.Pdf.Cells;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>Joins the parts of tables that go on over pages: finds repeated heading rows and rows that the page has cut in two.</summary>
internal static class PageSeams
{
    /// <summary>Edges of the same column may differ by this many points from page to page.</summary>
    private const float SameEdge = 4;

    /// <summary>Room for so many font sizes more than a word takes tells that the line was ended on purpose.</summary>
    private const float Doubt = 0.4f;

    /// <summary>So many cells of a column tell that none is left blank.</summary>
    private const int FilledRows = 3;

    private static readonly HashSet<string> OpenWords = ["i", "på", "av", "för", "till", "med", "och", "eller", "samt", "att", "som", "en", "ett", "den", "vid", "från", "mellan", "inom", "og", "til", "the", "of", "and", "in", "for", "with", "to"];

    /// <param name="parts">The tables of all pages in order.</param>
    /// <param name="isBlankPage">Whether a page, counted from 1, has no text: such a page parts no table.</param>
    public static List<List<TablePart>> Join(IReadOnlyList<TablePart> parts, Func<int, bool> isBlankPage)
    {
        var tables = new List<List<TablePart>>();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (tables.Count > 0 && FollowsOn(tables[^1][^1], part, isBlankPage) && SameColumns(tables[^1][0].Grid, part.Grid))
            {
                part.RepeatedRows = RepeatedRows(tables[^1][0].Grid, part.Grid);
                if (part.RepeatedRows > 0 || !HasOtherHeading(tables[^1][0].Grid, part.Grid))
                {
                    part.GoesOn = part.RepeatedRows < part.Grid.Rows && IsCut(tables[^1][^1], part);
                    tables[^1].Add(part);
                    continue;
                }
            }

            tables.Add([part]);
        }

        return tables;
    }

    private static bool FollowsOn(TablePart above, TablePart below, Func<int, bool> isBlankPage)
    {
        if (above.AboveText || below.BelowText || below.Page <= above.Page || above.Grid.Method != below.Grid.Method)
        {
            return false;
        }

        for (var page = above.Page + 1; page < below.Page; page++)
        {
            if (!isBlankPage(page))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all edges of the one with fewer columns are edges of the other: a merged cell may hide some on a page.</summary>
    private static bool SameColumns(PageGrid a, PageGrid b)
    {
        var (few, many) = a.Xs.Length <= b.Xs.Length ? (a.Xs, b.Xs) : (b.Xs, a.Xs);
        if (few.Length < 3 || Math.Abs(few[0] - many[0]) > 2 * SameEdge || Math.Abs(few[^1] - many[^1]) > 2 * SameEdge)
        {
            return a.Method == TableMethod.Aligned && a.Columns == b.Columns;
        }

        return Array.TrueForAll(few, x => Array.Exists(many, other => Math.Abs(other - x) <= SameEdge));
    }

    private static int RepeatedRows(PageGrid first, PageGrid part)
    {
        var repeated = 0;
        for (var row = 0; row < Math.Min(3, Math.Min(first.Rows, part.Rows)); row++)
        {
            var (a, b) = (RowText(first, row), RowText(part, row));
            if (a.Length == 0 || a != b)
            {
                break;
            }

            repeated = row + 1;
        }

        // A cell over several heading rows ends where the heading ends.
        return repeated == part.Rows || part.Cells.Exists(cell => cell.Row < repeated && cell.Row + cell.RowSpan > repeated) ? 0 : repeated;
    }

    private static string RowText(PageGrid grid, int row) =>
        string.Join('|', grid.Cells.Where(cell => cell.Row == row).Select(cell => string.Concat(cell.Words.Select(word => word.Text))));

    /// <summary>Whether the part begins with a heading row of its own: bold throughout over several columns, as the first row of the table is.</summary>
    private static bool HasOtherHeading(PageGrid first, PageGrid part) => IsHeadingLike(first) && IsHeadingLike(part);

    private static bool IsHeadingLike(PageGrid grid)
    {
        var row = grid.Cells.Where(cell => cell.Row == 0).ToList();
        return row.Count > 1 && row.TrueForAll(cell => cell.Words.Count > 0 && cell.Words.TrueForAll(word => word.Font.IsBold))
            && grid.Cells.Exists(cell => cell.Row == 1 && cell.Words.Exists(word => !word.Font.IsBold));
    }

    /// <summary>
    /// Whether the page has cut a row in two: below stands only what goes on from above, every text above it reaches to the end of the page,
    /// and at least one is taken up in mid-sentence or with all that names the row left blank. Where the first column begins anew, so does the row,
    /// unless as many texts are taken up as begin.
    /// </summary>
    private static bool IsCut(TablePart above, TablePart below)
    {
        var row = below.RepeatedRows;
        var lower = below.RowCells(row).Where(cell => cell.Words.Count > 0).ToList();
        if (lower.Count == 0)
        {
            return false;
        }

        var columns = Math.Max(above.Grid.Columns, below.Grid.Columns);
        var upper = above.LastRow().ToList();
        int takenUp = 0, blankAbove = 0;
        foreach (var cell in lower)
        {
            var over = upper.Find(other => Math.Abs(other.Box.X0 - cell.Box.X0) <= SameEdge && Math.Abs(other.Box.X1 - cell.Box.X1) <= SameEdge);
            if (over is null)
            {
                return false;
            }

            if (over.Words.Count == 0)
            {
                blankAbove++;
                continue;
            }

            var last = LineBuilder.Build(over.Words)[^1];
            if (last.Baseline - above.Grid.Ys[^1] > 3f * last.Size)
            {
                return false;
            }

            takenUp += FirstLine(cell) is { } first && IsTakenUp(last, first, above.TextOf(over, above.Padding)) ? 1 : 0;
        }

        var begins = lower.Count - blankAbove - takenUp;
        var leads = (lower[0].Column > 0 && upper.Exists(cell => cell.Column == 0 && cell.Words.Count > 0)) || ((takenUp > 0 || lower[0].Column > 0) && LeavesBlank(below, row, above));
        return blankAbove < lower.Count
            && (takenUp > 0
                ? (blankAbove == 0 || takenUp >= blankAbove) && (leads || takenUp >= begins)
                : leads && blankAbove == 0 && lower.Count * 2 < columns);
    }

    /// <summary>Whether a row has no text in a column in which all rows above it have some.</summary>
    private static bool LeavesBlank(TablePart below, int row, TablePart above)
    {
        // The headings of sections leave all columns but one blank.
        var first = above.RepeatedRows + (above.GoesOn ? 1 : 0);
        var filled = new int[above.Grid.Rows];
        foreach (var cell in above.Grid.Cells.Where(cell => cell.Words.Count > 0))
        {
            filled[cell.Row]++;
        }

        return below.Grid.Columns == above.Grid.Columns
            && below.RowCells(row).Where(cell => cell.Words.Count == 0 && cell.ColumnSpan == 1)
                .Select(cell => above.Grid.Cells.FindAll(other => other.Column == cell.Column && other.ColumnSpan == 1 && other.Row >= first && filled[other.Row] > 1))
                .Any(column => column.Count >= FilledRows && column.TrueForAll(cell => cell.Words.Count > 0));
    }

    private static TextLine? FirstLine(GridCell cell) =>
        cell.Words.MaxBy(word => word.Baseline) is { } top ? LineBuilder.Build(cell.Words.FindAll(word => Math.Abs(word.Baseline - top.Baseline) < 2))[0] : null;

    /// <summary>Whether a text goes on over the end of the page: in mid-sentence, and its next word had no room above.</summary>
    private static bool IsTakenUp(TextLine last, TextLine first, CellPart sides) =>
        SentenceGoesOn(last.Text, first.Text) && (first.Words[0].Direction != Direction.Right || !ParagraphFinder.HadRoom(last, first, sides.Left, sides.Right, Doubt * last.Size));

    /// <summary>Whether a text ends in a word that no sentence ends in.</summary>
    private static bool EndsOpen(string text) => text.LastIndexOf(' ') is > 0 and var blank && OpenWords.Contains(text[(blank + 1)..]);

    private static bool SentenceGoesOn(string above, string below) =>
        below.Length > 0 && above.Length > 0 && above[^1] is not ('.' or '!' or '?' or ':') && (char.IsLower(below[0]) || EndsOpen(above) || (above[^1] is '-' or ',' && below[0] is not ('•' or '-' or '–')));
}
