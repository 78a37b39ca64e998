using ActionPlan.Sources;

namespace ActionPlan.Tables;

/// <summary>Recognises vertical cards: tables in which the labels stand on the left and the values on the right, one measure or several.</summary>
internal static class CardLabels
{
    /// <summary>Labels that must be known for sure before a table of two columns is a card.</summary>
    private const int LeastLabels = 3;

    /// <summary>Rows that are looked at: a card shows what it is in its first labels, and a long table must not be searched word by word.</summary>
    private const int RowsSearched = 60;

    /// <summary>The label of a value that goes on from the one above.</summary>
    private static readonly SourceCell Unlabelled = new() { Row = 1, Column = 1, Text = RichText.Empty };

    /// <summary>Whether the rows of a grid are pairs of label and value. Two pairs may stand side by side.</summary>
    public static bool IsCard(SourceGrid grid, HeadingWords words)
    {
        // A glossary or another list has headings of its own: 'Begrepp | Förklaring'.
        if (grid.Rows.Count > 0 && grid.Rows[0].Cells.Count > 1 && grid.Rows[0].Cells.All(HeadingWords.IsStranger))
        {
            return false;
        }

        // 'Aktivitet | Mål | Uppföljning' heads columns: in a card, values stand beside the labels.
        var first = grid.Rows.FirstOrDefault(row => row.Cells.Count > 1);
        if (first is null || first.Cells.Count(cell => words.Find(cell.Text.Text).Strength >= HeadingWords.CompoundMatch) * 2 > first.Cells.Count)
        {
            return false;
        }

        var known = 0;
        var pairs = 0;
        var keys = new HashSet<ColumnKey>();
        foreach (var row in grid.Rows.Take(RowsSearched))
        {
            foreach (var (label, _) in Pairs(row))
            {
                if (label.Text.IsEmpty)
                {
                    continue;
                }

                pairs++;
                var meaning = words.Find(WithoutNumber(label.Text.Text));
                if (meaning.Strength >= HeadingWords.CompoundMatch)
                {
                    known++;
                    keys.Add(meaning.Key);
                }
            }
        }

        return keys.Count >= LeastLabels
            && known * 2 > pairs
            && (keys.Contains(ColumnKey.Activity) || keys.Contains(ColumnKey.FocusArea) || keys.Contains(ColumnKey.Goal))
            && (keys.Contains(ColumnKey.FollowUp) || keys.Contains(ColumnKey.Goal) || keys.Contains(ColumnKey.Comment) || keys.Contains(ColumnKey.Status));
    }

    /// <summary>'Åtgärd 1' without its number; other labels as they are.</summary>
    public static string WithoutNumber(string label)
    {
        var text = label.AsSpan().TrimEnd(": .").TrimEnd("0123456789").TrimEnd();
        return text.Length > 0 && text.Length < label.Length && char.IsLetter(text[^1]) && char.IsAsciiDigit(label.AsSpan().TrimEnd(": .")[^1]) ? text.ToString() : label;
    }

    /// <summary>
    /// Label and value, from left to right. A row of one cell, or of an odd number, has a label without value at its end; where a label reaches
    /// down from the row above, the value stands alone.
    /// </summary>
    public static IEnumerable<(SourceCell Label, SourceCell? Value)> Pairs(SourceRow row)
    {
        if (row.Cells is [{ Column: 2 } value])
        {
            yield return (Unlabelled, value);
            yield break;
        }

        for (var i = 0; i < row.Cells.Count; i += 2)
        {
            yield return (row.Cells[i], i + 1 < row.Cells.Count ? row.Cells[i + 1] : null);
        }
    }
}
