using ActionPlan.Messages;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Pages;

/// <summary>
/// Finds the marks of notes: small raised numbers just behind a word, whose number begins a line of its own below. 'm²' and 'CO₂' are none.
/// </summary>
internal static class NoteMarks
{
    /// <summary>A mark is smaller than its word by at least this factor; browsers make it five sixths.</summary>
    private const float Small = 0.88f;

    /// <summary>A mark stands above the baseline of its word by at least this part of the word's size.</summary>
    private const float Raised = 0.15f;

    /// <summary>A mark touches its word, or nearly so.</summary>
    private const float Touches = 0.2f;

    private const int LongestMark = 2;

    /// <summary>Letters before a raised two or three that are a unit: 'm', 'km'.</summary>
    private const int LongestUnit = 2;

    /// <summary>Flags the marks on the pages, and tells the notes that they lead to.</summary>
    public static IEnumerable<Diagnostic> Find(IReadOnlyList<PageContent> pages)
    {
        List<(PrintedWord Mark, PageContent Page)>? marks = null;
        foreach (var page in pages)
        {
            for (var i = 1; i < page.Words.Count; i++)
            {
                if (IsMark(page.Words[i - 1], page.Words[i]))
                {
                    (marks ??= []).Add((page.Words[i], page));
                }
            }
        }

        foreach (var (mark, page) in marks ?? [])
        {
            if (NoteOf(mark, page, pages) is { } note)
            {
                mark.IsNoteMark = true;
                yield return DiagnosticCatalog.NoteLeftOut.At(new(page.Number), note);
            }
        }
    }

    private static bool IsMark(PrintedWord before, PrintedWord word) =>
        word.Text.Length <= LongestMark
        && word.Direction == Direction.Right
        && before.Direction == Direction.Right
        && word.Size < Small * before.Size
        && word.Baseline - before.Baseline > Raised * before.Size
        && word.Baseline - before.Baseline < before.Size
        && Math.Abs(word.Start - before.End) < Touches * before.Size
        && !IsPower(before.Text, word.Text)
        && IsNumber(word.Text);

    private static bool IsPower(string unit, string number) => unit.Length < LongestUnit || (unit.Length == LongestUnit && number is "2" or "3");

    /// <summary>Figures, or the small Roman ones of endnotes.</summary>
    private static bool IsNumber(string text) => (!text.AsSpan().ContainsAnyExceptInRange('0', '9') && text[0] != '0') || !text.AsSpan().ContainsAnyExcept("ivx");

    /// <summary>The text of the note that a mark leads to: the line that begins with its number below it on its page, or on the last page.</summary>
    private static string? NoteOf(PrintedWord mark, PageContent page, IReadOnlyList<PageContent> pages) =>
        LineOf(mark, page, mark.Baseline) ?? (page.Number == pages.Count ? null : LineOf(mark, pages[^1], float.MaxValue));

    private static string? LineOf(PrintedWord mark, PageContent page, float below)
    {
        for (var i = page.Words.Count - 2; i >= 0; i--)
        {
            var (number, first) = (page.Words[i], page.Words[i + 1]);
            if (number.Text == mark.Text
                && number.Baseline < below - mark.Size
                && first.Start > number.End
                && Math.Abs(first.Baseline - number.Baseline) < first.Size
                && first.Start - number.End < 3 * first.Size
                && (i == 0 || Math.Abs(page.Words[i - 1].Baseline - first.Baseline) > 0.5f * first.Size)
                && !page.IsBesideUprightRule(number.CentreY))
            {
                number.StartsNote = true;
                return string.Join(' ', page.Words.Skip(i + 1).TakeWhile(word => Math.Abs(word.Baseline - first.Baseline) < 0.5f * first.Size).Select(word => word.Text));
            }
        }

        return null;
    }
}
