using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>
/// Puts glyphs together to words in the order in which they are drawn. Blanks part words where they are drawn, and so do gaps, since many files
/// move on instead of drawing a blank.
/// </summary>
internal sealed class WordBuilder(RecentStrings texts)
{
    /// <summary>A gap of this part of the font size is a blank: blanks are a quarter, the loosest kerning a tenth.</summary>
    public const float BlankGap = 0.17f;

    /// <summary>How far a glyph may lie over the one before it: kerning, italics, accents.</summary>
    private const float MostOverlap = 0.55f;

    /// <summary>Letters are set apart by at most this part of the font size.</summary>
    private const float MostSpacing = 0.75f;

    /// <summary>Distances of letters set apart differ by less than this part of the font size: by their kerning.</summary>
    private const float SameSpacing = 0.09f;

    private readonly List<PrintedWord> _words = [];
    private char[] _text = new char[64];
    private int _length;
    private Glyph _first;
    private Direction _direction;
    private PdfRectangle _box;
    private float _start;
    private float _end;
    private float _baseline;
    private bool _afterBlank;
    private bool _blank;

    // How far the letters of the line stand apart; not a number where they do not.
    private float _spacing = float.NaN;

    public List<PrintedWord> Build(ReadOnlySpan<Glyph> glyphs, Predicate<Glyph>? leaveOut = null)
    {
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            if (!glyph.HasText || (glyph.Traits & (GlyphTraits.Repeated | GlyphTraits.OffPage | GlyphTraits.Clipped)) != GlyphTraits.None || leaveOut?.Invoke(glyph) == true)
            {
                continue;
            }

            if (IsBlank(glyph.Text))
            {
                Flush();
                _blank = true;
                if (_words.Count > 0)
                {
                    _words[^1].BeforeBlank = true;
                }

                continue;
            }

            Add(glyph, glyphs[(i + 1)..]);
        }

        Flush();
        return _words;
    }

    /// <summary>Whether a text is white space, told of letters at once.</summary>
    public static bool IsBlank(string text) => text is not [> ' ' and < '\u007f'] && string.IsNullOrWhiteSpace(text);

    private void Add(in Glyph glyph, ReadOnlySpan<Glyph> following)
    {
        var direction = Directions.Of(glyph);
        var (start, baseline) = Directions.Turn(direction, glyph.BaselineX, glyph.BaselineY);
        var end = start + MathF.Sqrt((glyph.AdvanceX * glyph.AdvanceX) + (glyph.AdvanceY * glyph.AdvanceY));
        if (_length > 0 && !GoesOn(glyph, following, direction, start, baseline))
        {
            Flush();
        }

        if (_length == 0)
        {
            if (!float.IsNaN(_spacing) && (direction != _direction || Math.Abs(baseline - _baseline) > 0.05f * glyph.Size || Math.Abs(glyph.Size - _first.Size) > 0.05f * glyph.Size || start < _end))
            {
                _spacing = float.NaN;
            }

            (_first, _direction, _start, _end, _baseline) = (glyph, direction, start, end, baseline);
            _box = new(glyph.X0, glyph.Y0, glyph.X1, glyph.Y1);
            (_afterBlank, _blank) = (_blank, false);
        }
        else
        {
            _box = new(Math.Min(_box.X0, glyph.X0), Math.Min(_box.Y0, glyph.Y0), Math.Max(_box.X1, glyph.X1), Math.Max(_box.Y1, glyph.Y1));
            _end = Math.Max(_end, end);
        }

        if (_length + glyph.Text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + glyph.Text.Length));
        }

        glyph.Text.CopyTo(_text.AsSpan(_length));
        _length += glyph.Text.Length;
    }

    private bool GoesOn(in Glyph glyph, ReadOnlySpan<Glyph> following, Direction direction, float start, float baseline)
    {
        var size = Math.Max(_first.Size, 1);
        var gap = start - _end;
        return direction == _direction
            && gap > -MostOverlap * size
            && Math.Abs(baseline - _baseline) <= 0.05f * size
            && Math.Abs(glyph.Size - _first.Size) <= 0.05f * size
            && (gap < BlankGap * size || IsSetApart(glyph, following, gap, size))
            && glyph.MarkedContentId == _first.MarkedContentId
            && glyph.Form == _first.Form
            && glyph.Font.IsBold == _first.Font.IsBold
            && glyph.Font.IsItalic == _first.Font.IsItalic
            && ((glyph.Traits ^ _first.Traits) & GlyphTraits.Artifact) == GlyphTraits.None;
    }

    /// <summary>
    /// Whether a gap stands between letters of a word that is set wide: no blank is drawn, and the gaps to the letters after it are as wide.
    /// Gaps between words are never alike where each word is one letter.
    /// </summary>
    private bool IsSetApart(in Glyph glyph, ReadOnlySpan<Glyph> following, float gap, float size)
    {
        if (gap > MostSpacing * size)
        {
            return false;
        }

        if (Math.Abs(gap - _spacing) < SameSpacing * size)
        {
            return true;
        }

        if (following.Length < 2 || !char.IsLetter(_text[_length - 1]) || !char.IsLetter(glyph.Text[0]))
        {
            return false;
        }

        var isAlike = Math.Abs(GapBetween(glyph, following[0]) - gap) < SameSpacing * size && Math.Abs(GapBetween(following[0], following[1]) - gap) < SameSpacing * size;
        _spacing = isAlike ? gap : _spacing;
        return isAlike;
    }

    /// <summary>The gap between two letters of one line; not a number where they are not.</summary>
    private static float GapBetween(in Glyph glyph, in Glyph next)
    {
        var direction = Directions.Of(next);
        if (!next.HasText || !char.IsLetter(next.Text[0]) || direction != Directions.Of(glyph) || direction == Direction.Slanted || Math.Abs(next.Size - glyph.Size) > 0.05f * glyph.Size)
        {
            return float.NaN;
        }

        var (start, baseline) = Directions.Turn(direction, glyph.BaselineX, glyph.BaselineY);
        var (after, other) = Directions.Turn(direction, next.BaselineX, next.BaselineY);
        var advance = MathF.Sqrt((glyph.AdvanceX * glyph.AdvanceX) + (glyph.AdvanceY * glyph.AdvanceY));
        return Math.Abs(other - baseline) > 0.05f * glyph.Size ? float.NaN : after - start - advance;
    }

    private void Flush()
    {
        if (_length == 0)
        {
            return;
        }

        _words.Add(new()
        {
            Text = Compose(_text.AsSpan(0, _length)),
            Font = _first.Font,
            Box = _box,
            Start = _start,
            End = _end,
            Baseline = _baseline,
            Size = _first.Size,
            Direction = _direction,
            Colour = _first.Colour,
            Content = _first.MarkedContentId,
            Form = _first.Form,
            Traits = _first.Traits,
            Order = _words.Count,
            AfterBlank = _afterBlank,
        });
        _length = 0;
    }

    /// <summary>The text in composed form: an accent drawn after its letter is one character with it.</summary>
    private string Compose(ReadOnlySpan<char> text)
    {
        var made = texts.Get(text);
        return text.ContainsAnyInRange('\u0300', '\u036f') || text.ContainsAnyInRange('\ud800', '\udfff') || text.Contains('\ufffe') ? ComposedText.Of(made) : made;
    }
}
