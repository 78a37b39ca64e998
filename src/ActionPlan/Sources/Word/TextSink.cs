using System.Text;

namespace ActionPlan.Sources.Word;

/// <summary>Where text goes while it is read: the text of one cell or of one paragraph of the body, with what was dropped of it and how it looks.</summary>
internal sealed class TextSink(int longest)
{
    private const int LongestExcerpt = 4000;
    private const int Mixed = -2;

    private StringBuilder? _hiddenText;
    private int _color;

    public TextBuilder Text { get; } = new(longest);

    /// <summary>Text boxes anchored in the open paragraph; they follow it.</summary>
    public TextSink? Boxes { get; set; }

    public long Hyphens { get; set; }

    public long Hidden { get; set; }

    public long Prompt { get; set; }

    /// <summary>The visible characters so far, white space apart.</summary>
    public long Visible { get; private set; }

    public bool AllBold { get; private set; }

    public bool AllItalic { get; private set; }

    /// <summary>Half-points.</summary>
    public int Size { get; private set; }

    public int Color => _color == Mixed ? -1 : _color;

    public int HeadingLevel { get; set; }

    public int? Fill { get; set; }

    public bool BreaksPage { get; set; }

    /// <summary>Whether a picture was reported.</summary>
    public bool HasPicture { get; set; }

    public string? Tag { get; set; }

    /// <summary>The content controls within the paragraph, or null.</summary>
    public List<(string Tag, string Text)>? Controls { get; set; }

    /// <summary>How many of the visible characters stand in the control of <see cref="Tag"/>.</summary>
    public long TagCovers { get; set; }

    /// <summary>The properties of the paragraph that was read last and is still open, because its mark is deleted.</summary>
    public ParagraphProperties Last;

    /// <summary>What tracked changes deleted in the cell, or null.</summary>
    public string? StruckText { get; private set; }

    public string? HiddenText => _hiddenText?.ToString();

    public DroppedCharacters? Dropped => Hyphens + Hidden + Prompt == 0 ? null : new(Hyphens, 0, Hidden, Prompt, 0);

    public void Clear()
    {
        Text.Clear();
        _hiddenText = null;
        StruckText = null;
        _color = -1;
        (Hyphens, Hidden, Prompt, Visible, TagCovers) = (0, 0, 0, 0, 0);
        (AllBold, AllItalic, BreaksPage, HasPicture) = (false, false, false, false);
        (Size, HeadingLevel, Fill, Tag, Boxes) = (0, 0, null, null, null);
        Controls = null;
    }

    /// <summary>Takes note of the look of visible text.</summary>
    public void Look(in RunLook look, long characters)
    {
        if (characters == 0)
        {
            return;
        }

        if (Visible == 0)
        {
            (AllBold, AllItalic, _color) = (look.Bold, look.Italic, look.Color);
        }
        else
        {
            AllBold &= look.Bold;
            AllItalic &= look.Italic;
            _color = _color == look.Color ? _color : Mixed;
        }

        Size = Math.Max(Size, look.Size);
        Visible += characters;
    }

    public void Hide(ReadOnlySpan<char> text, long characters)
    {
        Hidden += characters;
        if (characters > 0 || _hiddenText is not null)
        {
            _hiddenText ??= new();
            _hiddenText.Append(text[..Math.Min(text.Length, Math.Max(0, LongestExcerpt - _hiddenText.Length))]);
        }
    }

    public void Strike(string text)
    {
        if (text.Length > 0 && (StruckText?.Length ?? 0) < ReadingContext.LongestStruck)
        {
            StruckText = StruckText is null ? text : $"{StruckText} {text}";
        }
    }

    /// <summary>Adds what was dropped elsewhere to what was dropped here.</summary>
    public void TakeDropped(TextSink other)
    {
        Hyphens += other.Hyphens;
        Hidden += other.Hidden;
        Prompt += other.Prompt;
        if (other._hiddenText is { } text)
        {
            Hide(text.ToString(), 0);
            _hiddenText ??= text;
        }
    }
}
