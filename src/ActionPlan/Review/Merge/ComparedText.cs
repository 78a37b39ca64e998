using System.Globalization;
using System.Text;

namespace ActionPlan.Review.Merge;

/// <summary>How texts are compared: what a person would call the same is the same.</summary>
internal static class ComparedText
{
    /// <summary>The text in NFC with single spaces.</summary>
    public static string Normal(string text) => string.Join(' ', ComposedText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool AreSame(string one, string other)
    {
        if (one == other)
        {
            return true;
        }

        var (left, right) = (Normal(one), Normal(other));
        return left == right || WithoutBlanks(left) == WithoutBlanks(right);
    }

    /// <summary>What texts that are the same have in common.</summary>
    public static string Key(string text) => WithoutBlanks(Normal(text));

    public static bool AreSame(RichText one, RichText other) => AreSame(one.Text, other.Text);

    /// <summary>Programs drop line breaks and divide words; a blank says something between figures only.</summary>
    private static string WithoutBlanks(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isBlank = char.GetUnicodeCategory(text[i]) == UnicodeCategory.Format || (text[i] == ' ' && !PartsFigures(text, i));
            if (!isBlank)
            {
                kept.Append(Plain(text[i]));
            }
        }

        return kept.ToString();
    }

    /// <summary>Between two figures, of which the second may have a sign: '5 -3' is not '5-3'.</summary>
    private static bool PartsFigures(string text, int blank)
    {
        var next = blank + 1 < text.Length && text[blank + 1] is '-' or '+' or '\u2212' ? blank + 2 : blank + 1;
        return blank > 0 && next < text.Length && char.IsDigit(text[blank - 1]) && char.IsDigit(text[next]);
    }

    /// <summary>Programs set hyphens that break no line, and quotation marks of their own.</summary>
    private static char Plain(char letter) => letter switch
    {
        '\u2010' or '\u2011' => '-',
        '\u201c' or '\u201d' or '\u201e' => '"',
        '\u2018' or '\u2019' => '\'',
        _ => letter,
    };

    /// <summary>Where links of the text lead to, and the other's do not.</summary>
    public static bool LeadsElsewhere(RichText text, RichText other)
    {
        if (text.IsPlain)
        {
            return false;
        }

        var known = Links(other).ToHashSet(StringComparer.Ordinal);
        return Links(text).Any(link => !known.Contains(link));
    }

    private static IEnumerable<string> Links(RichText text) =>
        text.IsPlain ? [] : text.Paragraphs.SelectMany(paragraph => paragraph.Runs).Select(run => run.Link).OfType<string>();

    /// <summary>The words in lower case, each once.</summary>
    public static HashSet<string> Words(params ReadOnlySpan<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var start = -1;
            for (var i = 0; i <= text.Length; i++)
            {
                var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
                if (inWord && start < 0)
                {
                    start = i;
                }
                else if (!inWord && start >= 0)
                {
                    words.Add(text[start..i].ToLowerInvariant());
                    start = -1;
                }
            }
        }

        return words;
    }

    /// <summary>How much two sets of words have in common, from 0 to 1 (the coefficient of Dice).</summary>
    public static double Likeness(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        if (one.Count + other.Count == 0)
        {
            return 1;
        }

        var (small, large) = one.Count < other.Count ? (one, other) : (other, one);
        return 2.0 * small.Count(large.Contains) / (one.Count + other.Count);
    }
}
