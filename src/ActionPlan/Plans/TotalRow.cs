using ActionPlan.Sources;

namespace ActionPlan.Plans;

/// <summary>'Summa | | 1 250 tkr': a word for the whole, and numbers alone beside it. Such a row is no measure.</summary>
internal static class TotalRow
{
    private static readonly string[] Words = ["summa", "totalt", "total", "totalsumma", "delsumma", "summa totalt", "sum", "totalt sum", "i alt", "sum total", "yhteensä"];

    public static bool Is(SourceRow row)
    {
        var named = false;
        foreach (var cell in row.Cells)
        {
            if (cell.Text.IsEmpty)
            {
                continue;
            }

            var text = cell.Text.Text;
            if (!named)
            {
                if (!IsWord(text))
                {
                    return false;
                }

                named = true;
            }
            else if (!text.AsSpan().ContainsAnyInRange('0', '9') || text.Count(char.IsLetter) > 4)
            {
                return false;
            }
        }

        return named;
    }

    // No lambda: this is asked of every row, and a closure for each would be a good part of what the stage allocates.
    private static bool IsWord(string text)
    {
        var bare = text.AsSpan().TrimEnd(':');
        foreach (var word in Words)
        {
            if (bare.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
