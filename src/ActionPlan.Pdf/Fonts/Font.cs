using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>What a font knows of one character code. Lengths are in text space for a size of 1.</summary>
/// <param name="Text">The Unicode text; empty where it is not known.</param>
/// <param name="Width">The horizontal advance; the vertical one (negative) in vertical writing.</param>
/// <param name="OriginX">In vertical writing, the position vector from the horizontal origin to the vertical one (9.7.4.3).</param>
/// <param name="OriginY">Its other half.</param>
/// <param name="IsWordSpace">Whether word spacing applies: the single-byte code 32 (9.3.3).</param>
/// <param name="Code">The character code.</param>
/// <param name="Guessed">Whether the text rests on a convention rather than on what the file says.</param>
internal sealed record CodeInfo(string Text, double Width, double OriginX, double OriginY, bool IsWordSpace, int Code, bool Guessed);

/// <summary>A font resource: cuts strings into codes and tells each code's text and width. Immutable but for its caches; shared by threads.</summary>
internal abstract class Font(FontFacts facts)
{
    public FontFacts Facts { get; } = facts;

    /// <summary>The public description, one for all glyphs of the font.</summary>
    public GlyphFont Public { get; } = new(facts.Name, facts.Bold, facts.Italic, facts.FixedPitch, facts.Serif);

    public virtual bool Vertical => false;

    /// <summary>Above and below the baseline, in text space for a size of 1.</summary>
    public virtual double Ascent => Facts.Ascent / 1000;

    public virtual double Descent => Facts.Descent / 1000;

    /// <summary>How high the glyphs are for a size of 1; other than 1 only for Type 3 fonts with a space of their own.</summary>
    public virtual double SizeFactor => 1;

    /// <summary>Takes the next code of a string; never takes nothing.</summary>
    public abstract CodeInfo Next(ReadOnlySpan<byte> text, ref int position);

    /// <summary>The glyph procedure of a Type 3 font.</summary>
    public virtual PdfStream? Procedure(int code) => null;
}

/// <summary>What the font dictionary and its descriptor (9.8) say of the font as a whole. Heights in thousandths.</summary>
internal sealed record FontFacts(
    string Name, bool Bold, bool Italic, bool FixedPitch, bool Serif, bool Symbolic, bool Nonsymbolic, double Ascent, double Descent, double MissingWidth)
{
    public static FontFacts Read(FileObjects file, PdfDictionary font, PdfDictionary? descriptor, StandardFont? standard)
    {
        var raw = file.Get(font, "BaseFont").AsName() ?? (descriptor is null ? null : file.Get(descriptor, "FontName").AsName()) ?? file.Get(font, "Name").AsName() ?? "";
        var name = StandardFont.WithoutSubset(raw);
        var flags = descriptor is null ? 0 : file.Get(descriptor, "Flags").AsInteger();
        var bold = Has(name, "bold") || Has(name, "black") || Has(name, "heavy") || (flags & 0x40000) != 0;
        var italic = Has(name, "italic") || Has(name, "oblique") || (flags & 0x40) != 0;
        double ascent = 0, descent = 0;
        if (descriptor is not null)
        {
            bold |= file.Get(descriptor, "FontWeight").AsNumber() >= 600 || file.Get(descriptor, "StemV").AsNumber() >= 140;
            italic |= file.Get(descriptor, "ItalicAngle").AsNumber() != 0;
            ascent = file.Get(descriptor, "Ascent").AsNumber();
            descent = -Math.Abs(file.Get(descriptor, "Descent").AsNumber());
            if (ascent is < 100 or > 3000 && file.GetArray(descriptor, "FontBBox") is { Length: 4 } box)
            {
                ascent = file.Resolve(box[3]).AsNumber();
                descent = -Math.Abs(file.Resolve(box[1]).AsNumber());
            }
        }

        ascent = ascent is < 100 or > 3000 ? standard?.Ascent is > 0 and var a ? a : 750 : ascent;
        descent = descent is > -10 or < -2000 ? standard?.Descent is < 0 and var d ? d : -220 : descent;
        return new FontFacts(
            name,
            bold,
            italic,
            (flags & 1) != 0 || Has(name, "courier") || Has(name, "mono"),
            (flags & 2) != 0 || Has(name, "times"),
            (flags & 4) != 0,
            (flags & 32) != 0,
            ascent,
            descent,
            descriptor is null ? 0 : file.Get(descriptor, "MissingWidth").AsNumber());
    }

    private static bool Has(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
}
