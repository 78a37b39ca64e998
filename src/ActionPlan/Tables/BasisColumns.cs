using System.Text;
using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>
/// The columns of the plan that a document was filled in from: where a table has lost its heading row, or cells of it, what stands in a column says which
/// one it is.
/// </summary>
internal sealed class BasisColumns
{
    /// <summary>So many of a column's texts are those of the base, one in so many.</summary>
    private const int Part = 2;

    // A text that stands in many columns says nothing about which of them is meant; one as short as a number neither.
    private const int ShortestAlone = 4;

    private readonly Plan _basis;
    private readonly HeadingWords _words;
    private readonly Dictionary<string, long> _columns = new(StringComparer.Ordinal);

    public BasisColumns(Plan basis, HeadingWords words)
    {
        (_basis, _words) = (basis, words);

        // As many as there are bits to remember them by; plans have a dozen.
        for (var i = 0; i < Math.Min(basis.Columns.Count, sizeof(long) * 8); i++)
        {
            foreach (var measure in basis.Measures)
            {
                if (measure[basis.Columns[i]] is { IsEmpty: false } text)
                {
                    var letters = Letters(text.Text);
                    _columns[letters] = _columns.GetValueOrDefault(letters) | (1L << i);
                }
            }
        }
    }

    /// <summary>The headings of a table that has none, or null where its texts are not those of the base.</summary>
    public TableHeader? Of(SourceGrid grid)
    {
        var usual = grid.Rows.Where(row => Filled(row) > 1).GroupBy(row => row.Cells.Count).MaxBy(rows => rows.Count())?.First();
        if (usual is null || usual.Cells.Count < 2)
        {
            return null;
        }

        HeadingColumn[] columns = [.. usual.Cells.Select(cell => new HeadingColumn(cell.Column, cell.Column + cell.ColumnSpan - 1, string.Empty, string.Empty, default))];
        var named = Named(grid, columns, 1, 0);
        return named is null ? null : new(1, 0, named);
    }

    /// <summary>The heading row with those of its cells put right that head other columns than theirs, since some are missing; null where nothing is wrong with it.</summary>
    public TableHeader? Completed(SourceGrid grid, TableHeader header)
    {
        var below = grid.Rows.Where(row => row.Index > header.LastRow && Filled(row) > 1).ToList();
        var lacking = header.Columns.Where(column => column.Heading.Length == 0).ToList();
        if (!lacking.Exists(column => below.Exists(row => row.Cells.Any(cell => !cell.Text.IsEmpty && cell.Column >= column.First && cell.Column <= column.Last))))
        {
            return null;
        }

        return Named(grid, header.Columns, header.FirstRow, header.LastRow) is { } named ? header with { Columns = named } : null;
    }

    private HeadingColumn[]? Named(SourceGrid grid, IReadOnlyList<HeadingColumn> columns, int firstRow, int lastRow)
    {
        var known = Known(grid, columns, firstRow, lastRow, out var filled);
        if (!Suffices(known))
        {
            return null;
        }

        FillGaps(known, at => filled[at] > 0 || columns[at].Heading.Length > 0);
        var names = new HeadingColumn[columns.Count];
        for (var i = 0; i < names.Length; i++)
        {
            // A heading that is not contradicted by texts still says what it says.
            names[i] = known[i] >= 0 ? Heading(columns[i], _basis.Columns[known[i]])
                : IsTaken(columns[i], known) ? columns[i] with { Heading = string.Empty, Above = string.Empty, Meaning = default }
                : columns[i];
        }

        return names;
    }

