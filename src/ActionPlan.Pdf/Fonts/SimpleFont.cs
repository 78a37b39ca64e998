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
            var text = FontText.Choose(toUnicode?.ToUnicode(code), encoding.Text(code), encoding.IsGuess(code), out var fromEncoding);
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
    public static string Choose(string? mapped, string? named, bool guessed, out bool fromEncoding)
    {
        fromEncoding = false;
        if (!string.IsNullOrEmpty(mapped) && !IsEmptyPlace(mapped))
        {
            // A code of the private use area tells nobody anything where the glyph has a name that does.
            if (IsPrivate(mapped[0]) && !guessed && !string.IsNullOrEmpty(named) && !IsPrivate(named[0]))
            {
                fromEncoding = true;
                return named;
            }

            return mapped;
        }

        fromEncoding = !string.IsNullOrEmpty(named);
        return named ?? "";
    }

    public static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';

    private static bool IsEmptyPlace(string text) => text.Length == 1 && text[0] is '\uFFFD' or '\uFFFF';
}
