using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>
/// Puts glyphs together to words in the order in which they are drawn. Blanks part words where they are drawn, and so do gaps, since many files
/// move on instead of drawing a blank.
/// </summary>
internal sealed class WordBuilder
{
    /// <summary>A gap of this part of the font size is a blank: blanks are a quarter, the loosest kerning a tenth.</summary>
    public const float BlankGap = 0.17f;

    /// <summary>How far a glyph may lie over the one before it: kerning, italics, accents.</summary>
    private const float MostOverlap = 0.55f;

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

    public List<PrintedWord> Build(ReadOnlySpan<Glyph> glyphs, Predicate<Glyph>? leaveOut = null)
    {
        foreach (ref readonly var glyph in glyphs)
        {
            if (!glyph.HasText || (glyph.Traits & (GlyphTraits.Repeated | GlyphTraits.OffPage | GlyphTraits.Clipped)) != GlyphTraits.None || leaveOut?.Invoke(glyph) == true)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                Flush();
                _blank = true;
                if (_words.Count > 0)
                {
                    _words[^1].BeforeBlank = true;
                }

                continue;
            }

            Add(glyph);
        }

        Flush();
        return _words;
    }

    private void Add(in Glyph glyph)
    {
        var direction = Directions.Of(glyph);
        var (start, baseline) = Directions.Turn(direction, glyph.BaselineX, glyph.BaselineY);
        var end = start + MathF.Sqrt((glyph.AdvanceX * glyph.AdvanceX) + (glyph.AdvanceY * glyph.AdvanceY));
        if (_length > 0 && !GoesOn(glyph, direction, start, baseline))
        {
            Flush();
        }

        if (_length == 0)
        {
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

    private bool GoesOn(in Glyph glyph, Direction direction, float start, float baseline)
    {
        var size = Math.Max(_first.Size, 1);
        var gap = start - _end;
        return direction == _direction
            && gap < BlankGap * size
            && gap > -MostOverlap * size
            && Math.Abs(baseline - _baseline) <= 0.05f * size
            && Math.Abs(glyph.Size - _first.Size) <= 0.05f * size
            && glyph.MarkedContentId == _first.MarkedContentId
            && glyph.Form == _first.Form
            && glyph.Font.IsBold == _first.Font.IsBold
            && glyph.Font.IsItalic == _first.Font.IsItalic
            && ((glyph.Traits ^ _first.Traits) & GlyphTraits.Artifact) == GlyphTraits.None;
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
    private static string Compose(ReadOnlySpan<char> text)
    {
        var made = new string(text);
        return text.ContainsAnyInRange('\u0300', '\u036f') ? made.Normalize() : made;
    }
}
