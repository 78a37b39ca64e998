using ActionPlan.Messages;

namespace ActionPlan.Sources;

/// <summary>
/// The texts that wait for an answer and are none: those that Word shows in its controls, those that ActionPlan writes, and those that the caller
/// names. Where the control is gone - a print, a conversion, a table copied as text - they stand as plain text, and still say that there is no answer.
/// </summary>
internal sealed class PromptTexts
{
    private const int Shortest = 10;

    private const int LongestKnown = 60;

    // The longest that a document's own prompt is kept.
    private const int ReadingLongest = 500;

    // A shorter word outside of a control may as well be an answer.
    private const int ShortestNamed = 6;

    // How all the known ones begin, so that other texts are not looked for among them.
    private static readonly string[] Beginnings = ["klic", "klik", "clic", "välj", "vel", "væl", "val", "choo", "kirj", "lisä"];

    // Without their full stop.
    private static readonly string[] OfWord =
    [
        "Klicka eller tryck här för att ange text", "Klicka här för att ange text", "Klicka eller tryck här för att ange datum", "Klicka här för att ange datum", "Välj ett objekt", "Välj ett block",
        "Klikk eller trykk her for å skrive inn tekst", "Klikk her for å skrive inn tekst", "Klikk eller trykk for å skrive inn en dato", "Klikk her for å skrive inn en dato", "Velg et element",
        "Klik eller tryk her for at skrive tekst", "Klik her for at angive tekst", "Klik eller tryk for at angive en dato", "Klik her for at angive en dato", "Vælg et element",
        "Kirjoita tekstiä napsauttamalla tai napauttamalla tätä", "Kirjoita tekstiä napsauttamalla tätä", "Lisää päivämäärä napsauttamalla tai napauttamalla tätä", "Valitse kohde",
        "Click or tap here to enter text", "Click here to enter text", "Click or tap to enter a date", "Click here to enter a date", "Choose an item",
    ];

    private static readonly Lazy<HashSet<string>> Known = new(() => new(OfWord.Concat(DocumentPrompts.All()).Select(prompt => prompt.TrimEnd('.')), StringComparer.OrdinalIgnoreCase));

    private readonly HashSet<string> _named;

    private PromptTexts(IEnumerable<string> named) => _named = new(named.Select(Bare).Where(prompt => prompt.Length > 0), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that are prompts in any document.</summary>
    public static PromptTexts Common { get; } = new([]);

    /// <summary>Whether the prompts of the document are known, so that any other text in a control is an answer, whatever the control says of it.</summary>
    public bool AreNamed => _named.Count > 0;

    public static PromptTexts Of(ReadOptions options) => options.Prompts.Count == 0 ? Common : new(options.Prompts);

    /// <summary>Whether a text is a prompt and nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="inControl">Whether it is all that stands in a content control.</param>
    public bool IsPrompt(ReadOnlySpan<char> text, bool inControl = false)
    {
        var bare = Bare(text);
        return (bare.Length is >= Shortest and <= LongestKnown && Begins(bare) && Known.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare))
            || (_named.Count > 0 && bare.Length >= (inControl ? 1 : ShortestNamed) && _named.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare));
    }

    /// <summary>A text without the prompts in it: paragraphs that are one, and one that the answer was written before or behind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dropped">How many characters went, white space apart.</param>
    public RichText Without(RichText text, out long dropped)
    {
        dropped = 0;
        if (text.IsEmpty)
        {
            return text;
        }

        if (IsPrompt(text.Text))
        {
            dropped = TextCount.NonBlank(text.Text);
            return RichText.Empty;
        }

        if (!AreNamed)
        {
            return text;
        }

        var kept = new List<TextParagraph>();
        foreach (var paragraph in text.Paragraphs)
        {
            var rest = IsPrompt(paragraph.Text) ? null : WithoutAtEnds(paragraph);
            dropped += TextCount.NonBlank(paragraph.Text) - (rest is null ? 0 : TextCount.NonBlank(rest.Text));
            if (rest is not null)
            {
                kept.Add(rest);
            }
        }

        return dropped == 0 ? text : RichText.FromParagraphs(kept);
    }

    private TextParagraph WithoutAtEnds(TextParagraph paragraph)
    {
        foreach (var prompt in _named.Where(prompt => prompt.Length >= Shortest))
        {
            var text = paragraph.Text;
            var at = text.IndexOf(prompt, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var end = at + prompt.Length;
            while (end < text.Length && text[end] is '.')
            {
                end++;
            }

            if (string.IsNullOrWhiteSpace(text[..at]))
            {
                return Part(paragraph, end, text.Length);
            }

            if (string.IsNullOrWhiteSpace(text[end..]))
            {
                return Part(paragraph, 0, at);
            }
        }

        return paragraph;
    }

    private static TextParagraph Part(TextParagraph paragraph, int start, int end)
    {
        var text = paragraph.Text;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var runs = new List<TextRun>();
        var at = 0;
        foreach (var run in paragraph.Runs)
        {
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, run.Text.Length));
            if (from < to)
            {
                runs.Add(run with { Text = run.Text[from..to] });
            }

            at += run.Text.Length;
        }

        return paragraph with { Runs = runs.ToValueList() };
    }

    private static bool Begins(ReadOnlySpan<char> text)
    {
        // Nearly every text of a plan ends here.
        if (!"kcvlKCVL".Contains(text[0]))
        {
            return false;
        }

        foreach (var beginning in Beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Bare(string text) => Bare(text.AsSpan()).ToString();

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        var bare = text.Trim().TrimEnd('.').TrimEnd();

        // Editors on the web write blanks and hyphens that break no line.
        return bare.ContainsAny('\u00a0', '\u2011') && bare.Length <= ReadingLongest ? bare.ToString().Replace('\u00a0', ' ').Replace('\u2011', '-') : bare;
    }
}
