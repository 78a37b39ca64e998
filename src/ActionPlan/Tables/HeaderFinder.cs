using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>Finds the heading row of a grid by its words, over one row or two.</summary>
internal sealed class HeaderFinder(HeadingWords words)
{
    /// <summary>How far down a heading row is sought: above it may stand title, decision and explanation.</summary>
    private const int RowsSearched = 15;

    /// <summary>The heading rows, or null where no row says enough.</summary>
    public TableHeader? Find(SourceGrid grid)
    {
        var rows = Top(grid, RowsSearched + 1);
        TableHeader? best = null;
        for (var i = 0; i < Math.Min(rows.Count, RowsSearched); i++)
        {
            var found = At(rows, i);
            if (found is { HeadsMeasures: true } && (best is null || (found.SureMeanings > best.SureMeanings && best.LastRow + 1 >= found.FirstRow)))
            {
                best = found;
            }
            else if (best is not null)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>The headings of a row, whatever they mean; for the list of what was seen in a document without a plan.</summary>
    public static IEnumerable<string> Seen(SourceGrid grid) =>
        grid.Rows.Count == 0 ? [] : grid.Rows[0].Cells.Where(cell => !cell.Text.IsEmpty).Select(cell => HeadingText.OnOneLine(cell.Text.Text));

    private TableHeader? At(List<HeaderRow> rows, int i)
    {
        var upper = rows[i];
        var single = upper.Filled >= 2 && upper.IsShort ? One(upper) : null;
        if (i + 1 < rows.Count && upper.Filled >= 1 && upper.IsShort && rows[i + 1].IsShort)
        {
            var both = Two(upper, rows[i + 1], single is { HeadsMeasures: true });
            if (both is { HeadsMeasures: true })
            {
                return both;
            }
        }

        return single;
    }

    private TableHeader One(HeaderRow row)
    {
        var columns = new List<HeadingColumn>();
        foreach (var (cell, first, last) in row.Cells)
        {
            var heading = cell is null ? string.Empty : HeadingText.OnOneLine(cell.Text.Text);
            columns.Add(new(first, last, heading, string.Empty, cell is null ? default : words.Find(cell.Text.Text)));
        }

        return new(row.Row.Index, row.Row.Index, columns);
    }

    /// <summary>Two rows as one heading, if the lower one divides or explains the upper one; else null.</summary>
    private TableHeader? Two(HeaderRow upper, HeaderRow lower, bool upperSuffices)
    {
        if (lower.OwnFilled == 0 || upper.Cells.Count == 1 || upper.Cells.Exists(cell => cell.Cell is not null && IsDocumentLine(cell.Cell.Text.Text)))
        {
            return null;
        }

        var divides = upper.Cells.Exists(cell => cell.Cell is { Text.IsEmpty: false } && cell.Last > cell.First && lower.Cells.Count(low => IsOwn(lower, low.Cell) && low.First >= cell.First && low.Last <= cell.Last) > 1);
        var covered = upper.Cells.Exists(cell => cell.Cell is { RowSpan: > 1, Text.IsEmpty: false });
        var columns = new List<HeadingColumn>();
        var lowerKnown = 0;
        var lowerUnknown = 0;
        foreach (var (low, first, last) in lower.Cells)
        {
            var (up, upFirst, upLast) = upper.Over(first);
            var lowText = low is not null && IsOwn(lower, low) ? HeadingText.OnOneLine(low.Text.Text) : string.Empty;

            // A blank cell right of a group's heading belongs to the group where the lower row goes on below it.
            var above = up is null || up.Text.IsEmpty ? (lowText.Length > 0 ? LeftNeighbour(upper, first) : string.Empty) : HeadingText.OnOneLine(up.Text.Text);
            if (lowText.Length == 0)
            {
                columns.Add(new(first, last, above, string.Empty, words.Find(above)));
                continue;
            }

            var meaning = Meaning(lowText, above, out var known);
            lowerKnown += known ? 1 : 0;
            lowerUnknown += known ? 0 : 1;
            var group = upLast > upFirst || up is null || up.Text.IsEmpty;

            // An explanation below a heading of one column ('Vad ska göras?') does not replace it.
            columns.Add(!known && !group && above.Length > 0
                ? new(first, last, above, string.Empty, words.Find(above))
                : new(first, last, lowText, above, meaning));
        }

        var marked = upper.Row.Header && lower.Row.Header;
        var sparse = lower.OwnFilled < lower.Cells.Count || covered;
        var accepted = marked
            || (divides && (covered || lowerKnown > 0 || upperSuffices))
            || (lowerKnown >= 2 && lowerUnknown == 0 && sparse)
            || (!upperSuffices && lowerKnown >= 2 && divides);
        return accepted ? new(upper.Row.Index, lower.Row.Index, columns) : null;
    }

    /// <summary>Whether a text is a decision or a registration number that stands above the heading row, not a heading over several columns.</summary>
    private static bool IsDocumentLine(string text)
    {
        if (text.Contains('§', StringComparison.Ordinal) || text.StartsWith("dnr", StringComparison.OrdinalIgnoreCase) || text.StartsWith("diarie", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var words = Tokens.Of(text);
        for (var i = 0; i < words.Count; i++)
        {
            // A part of a heading may be a year, not a day.
            if (PrintedDate.TryRead(text, words, i, out var date, out _) && date.ToString().Length == 10)
            {
                return !text.Contains("uppföljning", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    private HeadingMeaning Meaning(string low, string above, out bool known)
    {
        var meaning = words.Find(low);
        var over = above.Length > 0 ? words.Find(above) : default;
        known = meaning.Strength >= HeadingWords.CompoundMatch;

        // 'Uppföljning' above '2022' and '2023'; 'Uppföljning 2023' above 'Kommentar'.
        if (meaning.Strength == 0 && over.Strength > 0 && (meaning.Period is not null || low.Length == 0))
        {
            known = true;
            return over with { Period = meaning.Period ?? over.Period };
        }

        return meaning with { Period = meaning.Period ?? over.Period };
    }

    private static string LeftNeighbour(HeaderRow row, int column)
    {
        for (var i = row.Cells.Count - 1; i >= 0; i--)
        {
            if (row.Cells[i].First <= column && row.Cells[i].Cell is { Text.IsEmpty: false } cell)
            {
                return HeadingText.OnOneLine(cell.Text.Text);
            }
        }

        return string.Empty;
    }

    private static bool IsOwn(HeaderRow row, SourceCell? cell) => cell is not null && cell.Row == row.Row.Index;

    private static List<HeaderRow> Top(SourceGrid grid, int count)
    {
        var rows = new List<HeaderRow>();
        var cursor = new GridCursor(grid);
        while (rows.Count < count && cursor.MoveNext())
        {
            rows.Add(HeaderRow.From(cursor));
        }

        return rows;
    }

    /// <summary>A cell, or a gap, over the grid columns from the first to the last.</summary>
    private sealed record HeaderCell(SourceCell? Cell, int First, int Last)
    {
        public static readonly HeaderCell None = new(null, 0, 0);
    }

    /// <summary>A row with its cells side by side, those that reach down from above included.</summary>
    private sealed record HeaderRow(SourceRow Row, List<HeaderCell> Cells)
    {
        /// <summary>Longer texts than this are no headings.</summary>
        private const int LongestHeading = 120;

        public int Filled => Cells.Count(cell => cell.Cell is { Text.IsEmpty: false });

        public int OwnFilled => Cells.Count(cell => IsOwn(this, cell.Cell) && !cell.Cell!.Text.IsEmpty);

        public bool IsShort => Cells.TrueForAll(cell => cell.Cell is null || cell.Cell.Text.Text.Length <= LongestHeading);

        public HeaderCell Over(int column) => Cells.Find(cell => cell.First <= column && cell.Last >= column) ?? HeaderCell.None;

        public static HeaderRow From(GridCursor cursor)
        {
            var cells = new List<HeaderCell>();
            var covering = cursor.Covering;
            for (var i = 0; i < covering.Length; i++)
            {
                if (cells.Count > 0 && ReferenceEquals(cells[^1].Cell, covering[i]) && covering[i] is not null)
                {
                    cells[^1] = cells[^1] with { Last = i + 1 };
                }
                else
                {
                    cells.Add(new(covering[i], i + 1, i + 1));
                }
            }

            return new(cursor.Row, cells);
        }
    }
}
