using System.Globalization;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>The encoding that an embedded Type 1 program has of its own (Adobe Type 1 Font Format, 2.3); it stands in the clear text.</summary>
internal static class Type1Program
{
    /// <summary>The glyph names by code, or null where none can be read.</summary>
    public static string[]? ReadEncoding(ReadOnlySpan<byte> data)
    {
        var at = data.IndexOf("/Encoding"u8);
        if (at < 0)
        {
            return null;
        }

        var end = data.IndexOf("eexec"u8);
        using var scratch = new ByteSink();
        var lexer = new Lexer(end > at ? data[..end] : data, at + 9, scratch);
        var names = new string[256];
        Array.Fill(names, "");
        var any = false;
        for (var tokens = 0; ; tokens++)
        {
            scratch.Clear();
            var kind = lexer.Next();
            if (kind == TokenKind.End)
            {
                break;
            }

            if (kind != TokenKind.Keyword)
            {
                continue;
            }

            if (lexer.Text.SequenceEqual("StandardEncoding"u8))
            {
                return FontResources.Names("Standard");
            }

            if (lexer.Text.SequenceEqual("def"u8) || lexer.Text.SequenceEqual("readonly"u8))
            {
                if (any || tokens > 16)
                {
                    break;
                }

                continue;
            }

            if (lexer.Text.SequenceEqual("dup"u8) && TryCode(ref lexer, out var code) && lexer.Next() == TokenKind.Name && code is >= 0 and < 256)
            {
                names[code] = lexer.NameText();
                any = true;
            }
        }

        return any ? names : null;
    }

    // A decimal number, or one with its radix: 8#101.
    private static bool TryCode(ref Lexer lexer, out int code)
    {
        code = -1;
        if (lexer.Next() != TokenKind.Integer)
        {
            return false;
        }

        code = (int)Math.Clamp(lexer.Number, 0, 1000);
        var back = lexer.Position;
        if (code is 8 or 16 && back < lexer.Data.Length && lexer.Data[back] == '#')
        {
            var text = "";
            for (back++; back < lexer.Data.Length && Characters.IsRegular(lexer.Data[back]) && text.Length < 8; back++)
            {
                text += (char)lexer.Data[back];
            }

            lexer.Position = back;
            try
            {
                code = Convert.ToInt32(text, code);
            }
            catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
            {
                return false;
            }
        }

        return true;
    }
}
