using System.Text;

namespace ActionPlan.Pdf.Syntax;

/// <summary>Text strings (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, UTF-8 with its mark (ISO 32000-2), or PDFDocEncoding.</summary>
internal static class TextStrings
{
    // Annex D.3: the codes in which PDFDocEncoding is not Latin-1.
    private const string From18 = "\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc";
    private const string From80 = "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e\ufffd\u20ac";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return WithoutLanguageMarks(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return WithoutLanguageMarks(Encoding.Unicode.GetString(bytes[2..]));
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        return string.Create(bytes.Length, bytes, static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = source[i] switch
                {
                    >= 0x18 and <= 0x1F => From18[source[i] - 0x18],
                    >= 0x80 and <= 0xA0 => From80[source[i] - 0x80],
                    _ => (char)source[i],
                };
            }
        });
    }

    // 7.9.2.2.2: an escape, a language code, an escape.
    private static string WithoutLanguageMarks(string text)
    {
        if (!text.Contains('\u001b', StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder();
        var inside = false;
        foreach (var c in text)
        {
            if (c == '\u001b')
            {
                inside = !inside;
            }
            else if (!inside)
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
