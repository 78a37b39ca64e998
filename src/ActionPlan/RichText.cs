namespace ActionPlan;

/// <summary>The kind of marker of a list paragraph.</summary>
public enum ListKind
{
    /// <summary>No list.</summary>
    None,

    /// <summary>A bullet, dash or other symbol.</summary>
    Bullet,

    /// <summary>A number or letter that counts.</summary>
    Number,
}

/// <summary>A stretch of text of one look.</summary>
/// <param name="Text">The text; a manual line break is a line feed.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Italic">Whether it is italic.</param>
/// <param name="Link">The target of a hyperlink, as the document gives it, or null.</param>
public sealed record TextRun(string Text, bool Bold = false, bool Italic = false, string? Link = null)
{
    internal bool IsPlain => !Bold && !Italic && Link is null;

    internal bool LooksLike(TextRun other) => Bold == other.Bold && Italic == other.Italic && Link == other.Link;
}

/// <summary>A paragraph of a cell or of the document.</summary>
/// <param name="Runs">Its text in stretches of one look; no two neighbours look the same.</param>
/// <param name="List">The kind of its list marker; the marker itself is not in the text.</param>
/// <param name="Level">The level in the list, from 0; 0 outside lists.</param>
public sealed record TextParagraph(ValueList<TextRun> Runs, ListKind List = ListKind.None, int Level = 0)
{
    /// <summary>The text of all runs.</summary>
    public string Text => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    internal bool IsPlain => List == ListKind.None && (Runs.Count == 0 || (Runs.Count == 1 && Runs[0].IsPlain && !Runs[0].Text.Contains('\n')));
}

/// <summary>
/// Formatted text: paragraphs of runs, with lists, bold, italic and links. Immutable; equal when text and formatting are equal.
/// </summary>
/// <remarks>Text without formatting holds the string alone, so that a large plan costs little more than its characters.</remarks>
public sealed class RichText : IEquatable<RichText>
{
    /// <summary>The text without characters.</summary>
    public static RichText Empty { get; } = new(string.Empty);

    private readonly ValueList<TextParagraph>? _paragraphs;

    /// <summary>Plain text; each line is a paragraph.</summary>
    /// <param name="text">Paragraphs parted by line feeds.</param>
    public RichText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    private RichText(string text, ValueList<TextParagraph> paragraphs)
    {
        Text = text;
        _paragraphs = paragraphs;
    }

    /// <summary>The plain text: paragraphs and manual line breaks are line feeds, list markers are left out.</summary>
    public string Text { get; }

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether paragraphs of plain text are all there is: no list, bold, italic, link or manual line break.</summary>
    public bool IsPlain => _paragraphs is null;

    /// <summary>The paragraphs, none for empty text.</summary>
    public ValueList<TextParagraph> Paragraphs => _paragraphs ?? PlainParagraphs(Text);

    /// <summary>Text from paragraphs; neighbouring runs of one look are joined and empty runs dropped.</summary>
    public static RichText FromParagraphs(params IEnumerable<TextParagraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        var canonical = paragraphs is TextParagraph[] { Length: 1 } one ? [Canonical(one[0])] : paragraphs.Select(Canonical).ToArray();
        if (canonical.Length == 0)
        {
            return Empty;
        }

        var text = canonical.Length == 1 ? canonical[0].Text : string.Join('\n', canonical.Select(paragraph => paragraph.Text));

        // A single empty paragraph reads the same as no paragraph at all.
        return Array.TrueForAll(canonical, paragraph => paragraph.IsPlain) ? FromText(text) : new(text, new(canonical));
    }

    /// <summary>Plain text; each line is a paragraph.</summary>
    public static RichText FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? Empty : new(text);
    }

    /// <inheritdoc />
    public bool Equals(RichText? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Text == other.Text && (_paragraphs is null ? other._paragraphs is null : _paragraphs.Equals(other._paragraphs)));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as RichText);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The plain text.</summary>
    public override string ToString() => Text;

    private static ValueList<TextParagraph> PlainParagraphs(string text) =>
        text.Length == 0
            ? ValueList<TextParagraph>.Empty
            : new([.. text.Split('\n').Select(line => new TextParagraph(line.Length == 0 ? [] : [new TextRun(line)]))]);

    private static TextParagraph Canonical(TextParagraph paragraph)
    {
        var level = paragraph.List == ListKind.None ? 0 : paragraph.Level;
        if (level == paragraph.Level && IsCanonical(paragraph.Runs))
        {
            return paragraph;
        }

        var runs = new List<TextRun>(paragraph.Runs.Count);
        foreach (var run in paragraph.Runs)
        {
            if (run.Text.Length == 0)
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].LooksLike(run))
            {
                runs[^1] = run with { Text = runs[^1].Text + run.Text };
            }
            else
            {
                runs.Add(run);
            }
        }

        return new TextParagraph(runs.ToValueList(), paragraph.List, level);
    }

    private static bool IsCanonical(ValueList<TextRun> runs)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Text.Length == 0 || (i > 0 && runs[i - 1].LooksLike(runs[i])))
            {
                return false;
            }
        }

        return true;
    }
}
