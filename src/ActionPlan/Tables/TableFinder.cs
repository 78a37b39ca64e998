using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>Says of every grid of a document whether it holds measures, goes on from the one before it, is a card, or is not part of the plan.</summary>
internal sealed class TableFinder(HeadingWords words, BasisColumns? basis = null)
{
    private readonly HeaderFinder _headers = new(words);

    public List<FoundTable> Find(SourceDocument document)
    {
        var found = new List<FoundTable>();
        FoundTable? last = null;
        var apart = false;
        foreach (var block in document.Body)
        {
            if (block is SourceParagraph paragraph)
            {
                apart |= !paragraph.Text.IsEmpty && paragraph.Role is not (ParagraphRole.Heading or ParagraphRole.Caption) && !IsGoingOnMark(paragraph.Text.Text) && !HeadsTable(paragraph);
                continue;
            }

            var grid = (SourceGrid)block;
            var table = Classify(grid, last, apart);
            found.Add(table);
            if (table.IsUsed)
            {
                last = table;
                apart = false;
            }
        }

        return LeaveOutWeak(found);
    }

    private FoundTable Classify(SourceGrid grid, FoundTable? last, bool apart)
    {
        var header = _headers.Find(grid);
        if (CardLabels.IsCard(grid, words) && (header is null || header.Columns.Count <= 4))
        {
            return new(grid, TableRole.Cards, null, string.Empty);
        }

        if (header is not null)
        {
            return basis?.Completed(grid, header) is { } completed ? new(grid, TableRole.Measures, completed, string.Empty) { IsByTexts = true } : new(grid, TableRole.Measures, header, string.Empty);
        }

        if (last?.Header is { } before && !apart && GoesOn(grid, last, before) is { } inherited)
        {
            return new(grid, TableRole.Continuation, inherited, string.Empty);
        }

        if (basis?.Of(grid) is { } own)
        {
            return new(grid, TableRole.Measures, own, string.Empty) { IsByTexts = true };
        }

        return new(grid, TableRole.Other, null, grid.Rows.Count <= 1 ? "single row" : FoundTable.NoHeadings);
    }

    /// <summary>
    /// The heading of the table before, where a grid without one has the same columns and does not begin with headings of its own; else null.
    /// </summary>
    private static TableHeader? GoesOn(SourceGrid grid, FoundTable last, TableHeader before)
    {
        if (grid.Rows.Count == 0 || BeginsWithOtherHeadings(grid))
        {
            return null;
        }

        if (grid.Columns == last.Grid.Columns && SameWidths(grid.Widths, last.Grid.Widths))
        {
            return before with { FirstRow = 0, LastRow = 0 };
        }

        // Another grid below the same columns: a row of as many cells shows where they stand.
        var pattern = grid.Rows.FirstOrDefault(row => row.Cells.Count == before.Columns.Count);
        if (pattern is null || grid.Rows.Max(row => row.Cells.Count) != before.Columns.Count || before.Columns.Count < 3)
        {
            return null;
        }

        return new(0, 0, [.. before.Columns.Select((column, i) => column with { First = pattern.Cells[i].Column, Last = pattern.Cells[i].Column + pattern.Cells[i].ColumnSpan - 1 })]);
    }

    private static bool BeginsWithOtherHeadings(SourceGrid grid)
    {
        var first = grid.Rows[0];
        var cells = first.Cells.Where(cell => !cell.Text.IsEmpty).ToList();
        if (cells.Exists(HeadingWords.IsStranger))
        {
            return true;
        }

        // All cells of the first row stand out from those of the second: a heading row, if of words that are not known.
        return grid.Rows.Count > 1
            && cells.Count == first.Cells.Count
            && cells.Count > 1
            && cells.TrueForAll(cell => cell.Look.Bold || cell.Look.Fill >= 0)
            && !grid.Rows[1].Cells.All(cell => cell.Look == first.Cells[0].Look);
    }

