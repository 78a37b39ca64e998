using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Joins the two pieces of a cell that a page, or a hand, has cut in two.</summary>
internal static class TextSeam
{
    /// <summary>Words after which a Swedish, Norwegian, Danish or English sentence cannot end.</summary>
    private static readonly HashSet<string> OpenWords = new(WordList.Of(
        "och|eller|samt|att|som|med|av|till|för|från|på|i|om|vid|under|över|mot|mellan|inom|genom|utan|efter|hos|" +
        "en|ett|den|det|de|og|eller|og|å|til|fra|af|ved|et|at|the|a|an|and|or|of|to|in|on|for|with|by|ja|tai|sekä"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text breaks off in mid-sentence and another one takes it up.</summary>
    public static bool GoesOn(string above, string below) =>
        above.Length > 0 && below.Length > 0 && IsOpen(above) && (char.IsLower(below[0]) || EndsInOpenWord(above));

    /// <summary>Whether a text stops without the mark of an end.</summary>
    public static bool IsOpen(string text)
    {
        var end = text.Length - 1;
        while (end >= 0 && text[end] is '"' or '”' or '’' or '»' or ')' or ']' or ' ')
        {
            end--;
        }

        return end >= 0 && text[end] is not ('.' or '!' or '?' or ':' or '…' or ';');
    }

    /// <summary>The two pieces as one text, and the hyphens that were dropped.</summary>
    /// <param name="above">The text so far.</param>
    /// <param name="below">What follows.</param>
    /// <param name="hyphenKept">The divided word where nobody could know whether its hyphen is real, or null.</param>
    /// <param name="dropped">Hyphens dropped: 0 or 1.</param>
    public static RichText Join(RichText above, RichText below, out string? hyphenKept, out int dropped)
    {
        hyphenKept = null;
        dropped = 0;
        if (above.IsEmpty || below.IsEmpty)
        {
            return above.IsEmpty ? below : above;
        }

        if (!GoesOn(above.Text, below.Text) || (!below.IsPlain && below.Paragraphs[0].List != ListKind.None))
        {
            return above.IsPlain && below.IsPlain
                ? RichText.FromText(above.Text + "\n" + below.Text)
                : RichText.FromParagraphs([.. above.Paragraphs, .. below.Paragraphs]);
        }

        var glue = " ";
        if (above.Text.Length > 1 && above.Text[^1] == '-' && char.IsLetter(above.Text[^2]))
        {
            glue = string.Empty;
            var next = below.Text.AsSpan();
            var end = 0;

            // No set of characters to search for: making one costs more at the start than this loop ever does.
            while (end < next.Length && next[end] is not (' ' or '\n' or '.' or ',' or ';' or ':'))
            {
                end++;
            }

            var word = next[..end];
            if (word is "och" or "eller" or "samt" or "og" or "and" or "or" or "ja" or "tai")
            {
                glue = " ";
            }
            else
            {
                hyphenKept = string.Concat(LastWord(above.Text), word);
            }
        }

        if (above.IsPlain && below.IsPlain)
        {
            return RichText.FromText(above.Text + glue + below.Text);
        }

        var upper = above.Paragraphs;
        var lower = below.Paragraphs;
        var seam = upper[^1] with { Runs = [.. upper[^1].Runs, new TextRun(glue), .. lower[0].Runs] };
        return RichText.FromParagraphs([.. upper.Take(upper.Count - 1), seam, .. lower.Skip(1)]);
    }

    private static bool EndsInOpenWord(string text) => text[^1] == ',' || OpenWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(LastWord(text));

    private static ReadOnlySpan<char> LastWord(string text)
    {
        var start = text.Length;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return text.AsSpan(start);
    }
}