    /// <summary>For each column the one of the base that most of its texts are in, or -1.</summary>
    private int[] Known(SourceGrid grid, IReadOnlyList<HeadingColumn> columns, int firstRow, int lastRow, out int[] filled)
    {
        var votes = new int[columns.Count, _basis.Columns.Count];
        var texts = filled = new int[columns.Count];
        foreach (var row in grid.Rows.Where(row => (row.Index < firstRow || row.Index > lastRow) && Filled(row) > 1))
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                var at = row.Cells.Count == columns.Count ? i : At(columns, cell.Column);
                var letters = cell.Text.IsEmpty ? string.Empty : Letters(cell.Text.Text);
                if (at < 0 || letters.Length == 0)
                {
                    continue;
                }

                texts[at]++;
                var found = _columns.GetValueOrDefault(letters);
                for (var k = 0; found != 0; k++, found >>>= 1)
                {
                    votes[at, k] += (int)(found & 1);
                }
            }
        }

        var known = new int[columns.Count];
        Array.Fill(known, -1);
        var pairs = from i in Enumerable.Range(0, columns.Count)
                    from k in Enumerable.Range(0, _basis.Columns.Count)
                    where votes[i, k] > 0 && votes[i, k] * Part >= texts[i]
                    orderby votes[i, k] descending, Math.Abs(i - k)
                    select (i, k);
        foreach (var (i, k) in pairs)
        {
            if (known[i] < 0 && Array.IndexOf(known, k) < 0)
            {
                known[i] = k;
            }
        }

        return known;
    }

    private static int At(IReadOnlyList<HeadingColumn> columns, int column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].First <= column && columns[i].Last >= column)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether what was found names measures: one of their texts, and another column beside it or the place of one.</summary>
    private bool Suffices(int[] known) =>
        Array.Exists(known, at => at >= 0 && _basis.Columns[at].Key is ColumnKey.Activity or ColumnKey.Goal or ColumnKey.FocusArea)
        && (known.Count(at => at >= 0) > 1 || known.Length == _basis.Columns.Count);

    /// <summary>Columns between those that are known: as many as the base has there, in its order; else the answers, where one column is left for them.</summary>
    private void FillGaps(int[] known, Func<int, bool> isUsed)
    {
        for (var start = 0; start < known.Length; start++)
        {
            if (known[start] >= 0)
            {
                continue;
            }

            var end = start;
            while (end < known.Length && known[end] < 0)
            {
                end++;
            }

            var from = start == 0 ? 0 : known[start - 1] + 1;
            var to = end == known.Length ? _basis.Columns.Count : known[end];
            var free = Enumerable.Range(from, Math.Max(0, to - from)).Where(k => Array.IndexOf(known, k) < 0).ToList();
            var gap = Enumerable.Range(start, end - start).ToList();
            gap = free.Count == gap.Count ? gap : gap.FindAll(isUsed.Invoke);
            for (var i = 0; i < gap.Count && free.Count == gap.Count; i++)
            {
                known[gap[i]] = free[i];
            }

            start = end;
        }

        var answers = -1;
        for (var k = 0; k < _basis.Columns.Count; k++)
        {
            answers = _basis.Columns[k].Key == ColumnKey.FollowUp ? k : answers;
        }

        var left = Enumerable.Range(0, known.Length).Where(at => known[at] < 0 && isUsed(at)).Take(2).ToList();
        if (answers >= 0 && Array.IndexOf(known, answers) < 0 && left.Count == 1)
        {
            known[left[0]] = answers;
        }
    }

    private bool IsTaken(HeadingColumn column, int[] known) =>
        column.Meaning.Strength > 0 && Array.Exists(known, at => at >= 0 && (_basis.Columns[at].Key == column.Meaning.Key || _basis.Columns[at].Heading == column.Heading));

    private HeadingColumn Heading(HeadingColumn column, PlanColumn own)
    {
        // What stands in for the column of the answers does so in the other tables of the copy too, or in none.
        var found = _words.Find(own.Heading);
        var standsIn = own.Key == ColumnKey.FollowUp && (found.Key == ColumnKey.Comment || found is { Strength: 0, Period: not null });
        return column with
        {
            Heading = own.Heading,
            Above = string.Empty,
            Meaning = standsIn ? found : new(own.Key, own.Key == ColumnKey.Other ? 0 : HeadingWords.CallerMatch, found.Period),
        };
    }

    private static int Filled(SourceRow row) => row.Cells.Count(cell => !cell.Text.IsEmpty);

    private static string Letters(string text)
    {
        var letters = new StringBuilder(Math.Min(text.Length, 64));
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.Length < ShortestAlone ? text.Trim() : letters.ToString();
    }
}
