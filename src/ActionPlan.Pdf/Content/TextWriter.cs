using ActionPlan.Pdf.Fonts;

namespace ActionPlan.Pdf.Content;

/// <summary>Text objects (ISO 32000-1, 9.4): the text matrices, and strings to glyphs at their places.</summary>
internal sealed class TextWriter(PageOutput output, MarkedContent marks, Box page)
{
    private Matrix _line = Matrix.Identity;
    private Matrix _text = Matrix.Identity;

    /// <summary>The form whose content is executed; 0 for the page.</summary>
    public int Form { get; set; }

    public GlyphTraits Extra { get; set; }

    public (Matrix Line, Matrix Text) Matrices
    {
        get => (_line, _text);
        set => (_line, _text) = value;
    }

    public void Begin() => _line = _text = Matrix.Identity;

    public void Move(double x, double y)
    {
        _line = _line with { E = (x * _line.A) + (y * _line.C) + _line.E, F = (x * _line.B) + (y * _line.D) + _line.F };
        _text = _line;
    }

    public void SetMatrix(in Matrix matrix) => _line = _text = matrix;

    /// <summary>A number of a TJ array: thousandths of the size, against the direction of writing.</summary>
    public void Shift(in GraphicsState state, double thousandths)
    {
        var by = -thousandths / 1000 * state.FontSize;
        if (state.Font is { Vertical: true })
        {
            Advance(0, by);
        }
        else
        {
            Advance(by * state.HorizontalScale, 0);
        }
    }

    public void Show(in GraphicsState state, Font font, ReadOnlySpan<byte> text)
    {
        var size = state.FontSize;
        var scale = state.HorizontalScale;
        var matrix = _text.Then(state.Transform);
        double x = matrix.E + (state.Rise * matrix.C), y = matrix.F + (state.Rise * matrix.D);
        double ascent = font.Ascent * size, descent = font.Descent * size;
        double upX = ascent * matrix.C, upY = ascent * matrix.D, downX = descent * matrix.C, downY = descent * matrix.D;
        var seenSize = (float)(Math.Abs(size) * font.SizeFactor * Math.Sqrt((matrix.C * matrix.C) + (matrix.D * matrix.D)));
        var flags = Flags(state);
        var hidden = marks.IsHidden;
        var vertical = font.Vertical;
        var colour = state.RenderMode is 1 or 5 ? state.StrokeColour : state.FillColour;
        double movedX = 0, movedY = 0;
        var position = 0;
        while (position < text.Length)
        {
            var info = font.Next(text, ref position);
            double tx = 0, ty = 0, glyphX = x, glyphY = y, alongX, alongY;
            Box box;
            if (!vertical)
            {
                var width = info.Width * size * scale;
                alongX = width * matrix.A;
                alongY = width * matrix.B;
                tx = ((info.Width * size) + state.CharacterSpacing + (info.IsWordSpace ? state.WordSpacing : 0)) * scale;
                box = new Box(
                    x + Math.Min(0, alongX) + Math.Min(upX, downX),
                    y + Math.Min(0, alongY) + Math.Min(upY, downY),
                    x + Math.Max(0, alongX) + Math.Max(upX, downX),
                    y + Math.Max(0, alongY) + Math.Max(upY, downY));
            }
            else
            {
                var side = info.OriginX * size * scale;
                var advance = info.Width * size;
                ty = advance + state.CharacterSpacing + (info.IsWordSpace ? state.WordSpacing : 0);
                alongX = advance * matrix.C;
                alongY = advance * matrix.D;
                box = matrix.Apply(new Box(-side, Math.Min(0, advance) + state.Rise, side, Math.Max(0, advance) + state.Rise));
                double shiftX = x - matrix.E - (state.Rise * matrix.C), shiftY = y - matrix.F - (state.Rise * matrix.D);
                box = new Box(box.X0 + shiftX, box.Y0 + shiftY, box.X1 + shiftX, box.Y1 + shiftY);
                var drop = info.OriginY * size;
                glyphX = x - (side * matrix.A) - (drop * matrix.C);
                glyphY = y - (side * matrix.B) - (drop * matrix.D);
            }

            if (!hidden && double.IsFinite(box.X0 + box.Y0 + box.X1 + box.Y1))
            {
                Add(state, font, info, box, glyphX, glyphY, alongX, alongY, seenSize, colour, flags);
            }

            x += (tx * matrix.A) + (ty * matrix.C);
            y += (tx * matrix.B) + (ty * matrix.D);
            movedX += tx;
            movedY += ty;
        }

        Advance(movedX, movedY);
    }

    private void Add(in GraphicsState state, Font font, CodeInfo info, in Box box, double x, double y, double alongX, double alongY, float size, int colour, GlyphTraits flags)
    {
        double middleX = (box.X0 + box.X1) / 2, middleY = (box.Y0 + box.Y1) / 2;
        if (!state.Clip.Contains(middleX, middleY))
        {
            flags |= GlyphTraits.Clipped;
        }

        if (!page.Contains(middleX, middleY))
        {
            flags |= GlyphTraits.OffPage;
        }

        if (!output.HasRoomForGlyph())
        {
            return;
        }

        output.Glyphs.Next() = new Glyph(
            info.Text,
            font.Public,
            (float)box.X0,
            (float)box.Y0,
            (float)box.X1,
            (float)box.Y1,
            (float)x,
            (float)y,
            (float)alongX,
            (float)alongY,
            size,
            colour,
            marks.Id,
            Form,
            info.Guessed ? flags | GlyphTraits.Guessed : flags);
    }

    private GlyphTraits Flags(in GraphicsState state)
    {
        var flags = Extra;
        flags |= state.RenderMode is 3 or 7 ? GlyphTraits.Invisible : GlyphTraits.None;
        flags |= marks.IsArtifact ? GlyphTraits.Artifact : GlyphTraits.None;
        return state.Font is { Vertical: true } ? flags | GlyphTraits.Vertical : flags;
    }

    private void Advance(double x, double y) =>
        _text = _text with { E = (x * _text.A) + (y * _text.C) + _text.E, F = (x * _text.B) + (y * _text.D) + _text.F };
}
