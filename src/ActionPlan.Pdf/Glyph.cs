using System.Runtime.InteropServices;

namespace ActionPlan.Pdf;

/// <summary>The font of a glyph, as far as readers of text care. One object for all glyphs of the font on a document.</summary>
/// <param name="Name">The font's PostScript name without the prefix of a subset; may be empty.</param>
/// <param name="IsBold">Whether the name, the weight or the stems say that it is bold.</param>
/// <param name="IsItalic">Whether the name, the flags or the angle say that it is slanted.</param>
/// <param name="IsFixedPitch">Whether all glyphs have one width.</param>
/// <param name="IsSerif">Whether the font has serifs.</param>
public sealed record GlyphFont(string Name, bool IsBold, bool IsItalic, bool IsFixedPitch, bool IsSerif);

/// <summary>What is special about a glyph.</summary>
[Flags]
public enum GlyphTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Neither filled nor stroked (rendering mode 3 or 7), as in the text layer of a scanned page.</summary>
    Invisible = 1,

    /// <summary>Outside the clipping path, so that nobody sees it.</summary>
    Clipped = 2,

    /// <summary>Outside the page.</summary>
    OffPage = 4,

    /// <summary>Marked as an artifact: a page number, a running head, a repeated table header.</summary>
    Artifact = 8,

    /// <summary>The text rests on a convention, not on what the file says.</summary>
    Guessed = 16,

    /// <summary>The text is, or is part of, a replacement that the file gives (ActualText), or a letter composed with the accent drawn over it.</summary>
    Replaced = 32,

    /// <summary>Drawn by the appearance of an annotation: a form field's value, a stamp, a comment.</summary>
    Annotation = 64,

    /// <summary>The same text is already drawn at the same place, as fake bold and shadows do.</summary>
    Repeated = 128,

    /// <summary>Written from top to bottom.</summary>
    Vertical = 256,
}

/// <summary>
/// One character code shown on a page. Lengths are points (1/72 inch) of the page as it is seen, after its rotation, from its
/// lower left corner.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Glyph
{
    internal Glyph(
        string text, GlyphFont font, float x0, float y0, float x1, float y1, float x, float y, float advanceX, float advanceY, float size, int colour, int markedContentId, int form, GlyphTraits traits)
    {
        Text = text;
        Font = font;
        X0 = x0;
        Y0 = y0;
        X1 = x1;
        Y1 = y1;
        BaselineX = x;
        BaselineY = y;
        AdvanceX = advanceX;
        AdvanceY = advanceY;
        Size = size;
        Colour = colour;
        MarkedContentId = markedContentId;
        Form = form;
        Traits = traits;
    }

    /// <summary>The Unicode text: one character mostly, several for a ligature, empty where the file tells none.</summary>
    public string Text { get; }

    /// <summary>The font.</summary>
    public GlyphFont Font { get; }

    /// <summary>Left edge of the box, which spans the advance width and the font's ascent and descent, in points.</summary>
    public float X0 { get; }

    /// <summary>Lower edge of the box, in points.</summary>
    public float Y0 { get; }

    /// <summary>Right edge of the box, in points.</summary>
    public float X1 { get; }

    /// <summary>Upper edge of the box, in points.</summary>
    public float Y1 { get; }

    /// <summary>Where the glyph's origin stands on the baseline, in points.</summary>
    public float BaselineX { get; }

    /// <summary>Where the glyph's origin stands on the baseline, in points.</summary>
    public float BaselineY { get; }

    /// <summary>How far the glyph's own width leads along the baseline, in points; the direction of writing.</summary>
    public float AdvanceX { get; }

    /// <summary>How far the glyph's own width leads along the baseline, in points; 0 on a level line.</summary>
    public float AdvanceY { get; }

    /// <summary>The size of the font as seen, in points.</summary>
    public float Size { get; }

    /// <summary>The colour as 0xRRGGBB; -1 where it is a pattern or not known.</summary>
    public int Colour { get; }

    /// <summary>The id of the marked content that the glyph belongs to; -1 where there is none.</summary>
    public int MarkedContentId { get; }

    /// <summary>The object number of the form in which the marked-content id counts; 0 for the page itself.</summary>
    public int Form { get; }

    /// <summary>What is special about the glyph.</summary>
    public GlyphTraits Traits { get; }

    /// <summary>Whether the glyph has Unicode text.</summary>
    public bool HasText => Text.Length > 0;

    /// <summary>Whether the glyph is drawn without ink.</summary>
    public bool IsInvisible => (Traits & GlyphTraits.Invisible) != GlyphTraits.None;

    /// <summary>Whether the glyph lies outside the clipping path or the page.</summary>
    public bool IsClipped => (Traits & (GlyphTraits.Clipped | GlyphTraits.OffPage)) != GlyphTraits.None;

    /// <summary>Whether the glyph belongs to an artifact.</summary>
    public bool IsArtifact => (Traits & GlyphTraits.Artifact) != GlyphTraits.None;

    internal Glyph With(string text, GlyphTraits more) =>
        new(text, Font, X0, Y0, X1, Y1, BaselineX, BaselineY, AdvanceX, AdvanceY, Size, Colour, MarkedContentId, Form, Traits | more);
}
