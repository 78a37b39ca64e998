using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>Type 3 fonts (ISO 32000-1, 9.6.5): widths and heights are in glyph space, which the font matrix leads to text space.</summary>
internal static class Type3Reader
{
    /// <summary>A box flatter than this part of the size is a placeholder.</summary>
    private const double LeastHeight = 0.1;

    /// <summary>A box higher than so many of the widest glyph is a placeholder too.</summary>
    private const double MostHeight = 5;

    /// <summary>How much of a procedure is read for its first operator.</summary>
    private const int MaxHead = 512;

    public static SimpleFont Read(FileObjects file, PdfDictionary font, FontFacts facts, SimpleEncoding encoding, CharacterMap? toUnicode)
    {
        double[] matrix = file.GetArray(font, "FontMatrix") is { Length: 6 } six ? [.. six.Select(n => file.Resolve(n).AsNumber())] : [0.001, 0, 0, 0.001, 0, 0];
        var widths = new double[256];
        var first = file.Get(font, "FirstChar").AsInteger();
        var array = file.GetArray(font, "Widths") ?? [];
        for (var i = 0; i < array.Length && i < 256; i++)
        {
            var code = (long)first + i;
            if (code is >= 0 and < 256)
            {
                widths[code] = file.Resolve(array[i]).AsNumber() * matrix[0];
            }
        }

        var procedures = new PdfStream?[256];
        if (file.GetDictionary(font, "CharProcs") is { } procs)
        {
            for (var code = 0; code < 256; code++)
            {
                procedures[code] = encoding.Name(code).Length > 0 ? file.Get(procs, encoding.Name(code)).AsStream() : null;
            }
        }

        var (ascent, descent) = Heights(file, font, matrix[3], procedures, widths.Max(Math.Abs));
        var factor = Math.Abs(matrix[3]) is > 0.0005 and < 0.002 ? 1 : ascent - descent;
        return new SimpleFont(facts, encoding, toUnicode, widths, procedures, ascent, descent, factor);
    }

    private static (double Ascent, double Descent) Heights(FileObjects file, PdfDictionary font, double scale, PdfStream?[] procedures, double widest)
    {
        (double Ascent, double Descent)? placeholder = null;
        if (file.GetArray(font, "FontBBox") is { Length: 4 } box)
        {
            // A font matrix that turns the glyphs over gives the heights in reverse.
            double one = file.Resolve(box[1]).AsNumber() * scale, other = file.Resolve(box[3]).AsNumber() * scale;
            if (Math.Abs(one - other) >= LeastHeight)
            {
                placeholder = (Math.Max(one, other), Math.Min(one, other));
                if (widest <= 0 || Math.Abs(one - other) <= MostHeight * widest)
                {
                    return placeholder.Value;
                }
            }
        }

        double high = 0, low = 0;
        foreach (var procedure in procedures)
        {
            if (procedure is not null && GlyphBox(file, procedure) is { } glyph)
            {
                high = Math.Max(high, Math.Max(glyph.Low * scale, glyph.High * scale));
                low = Math.Min(low, Math.Min(glyph.Low * scale, glyph.High * scale));
            }
        }

        return high - low >= LeastHeight ? (high, low) : placeholder ?? (0.75, -0.2);
    }

    // Table 113: "wx wy llx lly urx ury d1" comes first in the procedure of a glyph that has no colours of its own.
    private static (double Low, double High)? GlyphBox(FileObjects file, PdfStream procedure)
    {
        using var head = new ByteSink(MaxHead);
        file.DecodeHead(procedure, head);
        using var scratch = new ByteSink();
        var lexer = new Lexer(head.Written, 0, scratch);
        Span<double> numbers = stackalloc double[6];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (lexer.Next() is not (TokenKind.Integer or TokenKind.Real))
            {
                return null;
            }

            numbers[i] = lexer.Number;
        }

        return lexer.Next() == TokenKind.Keyword && lexer.Text.SequenceEqual("d1"u8) ? (numbers[3], numbers[5]) : null;
    }
}
