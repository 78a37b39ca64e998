using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>A font of single-byte codes: Type 1, MMType1, TrueType or Type 3 (ISO 32000-1, 9.6).</summary>
internal sealed class SimpleFont : Font
{
    private readonly CodeInfo[] _codes;
    private readonly PdfStream?[]? _procedures;
    private readonly double _ascent;
    private readonly double _descent;

    public SimpleFont(FontFacts facts, SimpleEncoding encoding, CharacterMap? toUnicode, double[] widths, PdfStream?[]? procedures, double ascent, double descent, double sizeFactor = 1)
        : base(facts)
    {
        SizeFactor = sizeFactor;
        _procedures = procedures;
        _ascent = ascent;
        _descent = descent;
        _codes = new CodeInfo[256];
        for (var code = 0; code < 256; code++)
        {
            var text = FontText.Choose(toUnicode?.ToUnicode(code), encoding.Text(code), out var fromEncoding);
            _codes[code] = new CodeInfo(text, widths[code], 0, 0, code == 32, code, fromEncoding && encoding.IsGuess(code));
        }
    }

    public override double SizeFactor { get; }

    public override double Ascent => _ascent;

    public override double Descent => _descent;

    public override CodeInfo Next(ReadOnlySpan<byte> text, ref int position) => _codes[text[position++]];

    public override PdfStream? Procedure(int code) => _procedures?[code];
}

/// <summary>Chooses between what ToUnicode says of a code and what its glyph's name does.</summary>
internal static class FontText
{
    /// <summary>The replacement character, by which a file says that a code is a letter, but not which.</summary>
    public const string Unknown = "\uFFFD";

    // 9.10.2: ToUnicode goes before the name, even where it tells codes of the private use area.
    public static string Choose(string? mapped, string? named, out bool fromEncoding)
    {
        fromEncoding = false;
        if (!string.IsNullOrEmpty(mapped) && !IsEmptyPlace(mapped))
        {
            return mapped;
        }

        fromEncoding = !string.IsNullOrEmpty(named);
        return fromEncoding ? named! : mapped is Unknown or "\uFFFF" ? Unknown : "";
    }

    private static bool IsEmptyPlace(string text) => text.Length == 1 && text[0] is >= '\uFFFD';
}