    private static bool SameWidths(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        // A tenth of the column, or half a centimetre: what a hand that drags a border leaves.
        const double Tolerance = 14;
        if (a.Count == 0 || b.Count == 0 || a.Count != b.Count)
        {
            return true;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (Math.Abs(a[i] - b[i]) > Math.Max(Tolerance, 0.1 * a[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A short bold line is a heading that no style says.</summary>
    private static bool HeadsTable(SourceParagraph paragraph) =>
        paragraph.Bold && paragraph.Text.Text.Length <= 80 && paragraph.Text.Text[^1] is not ('.' or ':' or ',') && !paragraph.Text.Text.Contains('\n', StringComparison.Ordinal);

    private static bool IsGoingOnMark(string text) => text.Length < 40 && (text.StartsWith("forts", StringComparison.OrdinalIgnoreCase) || text.StartsWith("(forts", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Beside tables that have a column for answers, a table of two known columns without one ('Åtgärd', 'Kostnad') is something else; so is, beside
    /// one that names measures, a table that names none, that says no more than when, what and who, or whose answers are sums ('Åtgärd', 'Budget', 'Utfall').
    /// </summary>
    private static List<FoundTable> LeaveOutWeak(List<FoundTable> found)
    {
        if (!found.Exists(table => table.Role == TableRole.Cards || HasAnswers(table)))
        {
            return found;
        }

        var named = found.Exists(table => table.Role == TableRole.Cards || (NamesMeasures(table) && HasAnswers(table) && !HoldsSums(table)));
        string? reason = null;
        for (var i = 0; i < found.Count; i++)
        {
            var table = found[i];
            if (table.Role == TableRole.Measures)
            {
                reason = !HasAnswers(table) && (table.Header!.SureMeanings < 3 || WeighsRisks(table) || (named && IsTimetable(table.Header))) ? "no column for answers"
                    : named && !NamesMeasures(table) ? "names no measures"
                    : named && HoldsSums(table) ? "answers are sums"
                    : null;
            }

            if (reason is not null && table.Role is TableRole.Measures or TableRole.Continuation)
            {
                found[i] = table with { Role = TableRole.Other, Reason = reason };
            }
        }

        return found;
    }

    /// <summary>Key figures ('Mål', 'Indikator', 'Utfall') and budgets have answers too, but say neither what is done nor where.</summary>
    private static bool NamesMeasures(FoundTable table) => table.Header is { } header && (header.Has(ColumnKey.Activity) || header.Has(ColumnKey.FocusArea));

    /// <summary>A table that weighs risks may name measures against them; what is followed up stands in another table.</summary>
    private static bool WeighsRisks(FoundTable table) =>
        table.Header!.Columns.Any(column => column.Heading.StartsWith("sannolikhet", StringComparison.OrdinalIgnoreCase) || column.Heading.StartsWith("konsekvens", StringComparison.OrdinalIgnoreCase));

    /// <summary>'När', 'Vad', 'Vem' and no more.</summary>
    private static bool IsTimetable(TableHeader header) => header.SureMeanings == 3 && !header.Has(ColumnKey.FocusArea) && !header.Has(ColumnKey.Goal);

    /// <summary>Whether all answers are numbers or sums of money.</summary>
    private static bool HoldsSums(FoundTable table)
    {
        var sums = 0;
        foreach (var cell in table.Grid.Rows.Skip(table.Header!.LastRow).SelectMany(row => row.Cells))
        {
            if (!cell.Text.IsEmpty && cell.ColumnSpan < table.Grid.Columns && table.Header.Columns.Any(column => IsAnswer(column.Meaning.Key) && column.First <= cell.Column && column.Last >= cell.Column))
            {
                if (!IsSum(cell.Text.Text))
                {
                    return false;
                }

                sums++;
            }
        }

        return sums > 0;
    }

    private static bool IsSum(string text) =>
        text.Any(char.IsAsciiDigit)
        && Tokens.Of(text).TrueForAll(word => word.Of(text) is "kr" or "tkr" or "mkr" or "mnkr" or "SEK" or "kronor" or "procent" or "%" || word.Of(text).Trim("0123456789.,:+-–−%\u00a0").IsEmpty);

    private static bool IsAnswer(ColumnKey key) => key is ColumnKey.FollowUp or ColumnKey.Comment or ColumnKey.Status;

    private static bool HasAnswers(FoundTable table) =>
        table.Header is { } header && (header.Has(ColumnKey.FollowUp) || header.Has(ColumnKey.Comment) || header.Has(ColumnKey.Status));
}
